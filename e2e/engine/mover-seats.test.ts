import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastProcess, LIFECYCLE } from './lifecycle-org';
import { permissionSetFile, projectOf } from './project';
import { serve, type ServedOrg } from './served-org';
import { API, isOpen, load, loadUsers, people, resume, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly statusMessage: string | null };

const LICENSE = 'Field Service';
const SEATS = 10;
/** Two chunks of at most 200. */
const PEOPLE = 210;
/** Had a user before the first run, with a profile of another user licence. */
const PLATFORM = ['W10003', 'W10203'];
const WORKFORCE = people(PEOPLE).map((person, i) => ({ ...person, email: `person${i}@north.example` }));
const folder = mkdtempSync(join(tmpdir(), 'mover-seats-'));
let org: ServedOrg;

beforeAll(async () => {
  const project = projectOf(join(folder, 'project'), {
    permissionSetLicenses: [{ name: LICENSE, seats: SEATS }],
    files: { ...permissionSetFile('Field_Work', LICENSE), ...permissionSetFile('Sales_Tools', 'Salesforce') },
  });
  org = await serve({ db: join(folder, 'org.db'), project });
  await load(org, WORKFORCE);
  await loadUsers(org, PLATFORM, 'Standard Platform User');
  await saveSettings(org, LIFECYCLE);
  expect((await startRun(org)).status).toBe(202);
  expect(await lastProcess(org)).toMatchObject({ status: 'Finished', created: PEOPLE - PLATFORM.length, linked: PLATFORM.length });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R46, R54: a mover whose licence cannot take a set gets the others, and dry run, run and the next run say the same', async () => {
  await follow('Sales', PLATFORM, ['Sales_Tools', 'Provisioning_Auditor']);

  const dry = await run({ mode: 'DryRun', scope: 'Changes' });
  const live = await run({ scope: 'Changes' });

  for (const process of [dry, live]) {
    expect(await outcomes(process, PLATFORM)).toEqual(PLATFORM.map((number) => [number, 'Updated', null, 'SETS_LEFT_OUT']));
  }
  expect(await holders('Provisioning_Auditor')).toEqual(PLATFORM);
  expect(await holders('Sales_Tools')).toEqual([]);
  // what is left out is no change of its own: nobody is moved again and again
  const next = await run({ scope: 'Changes' });
  expect(await outcomes(next, PLATFORM)).toEqual([]);
});

test('R23, R46: a run over changes waits before movers take seats that are not there, and goes on by a person’s word', async () => {
  const many = WORKFORCE.map(({ number }) => number).filter((number) => /^W10(11|12|20)/.test(number));
  await follow('Field', many, ['Field_Work', 'Provisioning_Auditor']);

  const foreseen = await run({ mode: 'DryRun', scope: 'Changes' });
  const parked = await run({ scope: 'Changes' });

  expect(parked).toMatchObject({ status: 'Queued', guard: 'SEATS', processed: 0 });
  expect(parked.statusMessage).toContain(`seats of ${LICENSE} are needed next, but only ${SEATS} are left`);
  expect(foreseen.statusMessage).toContain(parked.statusMessage);
  expect(await holders('Field_Work')).toEqual([]);

  expect((await resume(org, parked.id)).status).toBe(202);
  const ended = await lastProcess(org);
  const withSeat = await holders('Field_Work');
  expect(withSeat).toHaveLength(SEATS);
  const failed = (await outcomes(ended, many)).filter(([, outcome]) => outcome === 'Failed');
  expect(failed).toHaveLength(many.length - SEATS);
  expect(new Set(failed.map(([, , cause]) => cause))).toEqual(new Set(['PERMISSION_SET']));
  expect(failed.map(([number]) => number).filter((number) => withSeat.includes(number!))).toEqual([]);
});

/** The rule of that name decides about these people from now on. */
async function follow(name: string, numbers: readonly string[], permissionSets: readonly string[]): Promise<void> {
  const when = { all: [{ field: 'EmployeeNumber', is: 'in', values: numbers }] };
  await saveSettings(org, {
    ...LIFECYCLE,
    moversFollowRules: true,
    maximumAssignmentChanges: null,
    assignmentRules: [{ name, when, gives: { permissionSets } }],
  });
}

async function run(body: object): Promise<Process> {
  const started = await startRun(org, 'admin', body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await org.call<Process>('admin', 'GET', `${API}/processes/${started.body.id}`);
    if (process.guard !== null || !isOpen(process)) return process;
    await pause(20);
  }
}

/** Number, outcome, cause and code of these people. */
async function outcomes({ id }: Process | ProcessJson, numbers: readonly string[]): Promise<(string | null)[][]> {
  const rows = await org.query<Record<'EmployeeNumber__c' | 'Outcome__c' | 'Cause__c' | 'Code__c', string | null>>(
    `SELECT EmployeeNumber__c, Outcome__c, Cause__c, Code__c FROM ProvisioningProcessItem__c
     WHERE Process__c = '${id}' AND EmployeeNumber__c IN ('${numbers.join("','")}') ORDER BY EmployeeNumber__c`,
  );
  return rows.map((row) => [row.EmployeeNumber__c, row.Outcome__c, row.Cause__c, row.Code__c]);
}

/** Numbers of the people whose users hold the set. */
async function holders(set: string): Promise<(string | null)[]> {
  const rows = await org.query<{ Assignee: { EmployeeNumber: string | null } }>(
    `SELECT Assignee.EmployeeNumber FROM PermissionSetAssignment
     WHERE PermissionSet.Name = '${set}' AND Assignee.EmployeeNumber LIKE 'W%' ORDER BY Assignee.EmployeeNumber`,
  );
  return rows.map(({ Assignee }) => Assignee.EmployeeNumber);
}
