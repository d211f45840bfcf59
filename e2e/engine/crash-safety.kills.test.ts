import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled } from './kills';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { isOpen, load, loadUsers, outcome, people, processes, resume, saveSettings, startRun } from './workforce';

/** Three chunks of at most 200. */
const PEOPLE = 410;
/** Random kills after each kill at a commit, and those that only the watchdog can heal. */
const KILLS_ON_THE_WAY = amount({ test: 1, kills: 1, long: 6 });
const KILLS_LEFT_TO_THE_WATCHDOG = amount({ test: 2, kills: 30 });
const WATCHDOG_SEEDS = amount({ test: [7], kills: [7, 11], long: [7, 11, 13, 17, 19, 23] });
/** With the watchdog's, those of the lifecycle and the others: 200 at least. */
const KILLS_PER_POINT = amount({ test: 2, kills: 35, long: 100 });
/** A random kill comes after 1 to so many DML statements: about two chunks further, or too late. */
const STATEMENTS = 10;

const folder = mkdtempSync(join(tmpdir(), 'crash-safety-'));
const template = join(folder, 'template.db');
let undisturbed: object;

beforeAll(async () => {
  const org = await serve({ db: template });
  const workforce = people(PEOPLE);
  await load(org, workforce);
  await loadUsers(org, workforce.filter((_, i) => i % 50 === 3).map((p) => p.number)); // prettier-ignore
  await saveSettings(org);
  await org.stop();

  const run = await serve({ db: copyDatabase(template, join(folder, 'undisturbed.db')) });
  await runToTheEnd(run);
  undisturbed = await outcome(run);
  await run.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent('R8, R16: killed and resumed, a run ends like an undisturbed one', () => {
  test.each(['commit.before', 'commit.after'])(
    '%s: at every commit of the run, then between any two statements of what is left',
    async (point) => {
      const random = seeded(point.length);
      const onTheWay = () => `statement:${1 + Math.floor(random() * STATEMENTS)}:kill`;
      let killed = 0;
      for (const nth of passages(point === 'commit.before' ? [9, 24] : [13, 19])) {
        const db = copyDatabase(template, join(folder, `${point}-${nth}.db`));
        const through = await survives(await serve({ db }), async (org) => {
          await armKill(org, { point, nth });
          await runToTheEnd(org);
        });
        if (through) break;
        for (let alive = false, again = 0; !alive; again++) {
          killed++;
          alive = await survives(await serve({ db, flags: again < KILLS_ON_THE_WAY ? ['--fault', onTheWay()] : [] }));
        }
      }
      expect(killed).toBeGreaterThanOrEqual(KILLS_PER_POINT);
    },
  );
});

describe.concurrent('R22: when the queue loses the job that a crash interrupted, the watchdog revives the run', () => {
  test.each(WATCHDOG_SEEDS)('seed %i', async (seed) => {
    const random = seeded(seed);
    const points = ['commit.before', 'commit.after', 'statement'];
    const goal = KILLS_LEFT_TO_THE_WATCHDOG;
    let revived = 0;
    for (let died = 0; died < goal;) {
      const db = copyDatabase(template, join(folder, `${seed}-${died}.db`));
      for (let through = false; !through;) {
        const fault = `${points[Math.floor(random() * points.length)]}:${1 + Math.floor(random() * STATEMENTS)}:kill`;
        const flags = ['--interrupted=fail', ...(died < goal ? ['--fault', fault] : [])];
        through = await survives(await serve({ db, flags }), async (org) => {
          await org.call('admin', 'POST', '/__local/clock', { advance: '11m' });
          await runToTheEnd(org);
          revived += await generationsBehind(org);
        });
        if (!through) died++;
      }
    }
    expect(revived).toBeGreaterThan(amount({ test: 0, kills: goal / 10 }));
  });
});

/** Lets the org go on; true when the run got through and left what an undisturbed one leaves, false when the fault killed it. */
async function survives(org: ServedOrg, goOn: (org: ServedOrg) => Promise<void> = runToTheEnd): Promise<boolean> {
  const through = await unlessKilled(org, async () => {
    expect(await strayKeys(org)).toEqual([]);
    await goOn(org);
    expect(await strayKeys(org)).toEqual([]);
    return true;
  });
  if (through === null) return false;
  expect(await outcome(org)).toEqual(undisturbed);
  await org.stop();
  return true;
}

/** How often the run was carried on with a new generation (R6). */
async function generationsBehind(org: ServedOrg): Promise<number> {
  const [process] = await org.query<{ Generation__c: number }>('SELECT Generation__c FROM ProvisioningProcess__c');
  return process!.Generation__c - 1;
}

/** Starts a run where there is none and works the queue off; looking at the processes also drives the watchdog, as an open console does. */
async function runToTheEnd(org: ServedOrg): Promise<void> {
  if ((await processes(org)).length === 0) expect((await startRun(org)).status).toBe(202);
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const [latest] = await processes(org);
    if (latest!.status === 'Aborted') expect((await resume(org, latest!.id)).status).toBe(202);
    else if (!isOpen(latest!)) return;
  }
}
