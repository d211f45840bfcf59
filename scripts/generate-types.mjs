/**
 * Writes the types that the Lightning web components are checked against, from the project's own metadata:
 * Apex methods and the classes they exchange, one module per label, and a path per component.
 * Output: dist/types (not committed). Usage: npm run types
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseApex } from 'local-org/apex';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'dist/types');

const SCALARS = {
  String: 'string',
  Id: 'string',
  Date: 'string',
  Datetime: 'string',
  Time: 'string',
  Integer: 'number',
  Long: 'number',
  Double: 'number',
  Decimal: 'number',
  Boolean: 'boolean',
  Object: 'unknown',
  void: 'void',
};

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(full);
    else yield full;
  }
}

/** A type as written to TypeScript. `outer` holds inner classes of the class that names the type. */
function typeOf({ name, args }, outer, known) {
  if (name === 'List' || name === 'Set') return `readonly ${wrapped(typeOf(args[0], outer, known))}[]`;
  if (name === 'Map') return `Readonly<Record<string, ${typeOf(args[1], outer, known)}>>`;
  if (SCALARS[name]) return SCALARS[name];
  const inner = `${outer}_${name}`;
  if (known.has(inner)) return inner;
  const qualified = name.replace('.', '_');
  if (known.has(qualified)) return qualified;
  throw new Error(`${outer}: the type ${name} crosses to components but is no class with @AuraEnabled members`);
}
const wrapped = (type) => (/^readonly|\|/.test(type) ? `(${type})` : type);

const files = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')).packageDirectories.flatMap((directory) => [
  ...filesBelow(path.join(root, directory.path)),
]);

const VOID = { name: 'void', args: [] };
const auraEnabled = (member) => member.modifiers?.annotations.find(({ name }) => name === 'auraenabled');

/** Interfaces by name, and what components may call. */
const classes = new Map();
const methods = [];

function visit(node, outer) {
  const name = node.name === outer ? outer : `${outer}_${node.name}`;
  for (const member of node.members ?? []) {
    if (member.kind === 'class') visit(member, outer);
    const enabled = auraEnabled(member);
    if (!enabled) continue;
    if (member.kind === 'property') {
      if (!classes.has(name)) classes.set(name, { outer, members: [] });
      classes.get(name).members.push({ type: member.type, name: member.name });
    } else if (member.kind === 'method' && member.modifiers.words.includes('static')) {
      const { parameters, returnType } = member;
      const cacheable = enabled.parameters.cacheable === 'true';
      methods.push({
        outer,
        name: member.name,
        result: returnType ?? VOID,
        cacheable,
        parameters: parameters.map((one) => [one.type, one.name]),
      });
    }
  }
}
for (const { name, unit } of parseApex(root)) if (unit?.kind === 'class') visit(unit, name);

/** Apex has no word for it; our rule is that texts, numbers and objects may be null, lists never are. */
const nullable = (type) => (type === 'void' || type === 'unknown' || type.startsWith('readonly') ? type : `${type} | null`);
const interfaces = [...classes].map(([name, { outer, members }]) => {
  const lines = members.map((member) => `    readonly ${member.name}: ${nullable(typeOf(member.type, outer, classes))};`);
  return `  interface ${name} {\n${lines.join('\n')}\n  }`;
});
const modules = methods.map((method) => {
  const parameters = method.parameters.map(([type, name]) => `${name}: ${nullable(typeOf(type, method.outer, classes))}`);
  const argument = parameters.length === 0 ? '' : `params: { ${parameters.join('; ')} }`;
  const result = typeOf(method.result, method.outer, classes);
  const adapter = method.cacheable
    ? "\n  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a @wire value is of the field's type\n  export const adapter: import('lwc').WireAdapterConstructor<any, any>;"
    : '';
  return `declare module '@salesforce/apex/${method.outer}.${method.name}' {\n  export default function ${method.name}(${argument}): Promise<${qualify(result)}>;${adapter}\n}`;
});
/** Names of interfaces live in the namespace Apex. */
function qualify(type) {
  return type.replace(/\b[A-Z]\w*\b/g, (word) => (classes.has(word) ? `Apex.${word}` : word));
}

const labels = files
  .filter((name) => name.endsWith('.labels-meta.xml'))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/<fullName>(\w+)<\/fullName>/g)].map((match) => match[1]))
  .sort();
const labelModules = labels.map(
  (name) => `declare module '@salesforce/label/c.${name}' {\n  const text: string;\n  export default text;\n}`,
);

const bundles = files
  .map((file) => /[\\/]lwc[\\/](\w+)[\\/]\1\.ts$/.exec(file) && file)
  .filter(Boolean)
  .map((file) => [`c/${path.basename(file, '.ts')}`, [path.relative(out, file).replaceAll('\\', '/')]]);

mkdirSync(out, { recursive: true });
const header = '// Generated by scripts/generate-types.mjs: do not edit.\n';
const apex = `${header}declare namespace Apex {\n${interfaces.join('\n')}\n}\n\n${modules.map((module) => module.replace(/params: \{.*\}/, qualify)).join('\n\n')}\n`;
writeFileSync(path.join(out, 'apex.d.ts'), apex);
writeFileSync(path.join(out, 'labels.d.ts'), `${header}${labelModules.join('\n')}\n`);
writeFileSync(
  path.join(out, 'tsconfig.paths.json'),
  `${JSON.stringify({ compilerOptions: { paths: { 'jest-helpers': ['../../jest/helpers.ts'], ...Object.fromEntries(bundles) } } }, null, 2)}\n`,
);
console.log(`types: ${classes.size} Apex classes, ${methods.length} Apex methods, ${labels.length} labels, ${bundles.length} components`);
