import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled, type Strike } from './kills';
import { ledger } from './ledger';
import { keepingProject } from './leavers-refused';
import {
  confirmations,
  DATA,
  items,
  lastProcess,
  letSignIn,
  LIFECYCLE,
  onceEnded,
  passHourlyLook,
  provision,
  terminate,
  updateAll,
} from './lifecycle-org';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { API, idle, insertAll, processes, resume, saveSettings, startRun, type ProcessJson } from './workforce';

/** Two chunks of at most 200. */
const PEOPLE = 210;
/** Of the commits, every so many-th is struck. */
const COMMITS_APART = amount({ test: 1, kills: 5, long: 1 });
/** A random kill comes after 1 to so many DML statements. */
const STATEMENTS = 8;
/** Commits that `npm test` strikes, in the scopes of its sample. */
const SAMPLE: Readonly<Record<string, readonly number[]>> = { 'commit.before': [], 'commit.after': [4, 8, 12] };
/** Kills at random points while the queue loses the job, per scope: only the watchdog heals them. */
const LEFT_TO_THE_WATCHDOG = amount({ test: 0, kills: 8, long: 24 });
/** Kills that every scope must have survived in all. */
const KILLS = amount({ test: 3, kills: 15, long: 40 });

interface Scope {
  readonly name: string;
  /** As a process says it. */
  readonly scope: string;
  /** Usernames that there are after it. */
  readonly usernames?: readonly string[];
  prepare(org: ServedOrg): Promise<void>;
  start(org: ServedOrg): Promise<{ readonly status: number }>;
  /** Users of others bear the keys of records that are gone: those stay. */
  readonly keepsKeys?: true;
  /** What an undisturbed run leaves. */
  expectRight?(left: Left): void;
}

/** Counters, people, users, sets and ledger after a run. */
interface Left extends Readonly<Record<string, unknown>> {
  readonly assignments: readonly string[];
  readonly granted: readonly unknown[][];
}

const folder = mkdtempSync(join(tmpdir(), 'lifecycle-kills-'));
const template = join(folder, 'template.db');
/** It keeps some users active (R48). */
const project = keepingProject(join(folder, 'project'));
let provisioning: ProcessJson;

