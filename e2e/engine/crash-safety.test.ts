import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { load, loadUsers, outcome, people, processes, saveSettings, startRun } from './workforce';

/** Kills of one run; the rest of the 200 are spread over several runs (issue: at every commit boundary and at random points). */
const KILLS_AT_BOUNDARIES = 60;
const KILLS_AT_RANDOM = 90;
const KILLS_LEFT_TO_THE_WATCHDOG = 50;
const PEOPLE = 450;

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

test('R8, R16: killed before and after every commit and resumed, the run ends like an undisturbed one', async () => {
  const points = ['commit.before', 'commit.after', 'dequeue'];
  const killed = await survive(
    'boundaries.db',
    KILLS_AT_BOUNDARIES,
    'resume',
    (n) => `${points[n % 3]}:${1 + (Math.floor(n / 3) % 4)}:kill`,
  );
  expect(killed).toBeGreaterThanOrEqual(KILLS_AT_BOUNDARIES);
});

test('R8, R16: killed between any two statements', async () => {
  const random = seeded(20261122);
  const killed = await survive('statements.db', KILLS_AT_RANDOM, 'resume', () => `statement:${1 + Math.floor(random() * 8)}:kill`);
  expect(killed).toBeGreaterThanOrEqual(KILLS_AT_RANDOM);
});

test('R22: when the queue loses the interrupted job, the watchdog revives the run', async () => {
  const random = seeded(7);
  const points = ['commit.before', 'commit.after', 'statement'];
  const killed = await survive(
    'watchdog.db',
    KILLS_LEFT_TO_THE_WATCHDOG,
    'fail',
    (n) => `${points[n % 3]}:${1 + Math.floor(random() * 9)}:kill`,
  );
  expect(killed).toBeGreaterThanOrEqual(KILLS_LEFT_TO_THE_WATCHDOG);
});

/**
 * Starts an org with a fault armed, runs the provisioning until the fault kills it, starts it again with the next fault, and so on; when a
 * run got through, it must equal the undisturbed one and the next begins on a fresh copy. Ends after `kills` deaths; returns their number.
 */
async function survive(name: string, kills: number, interrupted: string, faultOf: (n: number) => string): Promise<number> {
  let killed = 0;
  for (let round = 0; killed < kills; round++) {
    const db = copyDatabase(template, join(folder, `${round}-${name}`));
    for (let through = false; !through;) {
      const flags = [`--interrupted=${interrupted}`, ...(killed < kills ? ['--fault', faultOf(killed)] : [])];
      const org = await serve({ db, flags });
      through = await unlessDead(org, () => runToTheEnd(org));
      if (through) {
        await org.call('admin', 'POST', '/__local/faults', { clear: true });
        expect(await outcome(org)).toEqual(undisturbed);
        await org.stop();
      } else killed++;
    }
  }
  return killed;
}

/** Does the work; false when the org died under it. */
async function unlessDead(org: ServedOrg, work: () => Promise<void>): Promise<boolean> {
  if (org.dead) return false;
  try {
    await work();
    return true;
  } catch (error) {
    await Promise.race([org.ended, pause(2_000)]);
    if (!org.dead) throw error;
    return false;
  }
}

/** Starts a run where there is none and polls as an open console does, which also drives the watchdog (R22). */
async function runToTheEnd(org: ServedOrg): Promise<void> {
  if ((await processes(org)).length === 0) expect((await startRun(org)).status).toBe(202);
  for (;;) {
    const [latest] = await processes(org);
    if (!['Queued', 'Initializing', 'Processing'].includes(latest!.status)) return;
    await pause(15);
  }
}

/** A small seeded generator (mulberry32): numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
