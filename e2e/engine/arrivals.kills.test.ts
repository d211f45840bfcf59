import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { advance, newProcesses, prepareAutomatic, waiting, type AutomaticOrg } from './automatic-org';
import { bulkInsert } from './bulk';
import { amount } from './kills';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { accountsOf, employeesOf, idle, insertAll, load, processes, startRun } from './workforce';

const LOADED = amount({ kills: 4_000, long: 10_000 });
const ROUNDS = amount({ kills: 20, long: 90 });
/** How many arrivals must have caught a run in its last moment. */
const JOINED = 1;
/** Of the rows that a run locks, every so many-th is locked by somebody else. */
const LOCKS_APART = amount({ kills: 2, long: 1 });
const folder = mkdtempSync(join(tmpdir(), 'arrivals-'));
let copies = 0;
let automatic: AutomaticOrg;
let org: ServedOrg;

beforeAll(async () => {
  automatic = await prepareAutomatic(folder);
});

beforeEach(async () => {
  const { template, project } = automatic;
  org = await serve({ db: copyDatabase(template, join(folder, `${++copies}.db`)), project });
});

afterEach(() => org.stop());

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R5: a bulk load of employees makes one automatic run, and everybody is provisioned', async () => {
  const workforce = automatic.hire(LOADED);
  expect(await bulkInsert(org, 'Account', await accountsOf(org, workforce))).toEqual({ processed: LOADED, failed: 0 });
  expect(await bulkInsert(org, 'Employee2', await employeesOf(org, workforce))).toEqual({ processed: LOADED, failed: 0 });
  await advance(org, '61s');
  await idle(org);
  expect(await newProcesses(org)).toMatchObject([
    { status: 'Finished', trigger: 'Automatic', total: LOADED, processed: LOADED, created: LOADED },
  ]);
  expect(await waiting(org)).toBe(0);
  const [users] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM User WHERE ProvisionedEmployee__c != null');
  expect(users!.n).toBe(LOADED + 1);
});

test('R5: a wake that comes in the last moment of a run is not lost', async () => {
  const random = seeded(20261122);
  let joined = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await load(org, automatic.hire(250));
    const late = automatic.hire(2);
    await insertAll(org, await accountsOf(org, late));
    const arrivals = await employeesOf(org, late);
    await startRun(org);
    await pause(random() * 90);
    await insertAll(org, arrivals);
    await advance(org, '61s');
    await advance(org, '61s');
    await idle(org);
    expect([round, await waiting(org)]).toEqual([round, 0]);
    const run = (await processes(org)).find((p) => p.trigger === 'API');
    if (run!.total > 250) joined++;
  }
  expect(joined).toBeGreaterThanOrEqual(JOINED);
  expect((await processes(org)).every((p) => p.status === 'Finished' && p.failed === 0)).toBe(true);
});

test('R5, R10: locked rows lose neither the wake nor anybody, wherever the run meets them', async () => {
  for (let nth = 1; nth <= 32; nth += LOCKS_APART) {
    await load(org, automatic.hire(230));
    await org.call('admin', 'POST', '/__local/faults', { point: 'lock', nth, action: 'error' });
    await advance(org, '61s');
    await org.call('admin', 'POST', '/__local/faults', { clear: true });
    for (const minutes of ['61s', '3m', '9m']) await advance(org, minutes);
    await idle(org);
    expect([nth, await waiting(org)]).toEqual([nth, 0]);
    expect([nth, (await processes(org)).find((p) => p.total > 0)]).toMatchObject([
      nth,
      { status: 'Finished', processed: 230, created: 230 },
    ]);
  }
});
