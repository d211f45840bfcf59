import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CUSTOMER_FILES, loadNastyUsers, nastyPeople, type Kind } from './nasty';
import { permissionSetFile, projectOf, triggerFiles, type Customer } from './project';
import { seeded } from './seeded';
import { serve, type ServedOrg } from './served-org';
import { counters, doneBy, foreseenBy, kinds, run, sameVerdicts } from './verdicts';
import { load, loadUsers, outcome, people, saveSettings, type Person } from './workforce';

/** Six chunks: what one foresees, five others may meet. */
const PEOPLE = 1_200;

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
