/**
 * R35: what must deploy by itself compiles and passes its Apex tests: force-app in an org without Person Accounts and without Employee2,
 * employee2 with it in an org that allows no trigger on Employee2, and connected-apps with it in an org without user provisioning.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { shareSyntaxTrees } from './syntax-trees.mjs';

const root = resolve(import.meta.dirname, '..');
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));

/** Names of the test classes of a package directory. */
const classesOf = (name) =>
  readdirSync(join(root, name, 'test'), { recursive: true })
    .filter((file) => file.endsWith('Test.cls'))
    .map((file) => basename(file, '.cls'));

/** Whether the Apex tests of the last of these package directories pass, run by an administrator without our permission sets. */
async function test(packages, features) {
  const folder = mkdtempSync(join(tmpdir(), 'packages-alone-'));
  try {
    for (const name of packages) cpSync(join(root, name), join(folder, name), { recursive: true });
    const project = read('sfdx-project.json');
    const org = read('local-org.json');
    project.packageDirectories = project.packageDirectories.filter(({ path }) => packages.includes(path));
    const write = (name, content) => writeFileSync(join(folder, name), JSON.stringify(content));
    write('sfdx-project.json', project);
    write('local-org.json', {
      ...org,
      features,
      users: org.users.slice(0, 1).map((user) => ({ ...user, permissionSets: [] })),
      seed: [],
      folders: [],
      setupPages: [],
    });
    shareSyntaxTrees(folder);
    const classes = classesOf(packages.at(-1)).flatMap((name) => ['--class', name]);
    const command = [join(root, 'packages/local-org/bin/local-org.mjs'), 'test', '--project', folder, ...classes];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    const status = await new Promise((done) => child.once('close', done));
    console.log(`${packages.join(' and ')} without the rest\n${said.trimEnd()}`);
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const passed = await Promise.all([
  test(['force-app'], []),
  test(['force-app', 'employee2'], read('local-org.json').features),
  test(['force-app', 'connected-apps'], []),
]);
process.exitCode = passed.every(Boolean) ? 0 : 1;
