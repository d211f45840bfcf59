/**
 * Holds the order of the product's features (tools/feature-order.json): Apex of one may name classes of those before it, in code and as
 * the text given to Type.forName, and of no feature after it. So there is no cycle of features, and whoever reads one has read what it
 * stands on.
 *
 * Usage: node scripts/check-features.mjs [folder of the project]
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readApex } from 'local-org/apex';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { order, largestKnot: largest } = read('tools/feature-order.json');
const packages = read('sfdx-project.json').packageDirectories.map(({ path }) => path);
const shown = `the order is ${order.join(' <- ')} (tools/feature-order.json)`;

const inProject = (path) => relative(root, resolve(root, path)).replaceAll('\\', '/');

/** `force-app/main/settings/classes/X.cls` belongs to the feature settings, in whatever package directory; tests may use everything. */
function featureOf(path) {
  const [directory, room, feature] = inProject(path).split('/');
  return packages.includes(directory) && room === 'main' ? feature : undefined;
}

const files = readApex(root).filter(({ path }) => featureOf(path) !== undefined);
const pathsByClass = new Map(files.map(({ name, path }) => [name.toLowerCase(), path]));

/** What a file depends on: classes by code, and by the text given to Type.forName. */
const edgesOf = ({ references, namedTypes }) => [
  ...references.map(({ line, name, path }) => ({ line, path, text: name })),
  ...namedTypes.map(({ line, name }) => ({ line, path: pathsByClass.get(name.toLowerCase()), text: `Type.forName('${name}')` })),
];

function problemsOf(file) {
  const from = featureOf(file.path);
  if (!order.includes(from)) return [`${inProject(file.path)}: the feature ${from} has no place; ${shown}`];
  return edgesOf(file).flatMap(({ line, path, text }) => {
    const to = path === undefined ? undefined : featureOf(path);
    if (to === undefined || order.indexOf(to) <= order.indexOf(from)) return [];
    return [`${inProject(file.path)}:${line}: ${text}: ${from} -> ${to} goes to the right; ${shown}`];
  });
}

/** The largest set of classes of which each leads to each other (Tarjan 1972): who changes one has to think of all. */
function largestKnot() {
  const [index, low, stack, knots] = [new Map(), new Map(), [], []];
  const targets = new Map(files.map((file) => [file.path, edgesOf(file).map(({ path }) => path).filter((path) => path !== undefined && featureOf(path) !== undefined)])); // prettier-ignore
  const visit = (path) => {
    index.set(path, index.size);
    low.set(path, index.get(path));
    stack.push(path);
    for (const target of targets.get(path) ?? []) {
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path), low.get(target)));
    }
    if (low.get(path) === index.get(path)) knots.push(stack.splice(stack.indexOf(path)));
  };
  for (const path of targets.keys()) if (!index.has(path)) visit(path);
  return knots.sort((a, b) => b.length - a.length)[0];
}

const knot = largestKnot().map(inProject);
const problems = files.flatMap(problemsOf);
if (knot.length > largest)
  problems.push(`${knot.length} classes lead to each other, ${largest} may (tools/feature-order.json): ${knot.join(', ')}`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`features: ${files.length} Apex files hold the order, ${knot.length} at most lead to each other`);
