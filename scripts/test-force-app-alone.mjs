/** R35: force-app by itself, in an org without Person Accounts and without Employee2, compiles and passes its Apex tests. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'force-app-alone-'));
try {
  cpSync(join(root, 'force-app'), join(folder, 'force-app'), { recursive: true });
  const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const project = read('sfdx-project.json');
  const org = read('local-org.json');
  project.packageDirectories = project.packageDirectories.filter(({ path }) => path === 'force-app');
  const write = (name, content) => writeFileSync(join(folder, name), JSON.stringify(content));
  write('sfdx-project.json', project);
  write('local-org.json', {
    ...org,
    features: [],
    users: org.users.slice(0, 1).map((user) => ({ ...user, permissionSets: [] })),
    seed: [],
  });
  const test = [join(root, 'local-org/bin/local-org.mjs'), 'test', '--project', folder];
  process.exitCode = spawnSync(process.execPath, test, { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
