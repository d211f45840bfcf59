import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { armKill, unlessKilled } from './kills';
import { items, LIFECYCLE, provision, terminate } from './lifecycle-org';
import { seeded } from './seeded';
import { copyDatabase, onCopy, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { isOpen, load, people, processes, resume, saveSettings, startRun, type Person, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly mode: string; readonly guard: string | null; readonly waitsFor: string | null };

/** Who has a user, who of them leaves, and who is new: two chunks of 200 in each lane. */
const STAFF = 230;
const LEAVERS = 210;
const NEWCOMERS = 205;
/** Commits of both runs together, of which every so many-th is struck. */
const COMMITS_APART = 5;
const LEFT_TO_THE_WATCHDOG = 3;
const STATEMENTS = 12;

const folder = mkdtempSync(join(tmpdir(), 'lanes-'));
const template = join(folder, 'template.db');
let provisioningId: string;
let undisturbed: object;

/** Newcomers wait for a user, and most of the staff has left. */
beforeAll(async () => {
  const org = await serve({ db: template });
  const provisioning = await provision(org, STAFF);
  expect(provisioning).toMatchObject({ status: 'Finished', processed: STAFF });
  provisioningId = provisioning.id;
  await saveSettings(org, { ...LIFECYCLE, updateOnChange: false });
  await terminate(org, LEAVERS);
  await load(org, newcomers());
  await org.stop();
  undisturbed = await onCopy(template, 'undisturbed', async (run) => {
    await runBoth(run);
    return leftBy(run);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R4: both lanes are live at once, and each run does what it does alone', async () => {
  await onCopy(template, 'alone', async (org) => {
    for (const body of [{ mode: 'Live', scope: 'Leavers' }, { mode: 'Live' }]) {
      expect((await startRun(org, 'admin', body)).status).toBe(202);
      await settled(org);
    }
    expect(await leftBy(org)).toEqual(undisturbed);
  });
});

test('R4, R21: what dry runs foresee with both lanes live is what live ones do', async () => {
  await onCopy(template, 'dry', async (org) => {
    const [all, leavers] = await start(org, 'DryRun');
    await settled(org);
    const foreseen = [await verdicts(org, all!.id), await verdicts(org, leavers!.id)];
    const [liveAll, liveLeavers] = await start(org, 'Live');
    await settled(org);
    const failed = ([, outcome]: unknown[]) => outcome !== 'Created';
    expect((await verdicts(org, liveAll!.id)).filter(failed)).toEqual(foreseen[0]!.filter(failed));
    expect(await verdicts(org, liveLeavers!.id)).toEqual(foreseen[1]);
  });
});

test('R6, R8, R17: killed at a commit with both lanes live and carried on, both end like undisturbed ones', async () => {
  const points = ['commit.before', 'commit.after'];
  for (let through = false, nth = 1; !through; nth += COMMITS_APART) {
    const db = copyDatabase(template, join(folder, `commit-${nth}.db`));
    through = await survives(await serve({ db }), async (org) => {
      await armKill(org, { point: points[nth % points.length]!, nth });
      await runBoth(org);
    });
    if (!through) expect(await survives(await serve({ db }), runBoth)).toBe(true);
  }
});

test('R22: when the queue loses the jobs of both lanes, the watchdog carries both on', async () => {
  const random = seeded(5);
  for (let died = 0; died < LEFT_TO_THE_WATCHDOG;) {
    const db = copyDatabase(template, join(folder, `lost-${died}.db`));
    for (let through = false; !through;) {
      const fault = `statement:${1 + Math.floor(random() * 2 * STATEMENTS)}:kill`;
      const flags = ['--interrupted=fail', ...(died < LEFT_TO_THE_WATCHDOG ? ['--fault', fault] : [])];
      through = await survives(await serve({ db, flags }), async (org) => {
        await org.call('admin', 'POST', '/__local/clock', { advance: '61m' });
        await runBoth(org);
      });
      if (!through) died++;
    }
  }
});

/** Lets the org go on; true when both runs left what undisturbed ones leave, false when the fault killed it. */
async function survives(org: ServedOrg, goOn: (org: ServedOrg) => Promise<void>): Promise<boolean> {
  const result = await unlessKilled(org, async () => {
    await goOn(org);
    expect(await strayKeys(org)).toEqual([]);
    return leftBy(org);
  });
  if (result === null) return false;
  expect(result).toEqual(undisturbed);
  await org.stop();
  return true;
}

/** Starts whichever of the two runs is not there, and works the queue off. */
async function runBoth(org: ServedOrg): Promise<void> {
  await start(org, 'Live');
  await settled(org);
}

async function start(org: ServedOrg, mode: string): Promise<(Process | undefined)[]> {
  const there = async (scope: string) => (await ours(org)).find((process) => process.scope === scope && process.mode === mode);
  await Promise.all(
    ['All', 'Leavers'].map(async (scope) => {
      if (!(await there(scope))) expect((await startRun(org, 'admin', { mode, scope })).status).toBe(202);
    }),
  );
  return [await there('All'), await there('Leavers')];
}

/** The processes of the test, the youngest first; the schedule's daily one comes as soon as the clock has passed the hour. */
async function ours(org: ServedOrg): Promise<Process[]> {
  return ((await processes(org)) as Process[]).filter(({ id, trigger }) => id !== provisioningId && trigger !== 'Scheduled');
}

/** Works the queue off until every process of ours has ended or waits for a person; looking also drives the watchdog. */
async function settled(org: ServedOrg): Promise<void> {
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

/** What the process says about each of its people, but for the ids of users. */
async function verdicts(org: ServedOrg, processId: string): Promise<unknown[][]> {
  return (await items(org, processId)).map((row) => row.slice(0, 3));
}

/** Counters and items of both runs and the users as they are now, without ids and times. */
async function leftBy(org: ServedOrg): Promise<object> {
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

function newcomers(): Person[] {
  return people(STAFF + NEWCOMERS).slice(STAFF);
}
