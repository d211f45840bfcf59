import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { KEPT, keepingProject } from './leavers-refused';
import { count, items, lastProcess, letSignIn, LIFECYCLE, provision, terminate } from './lifecycle-org';
import { serve } from './served-org';
import { saveSettings, startRun, type ProcessJson } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'leavers-refused-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R48, R21: whom the org keeps active is frozen meanwhile; dry and live say the same', async () => {
  const db = join(folder, 'org.db');
  const project = keepingProject(join(folder, 'project'));
  const first = await serve({ db, project });
  await provision(first, 20);
  await first.stop();
  letSignIn(db);
  const org = await serve({ db, project });
  const run = async (body: { mode?: string }): Promise<ProcessJson> => {
    expect((await startRun(org, 'admin', { scope: 'Leavers', ...body })).status).toBe(202);
    return lastProcess(org);
  };
  await terminate(org, 20);

  const dry = await run({ mode: 'DryRun' });
  const live = await run({});

  // Every tenth had a user before, whom nothing deactivates.
  expect(live).toMatchObject({ status: 'Finished', total: 20, updated: 16, failed: 4 });
  expect(await items(org, live.id)).toEqual(await items(org, dry.id));
  expect(await frozen()).toEqual(KEPT);
  const said = await org.query<{ Cause__c: string; Code__c: string }>(
    `SELECT Cause__c, Code__c FROM ProvisioningProcessItem__c WHERE Process__c = '${live.id}' AND EmployeeNumber__c IN ('${KEPT.join("', '")}')`,
  );
  expect(said).toMatchObject(KEPT.map(() => ({ Cause__c: 'REFUSED_DEACTIVATION', Code__c: 'FROZEN_INSTEAD' })));

  // The next day they are tried again, and stay frozen.
  expect(await run({})).toMatchObject({ total: 4, failed: 4 });
  expect(await frozen()).toEqual(KEPT);

  // Users of others are frozen once the settings say so, and then out of reach.
  await saveSettings(org, { ...LIFECYCLE, freezeForeignUsers: true });
  expect(await run({})).toMatchObject({ total: 4, updated: 2, failed: 2 });
  expect(await frozen()).toEqual(['W10000', ...KEPT, 'W10010']);
  expect(await count(org, 'SELECT COUNT(Id) n FROM User WHERE IsActive = true AND ProvisionedEmployee__c != null')).toBe(4);
  expect(await run({})).toMatchObject({ total: 4, updated: 0, skipped: 2, failed: 2 });
  await org.stop();

  async function frozen(): Promise<string[]> {
    const users = await org.query<{ EmployeeNumber: string }>(
      'SELECT EmployeeNumber FROM User WHERE Id IN (SELECT UserId FROM UserLogin WHERE IsFrozen = true) ORDER BY EmployeeNumber',
    );
    return users.map((user) => user.EmployeeNumber);
  }
});
