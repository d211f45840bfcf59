import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CUSTOMER_FILES, loadNastyUsers, nastyPeople, type Kind } from './nasty';
import { permissionSetFile, projectOf, triggerFiles, type Customer } from './project';
import { seeded } from './seeded';
import { serve, type ServedOrg } from './served-org';
import { load, loadUsers, outcome, people, resume, saveSettings, startRun, type Person, type ProcessJson } from './workforce';

/** Six chunks: what one foresees, five others may meet. */
const PEOPLE = 1_200;
/** Three chunks, of people who are split out of them one by one. */
const NASTY = 450;
const API = '/services/apexrest/provisioning/v1';

/** What a process says about one person. */
interface Said {
  readonly number: string;
  readonly outcome: string;
  readonly cause: string | null;
  readonly code: string | null;
  /** Of the user whom the process makes; null when it makes none. */
  readonly username: string | null;
}
type Process = ProcessJson & { readonly mode: string; readonly guard: string | null };

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
  const dry = await run(org, { mode: 'DryRun' });
  const foreseen = await foreseenBy(org, dry.id);
  expect(dry).toMatchObject({ status: 'Finished', mode: 'DryRun', total: PEOPLE, processed: PEOPLE });
  expect(await outcome(org)).toMatchObject({ ...before, items: expect.anything(), processes: expect.anything() });

  const live = await run(org, { mode: 'Live' });
  expect(foreseen.length).toBe(PEOPLE);
  expect(foreseen).toEqual(await doneBy(org, live.id));
  expect(foreseen.filter((row) => /^pair\d+\.w/.test(row.username ?? '')).length).toBeGreaterThan(10);
  expect(counters(dry)).toEqual(counters(live));
  expect(kinds(foreseen)).toEqual(['AMBIGUOUS_MATCH', 'Created', 'INACTIVE_MATCH', 'Linked', 'MISSING_FIELD', 'PRIVILEGED_MATCH']);
});

test('R21: a second dry run after the live one has nobody left but those who failed', async () => {
  const again = await run(org, { mode: 'DryRun' });
  expect(again.total).toBe(again.failed);
});

test.each([
  [20261122, false],
  [7, false],
  [4711, true],
])(
  'R21: collisions, hostile triggers, poison, refused assignments and links are foreseen person by person (seed %i, usernames match: %s)',
  async (seed, matchByUsername) => {
    const customer = await customerOf(`nasty-${seed}`, { files: CUSTOMER_FILES });
    const workforce = nastyPeople(seed, NASTY);
    await load(customer, workforce);
    await loadNastyUsers(customer, workforce);
    await saveSettings(customer, { matchByEmail: true, matchByUsername, permissionSets: ['Sales_Tools'] });
    const { foreseen } = await sameVerdicts(customer);
    expect(foreseen.length).toBe(workforce.length);
    expect(kinds(foreseen)).toEqual([
      'AMBIGUOUS_MATCH', 'AUTOMATION', 'Created', 'INACTIVE_MATCH', 'LINK', 'Linked', 'MISSING_FIELD', 'PERMISSION_SET', 'POISON',
      'PRIVILEGED_MATCH', 'USERNAME_TAKEN', 'VALIDATION',
    ]); // prettier-ignore
    await customer.stop();
  },
);

/** Who takes seats in several ways: at the first try, at the second, without being linked in the end. */
const SEATED: readonly Kind[] = ['plain', 'twin', 'noEmail', 'known', 'taken', 'takenTwice', 'unlinkable', 'nickname'];
const NEEDS_LICENSE = permissionSetFile('Field_Tools', 'Field Service');

test.each<[string, Customer, string, string]>([
  ['user licenses', { seats: 270 }, 'LICENSE', 'LICENSE_LIMIT_EXCEEDED'],
  [
    'permission set licenses',
    { permissionSetLicenses: [{ name: 'Field Service', seats: 250 }] },
    'PERMISSION_SET',
    'LICENSE_LIMIT_EXCEEDED',
  ],
])('R21: who finds no seat of the %s in the second chunk is foreseen person by person', async (name, seats, cause, code) => {
  const permissionSetLicenses = seats.permissionSetLicenses ?? [{ name: 'Field Service', seats: 5000 }];
  const customer = await customerOf(name, { ...seats, permissionSetLicenses, files: { ...CUSTOMER_FILES, ...NEEDS_LICENSE } });
  const workforce = nastyPeople(20261122, 600, SEATED);
  await load(customer, workforce);
  await loadNastyUsers(customer, workforce);
  await saveSettings(customer, { permissionSets: ['Field_Tools'] });
  const license = name === 'user licenses' ? ['UserLicense', 'Salesforce'] : ['PermissionSetLicense', 'Field Service'];
  const seatsLeft: number[] = [];
  const { foreseen, dry } = await sameVerdicts(customer, async () => {
    const [row] = await customer.query<{ TotalLicenses: number; UsedLicenses: number }>(
      `SELECT TotalLicenses, UsedLicenses FROM ${license[0]} WHERE MasterLabel = '${license[1]}'`,
    );
    seatsLeft.push(row!.TotalLicenses - row!.UsedLicenses);
  });
  expect(kinds(foreseen)).toContain(cause);
  const without = foreseen.filter((row) => row.cause === cause && row.code === code);
  expect(without.length).toBeGreaterThan(100);
  // R23: the guard counts every seat that is gone, also of users whose employee failed
  expect(seatsLeft).toHaveLength(1);
  expect(dry.statusMessage).toContain(`seats of ${license[1]} are needed next, but only ${seatsLeft[0]} are left`);
  await customer.stop();
});

