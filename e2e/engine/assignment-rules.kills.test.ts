import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled } from './kills';
import { ledger } from './ledger';
import { DATA, items, lastProcess, updateAll } from './lifecycle-org';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { API, load, loadUsers, people, processes, resume, saveSettings, startRun } from './workforce';

/** Two chunks of at most 200. */
const PEOPLE = 210;
const COMMITS_APART = amount({ kills: 4, long: 1 });
/** A random kill comes after 1 to so many DML statements. */
const STATEMENTS = 8;

const PRIVILEGED = 'Manages_Users_For_Test';
const SALES = 'Sells_For_Test';
const DEFAULT = 'Provisioning_Employee_Data';
/** Who meets the rule that hands out administrative permissions: one had a user before, and some are in the second chunk. */
const CHIEFS = ['W10003', 'W10020', 'W10151', 'W10202', 'W10207'];
/** Becomes a chief while the org is down. */
const MOVER = 'W10205';
/** Whoever is not on this list gets neither user nor rights from a run that a person confirmed for it. */
const CONFIRMED = ['W10003', 'W10020', 'W10202', MOVER, 'W10204'];

const RULES = [
  {
    name: 'Chiefs',
    when: { all: [{ field: 'Contact.LastName', is: 'startsWith', values: ['Chief'] }] },
    gives: { permissionSets: [PRIVILEGED, SALES] },
  },
  {
    name: 'Sales',
    when: { any: ['W1001', 'W1012', 'W1020'].map((start) => ({ field: 'EmployeeNumber', is: 'startsWith', values: [start] })) },
    gives: { permissionSets: [SALES] },
  },
];
const isSales = (number: string): boolean => /^W10(01|12|20)/.test(number);

interface Pass {
  readonly name: string;
  /** Who may hold administrative permissions after it. */
  readonly mayHold: readonly string[];
  prepare(org: ServedOrg): Promise<void>;
  start(org: ServedOrg): Promise<{ readonly status: number }>;
}

const folder = mkdtempSync(join(tmpdir(), 'assignment-rules-'));
const template = join(folder, 'template.db');

const PASSES: readonly Pass[] = [
  { name: 'a first run over everybody', mayHold: [], prepare: async () => {}, start: (org) => startRun(org) },
  { name: 'a first run for people whom somebody confirmed', mayHold: CONFIRMED, prepare: async () => {}, start: confirmed },
  {
    name: 'the same after they had failed',
    mayHold: CONFIRMED,

    prepare: runOverEverybody,
    start: confirmed,
  },
  {
    name: 'a retry of those who failed',
    mayHold: [],

    prepare: runOverEverybody,
    async start(org) {
      const [first] = await processes(org);
      return org.call('admin', 'POST', `${API}/processes/${first!.id}/retry`, {});
    },
  },
];

