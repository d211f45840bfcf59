/**
 * `npm run check:dependencies`: every dependency is at its newest, or docs/dependencies.md says why not and speaks of the version that is here.
 * With `--offline` only the list is held against the package.json files. Ends with 2 when the registry does not answer.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const PACKAGES = ['package.json', 'packages/local-org/package.json', 'tools/platform/package.json'];
const LIST = 'docs/dependencies.md';
const AT_ONCE = 4;

const problems = [];

/** Versions by name; an override may put another package in the place of one. Ranges choose the newest by themselves. */
function declared() {
  const versions = new Map();
  for (const file of PACKAGES) {
    const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(root, file), 'utf8'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides })) {
      const [, other, exact] = /^(?:npm:(.+)@)?(\d.*)$/.exec(version) ?? [];
      if (exact === undefined) continue;
      const known = versions.get(other ?? name);
      if (known !== undefined && known !== exact) problems.push(`${name} is ${known} in one package.json and ${exact} in ${file}`);
      versions.set(other ?? name, exact);
    }
  }
  return versions;
}

function listed() {
  const rows = readFileSync(join(root, LIST), 'utf8').matchAll(/^\| `(\S+)` +\| (\S+) +\|/gm);
  return new Map([...rows].map(([, name, version]) => [name, version]));
}

/** Whether version `a` comes before `b`, by their three numbers. */
function isBefore(a, b) {
  const numbers = (version) => version.match(/\d+/g).slice(0, 3).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  const i = left.findIndex((number, at) => number !== right[at]);
  return i >= 0 && left[i] < right[i];
}

async function newest(name) {
  const { stdout } = await promisify(execFile)('npm', ['view', '--prefer-online', name, 'version'], { cwd: root });
  return stdout.trim();
}

const here = declared();
const reasons = listed();
for (const [name, version] of reasons) {
  if (here.get(name) !== version) problems.push(`${LIST} speaks of ${name} ${version}; here is ${here.get(name) ?? 'none'}`);
}

let isAnswered = true;
const waiting = process.argv.includes('--offline') ? [] : [...here];
const worker = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, version] = next;
    try {
      const latest = await newest(name);
      if (isBefore(version, latest) && !reasons.has(name))
        problems.push(`${name} is ${version}, and ${latest} is out: take it, or say in ${LIST} why not`);
      if (!isBefore(version, latest) && reasons.has(name))
        problems.push(`${name} ${version} is the newest: its line in ${LIST} is no longer true`);
    } catch (error) {
      isAnswered = false;
      waiting.length = 0;
      console.error(`not run: the registry did not answer for ${name}: ${error.message}`);
    }
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));

for (const problem of problems) console.error(problem);
if (problems.length === 0 && isAnswered)
  console.log(`dependencies: ${here.size}, of which ${reasons.size} are not at their newest, each with its reason`);
process.exitCode = problems.length > 0 ? 1 : isAnswered ? 0 : 2;
