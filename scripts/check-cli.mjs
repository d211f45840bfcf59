/**
 * `npm run check:cli`: the Salesforce CLI, unmodified, against a local org that is empty at the start. Each row is a command, the exit code that it
 * has to end with, and what its JSON has to hold. With `-- product` the product is deployed as well, package by package, with all its Apex tests.
 * The CLI, and a version of Node that runs it, are installed below `.local-org/tools/cli` when they
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
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const file = (root, lines) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${lines.map((line) => `    ${line}\n`).join('')}</${root}>\n`;
const CLASS_FILE = file('ApexClass', ['<apiVersion>67.0</apiVersion>', '<status>Active</status>']);
const manifest = (...types) => file('Package', [...types, '<version>67.0</version>']);

/** A class with its test, an object, labels and a permission set, in source format. */
const SHELF = {
  'project/force-app/classes/Shelf.cls': 'public with sharing class Shelf {\n  public static Integer size() {\n    return 3;\n  }\n}\n',
  'project/force-app/classes/Shelf.cls-meta.xml': CLASS_FILE,
  'project/force-app/classes/ShelfTest.cls':
    '@IsTest\nprivate class ShelfTest {\n  @IsTest\n  static void counts() {\n    Assert.areEqual(3, Shelf.size());\n  }\n}\n',
  'project/force-app/classes/ShelfTest.cls-meta.xml': CLASS_FILE,
  'project/force-app/objects/Tome__c/Tome__c.object-meta.xml': file('CustomObject', [
    '<deploymentStatus>Deployed</deploymentStatus>',
    '<label>Tome</label>',
    '<nameField><label>Name</label><type>Text</type></nameField>',
    '<pluralLabel>Tomes</pluralLabel>',
    '<sharingModel>ReadWrite</sharingModel>',
  ]),
  'project/force-app/objects/Tome__c/fields/Pages__c.field-meta.xml': file('CustomField', [
    '<fullName>Pages__c</fullName>',
    '<label>Pages</label>',
    '<precision>18</precision>',
    '<scale>0</scale>',
    '<type>Number</type>',
  ]),
  'project/force-app/labels/CustomLabels.labels-meta.xml': file('CustomLabels', [
    '<labels>',
    '<fullName>Greeting</fullName>',
    '<language>en_US</language>',
    '<protected>false</protected>',
    '<shortDescription>Greeting</shortDescription>',
    '<value>Hello &amp; welcome</value>',
    '</labels>',
  ]),
  'project/force-app/permissionsets/Librarian.permissionset-meta.xml': file('PermissionSet', [
    '<fieldPermissions><editable>true</editable><field>Tome__c.Pages__c</field><readable>true</readable></fieldPermissions>',
    '<label>Librarian</label>',
    '<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Tome__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
  ]),
};

