/**
 * `npm run check:cli`: the Salesforce CLI, unmodified, against a local org that is empty at the start. Each row is a command, the exit code that it
 * has to end with, and what its JSON has to hold. The CLI, and a version of Node that runs it, are installed below `.local-org/tools/cli` when they
 * are not there. Every run has a home of its own; nothing but this machine is called. Ends with 2 when npm cannot download them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const CLI = '2.150.6';
/** The CLI asks for it (engines). */
const NODE = '22';
const tools = process.env.CLI_FOLDER ?? join(root, '.local-org/tools/cli');
const COMMAND_TIMEOUT_MS = 1_200_000;
const START_TIMEOUT_MS = 240_000;

const nodeProgram = join(tools, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
const cliProgram = join(tools, 'node_modules/@salesforce/cli/bin/run.js');

function install() {
  if (existsSync(nodeProgram) && existsSync(cliProgram)) return true;
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  const packages = [`@salesforce/cli@${CLI}`, `node-${process.platform}-${process.arch}@${NODE}`];
  const options = ['--ignore-scripts', '--no-fund', '--no-audit', '--loglevel', 'error'];
  const { status } = spawnSync('npm', ['install', '--prefix', tools, ...options, ...packages], { stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0 && existsSync(nodeProgram) && existsSync(cliProgram);
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

const ORG = {
  name: 'Empty',
  features: ['PersonAccounts', 'Employee2', 'UserProvisioning'],
  licenses: ['Salesforce', 'Salesforce Platform', 'Unified Employee'].map((name) => ({ name, seats: 5000 })),
  users: [
    { alias: 'admin', username: 'admin@empty.example', profile: 'System Administrator', permissionSets: [] },
    { alias: 'reader', username: 'reader@empty.example', profile: 'Standard User', permissionSets: [] },
  ],
};
/** An org without metadata, in a process of its own, and a project beside it from which the CLI deploys. */
async function startOrg(folder) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sfdx = JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0', sfdcLoginUrl: url });
  const files = {
    'org/sfdx-project.json': sfdx,
    'org/local-org.json': JSON.stringify(ORG),
    'org/force-app/.gitkeep': '',
    'project/sfdx-project.json': sfdx,
    'project/force-app/.gitkeep': '',
    'project/hello.apex': "System.debug('hello');\ninsert new Account(Name = 'Apex');\n",
    'project/broken.apex': 'Integer i = nope;\n',
  };
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  const program = join(root, 'packages/local-org/bin/local-org.mjs');
  const flags = ['start', '--project', join(folder, 'org'), '--db', join(folder, 'org.db'), '--headless'];
  const child = spawn(process.execPath, [program, ...flags], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('The local org was not ready in time')), START_TIMEOUT_MS);
    child.once('exit', (code) => fail(new Error(`The local org ended with ${code}`)));
    child.stdout.on('data', (text) => {
      if (!/^Ready: /m.test(text.toString())) return;
      clearTimeout(late);
      done();
    });
  });
  return { url, stop: () => child.kill('SIGTERM') };
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function tokenOf(url, username) {
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'cli', client_secret: 'cli', username, password: 'local-org-1' });
  const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: form });
  return (await response.json()).access_token;
}

/** The environment of a run: nothing of whoever starts it reaches the CLI, and it asks nobody but the org. */
function environment(home, url, token) {
  return {
    PATH: `${dirname(nodeProgram)}:${process.env.PATH}`,
    HOME: home,
    TMPDIR: home,
    SF_ACCESS_TOKEN: token,
    SF_ORG_INSTANCE_URL: url,
    SF_ORG_API_VERSION: '67.0',
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    NO_COLOR: '1',
  };
}

