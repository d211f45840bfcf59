import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { count, letSignIn, LIFECYCLE, terminate } from './lifecycle-org';
import { projectWithSeats } from './project';
import { serve, type ServedOrg } from './served-org';
import { API, isOpen, load, people, processes, resume, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly statusMessage: string | null; readonly waitsFor: string | null };

const STAFF = 6;
/** Who has an address: those without get no user, which is another matter. */
const everybody = people(40).filter(({ email }) => email !== null);
const folder = mkdtempSync(join(tmpdir(), 'parked-seats-'));
let org: ServedOrg;

/** F2 of the field cases: newcomers and leavers go by themselves, every seat is taken, and two more people arrive. */
beforeAll(async () => {
  const db = join(folder, 'org.db');
  const seats = await takenAtFirst(join(folder, 'empty.db'));
  const project = projectWithSeats(join(folder, 'project'), seats + STAFF);
  org = await serve({ db, project });
  await load(org, everybody.slice(0, STAFF));
  await saveSettings(org, { ...LIFECYCLE, updateOnChange: false, automaticProvisioning: true });
  await startRun(org);
  await settled();
  expect(await count(org, 'SELECT COUNT(Id) n FROM User WHERE ProvisionedEmployee__c != null')).toBe(STAFF);
  await org.stop();
  letSignIn(db);
  org = await serve({ db, project });
  await startRun(org, 'admin', { scope: 'Leavers' });
  await settled();
  await load(org, everybody.slice(STAFF, STAFF + 2));
  // the engine gathers arrivals for a minute
  await advance('2m');
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R2, R23: the automatic run of newcomers without a seat parks before it fails anybody, and says what to do', async () => {
  const [parked] = await open();
  expect(parked).toMatchObject({ trigger: 'Automatic', guard: 'SEATS', processed: 0, failed: 0 });
  expect(parked!.statusMessage).toBe('2 seats of Salesforce are needed next, but only 0 are left above the reserve.');
  const told = (await mails()).find(({ subject }) => subject.includes(parked!.name));
  expect(told?.text).toContain(parked!.statusMessage!);
  expect(told?.text).toContain('Buy seats or free some, then continue: a run over leavers does not wait for this run.');
});

test('R4, R30: leavers pass it, day by day and by hand, and free the seats that it waits for', async () => {
  await terminate(org, 1);
  expect(await signedInLeavers()).toBe(1);
  for (let day = 0; day < 3; day++) {
    await advance('24h');
    // never one more a day that waits: only the parked run is open
    expect((await open()).map(({ guard }) => guard)).toEqual(['SEATS']);
  }
  expect(await signedInLeavers()).toBe(0);
  const daily = (await all()).filter(({ scope, trigger }) => scope === 'Leavers' && trigger === 'Scheduled');
  expect(daily.every(({ status }) => status === 'Finished')).toBe(true);
  expect(daily.reduce((sum, { updated }) => sum + updated, 0)).toBe(1);

  await terminate(org, 2);
  expect((await startRun(org, 'operator', { scope: 'Leavers' })).status).toBe(202);
  await settled();
  expect(await signedInLeavers()).toBe(0);

  await terminate(org, 3);
  const [third] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Terminated' ORDER BY EmployeeNumber DESC LIMIT 1"); // prettier-ignore
  const selection = { mode: 'Live', scope: 'Leavers', employeeIds: [third!.Id] };
  expect((await org.call('operator', 'POST', `${API}/processes`, selection)).status).toBe(202);
  await settled();
  expect(await signedInLeavers()).toBe(0);
});

test('R18, R23: continued after that, the parked run gives the newcomers the seats that the leavers left', async () => {
  const [parked] = await open();
  expect((await resume(org, parked!.id)).status).toBe(202);
  await settled();
  expect((await all()).find(({ id }) => id === parked!.id)).toMatchObject({ status: 'Finished', created: 2, failed: 0, guard: null });
  expect(await open()).toEqual([]);
  expect(await count(org, "SELECT COUNT(Id) n FROM Employee2 WHERE EmployeeStatus = 'Active' AND UserId = null")).toBe(0);
});

const all = async () => (await processes(org)) as Process[];
const open = async () => (await all()).filter(isOpen);
const signedInLeavers = () => count(org, "SELECT COUNT(Id) n FROM Employee2 WHERE EmployeeStatus = 'Terminated' AND User.IsActive = true");

/** Seats of the license that new users take which are taken before anybody is provisioned. */
async function takenAtFirst(db: string): Promise<number> {
  const empty = await serve({ db });
  const [license] = await empty.query<{ UsedLicenses: number }>("SELECT UsedLicenses FROM UserLicense WHERE Name = 'Salesforce'");
  await empty.stop();
  return license!.UsedLicenses;
}

async function mails(): Promise<{ subject: string; text: string }[]> {
  return (await org.call<{ emails: { subject: string; text: string }[] }>('admin', 'GET', '/__local/emails')).body.emails;
}

async function advance(time: string): Promise<void> {
  await org.call('admin', 'POST', '/__local/clock', { advance: time });
  await settled();
}

/** Until nothing happens by itself any more. */
async function settled(): Promise<void> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const busy = (await open()).filter(({ guard, waitsFor }) => guard === null && !waitsFor?.includes('which a guard has stopped'));
    if (busy.length === 0) return;
    await pause(20);
  }
}
