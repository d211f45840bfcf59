import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './served-org';

const project = mkdtempSync(join(tmpdir(), 'names-'));
afterAll(() => rmSync(project, { recursive: true }));

const check = (folder?: string): { stderr: string; status: number | null } => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'scripts/check-names.mjs'), ...(folder ? [folder] : [])], {
    encoding: 'utf8',
  });
  return { stderr, status };
};

test('every component of ours has a name of our domain', () => {
  expect(check()).toEqual({ stderr: '', status: 0 });
});

test('a component that might be the name of a customer’s is named, and so is a kept name that nobody has', () => {
  mkdirSync(join(project, 'tools'), { recursive: true });
  writeFileSync(join(project, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
  writeFileSync(
    join(project, 'tools/names.json'),
    JSON.stringify({ lwc: { prefix: 'provisioning', kept: { viewAll: 'A tab.', gone: 'It was a tab.' } } }),
  );
  for (const bundle of ['provisioningList', 'viewAll', 'loading', 'provisioning']) {
    mkdirSync(join(project, 'app/main/shared/lwc', bundle, '__tests__'), { recursive: true });
  }
  const { stderr, status } = check(project);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n').sort()).toEqual([
    'app/main/shared/lwc/loading: name it provisioningLoading, or say in tools/names.json why it keeps its name',
    'app/main/shared/lwc/provisioning: name it provisioningProvisioning, or say in tools/names.json why it keeps its name',
    'tools/names.json: there is no bundle gone to keep the name of; take it out',
  ]);
});
