import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { count, letSignIn, LIFECYCLE, provision, terminate, updateAll } from './lifecycle-org';
import { serve, type ServedOrg } from './served-org';
import { API, isOpen, load, people, processes, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly waitsFor: string | null };

const STAFF = 60;
const folder = mkdtempSync(join(tmpdir(), 'parked-lane-'));
let org: ServedOrg;
let parked: Process;

/** Leavers go daily, and a run over everybody has parked. */
beforeAll(async () => {
  const db = join(folder, 'org.db');
  org = await serve({ db });
  await provision(org, STAFF);
  await org.stop();
  letSignIn(db);
  org = await serve({ db });
  await saveSettings(org, { ...LIFECYCLE, maximumCreates: 1 });
  await startRun(org, 'admin', { scope: 'Leavers' });
  await settled();
  await load(org, people(STAFF + 5).slice(STAFF));
  await startRun(org, 'operator');
  await settled();
  parked = (await all())[0]!;
  expect(parked).toMatchObject({ guard: 'MAXIMUM_CREATES', waitsFor: 'Waits for somebody to continue or stop it.' });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R4, R30: who leaves while a run is parked is out by the daily run, by a run by hand, and by a selection', async () => {
  // The first of the staff had a user before: deactivating leaves that one alone.
  await terminate(org, 3);
  expect(await active()).toBe(2);
  await advance('25h');
  expect(await active()).toBe(0);
  expect(await scheduled('Leavers')).toMatchObject([{ status: 'Finished', updated: 2, failed: 1 }]);

  await terminate(org, 5);
  expect((await startRun(org, 'operator', { scope: 'Leavers' })).status).toBe(202);
  await settled();
  expect(await active()).toBe(0);

  await terminate(org, 6);
  const [sixth] = await org.query<{ Id: string }>(
    "SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Terminated' ORDER BY EmployeeNumber DESC LIMIT 1",
  );
  const selection = { mode: 'Live', scope: 'Leavers', employeeIds: [sixth!.Id] };
  expect((await org.call('operator', 'POST', `${API}/processes`, selection)).status).toBe(202);
  await settled();
  expect(await active()).toBe(0);
});

test('R4, R33: the daily changes wait once, say for what, and whoever answers for them is told once a day', async () => {
  const before = await mails();
  for (let day = 0; day < 3; day++) await advance('24h');

  const [changes, ...more] = await scheduled('Changes');
  expect(more).toEqual([]);
  expect(changes).toMatchObject({
    status: 'Queued',
    waitsFor: `Waits for ${parked.name}, which a guard has stopped: somebody has to continue or stop that run.`,
  });
  const told = (await mails()).slice(before.length).filter((subject) => subject.includes(changes!.name));
  expect(told).toEqual(
    Array.from({ length: 3 }, () => `User provisioning run ${changes!.name} (Changes) waits behind a run that has stopped.`),
  );
});

test('R4: cancelling the parked run lets the waiting one start', async () => {
  expect((await org.call('operator', 'POST', `${API}/processes/${parked.id}/cancel`)).status).toBe(202);
  await settled();
  expect(await scheduled('Changes')).toMatchObject([{ status: 'Finished', waitsFor: null }]);
});

test('R4, R29, R30: people who leave and return while both lanes are at work end where their status says', async () => {
  await saveSettings(org, { ...LIFECYCLE, leaverAction: 'Freeze' });
  const staff = await org.query<{ Id: string }>(`SELECT Id FROM Employee2 WHERE UserId != null AND EmployeeStatus = 'Active' LIMIT 40`);
  const set = (rows: { Id: string }[], EmployeeStatus: string) =>
    updateAll(
      org,
      rows.map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus })),
    );
  await set(staff.slice(0, 20), 'Terminated');
  const accounts = await org.query<{ Id: string }>("SELECT Id FROM Account WHERE AccountNumber LIKE 'W%'");
  await updateAll(
    org,
    accounts.map(({ Id }, i) => ({ attributes: { type: 'Account' }, Id, LastName: `Renamed ${i}` })),
  );

  const started = await Promise.all([
    startRun(org, 'admin', { scope: 'Leavers' }),
    startRun(org, 'operator', { scope: 'Changes' }),
    set(staff.slice(20), 'Terminated'),
  ]);
  expect([started[0].status, started[1].status]).toEqual([202, 202]);
  await settled();
  await startRun(org, 'admin', { scope: 'Leavers' });
  await settled();

  const ended = (await all()).slice(0, 3);
  expect(ended.every((run) => run.status === 'Finished' && run.processed === run.total)).toBe(true);
  const frozen = await count(org, 'SELECT COUNT(Id) n FROM UserLogin WHERE IsFrozen = true');
  // With the first of the staff, whom freezing reaches.
  expect(frozen).toBe(41);
  // Nobody's note or item went to the other run: an item that says Updated by changes is of somebody renamed.
  const renamed = await count(org, "SELECT COUNT(Id) n FROM User WHERE LastName LIKE 'Renamed%'");
  expect(ended.find((run) => run.scope === 'Changes')!.updated).toBe(renamed);
  expect(ended.filter((run) => run.scope === 'Leavers').reduce((sum, run) => sum + run.updated, 0)).toBe(41);
});

const all = async () => (await processes(org)) as Process[];
const scheduled = async (scope: string) => (await all()).filter((run) => run.trigger === 'Scheduled' && run.scope === scope);

/** Terminated people whose user is active. */
const active = () => count(org, "SELECT COUNT(Id) n FROM Employee2 WHERE EmployeeStatus = 'Terminated' AND User.IsActive = true AND User.ProvisioningProcessId__c != null"); // prettier-ignore

async function mails(): Promise<string[]> {
  const { emails } = (await org.call<{ emails: { subject: string }[] }>('admin', 'GET', '/__local/emails')).body;
  return emails.map(({ subject }) => subject);
}

async function advance(time: string): Promise<void> {
  await org.call('admin', 'POST', '/__local/clock', { advance: time });
  await settled();
}

/** Until nothing happens by itself any more: everybody has ended, is parked or waits behind who is parked. */
async function settled(): Promise<void> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const runs = await all();
    const busy = runs.filter((run) => isOpen(run) && run.guard === null && !run.waitsFor?.includes('which a guard has stopped'));
    if (busy.length === 0) return;
    await pause(20);
  }
}
