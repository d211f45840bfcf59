import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { count, DATA, items, lastProcess, letSignIn, LIFECYCLE, passHourlyLook, provision, terminate, updateAll } from './lifecycle-org';
import { copyDatabase, onCopy, serve, type ServedOrg } from './served-org';
import { API, saveSettings, startRun, type ProcessJson } from './workforce';

const PEOPLE = 220;
/** Of them, every tenth had a user before. */
const OURS = 198;
const folder = mkdtempSync(join(tmpdir(), 'returns-'));
const template = join(folder, 'template.db');
const signedIn = join(folder, 'signed-in.db');

beforeAll(async () => {
  const org = await serve({ db: template });
  await provision(org, PEOPLE);
  await org.stop();
  letSignIn(copyDatabase(template, signedIn));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R47, R21: a broken feed locks everybody out, and the run is undone once the feed is repaired', async () => {
  await onCopy(template, 'undone', async (org) => {
    await passHourlyLook(org);
    const before = await users(org);
    await terminate(org, PEOPLE);
    const leavers = await run(org, { scope: 'Leavers' });
    expect(leavers).toMatchObject({ status: 'Finished', updated: OURS });
    expect(await users(org)).not.toEqual(before);

    // Whoever is a leaver still stays out unless that is what is asked for.
    expect(await bringBack(org, leavers, { mode: 'DryRun' })).toMatchObject({ total: OURS, skipped: OURS, updated: 0 });
    await setStatus(org, 'Active');
    // An edit in the second in which the run ended cannot be told from the run's own (R47).
    await org.call('admin', 'POST', '/__local/clock', { advance: '2m' });
    const [edited, kept] = await org.query<{ Id: string; EmployeeNumber: string }>(
      'SELECT Id, EmployeeNumber FROM User WHERE IsActive = false AND ProvisionedEmployee__c != null ORDER BY EmployeeNumber LIMIT 2',
    );
    await updateAll(org, [{ attributes: { type: 'User' }, Id: edited!.Id, Title: 'Agent' }]);
    expect(await keep(org, kept!.EmployeeNumber)).toBe(200);

    const dry = await bringBack(org, leavers, { mode: 'DryRun' });
    const live = await bringBack(org, leavers, {});

    expect(live).toMatchObject({
      status: 'Finished',
      scope: 'BringBack',
      parentId: leavers.id,
      total: OURS,
      updated: OURS - 2,
      skipped: 2,
    });
    expect(await items(org, live.id)).toEqual(await items(org, dry.id));
    const said = (await items(org, live.id)).filter((item) => item[1] === 'Skipped');
    expect(said.map((item) => [item[0], item[2]])).toEqual([
      [edited!.EmployeeNumber, 'IN_USE'],
      [kept!.EmployeeNumber, 'KEPT_LOCKED_OUT'],
    ]);
    await updateAll(
      org,
      [edited!, kept!].map(({ Id }) => ({ attributes: { type: 'User' }, Id, IsActive: true, Title: null })),
    );
    expect(await users(org)).toEqual(before);
  });
});

