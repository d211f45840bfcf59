import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { load, loadUsers, outcome, people, processes, saveSettings, startRun, type Person, type ProcessJson } from './workforce';

/** Thirteen chunks: what one foresees, twelve others may meet. */
const PEOPLE = 2_500;
const API = '/services/apexrest/provisioning/v1';

interface Foreseen {
  readonly employeeId: string;
  readonly outcome: string;
  readonly cause: string | null;
  readonly username: string | null;
}

const folder = mkdtempSync(join(tmpdir(), 'dry-run-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const workforce = shuffled(people(PEOPLE).map(likeOthers), seeded(20261122));
  await load(org, workforce);
  await loadUsers(org, workforce.filter((_, i) => i % 50 === 3).map((p) => p.number)); // prettier-ignore
  await loadUsers(org, workforce.filter((_, i) => i % 400 === 9).map((p) => p.number), 'System Administrator'); // prettier-ignore
  await loadInactive(workforce.filter((_, i) => i % 300 === 11).map((p) => p.number));
  await saveSettings(org, { matchByEmail: true });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R21: a dry run changes nobody, and its verdict on every person is the one of the live run after it', async () => {
  const before = await outcome(org);
  const dry = await run({ mode: 'DryRun' });
  const foreseen = await verdicts(dry.id);
  expect(dry).toMatchObject({ status: 'Finished', mode: 'DryRun', total: PEOPLE, processed: PEOPLE });
  expect(await outcome(org)).toMatchObject({ ...before, items: expect.anything(), processes: expect.anything() });

  const live = await run({ mode: 'Live' });
  const actual = await verdicts(live.id);
  for (const row of await org.query<{ Id: string; User: { Username: string; ProvisioningProcessId__c: string | null } | null }>(
    'SELECT Id, User.Username, User.ProvisioningProcessId__c FROM Employee2',
  )) {
    if (row.User?.ProvisioningProcessId__c === live.id) {
      actual.set(row.Id, { employeeId: row.Id, outcome: 'Created', cause: null, username: row.User.Username });
    }
  }

  expect(foreseen.size).toBe(PEOPLE);
  expect([...foreseen.values()].sort(byId)).toEqual([...actual.values()].sort(byId));
  expect([...foreseen.values()].filter((row) => /^pair\d+\.w/.test(row.username ?? '')).length).toBeGreaterThan(10);
  expect(counters(dry)).toEqual(counters(live));
  expect(new Set([...foreseen.values()].map((row) => row.cause ?? row.outcome))).toEqual(
    new Set(['Created', 'Linked', 'MISSING_FIELD', 'PRIVILEGED_MATCH', 'INACTIVE_MATCH', 'ALREADY_LINKED']),
  );
});

test('R21: a second dry run after the live one has nobody left but those who failed', async () => {
  const again = await run({ mode: 'DryRun' });
  expect(again.total).toBe(again.failed);
});

test.each(['commit.before', 'commit.after'])(
  'R21: killed at any of its commits (%s) and resumed, a dry run foresees the same',
  async (point) => {
    const template = join(folder, `${point}.db`);
    const prepared = await serve({ db: template });
    await load(prepared, people(230));
    await saveSettings(prepared);
    await prepared.stop();
    const results: unknown[] = [];
    let killed = 0;
    for (let commit = 0; commit < 9; commit++) {
      const db = copyDatabase(template, join(folder, `${point}-${commit}.db`));
      const flags = commit === 0 ? [] : ['--fault', `${point}:${commit}:kill`];
      const doomed = await serve({ db, flags });
      await startRun(doomed, 'admin', { mode: 'DryRun' }).catch(() => undefined);
      if (commit === 0) await ended(doomed);
      // A broken connection is heard of before the exit of the process: wait for the exit itself, or the death is not counted.
      else await ended(doomed).catch(() => Promise.race([doomed.ended, pause(5_000)]));
      if (doomed.dead) killed++;
      else await doomed.kill();
      const resumed = await serve({ db, flags: ['--interrupted=resume'] });
      if ((await processes(resumed)).length === 0) await startRun(resumed, 'admin', { mode: 'DryRun' });
      const process = await ended(resumed);
      const rows = await resumed.query<Record<string, unknown>>(
        'SELECT EmployeeNumber__c, Outcome__c, Cause__c, PlannedUsername__c FROM ProvisioningProcessItem__c ORDER BY EmployeeNumber__c',
      );
      results.push([counters(process), rows.map((row) => [row.EmployeeNumber__c, row.Outcome__c, row.Cause__c, row.PlannedUsername__c])]);
      await resumed.stop();
    }
    expect(killed).toBeGreaterThanOrEqual(3);
    for (const result of results) expect(result).toEqual(results[0]);
  },
);

/** The only process of an org, once it has ended. */
async function ended(served: ServedOrg): Promise<ProcessJson> {
  for (;;) {
    const [process] = await processes(served);
    if (process && !['Queued', 'Initializing', 'Processing'].includes(process.status)) return process;
    await pause(20);
  }
}

async function run(body: object): Promise<ProcessJson & { mode: string }> {
  const started = await startRun(org, 'admin', body);
  expect(started.status).toBe(202);
  for (;;) {
    const { body: process } = await org.call<ProcessJson & { mode: string }>('admin', 'GET', `${API}/processes/${started.body.id}`);
    if (!['Queued', 'Initializing', 'Processing'].includes(process.status)) return process;
    await pause(25);
  }
}

/** What the items of a process say, by employee. */
async function verdicts(processId: string): Promise<Map<string, Foreseen>> {
  const rows = await org.query<{ EmployeeId__c: string; Outcome__c: string; Cause__c: string | null; PlannedUsername__c: string | null }>(
    `SELECT EmployeeId__c, Outcome__c, Cause__c, PlannedUsername__c FROM ProvisioningProcessItem__c WHERE Process__c = '${processId}'`,
  );
  return new Map(
    rows.map((row) => [
      row.EmployeeId__c,
      { employeeId: row.EmployeeId__c, outcome: row.Outcome__c, cause: row.Cause__c, username: row.PlannedUsername__c },
    ]),
  );
}

/** Users who left: found by number, and switched off. */
async function loadInactive(numbers: readonly string[]): Promise<void> {
  await loadUsers(org, numbers);
  const users = await org.query<{ Id: string }>(
    `SELECT Id FROM User WHERE EmployeeNumber IN (${numbers.map((number) => `'${number}'`).join(', ')})`,
  );
  await org.call('admin', 'PATCH', '/services/data/v67.0/composite/sobjects', {
    allOrNone: true,
    records: users.map(({ Id }) => ({ attributes: { type: 'User' }, Id, IsActive: false })),
  });
}

function counters({ total, processed, created, linked, skipped, failed }: ProcessJson): object {
  return { total, processed, created, linked, skipped, failed };
}

function byId(one: Foreseen, other: Foreseen): number {
  return one.employeeId < other.employeeId ? -1 : 1;
}

/** Every so often somebody has the mailbox of others at another address, or their very address. */
function likeOthers(person: Person, i: number): Person {
  if (person.email === null) return person;
  if (i % 37 === 1) return { ...person, email: `pair${i % 30}@site${i}.example` };
  return i % 97 === 2 ? { ...person, email: `desk${i % 12}@north.example` } : person;
}

/** The same people in an order of their own (Fisher-Yates), so that collisions fall into different chunks. */
function shuffled(workforce: readonly Person[], random: () => number): Person[] {
  const order = [...workforce];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.map((person, i) => ({ ...person, number: workforce[i]!.number }));
}
