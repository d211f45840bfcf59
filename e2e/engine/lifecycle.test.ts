import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { load, loadUsers, people, processes, saveSettings, startRun, type ProcessJson } from './workforce';

const API = '/services/apexrest/provisioning/v1';
const DATA = '/services/data/v67.0';
const PEOPLE = 450;
const LONGEST_RUN_MS = 60_000;
/** Of the 450, every tenth had a user before. */
const KNOWN = 45;
const LIFECYCLE = { leaverStatuses: ['Terminated'], leaverAction: 'Deactivate', updateOnChange: true };

const folder = mkdtempSync(join(tmpdir(), 'lifecycle-'));
const template = join(folder, 'template.db');
let provisioning: ProcessJson;

beforeAll(async () => {
  const org = await serve({ db: template });
  const workforce = people(PEOPLE).map((person, i) => ({ ...person, email: `person${i}@north.example` }));
  await load(org, workforce);
  await loadUsers(
    org,
    workforce.filter((_, i) => i % 10 === 0).map((person) => person.number),
  );
  await saveSettings(org, LIFECYCLE);
  expect((await startRun(org)).status).toBe(202);
  provisioning = await lastProcess(org);
  expect(provisioning).toMatchObject({ status: 'Finished', created: PEOPLE - KNOWN, linked: KNOWN });
  await org.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R30, R14, R21: a dry run of leavers foresees what the live run then does, and users from before stay active', async () => {
  await onCopy('leavers.db', async (org) => {
    await terminate(org, 250);

    const dry = await run(org, { scope: 'Leavers', mode: 'DryRun' });
    const foreseen = await items(org, dry.id);
    expect(await activeUsers(org)).toBe(PEOPLE);
    const live = await run(org, { scope: 'Leavers' });

    expect(live).toMatchObject({ status: 'Finished', total: 250, processed: 250, updated: 225, failed: 25, skipped: 0 });
    expect(await items(org, live.id)).toEqual(foreseen);
    expect(await activeUsers(org)).toBe(PEOPLE - 225);
    expect(foreseen.filter((item) => item[1] === 'Failed').every((item) => item[2] === 'FOREIGN_USER')).toBe(true);
    expect(await linked(org)).toBe(PEOPLE);

    expect(await run(org, { scope: 'Leavers' })).toMatchObject({ total: 25, failed: 25, updated: 0 });
  });
});

test('R30: freezing is not deactivating, and reaches users from before as well', async () => {
  await onCopy('freeze.db', async (org) => {
    await saveSettings(org, { ...LIFECYCLE, leaverAction: 'Freeze' });
    await terminate(org, 60);

    expect(await run(org, { scope: 'Leavers' })).toMatchObject({ total: 60, updated: 60 });

    expect(await activeUsers(org)).toBe(PEOPLE);
    expect(await count(org, 'SELECT COUNT(Id) n FROM UserLogin WHERE IsFrozen = true')).toBe(60);
    expect(await run(org, { scope: 'Leavers' })).toMatchObject({ total: 0 });
  });
});

test('R29, R14: a renamed person account reaches the user; the address reaches only users of our own', async () => {
  await onCopy('changes.db', async (org) => {
    const accounts = await org.query<{ Id: string }>(
      "SELECT Id FROM Account WHERE AccountNumber IN ('W10000', 'W10001') ORDER BY AccountNumber",
    );
    for (const [i, account] of accounts.entries()) {
      const edit = { LastName: `Renamed ${i}`, PersonEmail: `renamed${i}@north.example` };
      expect((await org.call('admin', 'PATCH', `${DATA}/sobjects/Account/${account.Id}`, edit)).status).toBe(204);
    }

    const live = await run(org, { scope: 'Changes' });

    // The 44 other users from before take the name of their person as well.
    expect(live).toMatchObject({ status: 'Finished', total: PEOPLE, updated: KNOWN + 1, skipped: PEOPLE - KNOWN - 1 });
    const [before, ours] = await org.query<{ LastName: string; Email: string }>(
      "SELECT LastName, Email FROM User WHERE EmployeeNumber IN ('W10000', 'W10001') ORDER BY EmployeeNumber",
    );
    expect(before).toMatchObject({ LastName: 'Renamed 0', Email: 'before.w10000@north.example' });
    expect(ours).toMatchObject({ LastName: 'Renamed 1', Email: 'renamed1@north.example' });
    const page = await org.call<{ items: { employeeNumber: string; valuesBefore: object }[] }>(
      'admin',
      'GET',
      `${API}/processes/${live.id}/items?outcome=Updated&limit=200`,
    );
    expect(page.body.items.find((item) => item.employeeNumber === 'W10001')?.valuesBefore).toEqual({
      LastName: 'Worker 1',
      Email: 'person1@north.example',
    });
    expect(await run(org, { scope: 'Changes' })).toMatchObject({ updated: 0, skipped: PEOPLE });
  });
});

