/**
 * Holds our Lightning web components to the names of tools/names.json. Without a namespace a bundle is known by its name alone, and a deployment
 * overwrites one of the same name that the customer wrote: so ours begin with a word of our domain, except those whose names others know.
 * Usage: node scripts/check-names.mjs [folder of the project]
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** A bundle is a folder inside a folder named lwc. */
function bundles() {
  const folders = readJson('sfdx-project.json').packageDirectories.map((directory) => directory.path);
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`))
    .map((path) => ({ path, name: /\/lwc\/(\w+)$/.exec(path)?.[1] }))
    .filter((bundle) => bundle.name !== undefined);
}

const { prefix, kept } = readJson('tools/names.json').lwc;
const found = bundles();
const isOurs = (name) => name in kept || new RegExp(`^${prefix}[A-Z]`).test(name);
const problems = [
  ...found
    .filter(({ name }) => !isOurs(name))
    .map(
      ({ path, name }) =>
        `${path}: name it ${prefix}${name[0].toUpperCase()}${name.slice(1)}, or say in tools/names.json why it keeps its name`,
    ),
  ...Object.keys(kept)
    .filter((name) => !found.some((bundle) => bundle.name === name))
    .map((name) => `tools/names.json: there is no bundle ${name} to keep the name of; take it out`),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