/** An org without metadata, in a process of its own, and a project beside it from which the CLI deploys. */
async function startOrg(folder) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sfdx = JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' });
  const files = {
    'org/sfdx-project.json': sfdx,
    'org/local-org.json': JSON.stringify(ORG),
    'org/force-app/.gitkeep': '',
    'project/sfdx-project.json': sfdx,
    'project/force-app/.gitkeep': '',
    ...SHELF,
    'broken/sfdx-project.json': sfdx,
    'broken/force-app/classes/Broken.cls': 'public class Broken {\n\n\n\n\n  void a() {\n    Integer i = nope;\n  }\n}\n',
    'broken/force-app/classes/Broken.cls-meta.xml': CLASS_FILE,
    'retrieved/sfdx-project.json': sfdx,
    'retrieved/force-app/.gitkeep': '',
    'gone/package.xml': manifest(),
    'gone/destructiveChanges.xml': manifest('<types><members>ShelfTest</members><members>Shelf</members><name>ApexClass</name></types>'),
    'project/accounts.csv': 'Name,AccountNumber\nBulk 1,1\nBulk 2,2\n',
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
function environment(home, token) {
  return {
    PATH: `${dirname(nodeProgram)}:${process.env.PATH}`,
    HOME: home,
    TMPDIR: home,
    SF_ACCESS_TOKEN: token,
    SF_ORG_API_VERSION: '67.0',
    SF_TARGET_ORG: 'lo',
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
    command: 'org login access-token --instance-url {url} --alias lo --no-prompt',
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
    command: 'project deploy validate --source-dir force-app --test-level RunLocalTests --wait 10',
    checks: 'one test passed, nothing deployed yet',
    holds: ({ result }, ids) => {
      ids.validation = result.id;
      return result.status === 'Succeeded' && result.checkOnly && result.numberTestsCompleted === 1;
    },
  },
  {
    command: 'project deploy report --job-id {validation}',
    checks: 'the same result',
    holds: ({ result }) => result.status === 'Succeeded' && result.checkOnly,
  },
  {
    command: 'project deploy quick --job-id {validation} --wait 10',
    checks: 'deployed without tests',
    holds: ({ result }) => result.status === 'Succeeded' && !result.checkOnly && result.numberTestsTotal === 0,
  },
  {
    command: 'project deploy start --source-dir force-app --wait 10',
    checks: 'deployed again, nothing has changed',
    holds: ({ result }) => result.status === 'Succeeded' && result.files.every(({ state }) => state === 'Unchanged'),
  },
  {
    command: 'project deploy start --source-dir force-app --wait 10',
    folder: 'broken',
    exit: 1,
    checks: 'Broken.cls at line 7, column 17',
    holds: ({ result }) =>
      result.status === 'Failed' &&
      result.details.componentFailures.some((one) => one.fullName === 'Broken' && +one.lineNumber === 7 && +one.columnNumber === 17),
  },
  { command: 'org assign permset --name Librarian', checks: 'assigned', holds: ({ result }) => result.successes.length === 1 },
  {
    command: 'data create record --sobject Tome__c --values "Name=First Pages__c=3"',
    checks: 'the deployed object takes a record',
    holds: ({ result }) => result.success,
  },
  {
    command: 'project retrieve start --metadata ApexClass CustomObject:Tome__c CustomLabels PermissionSet:Librarian',
    folder: 'retrieved',
    checks: 'all files as they were sent',
    holds: (_json, _ids, folder) =>
      Object.entries(SHELF).every(([path, text]) => {
        const back = join(folder, path.replace('project/force-app', 'retrieved/force-app/main/default'));
        return same(readFileSync(back, 'utf8'), text);
      }),
  },
  {
    command: 'project generate manifest --source-dir force-app --output-dir manifest',
    checks: 'a package.xml',
    holds: (_json, _ids, folder) => readFileSync(join(folder, 'project/manifest/package.xml'), 'utf8').includes('<members>Shelf</members>'),
  },
  {
    command: 'org list metadata-types',
    checks: 'has ApexClass',
    holds: ({ result }) => result.metadataObjects.some((one) => one.xmlName === 'ApexClass'),
  },
  {
    command: 'org list metadata --metadata-type ApexClass',
    checks: 'lists the two classes with their ids',
    holds: ({ result }) => result.length === 2 && result.every((one) => one.id.startsWith('01p')),
  },
  {
    command: 'apex run test --synchronous --class-names ShelfTest',
    checks: 'one test passed',
    holds: ({ result }) => result.summary.outcome === 'Passed' && result.summary.testsRan === 1,
  },
  {
    command: 'project deploy start --metadata-dir ../gone --wait 10',
    checks: 'both classes are gone',
    holds: ({ result }) => result.status === 'Succeeded',
  },
  {
    command: 'data import bulk --sobject Account --file accounts.csv --wait 5',
    checks: 'two rows',
    holds: ({ result }) => result.successfulRecords === 2 && result.failedRecords === 0,
  },
  {
    command: `data export bulk --query "SELECT Id, Name FROM Account WHERE Name LIKE 'Bulk%'" --output-file out.csv --wait 5`,
    checks: 'two rows',
    holds: ({ result }) => result.totalSize === 2,
  },
  {
    command: 'data upsert bulk --sobject Account --file out.csv --external-id Id --wait 5',
    checks: 'two rows',
    holds: ({ result }) => result.jobInfo.numberRecordsProcessed === 2 && result.jobInfo.numberRecordsFailed === 0,
  },
  {
    command: `data export tree --query "SELECT Id, Name FROM Account WHERE Name LIKE 'Bulk%'" --output-dir tree`,
    checks: 'two records',
    holds: ({ result }) => result.records.length === 2,
  },
  { command: 'data import tree --files tree/Account.json', checks: 'two records', holds: ({ result }) => result.length === 2 },
  {
    command: 'org list limits',
    checks: 'has DailyApiRequests',
    holds: ({ result }) => result.some((one) => one.name === 'DailyApiRequests'),
  },
];

/** The product, package by package, into the same org: its Apex tests run where everything is there. */
const PRODUCT = [
  ['force-app', 'NoTestRun'],
  ['employee2', 'RunLocalTests'],
  ['connected-apps', 'NoTestRun'],
  ['translations', 'NoTestRun'],
].map(([source, level]) => ({
  command: `project deploy start --source-dir ${source} --test-level ${level} --wait 30`,
  folder: null,
  checks: level === 'NoTestRun' ? 'all components deployed' : 'all components deployed, all tests passed',
  holds: ({ result }) =>
    result.status === 'Succeeded' &&
    result.numberComponentErrors === 0 &&
    (level === 'NoTestRun' || (result.numberTestsTotal > 1_000 && result.numberTestErrors === 0)),
}));

/** The same XML, whatever the white space between its elements. */
const same = (one, other) => one.replace(/>\s+</g, '><').trim() === other.replace(/>\s+</g, '><').trim();

/** Words of a command line; double quotes keep words together. */
function words(line, ids) {
  const filled = line.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? `{${name}}`);
  return [...filled.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

async function runRow(row, { folder, env, ids }) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(nodeProgram, [cliProgram, ...words(row.command, ids), '--json'], {
    cwd: row.folder === null ? root : join(folder, row.folder ?? 'project'),
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
    isSo = status === (row.exit ?? 0) && (await row.holds(json, ids, folder));
  } catch (error) {
    json ??= { stdout, stderr, error: error.message };
  }
  console.log(`| \`sf ${row.command}\` | ${status} | ${row.checks} | ${isSo ? 'yes' : 'NO'} | ${seconds} s |`);
  if (!isSo) console.error(JSON.stringify(json, null, 1).slice(0, 1_500));
  return isSo;
}

const isWithProduct = process.argv.includes('product');
// Components are deployed as the JavaScript that a build makes.
if (isWithProduct) spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
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
      folder,
      env: environment(home, await tokenOf(org.url, 'admin@empty.example')),
      ids: { url: org.url },
    };
    let failures = 0;
    const rows = isWithProduct ? [...ROWS, ...PRODUCT] : ROWS;
    for (const row of rows) if (!(await runRow(row, context))) failures++;
    console.log(`\n${rows.length - failures} of ${rows.length} commands`);
    process.exitCode = failures === 0 ? 0 : 1;
  } finally {
    org?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