test('R29: the schedule looks once a day, and only at whom somebody touched since', async () => {
  await onCopy('daily.db', async (org) => {
    const first = await nextScheduled(org, 0);
    expect(first).toMatchObject({ scope: 'Changes', status: 'Finished', total: PEOPLE });
    const [account] = await org.query<{ Id: string }>("SELECT Id FROM Account WHERE AccountNumber = 'W10007'");
    await org.call('admin', 'PATCH', `${DATA}/sobjects/Account/${account!.Id}`, { LastName: 'Daily' });

    const second = await nextScheduled(org, 1);

    expect(second).toMatchObject({ scope: 'Changes', status: 'Finished', total: 1, updated: 1 });
    expect(await org.query("SELECT LastName FROM User WHERE EmployeeNumber = 'W10007'")).toMatchObject([{ LastName: 'Daily' }]);
  });
});

test('R31: what a run created is deactivated without its assignments; who was edited since is kept; nobody is unlinked', async () => {
  await onCopy('deactivate.db', async (org) => {
    const [edited] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'W10001'");
    expect((await org.call('admin', 'PATCH', `${DATA}/sobjects/User/${edited!.Id}`, { Title: 'Agent' })).status).toBe(204);
    const path = `${API}/processes/${provisioning.id}/deactivate`;

    expect((await org.call('auditor', 'POST', path, {})).status).toBe(403);
    expect((await org.call('admin', 'POST', path, {})).status).toBe(202);

    const done = await lastProcess(org);
    expect(done).toMatchObject({ status: 'Finished', total: PEOPLE - KNOWN, updated: PEOPLE - KNOWN - 1, skipped: 1 });
    expect(await activeUsers(org)).toBe(KNOWN + 1);
    expect(await linked(org)).toBe(PEOPLE);
    expect(
      await count(
        org,
        `SELECT COUNT(Id) n FROM PermissionSetAssignment WHERE Assignee.ProvisioningProcessId__c = '${provisioning.id}' AND PermissionSet.IsOwnedByProfile = false`,
      ),
    ).toBe(1);
    expect((await items(org, done.id)).find((item) => item[1] === 'Skipped')?.[2]).toBe('IN_USE');

    expect((await org.call('admin', 'POST', `${API}/processes/${done.id}/deactivate`, {})).status).toBe(409);
  });
});

test('R4: one live run per source, whatever its scope; a deactivation waits its turn', async () => {
  await onCopy('lock.db', async (org) => {
    await terminate(org, 250);
    const [first, second, third] = await Promise.all([
      startRun(org, 'admin', { scope: 'Leavers' }),
      startRun(org, 'operator', { scope: 'Changes' }),
      org.call<ProcessJson>('admin', 'POST', `${API}/processes/${provisioning.id}/deactivate`, {}),
    ]);

    expect([first.status, second.status].sort()).toEqual([202, 409]);
    expect(third.status).toBe(202);
    for (let waiting = true; waiting;) {
      waiting = (await processes(org)).some((process) => !['Finished', 'Failed'].includes(process.status));
      await pause(20);
    }
    expect((await processes(org)).slice(0, 2).every((process) => process.status === 'Finished')).toBe(true);
  });
}, 180_000);

test.each(['Deactivate', 'Freeze'])(
  'R6, R8: leavers (%s), killed at every commit and resumed or revived, end like an undisturbed run',
  async (leaverAction) => {
    const prepared = join(folder, `${leaverAction}.db`);
    await onCopy(`${leaverAction}.db`, async (org) => {
      // Without changes, which the schedule would carry over as soon as the clock has passed the hour.
      await saveSettings(org, { ...LIFECYCLE, leaverAction, updateOnChange: false });
      await terminate(org, 250);
    });
    const undisturbed = await ended(prepared, `undisturbed-${leaverAction}`, []);
    let kills = 0;
    for (let n = 0; n < 6; n++) {
      const point = `${['commit.before', 'commit.after'][n % 2]}:${2 + Math.floor(n / 2)}:kill`;
      const result = await ended(prepared, `killed-${leaverAction}-${n}`, [point], n % 4 < 2 ? 'resume' : 'fail');
      kills += result.deaths;
      expect({ ...result, deaths: 0 }, point).toEqual(undisturbed);
    }
    expect(kills).toBeGreaterThanOrEqual(4);
  },
);