beforeAll(async () => {
  const org = await serve({ db: template });
  for (const [Name, more] of [
    [PRIVILEGED, { PermissionsManageUsers: true }],
    [SALES, {}],
  ] as const) {
    const made = await org.call('admin', 'POST', `${DATA}/sobjects/PermissionSet`, { Name, Label: Name, ...more });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
  }
  const workforce = people(PEOPLE).map((person, i) => ({
    ...person,
    lastName: CHIEFS.includes(person.number) ? `Chief ${i}` : person.lastName,
    email: `person${i}@north.example`,
  }));
  await load(org, workforce);
  await loadUsers(
    org,
    workforce.filter((_, i) => i % 10 === 0).map((person) => person.number),
  );
  await saveSettings(org, { assignmentRules: RULES });
  await org.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(PASSES)('R45, R8, $name: killed anywhere, everybody has what their rule gives, and nobody has more', (pass) => {
  const prepared = join(folder, `${pass.name.replaceAll(/\W/g, '')}.db`);
  let undisturbed: object;
  let before = 0;
  let kills = 0;

  beforeAll(async () => {
    const org = await serve({ db: copyDatabase(template, prepared) });
    await pass.prepare(org);
    before = (await processes(org)).length;
    await org.stop();
    const run = await serve({ db: copyDatabase(prepared, `${prepared}-undisturbed`) });
    undisturbed = await runToTheEnd(run);
    await expectRights(run);
    await run.stop();
  });

  test.each(['commit.before', 'commit.after', 'statement'])(
    'at each %s, and every other time somewhere on the way again',
    async (point) => {
      const random = seeded(point.length + pass.name.length);
      for (const nth of passages([], point === 'statement' ? 3 * COMMITS_APART : COMMITS_APART)) {
        const db = copyDatabase(prepared, `${prepared}-${point}-${nth}`);
        if (await survives(db, { point, nth })) break;
        if (nth % 2 === 0) await survives(db, { point: 'statement', nth: 1 + Math.floor(random() * STATEMENTS) });
        expect(await survives(db)).toBe(true);
      }
    },
  );

  test('whoever moves into the rule while the org is down has not been meant', async () => {
    for (const nth of passages([], 2 * COMMITS_APART)) {
      const db = copyDatabase(prepared, `${prepared}-moved-${nth}`);
      if (await survives(db, { point: 'commit.after', nth })) break;
      const org = await serve({ db });
      // Chosen for the confirmed run, but not as one of the chiefs.
      const [account] = await org.query<{ Id: string }>(`SELECT Id FROM Account WHERE AccountNumber = '${MOVER}'`);
      await updateAll(org, [{ attributes: { type: 'Account' }, Id: account!.Id, LastName: 'Chief by now' }]);
      // Whoever died before the run was accepted asks anew, and then it is about one chief more.
      if ((await processes(org)).length > before) {
        await runToTheEnd(org);
        await expectRights(org, [MOVER]);
      }
      await org.stop();
    }
  });

  test('many enough', () => expect(kills).toBeGreaterThanOrEqual(5));

  /** Carries the run on; false when the fault killed the org, else it left what an undisturbed one leaves. */
  async function survives(db: string, strike?: { point: string; nth: number }): Promise<boolean> {
    const org = await serve({ db });
    const result = await unlessKilled(org, async () => {
      if (strike) await armKill(org, strike);
      return runToTheEnd(org);
    });
    if (result === null) {
      kills++;
      return false;
    }
    await expectRights(org);
    await org.stop();
    expect(result).toEqual(undisturbed);
    return true;
  }

  /** Starts the run where there is none and works the queue off; what it left behind. */
  async function runToTheEnd(org: ServedOrg): Promise<object> {
    if ((await processes(org)).length === before) {
      const started = await pass.start(org);
      expect(started.status, JSON.stringify(started)).toBe(202);
    }
    for (;;) {
      const last = await lastProcess(org);
      if (last.status !== 'Aborted') {
        const { status, total, processed, created, linked, failed } = last;
        return { status, total, processed, created, linked, failed, people: await items(org, last.id), granted: await ledger(org) };
      }
      expect((await resume(org, last.id)).status).toBe(202);
    }
  }

  /** What everybody holds, whatever happened on the way. */
  async function expectRights(org: ServedOrg, moved: readonly string[] = []): Promise<void> {
    expect(await strayKeys(org)).toEqual([]);
    const users = await org.query<{ Id: string; EmployeeNumber: string; ProvisionedEmployee__c: string | null }>(
      "SELECT Id, EmployeeNumber, ProvisionedEmployee__c FROM User WHERE EmployeeNumber LIKE 'W1%'",
    );
    expect(new Set(users.map((user) => user.EmployeeNumber)).size).toBe(users.length);
    const assignments = await org.query<{ AssigneeId: string; PermissionSet: { Name: string } }>(
      `SELECT AssigneeId, PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name IN ('${[PRIVILEGED, SALES, DEFAULT].join("','")}')`,
    );
    const sets = new Map<string, string[]>();
    for (const { AssigneeId, PermissionSet } of assignments) sets.set(AssigneeId, [...(sets.get(AssigneeId) ?? []), PermissionSet.Name]);
    for (const { Id, EmployeeNumber: number, ProvisionedEmployee__c: key } of users) {
      const held = (sets.get(Id) ?? []).sort();
      const mine = key === null ? [] : rightsOf(number);
      if (moved.includes(number)) expect([number, held.includes(PRIVILEGED)]).toEqual([number, false]);
      else expect([number, held]).toEqual([number, mine]);
    }
  }

  function rightsOf(number: string): string[] {
    if (CHIEFS.includes(number)) return pass.mayHold.includes(number) ? [PRIVILEGED, SALES] : [];
    return isSales(number) ? [SALES] : [DEFAULT];
  }
});

async function runOverEverybody(org: ServedOrg): Promise<void> {
  expect((await startRun(org)).status).toBe(202);
  expect(await lastProcess(org)).toMatchObject({ status: 'Finished', processed: PEOPLE, failed: CHIEFS.length });
}

/** Some people by name, with the number of chiefs among them. */
async function confirmed(org: ServedOrg): Promise<{ readonly status: number }> {
  const rows = await org.query<{ Id: string }>(`SELECT Id FROM Employee2 WHERE EmployeeNumber IN ('${CONFIRMED.join("','")}')`);
  const confirmAdministrative = CONFIRMED.filter((number) => CHIEFS.includes(number)).length;
  return startRun(org, 'admin', { employeeIds: rows.map(({ Id }) => Id), confirmAdministrative });
}
