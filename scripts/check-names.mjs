/**
 * Holds the names of our Apex classes, of our Lightning web components and of the labels in them.
 *
 * Classes: without a namespace a class too is known by its name alone. So every name is of two words or more, and one of them is a word of our
 * domain (tools/names.json); a class with a domain word is unlikely to be somebody else's.
 * Bundles: without a namespace a bundle is known by its name alone, and a deployment overwrites one of the same name that the customer wrote. So ours
 * begin with a word of our domain, except those whose names others know; both stand in tools/names.json.
 * Labels: a bundle imports the labels that it shows in its `labels.ts` and nowhere else, each under its own name in camel case (`Items_Title` is
 * `labels.itemsTitle`), so that who reads either finds the other.
 *
 * Usage: node scripts/check-names.mjs [folder of the project]
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const read = (file) => readFileSync(join(root, file), 'utf8');
const names = JSON.parse(read('tools/names.json'));
const { prefix, kept } = names.lwc;

/** Every file of the packages, from the project's folder on. */
const paths = JSON.parse(read('sfdx-project.json')).packageDirectories.flatMap(({ path: folder }) => {
  const inside = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true }) : [];
  return inside.map((file) => `${folder}/${file.replaceAll('\\', '/')}`).sort();
});

function problemsOfClass(path) {
  const [, name] = /\/(\w+)\.cls$/.exec(path) ?? [];
  if (name === undefined) return [];
  const { words, longest } = names.apex;
  const humps = name.match(/[A-Z][a-z0-9]*|\d+/g) ?? [];
  if (name.length > longest) return [`${path}: a class has a name of at most ${longest} characters`];
  if (humps.length > 1 && humps.some((hump) => words.includes(hump))) return [];
  return [`${path}: name it in two words or more, one of them ${words.join(', ')}, so that it overwrites nobody's class`];
}

/** Every bundle, a folder inside a folder named lwc, with its files. */
function bundles() {
  const found = new Map();
  for (const path of paths) {
    const [, bundle, name, file] = /^(.*\/lwc\/(\w+))(?:\/(\w+(?:\.\w+)+))?$/.exec(path) ?? [];
    if (bundle === undefined) continue;
    if (!found.has(bundle)) found.set(bundle, { bundle, name, files: [] });
    if (file !== undefined) found.get(bundle).files.push(file);
  }
  return [...found.values()];
}

const upper = (word) => word[0].toUpperCase() + word.slice(1);
const lower = (word) => (/^[A-Z]+$/.test(word) ? word.toLowerCase() : word[0].toLowerCase() + word.slice(1));
const camel = (label) => label.split('_').map((word, index) => (index === 0 ? lower(word) : upper(word))).join(''); // prettier-ignore

function problemOfName({ bundle, name }) {
  if (name in kept || new RegExp(`^${prefix}[A-Z]`).test(name)) return [];
  return [`${bundle}: name it ${prefix}${upper(name)}, or say in tools/names.json why it keeps its name`];
}

function problemsOfLabels({ bundle, files }) {
  const sources = files.filter((file) => /\.(ts|html)$/.test(file)).map((file) => ({ file, text: read(`${bundle}/${file}`) }));
  const shown = sources.filter(({ file }) => file !== 'labels.ts');
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)].flatMap(([, name, label]) => {
      if (file !== 'labels.ts') return [`${bundle}/${file}: import the label ${label} in labels.ts`];
      if (name !== camel(label)) return [`${bundle}/labels.ts: the label ${label} is ${camel(label)}, not ${name}`];
      if (shown.some((source) => new RegExp(`\\blabels\\.${name}\\b`).test(source.text))) return [];
      return [`${bundle}/labels.ts: nothing shows the label ${label}`];
    }),
  );
}

const found = bundles();
const problems = [
  ...paths.flatMap(problemsOfClass),
  ...found.flatMap((bundle) => [...problemOfName(bundle), ...problemsOfLabels(bundle)]),
  ...Object.keys(kept)
    .filter((name) => !found.some((bundle) => bundle.name === name))
    .map((name) => `tools/names.json: there is no bundle ${name} to keep the name of; take it out`),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
