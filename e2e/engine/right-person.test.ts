import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { armKill, unlessKilled } from './kills';
import { LIFECYCLE, DATA, updateAll } from './lifecycle-org';
import { projectOf, triggerFiles } from './project';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { API, idle, insertAll, load, loadUsers, people, processes, resume, saveSettings, startRun, type Person } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'right-person-'));
const SHARED = 'boss@old.example';
/** A commit of a run over two chunks that lies between its halves. */
const IN_THE_MIDDLE = 6;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const person = (number: string, email: string | null): Person => ({ number, lastName: `Person ${number}`, email });

/** A user of others, with the address by which the tests match. */
async function boss(org: ServedOrg): Promise<string> {
  await loadUsers(org, ['BOSS'], 'Standard User', () => SHARED);
  const [user] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'BOSS'");
  return user!.Id;
}

/** Outcome and cause of each person in the latest process that dealt with them, by number. */
async function answers(org: ServedOrg): Promise<Record<string, string>> {
  const rows = await org.query<{ EmployeeNumber__c: string; Outcome__c: string; Cause__c: string | null }>(
    'SELECT EmployeeNumber__c, Outcome__c, Cause__c FROM ProvisioningProcessItem__c ORDER BY Process__r.Name',
  );
  return Object.fromEntries(rows.map((row) => [row.EmployeeNumber__c, row.Cause__c ?? row.Outcome__c]));
}

async function userOf(org: ServedOrg, number: string): Promise<string | null> {
  const [employee] = await org.query<{ UserId: string | null }>(`SELECT UserId FROM Employee2 WHERE EmployeeNumber = '${number}'`);
  return employee!.UserId;
}

async function run(org: ServedOrg, body: object = { mode: 'Live' }): Promise<string> {
  const started = await startRun(org, 'admin', body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  await idleUnlessParked(org);
  return started.body.id;
}

async function idleUnlessParked(org: ServedOrg): Promise<void> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const open = (await processes(org)).filter(({ status }) => ['Queued', 'Initializing', 'Processing'].includes(status));
    if (open.every(({ status }) => status === 'Queued')) return;
  }
}

async function carryOn(org: ServedOrg, processId: string): Promise<void> {
  expect((await resume(org, processId)).status).toBe(202);
  await idle(org);
}