const SCOPES: readonly Scope[] = [
  leavers('Deactivate'),
  leavers('Freeze'),
  {
    name: 'R58: deleted employees among leavers',
    scope: 'Leavers',
    async prepare(org) {
      await saveSettings(org, {
        ...LIFECYCLE,
        leaverAction: 'Freeze',
        updateOnChange: false,
        deletedEmployees: 'Leavers',
        deletedGraceDays: 0,
      });
      await terminate(org, 20);
      const employees = await org.query<{ Id: string }>(
        "SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Active' ORDER BY EmployeeNumber LIMIT 80",
      );
      for (const { Id } of employees) expect((await org.call('admin', 'DELETE', `${DATA}/sobjects/Employee2/${Id}`)).status).toBe(204);
    },
    start: (org) => startRun(org, 'admin', { scope: 'Leavers' }),
    keepsKeys: true,
  },
  {
    name: 'R29: changes',
    scope: 'Changes',
    prepare: rename,
    start: (org) => startRun(org, 'admin', { scope: 'Changes' }),
  },
  {
    name: 'R49: changes that usernames follow',
    scope: 'Changes',
    // the last of the first chunk and somebody of the second
    usernames: ['t.renamed33@northwind.example', 't.renamed33.w10202@northwind.example'],
    async prepare(org) {
      await saveSettings(org, { ...LIFECYCLE, usernamePattern: '{firstName:1}.{lastName}', usernameFollows: true });
      await rename(org, 2);
    },
    start: (org) => startRun(org, 'admin', { scope: 'Changes' }),
  },
  {
    name: 'R46: movers',
    scope: 'Changes',
    prepare: move,
    start: (org) => startRun(org, 'admin', { scope: 'Changes' }),
    expectRight(left) {
      const sets = (set: string) => left.assignments.filter((assignment) => assignment.endsWith(` ${set}`)).length;
      const movers = Math.ceil((PEOPLE - 1) / 3);
      expect(sets('Provisioning_Auditor')).toBe(movers - 1);
      // who lost the address fails, and one was given it again by a person
      expect(sets('Provisioning_Employee_Data')).toBe(PEOPLE - movers + 2);
      expect(sets('Provisioning_Operator')).toBe(1);
      expect(left.granted.filter(([, , isHeld, isTakenBack]) => isTakenBack && !isHeld)).toHaveLength(movers - 2);
      expect(left.granted.filter(([, set]) => set === 'Provisioning_Auditor')).toHaveLength(movers - 1);
    },
  },
  {
    name: 'R31: taking back a run',
    scope: 'Deactivation',
    async prepare(org) {
      await quiet(org);
      const [edited] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'W10001'");
      await updateAll(org, [{ attributes: { type: 'User' }, Id: edited!.Id, Title: 'Agent' }]);
    },
    start: (org) => org.call('admin', 'POST', `${API}/processes/${provisioning.id}/deactivate`, {}),
  },
  {
    name: 'R47: returns',
    scope: 'Returns',
    prepare: (org) => comeAndGo(org, 'Deactivate'),
    start: (org) => startRun(org, 'admin', { scope: 'Returns' }),
  },
  {
    name: 'R47: undoing a run over leavers',
    scope: 'BringBack',
    prepare: (org) => comeAndGo(org, 'Freeze'),
    async start(org) {
      const leavers = (await processes(org)).find((process) => process.scope === 'Leavers')!;
      return org.call('admin', 'POST', `${API}/processes/${leavers.id}/bring-back`, {});
    },
  },
];

