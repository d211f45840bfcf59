import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API, idle, processes, saveSettings, startRun } from './workforce';

interface Preview {
  readonly people: readonly { employeeNumber: string; rule: string; username: string; alias: string; nickname: string }[];
  readonly collisions: { readonly usernames: number; readonly nicknames: number };
  readonly errors: readonly { errorCode: string; fields: readonly string[] }[];
}

/** Two chunks of people, of whom every tenth is called like the one before. */
const PEOPLE = Array.from({ length: 260 }, (_, i) => ({
  employeeNumber: `N${1000 + i}`,
  firstName: 'Zoë',
  lastName: `Łęcki${i % 10 === 9 ? i - 1 : i}`,
  email: `person${i}@people.example`,
  status: 'Active',
  statusStartDate: '2026-01-05',
}));
const TWINS = PEOPLE.length / 10;
const PATTERNS = {
  usernameSuffix: 'names.example',
  usernamePattern: '{firstName:1}.{lastName}',
  aliasPattern: '{employeeNumber}',
  nicknamePattern: '{lastName}_{firstName:1}',
};

const folder = mkdtempSync(join(tmpdir(), 'names-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org);
  for (let at = 0; at < PEOPLE.length; at += 200) {
    expect((await org.call('admin', 'POST', `${API}/employees`, { employees: PEOPLE.slice(at, at + 200) })).status).toBe(200);
  }
}, 120_000);
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const preview = async (change: object, employees?: readonly string[]): Promise<Preview> => {
  const { body: settings } = await org.call<object>('admin', 'GET', `${API}/settings`);
  const answer = await org.call<Preview>('admin', 'POST', `${API}/settings/preview`, { settings: { ...settings, ...change }, employees });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

test('R49: a preview says what real people would be called and how many meet another, and saves nothing', async () => {
  const before = await org.query('SELECT COUNT(Id) n FROM EmployeeUserSettings__c');
  const shown = await preview(PATTERNS, ['N1008', 'N1009']);
  expect(shown.errors).toEqual([]);
  expect(shown.collisions).toEqual({ usernames: TWINS, nicknames: TWINS });
  expect(shown.people).toMatchObject([
    { employeeNumber: 'N1008', username: 'z.lecki8@names.example', alias: 'n1008', nickname: 'lecki8_z' },
    { employeeNumber: 'N1009', username: 'z.lecki8.n1009@names.example', alias: 'n1009', nickname: 'lecki8_z.n1009' },
  ]);
  expect(await org.query('SELECT COUNT(Id) n FROM EmployeeUserSettings__c')).toEqual(before);
});

test('R49: a preview of settings that cannot be saved answers as a save would', async () => {
  const { people, errors } = await preview({ ...PATTERNS, nicknamePattern: 'all' });
  expect(people).toEqual([]);
  expect(errors).toMatchObject([{ errorCode: 'INVALID_FIELD_VALUE', fields: ['nicknamePattern'] }]);
});

test.each([
  [{}, ['settings']],
  [{ settings: [] }, ['settings']],
  [{ settings: {}, employees: 'N1008' }, ['employees']],
  [{ settings: {}, employees: [1] }, ['employees']],
  [{ settings: {}, employees: Array.from({ length: 201 }, () => 'N1008') }, ['employees']],
])('R49: a preview of what makes no sense is refused: %j', async (body, fields) => {
  const answer = await org.call<{ fields: string[] }[]>('admin', 'POST', `${API}/settings/preview`, body);
  expect([answer.status, answer.body[0]!.fields]).toEqual([400, fields]);
});

test('R49: dry and live run across chunks call people as the preview does', async () => {
  await saveSettings(org, PATTERNS);
  await startRun(org, 'admin', { mode: 'DryRun' });
  await idle(org);
  const planned = await org.query<{ EmployeeNumber__c: string; PlannedUsername__c: string; PlannedNickname__c: string }>(
    "SELECT EmployeeNumber__c, PlannedUsername__c, PlannedNickname__c FROM ProvisioningProcessItem__c WHERE Outcome__c = 'Created' ORDER BY EmployeeNumber__c",
  );
  await startRun(org);
  await idle(org);
  expect((await processes(org))[0]).toMatchObject({ status: 'Finished', created: PEOPLE.length, failed: 0 });
  const users = await org.query<{ EmployeeNumber: string; Username: string; CommunityNickname: string; Alias: string }>(
    "SELECT EmployeeNumber, Username, CommunityNickname, Alias FROM User WHERE EmployeeNumber LIKE 'N1%' ORDER BY EmployeeNumber",
  );
  expect(users.map((user) => [user.EmployeeNumber, user.Username, user.CommunityNickname])).toEqual(
    planned.map((item) => [item.EmployeeNumber__c, item.PlannedUsername__c, item.PlannedNickname__c]),
  );
  expect(users.filter(({ Username }) => Username.includes('.n1'))).toHaveLength(TWINS);
  expect(users[9]).toMatchObject({ Username: 'z.lecki8.n1009@names.example', Alias: 'n1009' });
  // whoever has a user is in nobody's way but others'
  expect((await preview({})).collisions).toEqual({ usernames: TWINS, nicknames: TWINS });
});

/** The users of these people after a run over changes about them. */
async function changed(rows: readonly object[]): Promise<Map<string, string>> {
  await org.call('admin', 'POST', `${API}/employees`, { employees: rows });
  const started = await startRun(org, 'admin', { scope: 'Changes' });
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  await idle(org);
  const users = await org.query<{ EmployeeNumber: string; Username: string }>(
    'SELECT EmployeeNumber, Username FROM User WHERE EmployeeNumber != null',
  );
  return new Map(users.map((user) => [user.EmployeeNumber, user.Username]));
}

test('R49: a username follows a change of name only where the settings say so, and only of our own users', async () => {
  await saveSettings(org, { ...PATTERNS, updateOnChange: true });
  expect((await changed([{ employeeNumber: 'N1001', lastName: 'Kept' }])).get('N1001')).toBe('z.lecki1@names.example');

  await saveSettings(org, { ...PATTERNS, updateOnChange: true, usernameFollows: true });
  const dry = await startRun(org, 'admin', { scope: 'Changes', mode: 'DryRun' });
  expect(dry.status).toBe(202);
  await idle(org);
  const usernames = await changed([
    { employeeNumber: 'N1002', lastName: 'Married' },
    { employeeNumber: 'N1003', lastName: 'Married' },
    { employeeNumber: 'N1004', department: 'Sales' },
  ]);
  expect([...'234'].map((digit) => usernames.get(`N100${digit}`))).toEqual([
    'z.married@names.example',
    'z.married.n1003@names.example',
    'z.lecki4@names.example',
  ]);
  // who was changed while usernames stayed is not renamed later, and another pattern renames nobody
  expect(usernames.get('N1001')).toBe('z.lecki1@names.example');
  await saveSettings(org, { ...PATTERNS, usernamePattern: '{employeeNumber}', updateOnChange: true, usernameFollows: true });
  expect((await changed([{ employeeNumber: 'N1005', department: 'Sales' }])).get('N1005')).toBe('z.lecki5@names.example');
});
