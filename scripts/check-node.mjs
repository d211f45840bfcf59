/**
 * `npm run check:node`: a fresh clone of what is committed, on every version of Node that package.json names: installs, starts the local org, runs
 * the tests of the components and of the runtime. Versions and steps as arguments run those alone: `npm run check:node -- 22 start`.
 * Ends with 1 when a step fails, else with 2 when the registry does not have a version for this machine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 20_000;

/** Every step but the first needs what that one installs. */
const STEPS = {
  install: (on) => on.run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel', 'error']),
  start: starts,
  'test:lwc': (on) => on.run('npm', ['run', '--silent', 'test:lwc']),
  'test:runtime': (on) => on.run('npm', ['run', '--silent', 'test:runtime']),
};

/** The folder of Node's program in that version, newest of its line, as the registry serves it; null when it does not. */
function programsOf(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(root, '.local-org/node', version);
  mkdirSync(folder, { recursive: true });
  const options = ['--no-save', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel', 'error'];
  const { status } = spawnSync('npm', ['install', '--prefix', folder, ...options, `${name}@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const programs = join(folder, 'node_modules', name, 'bin');
  return status === 0 || existsSync(join(programs, 'node')) ? programs : null;
}

/** A clone and a way to run commands in it, in which `node`, and with it npm, is the version asked for. */
function cloneFor(programs) {
  const folder = mkdtempSync(join(tmpdir(), 'check-node-'));
  const options = { cwd: folder, env: { ...process.env, PATH: programs + delimiter + process.env.PATH } };
  const run = (command, args) => spawnSync(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  if (!run('git', ['clone', '--quiet', root, folder])) throw new Error('The project could not be cloned');
  return { folder, options, run };
}

/** The sample org becomes ready, and ends in order when it is told to. */
async function starts({ folder, options }) {
  const org = spawn(join(folder, 'node_modules/.bin/local-org'), ['start', '--headless'], {
    ...options,
    env: { ...options.env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let timer = setTimeout(() => org.kill('SIGKILL'), START_TIMEOUT_MS);
  let said = '';
  org.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    const wasReady = said.includes('Ready:');
    said += text;
    if (wasReady || !said.includes('Ready:')) return;
    clearTimeout(timer);
    org.kill('SIGTERM');
    timer = setTimeout(() => org.kill('SIGKILL'), STOP_TIMEOUT_MS);
  });
  const code = await new Promise((done) => org.once('close', done));
  clearTimeout(timer);
  return code === 0 && said.includes('Ready:');
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** What became of the steps on that version. */
async function check(version, steps) {
  const programs = programsOf(version);
  if (programs === null)
    return steps.map((step) => ({ version, step, verdict: 'not run', why: 'the registry has no such Node for this machine' }));
  const on = cloneFor(programs);
  const results = [];
  try {
    on.run('node', ['--version']);
    for (const step of steps) {
      console.log(`\n── Node ${version}: ${step}`);
      const started = performance.now();
      const isOk = await STEPS[step](on);
      results.push({ version, step, verdict: isOk ? 'ok' : 'FAILED', why: `${((performance.now() - started) / 1000).toFixed(0)} s` });
      if (step === 'install' && !isOk) break;
    }
  } finally {
    rmSync(on.folder, { recursive: true, force: true });
  }
  return results;
}

const versions = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .engines.node.split('||')
  .map((line) => /\d+/.exec(line)[0]);
const wanted = process.argv.slice(2);
for (const word of wanted) {
  if (!versions.includes(word) && !(word in STEPS))
    throw new Error(`${word} is none of ${[...versions, ...Object.keys(STEPS)].join(', ')}`);
}
const among = (names) => (names.some((name) => wanted.includes(name)) ? names.filter((name) => wanted.includes(name)) : names);
const steps = among(Object.keys(STEPS));

const results = [];
for (const version of among(versions)) results.push(...(await check(version, [...new Set(['install', ...steps])])));

console.log('');
for (const { version, step, verdict, why } of results)
  console.log(`${verdict.padEnd(8)} Node ${version.padEnd(3)} ${step.padEnd(13)} ${why}`);
const verdicts = new Set(results.map(({ verdict }) => verdict));
process.exitCode = verdicts.has('FAILED') ? 1 : verdicts.has('not run') ? 2 : 0;