describe('R13: who claims one user', () => {
  const template = join(folder, 'template.db');
  const crowd = people(230).map((one, i) => ({ ...one, email: `crowd${i}@north.example` }));
  let user: string;

  beforeAll(async () => {
    const org = await serve({ db: template });
    user = await boss(org);
    await load(org, [person('A', SHARED), ...crowd, person('B', SHARED)]);
    await saveSettings(org, { matchByEmail: true, maximumCreates: 200 });
    await org.stop();
  });

  async function nobodyGotTheUser(org: ServedOrg, ...numbers: string[]): Promise<void> {
    const found = await answers(org);
    for (const number of numbers) expect([number, found[number]]).toEqual([number, 'AMBIGUOUS_MATCH']);
    const [linked] = await org.query<{ n: number }>(`SELECT COUNT(Id) n FROM Employee2 WHERE UserId = '${user}'`);
    expect(linked!.n).toBe(0);
    expect(await strayKeys(org)).toEqual([]);
    await org.stop();
  }

  test('nobody gets it, whoever comes or is saved while the run is parked', async () => {
    const org = await serve({ db: copyDatabase(template, join(folder, 'parked.db')) });
    const processId = await run(org);
    expect((await processes(org))[0]).toMatchObject({ status: 'Queued' });
    await load(org, [person('C', SHARED)]);
    const [b] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'B'");
    await updateAll(org, [{ attributes: { type: 'Employee2' }, Id: b!.Id, EmployeeStatus: 'Active' }]);
    await carryOn(org, processId);
    await nobodyGotTheUser(org, 'A', 'B', 'C');
  });

  test('nobody gets it, killed and revived, nor in a selection or a retry', async () => {
    const db = copyDatabase(template, join(folder, 'killed.db'));
    const killed = await serve({ db });
    await saveSettings(killed, { matchByEmail: true });
    await armKill(killed, { point: 'commit.after', nth: IN_THE_MIDDLE });
    expect(await unlessKilled(killed, () => run(killed))).toBeNull();
    const org = await serve({ db, flags: ['--interrupted=fail'] });
    await org.call('admin', 'POST', '/__local/clock', { advance: '11m' });
    await idle(org);
    expect((await processes(org))[0]).toMatchObject({ status: 'Finished', total: 232 });
    await saveSettings(org, { matchByEmail: true });
    const processId = await run(org);
    const employees = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'B'");
    await run(org, { mode: 'Live', employeeIds: employees.map(({ Id }) => Id) });
    expect((await org.call('admin', 'POST', `${API}/processes/${processId}/retry`, {})).status).toBe(202);
    await idle(org);
    await nobodyGotTheUser(org, 'A', 'B');
  });

  test('the same dry, live and in the diagnosis', async () => {
    const org = await serve({ db: copyDatabase(template, join(folder, 'dry.db')) });
    await saveSettings(org, { matchByEmail: true });
    await run(org, { mode: 'DryRun' });
    const dry = await answers(org);
    for (const number of ['A', 'B']) {
      const { body } = await org.call<{ forecast: { cause: string } }>('admin', 'GET', `${API}/employees/${number}/diagnosis`);
      expect(body.forecast.cause).toBe(dry[number]);
    }
    await run(org);
    await nobodyGotTheUser(org, 'A', 'B');
  });
});

test('R13: all new employees with one address are ambiguous, 700 as well as two, and the message names three', async () => {
  const org = await serve({ db: join(folder, 'many.db') });
  await load(
    org,
    people(700).map((one) => ({ ...one, email: SHARED })),
  );
  await load(org, [person('P1', 'pair@north.example'), person('P2', 'PAIR@north.example')]);
  await saveSettings(org, { matchByEmail: true });
  await run(org, { mode: 'DryRun' });
  const dry = await answers(org);
  expect(Object.keys(dry)).toHaveLength(702);
  expect(new Set(Object.values(dry))).toEqual(new Set(['AMBIGUOUS_MATCH']));
  await run(org);
  expect(await answers(org)).toEqual(dry);
  const [item] = await org.query<{ Message__c: string }>(
    "SELECT Message__c FROM ProvisioningProcessItem__c WHERE EmployeeNumber__c = 'W10500' AND Process__r.Mode__c = 'Live'",
  );
  expect(item!.Message__c.match(/\(W\d+\)/g)).toHaveLength(3);

  await saveSettings(org);
  await run(org);
  const [waiting] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM Employee2 WHERE UserId = null');
  expect(waiting!.n).toBe(0);
  await org.stop();
});

