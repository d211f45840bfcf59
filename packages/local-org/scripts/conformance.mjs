/**
 * Runs public Apex suites unchanged, each at its commit, and writes docs/conformance.md: what passed of all test methods that stand in the
 * sources. A class that does not compile loses all of its methods, and a project that is refused all of its classes.
 * Usage: node scripts/conformance.mjs FOLDER [NAME ...]; FOLDER holds a clone of each suite under its name, and what is missing is cloned there.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '..');
const document = join(folder, 'docs/conformance.md');
const suites = JSON.parse(readFileSync(join(folder, 'conformance/suites.json'), 'utf8'));
const program = join(folder, 'bin/local-org.mjs');
const MAX_BYTES = 1 << 30;
const LONGEST_CAUSE = 110;
/** Causes with a row of their own; the rest of a suite is counted together. */
const CAUSES_SHOWN = 12;

function git(at, ...args) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', at, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
  return stdout.trim();
}

/** A clone of the suite at its commit; throws when it is at another one. */
function cloneOf({ name, repository, commit }, sources) {
  const clone = join(sources, name);
  if (!existsSync(clone)) {
    git(sources, 'clone', '--quiet', repository, name);
    git(clone, 'checkout', '--quiet', commit);
  }
  const at = git(clone, 'rev-parse', 'HEAD');
  if (!at.startsWith(commit)) throw new Error(`${clone} is at ${at}, not at ${commit}`);
  return clone;
}

/** Classes without a project get one around them. */
function projectOf(suite, clone, draft) {
  if (!suite.isFolderOfClasses) return clone;
  cpSync(clone, join(draft, 'force-app'), { recursive: true, filter: (path) => !path.includes('.git') });
  writeFileSync(join(draft, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app","default":true}]}');
  return draft;
}

function testsOf(suite, sources) {
  const draft = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const project = projectOf(suite, cloneOf(suite, sources), draft);
    const run = spawnSync(process.execPath, [program, 'test', '--project', project, '--json'], { encoding: 'utf8', maxBuffer: MAX_BYTES });
    const { result, error } = JSON.parse(run.stdout);
    if (!Array.isArray(result?.tests)) throw new Error(`${suite.name}: ${error}`);
    return result;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What failed, without the place: many tests fail for one cause. */
function causeOf({ outcome, message }) {
  const text = (message ?? 'no message').split('\n')[0].replaceAll(/\s+/g, ' ').replaceAll('|', '/');
  const bare =
    outcome === 'CompileFail' ? `does not compile: ${rootOf(text).replace(/(The project is refused: )?\S+:\d+:\d+ /, '$1')}` : text;
  return bare.length > LONGEST_CAUSE ? `${bare.slice(0, LONGEST_CAUSE)}…` : bare;
}

/** What follows from another file's error is counted with that error. */
const rootOf = (text) => /, because \S+ does not compile \((.*)\)$/.exec(text)?.[1] ?? text;

function causesOf(tests) {
  const counts = new Map();
  for (const test of tests.filter(({ outcome }) => outcome !== 'Pass')) counts.set(causeOf(test), (counts.get(causeOf(test)) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const others = sorted.slice(CAUSES_SHOWN);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return [...sorted.slice(0, CAUSES_SHOWN), ...(rest > 0 ? [[`${others.length} other causes`, rest]] : [])];
}

const share = (passed, total) => `${total === 0 ? '0.0' : ((100 * passed) / total).toFixed(1)} %`;
const row = (cells) => `| ${cells.join(' | ')} |`;

function text(results) {
  const overview = results.map(({ suite, tests, notCompiled, passed }) =>
    row([
      `[${suite.name}](${suite.repository})`,
      `\`${suite.commit}\``,
      passed,
      tests.length,
      share(passed, tests.length),
      notCompiled.length,
      notCompiled.reduce((sum, { methods }) => sum + methods.length, 0),
    ]),
  );
  const causes = results
    .filter(({ tests, passed }) => passed < tests.length)
    .flatMap(({ suite, tests }) => [
      `### ${suite.name}`,
      '',
      row(['tests', 'cause, as the local org says it']),
      row(['---:', '---']),
      ...causesOf(tests).map(([cause, count]) => row([count, cause.replaceAll(/[<>*_`]/g, '\\$&')])),
      '',
    ]);
  return [
    '# Public Apex suites on the local org',
    '',
    "How much of other people's Apex runs here unchanged: every suite at a fixed commit, its own tests, on the local org of this repository.",
    'Counted are the test methods that stand in the sources: a class that does not compile loses all of its methods, a project that is refused all',
    'of its classes. A trigger that does not compile fails every save that it should have guarded. Written by `node scripts/conformance.mjs FOLDER`, in the',
    'folder of this package; the list is in `conformance/suites.json`.',
    '',
    row(['suite', 'commit', 'passed', 'tests', 'share', 'classes lost', 'tests lost with them']),
    row(['---', '---', '---:', '---:', '---:', '---:', '---:']),
    ...overview,
    '',
    '## What the others fail for',
    '',
    ...causes,
  ].join('\n');
}

const [sources, ...names] = process.argv.slice(2);
if (sources === undefined) throw new Error('Name the folder that holds the suites, or where they shall be cloned');
for (const name of names) if (!suites.some((suite) => suite.name === name)) throw new Error(`conformance/suites.json has no suite ${name}`);
const results = [];
for (const suite of suites.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const { tests, notCompiled, passed } = testsOf(suite, resolve(sources));
  results.push({ suite, tests, notCompiled, passed });
  console.log(`${suite.name.padEnd(20)} ${passed} of ${tests.length} (${share(passed, tests.length)}), ${notCompiled.length} classes lost`);
}
// one suite alone is for looking at: the document shows all of them
if (names.length > 0) console.log(`\n${text(results)}`);
else {
  writeFileSync(document, text(results));
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', document], { stdio: 'inherit' });
}
