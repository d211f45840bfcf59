/**
 * Runs our Apex tests in every shape of org in tools/shapes: a folder with the local-org.json of that org, and beside it the folder `rules` where
 * the org has metadata of its own. A customer's org has other seats, users, names and rules than ours, and a deployment fails with its tests.
 * Each shape begins its tests at a moment of its own (moments.json): shortly before a day, a year or the summer time ends, in one zone or another, so that
 * a test which holds only at some times of day fails here and not one night in CI.
 * Names of shapes as arguments run those alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { shareSyntaxTrees } from './syntax-trees.mjs';

const root = resolve(import.meta.dirname, '..');
const shapes = join(root, 'tools/shapes');

const command = join(root, 'packages/local-org/bin/local-org.mjs');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const moments = readJson(join(shapes, 'moments.json'));

/** Package directories that an org without these features cannot have. */
const NEEDS = { employee2: 'Employee2', 'employee2-trigger': 'Employee2', 'connected-apps-flow': 'UserProvisioning' };

/** A project of the packages that fit the org, with what the org has of its own. */
function projectOf(shape) {
  const folder = mkdtempSync(join(tmpdir(), `shape-${shape}-`));
  const link = (from, name) => symlinkSync(from, join(folder, name), 'junction');
  const { features } = readJson(join(shapes, shape, 'local-org.json'));
  const project = readJson(join(root, 'sfdx-project.json'));
  project.packageDirectories = project.packageDirectories.filter(({ path }) => !(path in NEEDS) || features.includes(NEEDS[path]));
  for (const { path } of project.packageDirectories) link(join(root, path), path);
  if (existsSync(join(shapes, shape, 'rules'))) {
    link(join(shapes, shape, 'rules'), 'rules');
    project.packageDirectories.push({ path: 'rules' });
  }
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  writeFileSync(join(folder, 'local-org.json'), readFileSync(join(shapes, shape, 'local-org.json')));
  shareSyntaxTrees(folder);
  return folder;
}

/** What a command of the local org wrote as JSON, or what it said instead. */
async function localOrg(...args) {
  const child = spawn(process.execPath, [command, ...args, '--json'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
  await new Promise((done) => child.once('close', done));
  const line = said.stdout.trim();
  return line === '' ? { result: null, error: said.stderr } : JSON.parse(line);
}

async function testIn(shape) {
  const folder = projectOf(shape);
  try {
    const { result, error } = await localOrg('test', '--project', folder, '--at', moments[shape]);
    return { shape, tests: result?.tests ?? null, seconds: (result?.durationMs ?? 0) / 1000, error };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tests of a class where it compiles: what does not compile in one shape fails there with all of them. */
function methodsByClass(runs) {
  const methods = new Map();
  for (const { tests } of runs) {
    const counts = new Map();
    for (const test of tests ?? []) if (test.outcome !== 'CompileFail') counts.set(test.class, (counts.get(test.class) ?? 0) + 1);
    for (const [name, count] of counts) methods.set(name, Math.max(count, methods.get(name) ?? 0));
  }
  return methods;
}

const wanted = process.argv.slice(2);
const all = readdirSync(shapes).filter((name) => existsSync(join(shapes, name, 'local-org.json')));
for (const name of wanted) if (!all.includes(name)) throw new Error(`There is no shape ${name}; there are ${all.join(', ')}`);
for (const name of all) if (moments[name] === undefined) throw new Error(`tools/shapes/moments.json has no moment for ${name}`);
const waiting = wanted.length > 0 ? [...wanted] : [...all];

// Compiles once, so that the runs side by side find every syntax tree.
await localOrg('check');
const runs = [];
const worker = async () => {
  for (let shape = waiting.shift(); shape !== undefined; shape = waiting.shift()) runs.push(await testIn(shape));
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, worker));

const methods = methodsByClass(runs);
const countOf = (test) => (test.outcome === 'CompileFail' ? (methods.get(test.class) ?? 1) : 1);
const total = (tests) => tests.reduce((sum, test) => sum + countOf(test), 0);
let isGreen = true;
for (const { shape, tests, seconds, error } of runs.sort((a, b) => (a.shape < b.shape ? -1 : 1))) {
  const failures = (tests ?? []).filter(({ outcome }) => outcome === 'Fail' || outcome === 'CompileFail');
  const isOk = tests !== null && tests.length > 0 && failures.length === 0 && error === null;
  isGreen &&= isOk;
  for (const test of failures) console.log(`${shape}  ${test.class}.${test.method}  ${test.message}`);
  const counts = tests === null ? error : `${total(tests) - total(failures)} passed, ${total(failures)} failed in ${seconds.toFixed(1)} s`;
  console.log(`${isOk ? 'ok    ' : 'FAILED'} ${shape.padEnd(20)} ${counts}`);
}
process.exitCode = isGreen ? 0 : 1;