test('R47: only what was frozen is lifted, of some as of all, also of leavers where that is asked for', async () => {
  const org = await serve({ db: copyDatabase(signedIn, join(folder, 'frozen.db')) });
  await saveSettings(org, { ...LIFECYCLE, leaverAction: 'Freeze' });
  await passHourlyLook(org);
  await terminate(org, 5);
  const leavers = await run(org, { scope: 'Leavers' });
  expect(leavers).toMatchObject({ updated: 5 });
  const staff = await org.query<{ Id: string }>('SELECT Id FROM Employee2 ORDER BY EmployeeNumber LIMIT 5');
  expect(await frozen(org)).toBe(5);

  const some = await bringBack(org, leavers, { employeeIds: [staff[0]!.Id, staff[1]!.Id], includeLeavers: true });
  expect(some).toMatchObject({ scope: 'BringBackLeavers', total: 2, updated: 2 });
  expect(await frozen(org)).toBe(3);
  expect(await items(org, some.id)).toMatchObject([
    [expect.anything(), 'Updated', null, '{"IsFrozen":true}'],
    [expect.anything(), 'Updated', null, '{"IsFrozen":true}'],
  ]);

  // Who was unfrozen and frozen again by hand is a person's.
  const [login] = await org.query<{ Id: string }>(`SELECT Id FROM UserLogin WHERE IsFrozen = true LIMIT 1`);
  await org.call('admin', 'POST', '/__local/clock', { advance: '5m' });
  for (const IsFrozen of [false, true]) {
    expect((await org.call('admin', 'PATCH', `${DATA}/sobjects/UserLogin/${login!.Id}`, { IsFrozen })).status).toBe(204);
  }
  const rest = await bringBack(org, leavers, { includeLeavers: true });
  expect(rest).toMatchObject({ total: 5, updated: 2, skipped: 3 });
  expect(await frozen(org)).toBe(1);

  // The next run over leavers locks them out again.
  expect(await run(org, { scope: 'Leavers' })).toMatchObject({ updated: 4 });
  for (const [id, body, status] of [
    [some.id, {}, 409],
    [leavers.id, { includeLeavers: 'yes' }, 400],
    [leavers.id, { employeeIds: [] }, 400],
    [leavers.id, { scope: 'Leavers' }, 400],
  ] as const) {
    expect((await org.call('admin', 'POST', `${API}/processes/${id}/bring-back`, body)).status).toBe(status);
  }
  expect((await org.call('auditor', 'POST', `${API}/processes/${leavers.id}/bring-back`, {})).status).toBe(403);
  await org.stop();
});

test.each(['Deactivate', 'Freeze'])(
  'R47: who returns after %s is listed, and let in by a run over returns; by itself only after one by hand',
  async (leaverAction) => {
    const org = await serve({ db: copyDatabase(signedIn, join(folder, `${leaverAction}.db`)) });
    const settings = {
      ...LIFECYCLE,
      leaverAction,
      updateOnChange: false,
      bringBack: 'Automatic',
      permissionSets: ['Provisioning_Employee_Data'],
    };
    await saveSettings(org, settings);
    await terminate(org, 20);
    const out = leaverAction === 'Freeze' ? 20 : 18;
    expect(await run(org, { scope: 'Leavers' })).toMatchObject({ updated: out });
    await setStatus(org, 'Active');
    const [byHand] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'W10030'");
    await updateAll(org, [{ attributes: { type: 'User' }, Id: byHand!.Id, IsActive: false }]);

    const state = leaverAction === 'Freeze' ? 'Frozen' : 'Inactive';
    expect(await returnsOf(org, 'W10001')).toMatchObject({ returns: { state, by: 'Engine', can: true }, keptLockedOut: null });
    expect(await returnsOf(org, 'W10030')).toMatchObject({ returns: { state: 'Inactive', by: 'Person', can: false } });
    expect(await returnsOf(org, 'W10040')).toMatchObject({ returns: null });
    expect(await keep(org, 'W10002')).toBe(200);
    expect(await returnsOf(org, 'W10002')).toMatchObject({
      returns: { state, can: false },
      keptLockedOut: { reason: 'Works for a rival.' },
    });
    expect(await findings(org)).toMatchObject(
      leaverAction === 'Freeze'
        ? [
            { code: 'USER_INACTIVE', count: 1 },
            { code: 'USER_FROZEN', count: 20 },
          ]
        : [{ code: 'USER_INACTIVE', count: 19 }],
    );

    await nextDay(org);
    expect(await scheduled(org)).toBe(0);
    const dry = await run(org, { scope: 'Returns', mode: 'DryRun' });
    const live = await run(org, { scope: 'Returns' });
    expect(live).toMatchObject({ status: 'Finished', scope: 'Returns', total: out - 1, updated: out - 1 });
    expect(await items(org, live.id)).toEqual(await items(org, dry.id));
    expect(await canSignIn(org)).toBe(PEOPLE - 2);
    expect(
      await count(
        org,
        `SELECT COUNT(Id) n FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Provisioning_Employee_Data' AND Assignee.EmployeeNumber IN ('W10001', 'W10003')`,
      ),
    ).toBe(2);

    expect((await org.call('admin', 'DELETE', `${API}/employees/W10002/keep-locked-out`)).status).toBe(200);
    await nextDay(org);
    expect(await scheduled(org)).toBe(1);
    expect(await canSignIn(org)).toBe(PEOPLE - 1);
    await org.stop();
  },
);