beforeAll(async () => {
  const org = await serve({ db: template, project });
  provisioning = await provision(org, PEOPLE);
  expect(provisioning).toMatchObject({ status: 'Finished', processed: PEOPLE });
  // The daily look, here and for all: no run over changes begins in the middle of a scope because the clock has passed the hour.
  await passHourlyLook(org);
  expect(await lastProcess(org)).toMatchObject({ trigger: 'Scheduled', scope: 'Changes', status: 'Finished' });
  await org.stop();
  letSignIn(template, 2);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm test` takes access: to prepare each of the others costs more than its kills. */
const isSampled = ({ name }: Scope): boolean => name.includes('Freeze');
const TRIED = amount({ test: SCOPES.filter(isSampled), kills: SCOPES });

describe.each(TRIED)('R6, R8, R17, $name: killed and carried on, a run ends like an undisturbed one', (scope) => {
  const prepared = join(folder, `${scope.name.replaceAll(/\W/g, '')}.db`);
  let undisturbed: object;
  let keys: unknown;
  let kills = 0;

  beforeAll(async () => {
    const org = await serve({ project, db: copyDatabase(template, prepared) });
    await scope.prepare(org);
    await idle(org);
    await org.stop();
    const run = await serve({ project, db: copyDatabase(prepared, `${prepared}-undisturbed`) });
    const left = await runToTheEnd(run, scope);
    scope.expectRight?.(left);
    undisturbed = left;
    keys = await strayKeys(run);
    if (!scope.keepsKeys) expect(keys).toEqual([]);
    const users = await run.query<{ Username: string }>('SELECT Username FROM User');
    expect(users.map(({ Username }) => Username)).toEqual(expect.arrayContaining([...(scope.usernames ?? [])]));
    await run.stop();
  });

  test.each(['commit.before', 'commit.after'])(
    '%s: at commits of the whole run (every one in the long mode), and every other time between two statements of what is left',
    async (point) => {
      const random = seeded(point.length);
      for (const nth of passages(isSampled(scope) ? SAMPLE[point] : [], COMMITS_APART)) {
        const db = copyDatabase(prepared, `${prepared}-${point}-${nth}`);
        if (await survives(await serve({ db, project }), scope, { strike: { point, nth } })) break;
        if (nth % 2 === 0) {
          expect(await survives(await serve({ db, project }), scope)).toBe(true);
          continue;
        }
        const onTheWay = `statement:${1 + Math.floor(random() * STATEMENTS)}:kill`;
        if (!(await survives(await serve({ db, project, flags: ['--fault', onTheWay] }), scope))) {
          expect(await survives(await serve({ db, project }), scope)).toBe(true);
        }
      }
    },
  );

  test('R22: at random points, when the queue loses the job, the watchdog carries it on', async () => {
    const random = seeded(scope.name.length);
    for (let died = 0; died < LEFT_TO_THE_WATCHDOG;) {
      const db = copyDatabase(prepared, `${prepared}-lost-${died}`);
      for (let through = false; !through;) {
        const fault = `statement:${1 + Math.floor(random() * 2 * STATEMENTS)}:kill`;
        const flags = ['--interrupted=fail', ...(died < LEFT_TO_THE_WATCHDOG ? ['--fault', fault] : [])];
        through = await survives(await serve({ db, project, flags }), scope, { later: '11m' });
        if (!through) died++;
      }
    }
  });

  test('many enough', () => expect(kills).toBeGreaterThanOrEqual(KILLS));

  /** Carries the run on; false when the fault killed the org, else it left what an undisturbed one leaves. */
  async function survives(org: ServedOrg, what: Scope, { strike, later }: { strike?: Strike; later?: string } = {}): Promise<boolean> {
    const result = await unlessKilled(org, async () => {
      if (strike) await armKill(org, strike);
      return runToTheEnd(org, what, later);
    });
    if (result === null) {
      kills++;
      return false;
    }
    expect(await strayKeys(org)).toEqual(keys);
    await org.stop();
    expect(result).toEqual(undisturbed);
    return true;
  }
});

function leavers(leaverAction: string): Scope {
  return {
    name: `R30: leavers (${leaverAction})`,
    scope: 'Leavers',
    async prepare(org) {
      await quiet(org, leaverAction);
      await terminate(org, PEOPLE - 5);
    },
    start: (org) => startRun(org, 'admin', { scope: 'Leavers' }),
  };
}

/** Everybody but a few is locked out by a run, and most of them are employed again; a person has edited one of their users since. */
async function comeAndGo(org: ServedOrg, leaverAction: string): Promise<void> {
  await quiet(org, leaverAction);
  await terminate(org, PEOPLE - 5);
  expect((await startRun(org, 'admin', { scope: 'Leavers' })).status).toBe(202);
  expect(await lastProcess(org)).toMatchObject({ scope: 'Leavers', status: 'Finished' });
  const leavers = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Terminated' ORDER BY EmployeeNumber");
  await updateAll(
    org,
    leavers.slice(2).map(({ Id }) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus: 'Active' })),
  );
  const [edited] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'W10011'");
  await updateAll(org, [{ attributes: { type: 'User' }, Id: edited!.Id, Title: 'Agent' }]);
}

/** Without changes, which the schedule would carry over. */
async function quiet(org: ServedOrg, leaverAction = 'Freeze'): Promise<void> {
  await saveSettings(org, { ...LIFECYCLE, leaverAction, updateOnChange: false });
}

/** Every third person is called otherwise, so many of them alike, also across the border of the chunks, and one of them has lost the address. */
async function rename(org: ServedOrg, alike = 1): Promise<void> {
  const accounts = await org.query<{ Id: string }>('SELECT Id FROM Account WHERE AccountNumber != null ORDER BY AccountNumber');
  const renamed = accounts.filter((_, i) => i % 3 === 1);
  await updateAll(
    org,
    renamed.map(({ Id }, i) => ({
      attributes: { type: 'Account' },
      Id,
      LastName: `Renamed${Math.floor(i / alike)}`,
      PersonEmail: i === 7 ? null : `renamed${i}@north.example`,
    })),
  );
}

/** As `rename`, and a rule gives the renamed another set. Persons gave one of them a set, and another one anew what the run had given. */
async function move(org: ServedOrg): Promise<void> {
  const rule = {
    name: 'Renamed',
    when: { all: [{ field: 'Contact.LastName', is: 'startsWith', values: ['Renamed'] }] },
    gives: { permissionSets: ['Provisioning_Auditor'] },
  };
  await saveSettings(org, { ...LIFECYCLE, leaverAction: 'Freeze', moversFollowRules: true, assignmentRules: [rule] });
  await giveByHand(org, 'W10004', 'Provisioning_Operator');
  const again = await org.query<{ Id: string }>(
    "SELECT Id FROM PermissionSetAssignment WHERE Assignee.EmployeeNumber = 'W10007' AND PermissionSet.Name = 'Provisioning_Employee_Data'",
  );
  expect((await org.call('admin', 'DELETE', `${DATA}/sobjects/PermissionSetAssignment/${again[0]!.Id}`)).status).toBe(204);
  await giveByHand(org, 'W10007', 'Provisioning_Employee_Data');
  await rename(org);
}

async function giveByHand(org: ServedOrg, employeeNumber: string, set: string): Promise<void> {
  const [user] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE EmployeeNumber = '${employeeNumber}'`);
  const [permissionSet] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${set}'`);
  await insertAll(org, [{ attributes: { type: 'PermissionSetAssignment' }, AssigneeId: user!.Id, PermissionSetId: permissionSet!.Id }]);
}