describe('R8: no failure leaves a key on a user of others', () => {
  /** The number was mistyped as 7, is corrected to 8, and the true owner of the user comes. */
  async function corrected(org: ServedOrg): Promise<void> {
    const [wrong] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = '7'");
    await updateAll(org, [{ attributes: { type: 'Employee2' }, Id: wrong!.Id, EmployeeNumber: '8' }]);
    await load(org, [person('7', 'owner@north.example')]);
    await run(org);
    const [owner] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = '7'");
    expect(await userOf(org, '7')).toBe(owner!.Id);
    expect(await userOf(org, '8')).not.toBe(owner!.Id);
    expect(await userOf(org, '8')).toBeTruthy();
    expect(await strayKeys(org)).toEqual([]);
    await org.stop();
  }

  test('and one whose licence cannot take the permission set is linked without it', async () => {
    const org = await serve({ db: join(folder, 'license.db') });
    await loadUsers(org, ['7']);
    await load(org, [person('7', 'owner@north.example')]);
    await saveSettings(org, {
      profile: 'Unified Employee',
      permissionSets: ['Employee_Hub_Unified_Employee_User'],
    });
    await run(org);
    expect(await org.query('SELECT Outcome__c, Code__c FROM ProvisioningProcessItem__c')).toMatchObject([
      { Outcome__c: 'Linked', Code__c: 'SETS_LEFT_OUT' },
    ]);
    const [owner] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = '7'");
    expect(await userOf(org, '7')).toBe(owner!.Id);
    expect(await strayKeys(org)).toEqual([]);
    await org.stop();
  });

  test.each([
    ['LINK', "employee.addError('not this one');"],
    ['POISON', 'while (true) { Integer found = [SELECT COUNT() FROM Organization]; }'],
  ])('not one whose link is refused or dies (%s), in a chunk that another row splits', async (cause, refusal) => {
    const rule = `trigger CustomerRule on Employee2 (before update) {
      for (Employee2 employee : Trigger.new) {
        if (employee.EmployeeNumber == 'BAD' && employee.UserId != null) { throw new IllegalArgumentException('bad'); }
        if (employee.EmployeeNumber == '7' && employee.UserId != null && [SELECT COUNT() FROM Account WHERE Name = 'Lift'] == 0) { ${refusal} }
      }
    }`;
    const org = await serve({ db: join(folder, `${cause}.db`), project: projectOf(join(folder, cause), { files: triggerFiles(rule) }) });
    await loadUsers(org, ['7']);
    await load(org, [...people(20), person('7', 'typo@north.example'), person('BAD', 'bad@north.example')]);
    await saveSettings(org);
    await run(org);
    expect(await answers(org)).toMatchObject({ 7: cause });
    expect(await strayKeys(org)).toEqual([]);
    await insertAll(org, [{ attributes: { type: 'Account' }, Name: 'Lift' }]);
    await corrected(org);
  });

  test('where a User trigger writes setup records, the key goes first and everybody is linked all the same', async () => {
    const trigger = `trigger CustomerGroups on User (after update) {
      List<PermissionSet> sets = [SELECT Id FROM PermissionSet WHERE Name = 'Provisioning_Auditor'];
      List<PermissionSetAssignment> missing = new List<PermissionSetAssignment>();
      for (User user : Trigger.new) {
        if ([SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = :user.Id AND PermissionSetId = :sets[0].Id] == 0) {
          missing.add(new PermissionSetAssignment(AssigneeId = user.Id, PermissionSetId = sets[0].Id));
        }
      }
      insert missing;
    }`;
    const org = await serve({ db: join(folder, 'setup.db'), project: projectOf(join(folder, 'setup'), { files: triggerFiles(trigger) }) });
    await loadUsers(org, ['7', 'W10003']);
    await load(org, [...people(20), person('7', 'seven@north.example')]);
    await saveSettings(org);
    await run(org, { mode: 'DryRun' });
    const dry = await answers(org);
    await run(org);
    expect(await answers(org)).toMatchObject({ 7: 'Linked', W10003: 'Linked' });
    expect(dry).toMatchObject(await answers(org));
    expect(await userOf(org, '7')).toBeTruthy();
    expect(await strayKeys(org)).toEqual([]);
    expect(await org.query("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'ProvisioningKeyJob'")).toHaveLength(1);
    await org.stop();
  });
});