test.each([
  ['assignments', 'new Account(Name = user.LastName)', 'Permission set assignments were not tried'],
  ['links', "new PermissionSet(Name = 'Of_' + user.EmployeeNumber, Label = user.LastName)", 'Links to employees were not tried'],
])('R7, R21: where a trigger keeps a dry run from trying %s, the process says so', async (name, record, message) => {
  const files = triggerFiles(`trigger CustomerRecords on User (after insert) {
    List<SObject> records = new List<SObject>();
    for (User user : Trigger.new) {
      records.add(${record});
    }
    insert records;
  }`);
  const permissionSetLicenses = [{ name: 'Field Service', seats: 210 }];
  const customer = await customerOf(`unforeseen-${name}`, { permissionSetLicenses, files: { ...files, ...NEEDS_LICENSE } });
  const workforce = nastyPeople(1, 230, ['plain', 'twin']);
  await load(customer, workforce);
  await saveSettings(customer, { permissionSets: ['Field_Tools'] });
  const { dry, foreseen } = await sameVerdicts(customer);
  expect(dry.statusMessage).toContain(message);
  expect(foreseen.filter((row) => row.cause === 'PERMISSION_SET')).toHaveLength(20);
  await customer.stop();
});

async function customerOf(name: string, customer: Customer): Promise<ServedOrg> {
  return serve({ db: join(folder, `${name}.db`), project: projectOf(join(folder, name), customer) });
}

/** Runs dry, then live; both must say the same about everybody. */
async function sameVerdicts(
  served: ServedOrg,
  whenParked?: () => Promise<void>,
): Promise<{ foreseen: Said[]; dry: Process & { readonly statusMessage: string | null } }> {
  const dry = await run(served, { mode: 'DryRun' });
  const foreseen = await foreseenBy(served, dry.id);
  const live = await run(served, { mode: 'Live' }, whenParked);
  expect(live.status).toBe('Finished');
  expect(foreseen).toEqual(await doneBy(served, live.id));
  expect(counters(dry)).toEqual(counters(live));
  const [row] = await served.query<{ StatusMessage__c: string | null }>(
    `SELECT StatusMessage__c FROM ProvisioningProcess__c WHERE Id = '${dry.id}'`,
  );
  return { foreseen, dry: { ...dry, statusMessage: row?.StatusMessage__c ?? null } };
}

/** Runs to the end; where a guard parks it, somebody continues. */
async function run(served: ServedOrg, body: object, whenParked?: () => Promise<void>): Promise<Process> {
  const started = await startRun(served, 'admin', body);
  expect(started.status).toBe(202);
  for (;;) {
    await served.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await served.call<Process>('admin', 'GET', `${API}/processes/${started.body.id}`);
    if (process.guard !== null) {
      await whenParked?.();
      await resume(served, process.id);
    } else if (!['Queued', 'Initializing', 'Processing'].includes(process.status)) return process;
    await pause(25);
  }
}

interface Item {
  readonly EmployeeId__c: string;
  readonly EmployeeNumber__c: string;
  readonly Outcome__c: string;
  readonly Cause__c: string | null;
  readonly Code__c: string | null;
  readonly PlannedUsername__c: string | null;
}
const itemsOf = (served: ServedOrg, processId: string) =>
  served.query<Item>(
    `SELECT EmployeeId__c, EmployeeNumber__c, Outcome__c, Cause__c, Code__c, PlannedUsername__c
     FROM ProvisioningProcessItem__c WHERE Process__c = '${processId}'`,
  );
const said = (item: Item, username: string | null): Said => ({
  number: item.EmployeeNumber__c,
  outcome: item.Outcome__c,
  cause: item.Cause__c,
  code: item.Code__c,
  username,
});

async function foreseenBy(served: ServedOrg, processId: string): Promise<Said[]> {
  const items = await itemsOf(served, processId);
  return items.map((item) => said(item, item.PlannedUsername__c)).sort(byNumber);
}

/** A live run keeps no items of those whom it created: their users tell. */
async function doneBy(served: ServedOrg, processId: string): Promise<Said[]> {
  const made = await served.query<{ EmployeeNumber: string; Username: string; ProvisionedEmployee__c: string }>(
    `SELECT EmployeeNumber, Username, ProvisionedEmployee__c FROM User WHERE ProvisioningProcessId__c = '${processId}'`,
  );
  const usernames = new Map(made.map((user) => [user.ProvisionedEmployee__c.split(':')[1], user.Username]));
  const items = await itemsOf(served, processId);
  const told = new Set(items.map((item) => item.EmployeeId__c));
  const created = made.filter((user) => !told.has(user.ProvisionedEmployee__c.split(':')[1] ?? ''));
  return [
    ...items.map((item) => said(item, usernames.get(item.EmployeeId__c) ?? null)),
    ...created.map((user) => ({ number: user.EmployeeNumber, outcome: 'Created', cause: null, code: null, username: user.Username })),
  ].sort(byNumber);
}

/** Causes, and outcomes of those without one. */
const kinds = (rows: readonly Said[]): string[] => [...new Set(rows.map((row) => row.cause ?? row.outcome))].sort();

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

function byNumber(one: Said, other: Said): number {
  return one.number < other.number ? -1 : 1;
}

/** Every so often somebody has the mailbox of others at another address, or their very address. */
function likeOthers(person: Person, i: number): Person {
  if (person.email === null) return person;
  if (i % 37 === 1) return { ...person, email: `pair${i % 12}@site${i}.example` };
  return i % 97 === 2 ? { ...person, email: `desk${i % 5}@north.example` } : person;
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
