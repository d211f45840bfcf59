/**
 * `npm run check:package`: the local org as others get it. Packs it, installs the package in an empty folder outside the repository, where nothing of
 * the root's own dependencies helps, writes a small project there, runs its tests and loads every module of the public face.
 * Ends with 2 when npm cannot download what the package depends on.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const packageFolder = resolve(import.meta.dirname, '../packages/local-org');
const { name, exports } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));

const classFile = '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>67.0</apiVersion>\n    <status>Active</status>\n</ApexClass>\n'; // prettier-ignore
const PROJECT = {
  'package.json': '{ "private": true }\n',
  'sfdx-project.json': '{ "packageDirectories": [{ "path": "force-app", "default": true }], "sourceApiVersion": "67.0" }\n',
  'force-app/main/default/classes/Greeter.cls': `public with sharing class Greeter {
  public static void greet(String name) {
    insert as user new Account(Name = 'Hello ' + name);
  }
}
`,
  'force-app/main/default/classes/Greeter.cls-meta.xml': classFile,
  'force-app/main/default/classes/GreeterTest.cls': `@IsTest
private class GreeterTest {
  @IsTest
  static void greets() {
    Greeter.greet('Ada');
    Assert.areEqual('Hello Ada', [SELECT Name FROM Account].Name);
  }
}
`,
  'force-app/main/default/classes/GreeterTest.cls-meta.xml': classFile,
};

/** What npm calls a registry that it does not reach, or that does not serve. */
const NO_DOWNLOAD = /npm (?:error|ERR!) code (E(?:AI_AGAIN|CONN\w+|NETUNREACH|NOTCACHED|NOTFOUND|SOCKETTIMEDOUT|TIMEDOUT)|ERR_SOCKET_TIMEOUT|E40[1378]|E429|E5\d\d|ENOTFOUND)/; // prettier-ignore

class Verdict extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

function run(folder, command, args) {
  console.log(`── ${command} ${args.join(' ')}`);
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) throw error;
  return { status, stdout, stderr };
}

function require(isSo, what, { status, stdout, stderr }) {
  if (!isSo) throw new Verdict(`FAILED: ${what} (exit code ${status})\n${stdout}${stderr}`, 1);
}

function pack(folder) {
  const packed = run(packageFolder, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  require(packed.status === 0, 'npm pack', packed);
  return join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz')),
  );
}

function install(project, tarball) {
  const installed = run(project, 'npm', ['install', '--no-fund', '--no-audit', '--loglevel', 'error', tarball]);
  const missing = NO_DOWNLOAD.exec(installed.stderr)?.[1];
  if (installed.status !== 0 && missing) throw new Verdict(`not run: npm could not download the package's dependencies (${missing})`, 2);
  require(installed.status === 0, 'npm install of the package', installed);
}

function writeProject(folder) {
  for (const [path, text] of Object.entries(PROJECT)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function check(project) {
  const tested = run(project, 'npx', ['--no', name, 'test', '--json']);
  require(tested.status === 0, 'local-org test', tested);
  const { ok, command, result } = JSON.parse(tested.stdout);
  const passed = result.tests?.filter(({ outcome }) => outcome === 'Pass').map((test) => `${test.class}.${test.method}`);
  require(ok && command === 'test' && result.total === 1 && passed?.join() === 'GreeterTest.greets', "the tests' JSON", tested);
  for (const module of Object.keys(exports).filter((path) => !path.endsWith('.json'))) {
    const loaded = run(project, process.execPath, ['--input-type=module', '-e', `await import('${name}${module.slice(1)}')`]);
    require(loaded.status === 0, `import of ${name}${module.slice(1)}`, loaded);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'check-package-'));
try {
  const tarball = pack(folder);
  const project = join(folder, 'project');
  writeProject(project);
  install(project, tarball);
  check(project);
  console.log('package: installs alone, runs the tests of a project, and every module of its public face loads');
} catch (error) {
  if (!(error instanceof Verdict)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