/** Starts the run where there is none and works the queue off, `later` than it died; what the run left behind. */
async function runToTheEnd(org: ServedOrg, { scope, start }: Scope, later?: string): Promise<Left> {
  const isOurs = (process: ProcessJson): boolean => process.scope === scope && process.trigger !== 'Scheduled';
  if (!(await processes(org)).some(isOurs)) expect((await start(org)).status).toBe(202);
  else if (later !== undefined) await org.call('admin', 'POST', '/__local/clock', { advance: later });
  for (;;) {
    await lastProcess(org);
    const process = await onceEnded(org, isOurs);
    if (process.status !== 'Aborted') return leftBy(org, process);
    expect((await resume(org, process.id)).status).toBe(202);
  }
}

/** Counters and items of the run and the users as they are now, without ids and times. */
async function leftBy(org: ServedOrg, process: ProcessJson): Promise<Left> {
  const { status, total, processed, updated, skipped, failed } = process;
  const users = await org.query<Record<string, unknown>>(
    'SELECT Username, LastName, Email, IsActive FROM User WHERE ProvisionedEmployee__c != null ORDER BY Username',
  );
  const frozen = await org.query<{ UserId: string }>('SELECT UserId FROM UserLogin WHERE IsFrozen = true ORDER BY UserId');
  const assignments = await org.query<{ Assignee: { Username: string }; PermissionSet: { Name: string } }>(
    'SELECT Assignee.Username, PermissionSet.Name FROM PermissionSetAssignment' +
      " WHERE Assignee.ProvisionedEmployee__c != null AND PermissionSet.Name IN ('Provisioning_Employee_Data', 'Provisioning_Auditor', 'Provisioning_Operator')" +
      ' ORDER BY Assignee.Username, PermissionSet.Name',
  );
  return {
    counters: { status, total, processed, updated, skipped, failed },
    people: await items(org, process.id),
    users: users.map((user) => [user['Username'], user['LastName'], user['Email'], user['IsActive']]),
    asked: (await confirmations(org)).map(({ address }) => address).sort(),
    frozen: frozen.map((login) => login.UserId),
    assignments: assignments.map((assignment) => `${assignment.Assignee.Username} ${assignment.PermissionSet.Name}`),
    granted: await ledger(org),
  };
}
