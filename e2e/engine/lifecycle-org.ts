import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, recordId } from 'local-org/org';
import { expect } from 'vitest';
import type { ServedOrg } from './served-org';
import { idle, isOpen, load, loadUsers, people, processes, saveSettings, startRun, type ProcessJson } from './workforce';

export const DATA = '/services/data/v67.0';
/** Settings with leavers and changes. */
/** Whole populations leave in these tests, which are not about the limit. */
export const LIFECYCLE = {
  leaverStatuses: ['Terminated'],
  leaverAction: 'Deactivate',
  updateOnChange: true,
  maximumLockoutPercent: null,
  lockoutReason: 'Everybody leaves in this test.',
};
const LONGEST_RUN_MS = 60_000;

/** Provisions that many people, of whom every tenth had a user before; the run. */
export async function provision(org: ServedOrg, size: number): Promise<ProcessJson> {
  const workforce = people(size).map((person, i) => ({ ...person, email: `person${i}@north.example` }));
  await load(org, workforce);
  await loadUsers(
    org,
    workforce.filter((_, i) => i % 10 === 0).map((person) => person.number),
  );
  await saveSettings(org, LIFECYCLE);
  expect((await startRun(org)).status).toBe(202);
  return lastProcess(org);
}

/** The youngest process once it has ended. */
export const lastProcess = (org: ServedOrg): Promise<ProcessJson> => onceEnded(org, () => true);

/** The youngest of these processes once it has ended: one that began later, in another lane, may end sooner. */
export async function onceEnded(org: ServedOrg, isMeant: (process: ProcessJson) => boolean): Promise<ProcessJson> {
  const deadline = performance.now() + LONGEST_RUN_MS;
  for (;;) {
    const process = (await processes(org)).find(isMeant);
    if (!isOpen(process!)) return process!;
    if (performance.now() > deadline) throw new Error(`Still running: ${JSON.stringify(process)}`);
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    await pause(20);
  }
}

/**
 * As if every so many of the provisioned people had signed in, by employee number: only sample users have a password. The org of the database
 * is not running. How many there are.
 */
export function letSignIn(db: string, every = 1): number {
  const store = openDatabase(db);
  const users = store.prepare('SELECT "Id" FROM "User" WHERE "ProvisionedEmployee__c" IS NOT NULL ORDER BY "EmployeeNumber"').all();
  const signedIn = users.filter((_, i) => i % every === 0);
  const insert = store.prepare('INSERT INTO "UserLogin" ("Id", "UserId", "IsFrozen", "IsPasswordLocked") VALUES (?, ?, 0, 0)');
  for (const [i, [userId]] of signedIn.entries()) insert.run(recordId('0Yw', 1_000_000 + i), userId!);
  store.close();
  return signedIn.length;
}

export interface Confirmation {
  readonly address: string;
  readonly link: string;
}

/** The mails that ask somebody to confirm a new address, oldest first. */
export async function confirmations(org: ServedOrg): Promise<Confirmation[]> {
  const { body } = await org.call<{ emails: { to: string[]; text: string }[] }>('admin', 'GET', '/__local/emails');
  return body.emails.flatMap(({ to, text }) => {
    const link = /http:\S+\/secur\/emailchange\S+/.exec(text)?.[0];
    return link === undefined ? [] : [{ address: to[0]!, link }];
  });
}

/**
 * Goes on to where the hourly look has just been: the next one would start the runs that are due by then, in the middle of what a test does. So whoever
 * moves the clock by minutes does not depend on the time of day.
 */
export async function passHourlyLook(org: ServedOrg): Promise<void> {
  const [next] = await org.query<{ NextFireTime: string }>(
    "SELECT NextFireTime FROM CronTrigger WHERE CronJobDetail.Name = 'User Provisioning watchdog'",
  );
  const minutes = Math.ceil((Date.parse(next!.NextFireTime) - Date.now()) / 60_000) + 1;
  await org.call('admin', 'POST', '/__local/clock', { advance: `${Math.max(1, minutes)}m` });
  await idle(org);
}

/** Employees in the leaver status: the first `size` by number. */
export async function terminate(org: ServedOrg, size: number): Promise<void> {
  const employees = await org.query<{ Id: string }>(`SELECT Id FROM Employee2 ORDER BY EmployeeNumber LIMIT ${size}`);
  await updateAll(
    org,
    employees.map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus: 'Terminated' })),
  );
}

/** Updates the records, 200 a call; every one must succeed. */
export async function updateAll(org: ServedOrg, records: readonly object[]): Promise<void> {
  for (let from = 0; from < records.length; from += 200) {
    const answer = await org.call<{ success: boolean }[]>('admin', 'PATCH', `${DATA}/composite/sobjects`, {
      allOrNone: true,
      records: records.slice(from, from + 200),
    });
    expect(answer.body.every((row) => row.success)).toBe(true);
  }
}

/** What the process says about its people: number, outcome, cause, values before. */
export async function items(org: ServedOrg, processId: string): Promise<unknown[][]> {
  const rows = await org.query<Record<string, unknown>>(
    'SELECT EmployeeNumber__c, Outcome__c, Cause__c, ValuesBefore__c FROM ProvisioningProcessItem__c' +
      ` WHERE Process__c = '${processId}' ORDER BY EmployeeNumber__c`,
  );
  return rows.map((row) => [row['EmployeeNumber__c'], row['Outcome__c'], row['Cause__c'], row['ValuesBefore__c']]);
}

export async function count(org: ServedOrg, soql: string): Promise<number> {
  return (await org.query<{ n: number }>(soql))[0]!.n;
}
