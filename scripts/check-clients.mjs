/**
 * `npm run check:clients`: other people's clients, unmodified, against a served local org: every row of the table client x call of
 * packages/local-org/docs/clients.md, and the examples of examples/clients, which load people, run and read outcomes. TypeScript always; Python and Go
 * where they are installed. Ends with 1 when a row fails, and with 2 when one could not run.
 *
 * Usage: node scripts/check-clients.mjs [--people 10000]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleUsers, signIn, spawnOrg, whenReady } from 'local-org/serve';
import ts from 'typescript';
import { benchProject, root } from '../bench/served-org.mjs';

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' } } });
const people = Number(values.people);
const examples = join(root, 'examples/clients');
const folder = mkdtempSync(join(tmpdir(), 'clients-'));
const table = [];
const note = (client, call, verdict) => {
  table.push({ client, call, verdict });
  console.log(`${client} | ${call} | ${verdict}`);
};

/** Runs a program to its end; what it says is read while it runs, and the org beside it goes on. */
function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', errors: '' };
    child.stdout.on('data', (text) => (said.out += text));
    child.stderr.on('data', (text) => (said.errors += text));
    child.once('error', (error) => done({ status: null, ...said, errors: error.message }));
    child.once('close', (status) => done({ status, ...said }));
  });
}

const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

async function jsforce() {
  const { status, out, errors } = await run('npx', [
    'vitest',
    'run',
    '--root',
    'packages/local-org',
    '--reporter=json',
    'test/rest/jsforce',
  ]);
  let report;
  try {
    report = JSON.parse(out.slice(out.indexOf('{')));
  } catch {
    note('jsforce', 'all', `FAILED (exit code ${status}) ${errors.slice(-500)}`);
    return;
  }
  for (const file of report.testResults) {
    for (const test of file.assertionResults)
      note('jsforce', test.title, test.status === 'passed' ? 'ok' : `FAILED ${test.failureMessages[0]?.slice(0, 300)}`);
  }
}

/** An example's outcome has to be that everybody was loaded and got a user. */
function judge(client, count, { status, out, errors }) {
  const answer = status === 0 ? JSON.parse(out.trim().split('\n').at(-1)) : null;
  const isRight = answer?.status === 'Finished' && answer.created === count && answer.users === count && answer.loaded.Created === count;
  note(client, `example: ${count} people`, isRight ? 'ok' : `FAILED ${out.slice(-300)}${errors.slice(-700)}`);
}

async function typeScript(env) {
  const source = readFileSync(join(examples, 'typescript/load-people.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: 'ES2023', module: 'ESNext' } });
  const file = join(folder, 'load-people.mjs');
  writeFileSync(file, outputText);
  judge('TypeScript (fetch)', people, await run(process.execPath, [file], { env: { ...env, PEOPLE: String(people), PREFIX: 'TS' } }));
}

/** The interpreter of an environment of its own with the example's requirements; null, and a line that says why, when there is none. */
function python() {
  if (!has('python3', '--version')) return void note('simple-salesforce', 'all', 'not run: no python3');
  const home = join(root, '.local-org/tools/python');
  const interpreter = join(home, 'bin/python');
  if (!existsSync(interpreter) && !has('python3', '-m', 'venv', home))
    return void note('simple-salesforce', 'all', 'not run: no python3-venv');
  const installed = spawnSync(
    interpreter,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', join(examples, 'python/requirements.txt')],
    {
      encoding: 'utf8',
    },
  );
  if (installed.status === 0) return interpreter;
  return void note('simple-salesforce', 'all', `not run: pip could not install it (${installed.stderr.trim().split('\n').at(-1)})`);
}

async function simpleSalesforce(env) {
  const interpreter = python();
  if (!interpreter) return;
  const { status, out, errors } = await run(interpreter, [join(root, 'scripts/clients/simple_salesforce_rows.py')], { env });
  const rows = out.trim().split('\n').filter(Boolean);
  for (const row of rows) note('simple-salesforce', ...row.split('\t'));
  if (rows.length === 0) note('simple-salesforce', 'all', `FAILED (exit code ${status}) ${errors.slice(-700)}`);
  judge(
    'simple-salesforce',
    people,
    await run(interpreter, [join(examples, 'python/load_people.py')], { env: { ...env, PEOPLE: String(people), PREFIX: 'PY' } }),
  );
}

async function go(env) {
  if (!has('go', 'version')) return note('Go (net/http)', 'all', 'not run: no go');
  const cwd = join(examples, 'go');
  const count = Math.min(people, 400);
  judge(
    'Go (net/http)',
    count,
    await run('go', ['run', '.'], { cwd, env: { ...env, PEOPLE: String(count), PREFIX: 'GO', GOFLAGS: '-mod=mod' } }),
  );
}

const project = benchProject({ licenses: { Salesforce: 3 * people + 2000 } });
const org = await spawnOrg({ project, db: join(folder, 'org.db'), flags: ['--headless', '--no-seed'] });
try {
  mkdirSync(join(root, '.local-org/tools'), { recursive: true });
  await whenReady(org);
  const admin = (await sampleUsers(org.baseUrl)).find(({ alias }) => alias === 'admin');
  const token = await signIn(org.baseUrl, admin);
  const settings = await fetch(`${org.baseUrl}/services/apexrest/provisioning/v1/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ profile: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', usernameSuffix: 'clients.example' }),
  });
  if (!settings.ok) throw new Error(await settings.text());
  const env = { SALESFORCE_URL: org.baseUrl, SALESFORCE_TOKEN: token };
  await typeScript(env);
  await simpleSalesforce(env);
  await go(env);
} finally {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(project, { recursive: true, force: true });
}
await jsforce();

const failed = table.filter(({ verdict }) => verdict.startsWith('FAILED')).length;
const notRun = table.filter(({ verdict }) => verdict.startsWith('not run')).length;
console.log(`${table.length - failed - notRun} rows ok, ${failed} failed, ${notRun} not run`);
process.exitCode = failed > 0 ? 1 : notRun > 0 ? 2 : 0;