test('R23, R47: a maximum parks returns before the first is let in', async () => {
  await onCopy(template, 'guard', async (org) => {
    await saveSettings(org, { ...LIFECYCLE, maximumBringBacks: 3 });
    await terminate(org, 9);
    await run(org, { scope: 'Leavers' });
    await setStatus(org, 'Active');
    expect((await startRun(org, 'admin', { scope: 'Returns' })).status).toBe(202);
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body } = await org.call<{ processes: (ProcessJson & { guard: string })[] }>('admin', 'GET', `${API}/processes?limit=1`);
    expect(body.processes[0]).toMatchObject({ guard: 'MAXIMUM_BRING_BACKS', processed: 0, total: 8 });
    expect(await canSignIn(org)).toBe(PEOPLE - 8);
    expect((await org.call('admin', 'POST', `${API}/processes/${body.processes[0]!.id}/resume`)).status).toBe(202);
    expect(await lastProcess(org)).toMatchObject({ status: 'Finished', updated: 8 });
  });
});

async function run(org: ServedOrg, body: { scope: string; mode?: string }): Promise<ProcessJson> {
  expect((await startRun(org, 'admin', body)).status).toBe(202);
  return lastProcess(org);
}

async function bringBack(org: ServedOrg, undone: ProcessJson, body: object): Promise<ProcessJson & { parentId: string }> {
  const answer = await org.call<{ id: string }>('admin', 'POST', `${API}/processes/${undone.id}/bring-back`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  await lastProcess(org);
  return (await org.call<ProcessJson & { parentId: string }>('admin', 'GET', `${API}/processes/${answer.body.id}`)).body;
}

const keep = async (org: ServedOrg, number: string): Promise<number> =>
  (await org.call('admin', 'POST', `${API}/employees/${number}/keep-locked-out`, { reason: 'Works for a rival.' })).status;

const returnsOf = async (org: ServedOrg, number: string): Promise<object> =>
  (await org.call<object>('admin', 'GET', `${API}/employees/${number}/diagnosis`)).body;

async function findings(org: ServedOrg): Promise<{ code: string }[]> {
  const { body } = await org.call<{ findings: { code: string }[] }>('admin', 'GET', `${API}/check`);
  return body.findings.filter(({ code }) => code === 'USER_INACTIVE' || code === 'USER_FROZEN');
}

/** Flags and sets of everybody who was provisioned. */
async function users(org: ServedOrg): Promise<object> {
  return {
    users: await org.query('SELECT Username, IsActive, Title FROM User WHERE ProvisionedEmployee__c != null ORDER BY Username'),
    sets: await org.query(
      'SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE Assignee.ProvisionedEmployee__c != null ORDER BY AssigneeId, PermissionSetId',
    ),
  };
}

const frozen = (org: ServedOrg): Promise<number> => count(org, 'SELECT COUNT(Id) n FROM UserLogin WHERE IsFrozen = true');
const canSignIn = (org: ServedOrg): Promise<number> =>
  count(
    org,
    'SELECT COUNT(Id) n FROM User WHERE ProvisionedEmployee__c != null AND IsActive = true AND Id NOT IN (SELECT UserId FROM UserLogin WHERE IsFrozen = true)',
  );
const scheduled = (org: ServedOrg): Promise<number> =>
  count(org, "SELECT COUNT(Id) n FROM ProvisioningProcess__c WHERE Scope__c = 'Returns' AND Trigger__c = 'Scheduled'");

async function nextDay(org: ServedOrg): Promise<void> {
  await org.call('admin', 'POST', '/__local/clock', { advance: '25h' });
  await lastProcess(org);
}

async function setStatus(org: ServedOrg, EmployeeStatus: string): Promise<void> {
  const employees = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Terminated'");
  await updateAll(
    org,
    employees.map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus })),
  );
}