test('R13, R30: the user of an employee who was deleted and loaded again stays ours', async () => {
  const org = await serve({ db: join(folder, 'deleted.db') });
  await load(org, [person('D', 'dana@north.example')]);
  await saveSettings(org, { leaverStatuses: ['Terminated'], leaverAction: 'Deactivate' });
  await run(org);
  const user = await userOf(org, 'D');
  const [employee] = await org.query<{ Id: string; ContactId: string }>("SELECT Id, ContactId FROM Employee2 WHERE EmployeeNumber = 'D'");
  expect((await org.call('admin', 'DELETE', `${DATA}/sobjects/Employee2/${employee!.Id}`)).status).toBe(204);
  const again = { attributes: { type: 'Employee2' }, ContactId: employee!.ContactId, EmployeeNumber: 'D', EmployeeStatus: 'Active' };
  await insertAll(org, [{ ...again, StatusStartDate: '2026-01-05T08:00:00.000Z' }]);
  await run(org);
  expect(await userOf(org, 'D')).toBe(user);

  const [reloaded] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'D'");
  await updateAll(org, [{ attributes: { type: 'Employee2' }, Id: reloaded!.Id, EmployeeStatus: 'Terminated' }]);
  await run(org, { mode: 'Live', scope: 'Leavers' });
  const [left] = await org.query<{ IsActive: boolean }>(`SELECT IsActive FROM User WHERE Id = '${user!}'`);
  expect(left!.IsActive).toBe(false);
  await org.stop();
});

test('R29, R30: of several employees with one user the one whose key it carries decides, in another chunk too, dry and live', async () => {
  const org = await serve({ db: join(folder, 'shared.db') });
  await load(org, [person('0000', 'second@north.example')], 'Inactive');
  await load(
    org,
    people(210).map((one, i) => ({ ...one, email: `crowd${i}@north.example` })),
  );
  await load(org, [person('OWNER', 'owner@north.example')]);
  await saveSettings(org, LIFECYCLE);
  await run(org);
  const [second] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = '0000'");
  const shared = await userOf(org, 'OWNER');
  await updateAll(org, [{ attributes: { type: 'Employee2' }, Id: second!.Id, UserId: shared }]);
  for (const scope of ['Changes', 'Leavers']) {
    if (scope === 'Leavers') {
      const everybody = await org.query<{ Id: string }>('SELECT Id FROM Employee2');
      await updateAll(org, everybody.map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus: 'Terminated' }))); // prettier-ignore
    }
    const counters = [];
    for (const mode of ['DryRun', 'Live']) {
      const processId = await run(org, { mode, scope });
      const [item] = await org.query<{ Outcome__c: string; Cause__c: string }>(
        `SELECT Outcome__c, Cause__c FROM ProvisioningProcessItem__c WHERE Process__c = '${processId}' AND EmployeeNumber__c = '0000'`,
      );
      expect(item).toMatchObject({ Outcome__c: 'Skipped', Cause__c: 'SHARED_USER' });
      const [{ total, updated, skipped, failed } = {}] = await processes(org);
      counters.push({ total, updated, skipped, failed });
    }
    expect(counters[0]).toEqual(counters[1]);
  }
  await org.stop();
});

test('R15: names of people whom only their numbers tell apart, or whose names have no Latin letter', async () => {
  const org = await serve({ db: join(folder, 'names.db') });
  const wide = { number: '１２３', lastName: '李', email: '123@north.example' };
  const chinese = { number: '王', lastName: '王', email: "'@north.example" };
  await load(org, [person('023', 'ann1@north.example'), person('1023', 'ann@north.example'), person('9'.repeat(20), 'long@north.example'), wide, chinese]); // prettier-ignore
  await saveSettings(org);
  await run(org);
  const items = await org.query<{ EmployeeNumber__c: string; Cause__c: string; Message__c: string }>(
    'SELECT EmployeeNumber__c, Cause__c, Message__c FROM ProvisioningProcessItem__c',
  );
  expect(items).toEqual([]);
  const users = await org.query<{ Username: string; EmployeeNumber: string }>(
    'SELECT Username, EmployeeNumber FROM User WHERE ProvisionedEmployee__c != null',
  );
  expect(users).toHaveLength(5);
  for (const { Username } of users) expect(Username).toMatch(/^[a-z0-9][a-z0-9._-]*@northwind\.example$/);
  await org.stop();
});