/** Runs leavers to the end on a copy, through one death per fault; what the run left behind. */
async function ended(prepared: string, name: string, faults: string[], interrupted = 'resume'): Promise<object & { deaths: number }> {
  const db = copyDatabase(prepared, join(folder, `${name}.db`));
  const left = [...faults];
  for (let deaths = 0; ; deaths++) {
    const fault = left.shift();
    const org = await serve({ db, flags: [`--interrupted=${interrupted}`, ...(fault === undefined ? [] : ['--fault', fault])] });
    try {
      // What died long ago is what the watchdog looks for.
      if (interrupted === 'fail') await org.call('admin', 'POST', '/__local/clock', { advance: '11m' });
      if (!(await processes(org)).some((process) => process.scope === 'Leavers')) await startRun(org, 'admin', { scope: 'Leavers' });
      const process = await lastProcess(org);
      await org.call('admin', 'POST', '/__local/faults', { clear: true });
      const { status, total, processed, updated, skipped, failed } = process;
      const result = { deaths, status, total, processed, updated, skipped, failed, people: await items(org, process.id) };
      await org.stop();
      return result;
    } catch (error) {
      await Promise.race([org.ended, pause(2_000)]);
      if (!org.dead) throw error;
    }
  }
}

async function onCopy(name: string, work: (org: ServedOrg) => Promise<void>): Promise<void> {
  const org = await serve({ db: copyDatabase(template, join(folder, name)) });
  try {
    await work(org);
  } finally {
    await org.stop();
  }
}

async function run(org: ServedOrg, body: object): Promise<ProcessJson> {
  const started = await startRun(org, 'admin', body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  return lastProcess(org);
}

/** What the schedule starts within the next day, when it started that many before. */
async function nextScheduled(org: ServedOrg, before: number): Promise<ProcessJson> {
  await org.call('admin', 'POST', '/__local/clock', { advance: '24h' });
  const deadline = performance.now() + LONGEST_RUN_MS;
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const scheduled = (await processes(org)).filter((process) => process.trigger === 'Scheduled');
    if (scheduled.length > before && scheduled[0]!.status === 'Finished') return scheduled[0]!;
    if (performance.now() > deadline) throw new Error(`Not started: ${JSON.stringify(scheduled)}`);
    await pause(20);
  }
}

/** The youngest process once it has ended. */
async function lastProcess(org: ServedOrg): Promise<ProcessJson> {
  const deadline = performance.now() + LONGEST_RUN_MS;
  for (;;) {
    const [latest] = await processes(org);
    if (!['Queued', 'Initializing', 'Processing'].includes(latest!.status)) return latest!;
    if (performance.now() > deadline) throw new Error(`Still running: ${JSON.stringify(latest)}`);
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    await pause(20);
  }
}

/** Employees in the leaver status: the first `size` by number. */
async function terminate(org: ServedOrg, size: number): Promise<void> {
  const employees = await org.query<{ Id: string }>(`SELECT Id FROM Employee2 ORDER BY EmployeeNumber LIMIT ${size}`);
  for (let from = 0; from < size; from += 200) {
    const records = employees
      .slice(from, from + 200)
      .map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus: 'Terminated' }));
    const answer = await org.call<{ success: boolean }[]>('admin', 'PATCH', `${DATA}/composite/sobjects`, { allOrNone: true, records });
    expect(answer.body.every((row) => row.success)).toBe(true);
  }
}

async function items(org: ServedOrg, processId: string): Promise<unknown[][]> {
  const rows = await org.query<Record<string, unknown>>(
    'SELECT EmployeeNumber__c, Outcome__c, Cause__c, ValuesBefore__c FROM ProvisioningProcessItem__c' +
      ` WHERE Process__c = '${processId}' ORDER BY EmployeeNumber__c`,
  );
  return rows.map((row) => [row['EmployeeNumber__c'], row['Outcome__c'], row['Cause__c'], row['ValuesBefore__c']]);
}

const activeUsers = (org: ServedOrg) => count(org, 'SELECT COUNT(Id) n FROM User WHERE IsActive = true AND ProvisionedEmployee__c != null');
const linked = (org: ServedOrg) => count(org, 'SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');

async function count(org: ServedOrg, soql: string): Promise<number> {
  return (await org.query<{ n: number }>(soql))[0]!.n;
}