/** What a row says about the JSON of its command; `ids` carries what later rows need. */
const ROWS = [
  {
    command: 'org login access-token --instance-url {url} --alias lo --set-default --no-prompt',
    checks: 'signs in as the owner of the token',
    holds: ({ result }) => result.username === 'admin@empty.example' && result.orgId.startsWith('00D'),
  },
  { command: 'org display', checks: 'Connected', holds: ({ result }) => result.connectedStatus === 'Connected' },
  { command: 'org list', checks: 'lists the org', holds: ({ result }) => result.other.some((one) => one.alias === 'lo') },
  {
    command: 'org open --url-only --path /lightning/page/home',
    checks: 'a link that signs in once',
    holds: async ({ result }) => {
      const statuses = [];
      for (let i = 0; i < 2; i++) statuses.push((await fetch(result.url, { redirect: 'manual' })).status);
      return statuses.join() === '303,401';
    },
  },
  {
    command: 'data create record --sobject Account --values Name=Northwind',
    checks: 'gives the id',
    holds: ({ result }, ids) => (ids.account = result.id).startsWith('001') && result.success,
  },
  {
    command: 'data update record --sobject Account --record-id {account} --values Name=Southwind',
    checks: 'succeeds',
    holds: ({ result }) => result.success,
  },
  {
    command: 'data get record --sobject Account --record-id {account}',
    checks: 'has the new name',
    holds: ({ result }) => result.Name === 'Southwind',
  },
  {
    command: 'data query --query "SELECT Id, Name FROM Account"',
    checks: 'one row',
    holds: ({ result }) => result.totalSize === 1 && result.records[0].Name === 'Southwind',
  },
  { command: 'data delete record --sobject Account --record-id {account}', checks: 'succeeds', holds: ({ result }) => result.success },
  {
    command: 'apex run --file hello.apex',
    checks: 'ran, with the debug line in its log',
    holds: ({ result }) => result.success && result.logs.includes('hello'),
  },
  {
    command: 'apex run --file broken.apex',
    exit: 1,
    checks: 'says line 1 and the variable',
    holds: (json) => JSON.stringify(json).includes('nope'),
  },
  { command: 'sobject list --sobject all', checks: 'has Account', holds: ({ result }) => result.includes('Account') },
  {
    command: 'sobject describe --sobject Account',
    checks: 'has the field Name',
    holds: ({ result }) => result.fields.some((field) => field.name === 'Name'),
  },
  {
    command: 'org list limits',
    checks: 'has DailyApiRequests',
    holds: ({ result }) => result.some((one) => one.name === 'DailyApiRequests'),
  },
];

/** Words of a command line; double quotes keep words together. */
function words(line, ids) {
  const filled = line.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? `{${name}}`);
  return [...filled.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

async function runRow(row, { project, env, ids }) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(nodeProgram, [cliProgram, ...words(row.command, ids), '--json'], {
    cwd: project,
    env,
    encoding: 'utf8',
    timeout: COMMAND_TIMEOUT_MS,
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  let json = null;
  let isSo = false;
  try {
    json = JSON.parse(stdout);
    isSo = status === (row.exit ?? 0) && (await row.holds(json, ids));
  } catch (error) {
    json ??= { stdout, stderr, error: error.message };
  }
  console.log(`| \`sf ${row.command}\` | ${status} | ${row.checks} | ${isSo ? 'yes' : 'NO'} | ${seconds} s |`);
  if (!isSo) console.error(JSON.stringify(json, null, 1).slice(0, 1_500));
  return isSo;
}

if (!install()) {
  console.log(`not run: @salesforce/cli ${CLI} could not be installed`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'check-cli-'));
  let org = null;
  try {
    org = await startOrg(folder);
    const home = join(folder, 'home');
    mkdirSync(home);
    const { version } = JSON.parse(readFileSync(join(tools, 'node_modules/@salesforce/cli/package.json'), 'utf8'));
    console.log(`@salesforce/cli ${version}\n\n| command | exit code | what is checked | holds | time |\n| --- | --- | --- | --- | --- |`);
    const context = {
      project: join(folder, 'project'),
      env: environment(home, org.url, await tokenOf(org.url, 'admin@empty.example')),
      ids: { url: org.url },
    };
    let failures = 0;
    for (const row of ROWS) if (!(await runRow(row, context))) failures++;
    console.log(`\n${ROWS.length - failures} of ${ROWS.length} commands`);
    process.exitCode = failures === 0 ? 0 : 1;
  } finally {
    org?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
