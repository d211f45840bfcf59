import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { items, LIFECYCLE, provision, terminate } from './lifecycle-org';
import { serve, type ServedOrg } from './served-org';
import { isOpen, load, people, processes, resume, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly mode: string; readonly guard: string | null; readonly waitsFor: string | null };

/** Who has a user, who of them leaves, and who is new: two chunks of 200 in each lane. */
const STAFF = 230;
const LEAVERS = 210;
const NEWCOMERS = 205;

/** Makes a database in which newcomers wait for a user, and most of the staff has left. */
export async function prepareLanes(db: string): Promise<void> {
  const org = await serve({ db });
  expect(await provision(org, STAFF)).toMatchObject({ status: 'Finished', processed: STAFF });
  await saveSettings(org, { ...LIFECYCLE, updateOnChange: false });
  await terminate(org, LEAVERS);
  await load(org, people(STAFF + NEWCOMERS).slice(STAFF));
  await org.stop();
}

/** Starts whichever of the two runs is not there, and works the queue off. */
export async function runBoth(org: ServedOrg): Promise<void> {
  await start(org, 'Live');
  await settled(org);
}

export async function start(org: ServedOrg, mode: string): Promise<(Process | undefined)[]> {
  const there = async (scope: string) => (await ours(org)).find((process) => process.scope === scope && process.mode === mode);
  await Promise.all(
    ['All', 'Leavers'].map(async (scope) => {
      if (!(await there(scope))) expect((await startRun(org, 'admin', { mode, scope })).status).toBe(202);
    }),
  );
  return [await there('All'), await there('Leavers')];
}

/** The processes of the test, the youngest first: neither the one that made the staff nor the schedule's, which comes as soon as the clock has passed the hour. */
async function ours(org: ServedOrg): Promise<Process[]> {
  return ((await processes(org)) as Process[]).slice(0, -1).filter(({ trigger }) => trigger !== 'Scheduled');
}

/** Works the queue off until every process of ours has ended or waits for a person; looking also drives the watchdog. */
export async function settled(org: ServedOrg): Promise<void> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const all = await ours(org);
    for (const { id } of all.filter(({ status }) => status === 'Aborted')) expect((await resume(org, id)).status).toBe(202);
    const parked = all.some(({ guard }) => guard !== null);
    if (
      !all.some((process) => process.status === 'Aborted' || (isOpen(process) && process.guard === null && !(parked && process.waitsFor)))
    )
      return;
    await pause(20);
  }
}

/** Counters and items of both runs and the users as they are now, without ids and times. */
export async function leftBy(org: ServedOrg): Promise<object> {
  const runs = (await ours(org)).sort((a, b) => a.scope.localeCompare(b.scope));
  const users = await org.query<{ Username: string; IsActive: boolean }>(
    'SELECT Username, IsActive FROM User WHERE ProvisionedEmployee__c != null ORDER BY Username',
  );
  const links = await org.query<{ EmployeeNumber: string; User: { Username: string } | null }>(
    'SELECT EmployeeNumber, User.Username FROM Employee2 ORDER BY EmployeeNumber',
  );
  return {
    counters: runs.map(({ scope, status, total, processed, created, linked, updated, skipped, failed }) => {
      return { scope, status, total, processed, created, linked, updated, skipped, failed };
    }),
    people: await Promise.all(runs.map((run) => items(org, run.id))),
    users: users.map(({ Username, IsActive }) => [Username, IsActive]),
    links: links.map((link) => [link.EmployeeNumber, link.User?.Username]),
  };
}
