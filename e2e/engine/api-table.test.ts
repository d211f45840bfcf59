import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Answer, type ServedOrg } from './served-org';
import { API, idle, processes, saveSettings, type ProcessJson } from './workforce';

interface Problem {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly processId?: string;
}
interface Row {
  readonly employeeNumber: string | null;
  readonly employeeId: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly field: string | null;
}
interface Page {
  readonly items: readonly { employeeNumber: string; outcome: string; cause: string }[];
  readonly next: string | null;
}

const folder = mkdtempSync(join(tmpdir(), 'api-table-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const call = <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => org.call<T>('admin', method, API + path, body);
const refusal = ({ status, body }: Answer<readonly Problem[]>): [number, string, string] => [
  status,
  body[0]?.errorCode ?? '',
  body[0]?.message ?? '',
];
const person = (employeeNumber: string, more: object = {}): object => ({
  employeeNumber,
  lastName: `Person ${employeeNumber}`,
  email: `${employeeNumber.toLowerCase()}@people.example`,
  status: 'Active',
  statusStartDate: '2026-01-05T08:00:00Z',
  ...more,
});
const load = async (rows: readonly unknown[]): Promise<readonly Row[]> =>
  (await call<readonly Row[]>('POST', '/employees', { employees: rows })).body;
const count = async (object: string): Promise<number> => (await org.query<{ n: number }>(`SELECT COUNT(Id) n FROM ${object}`))[0]!.n;

type Refused = readonly [body: unknown, message: string];
/** Bodies that no resource can read. */
const NO_OBJECTS: readonly Refused[] = [null, [], [1], 'x', 5, true].map((body) => [
  body,
  'The request body must be a JSON object: names and values in braces.',
]);

describe('POST /employees (R34)', () => {
  test('the same call twice changes nothing the second time', async () => {
    const rows = ['A1', 'A2', 'A3'].map((number) => person(number));
    const first = await load(rows);
    const before = [await count('Account'), await count('Contact'), await count('Employee2')];
    const second = await load(rows);
    expect(first.map((row) => row.outcome)).toEqual(['Created', 'Created', 'Created']);
    expect(second).toEqual(first.map((row) => ({ ...row, outcome: 'Unchanged' })));
    expect([await count('Account'), await count('Contact'), await count('Employee2')]).toEqual(before);
  });

  test('the same number twice, in whatever capitals, is one person', async () => {
    const rows = await load([person('B1'), person('b1', { lastName: 'Other' }), person('B2')]);
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['Created', null],
      ['Updated', null],
      ['Created', null],
    ]);
    expect(rows[1]!.employeeId).toBe(rows[0]!.employeeId);
  });

  test('a number that suddenly is somebody else in every name fails, in this call or a later one, until a person confirms (R51)', async () => {
    const [first, second] = ['Anna', 'Bert'].map((name) =>
      person('B7', { firstName: name, lastName: `${name}s`, email: `${name}@people.example` }),
    );
    const inOneCall = await load([first, second]);
    const later = await load([second]);
    const confirmed = await load([{ ...second, samePerson: true }]);
    expect([...inOneCall, ...later, ...confirmed].map(({ outcome, code }) => [outcome, code])).toEqual([
      ['Created', null],
      ['Failed', 'DIFFERENT_PERSON'],
      ['Failed', 'DIFFERENT_PERSON'],
      ['Updated', null],
    ]);
  });

  test('a number may hold any character, and is found by it', async () => {
    const numbers = ['H/1', 'H+1', 'H 1', "H'1", 'H%1', 'H?1', 'Hü1', '100000000000001'];
    const loaded = await load(numbers.map((number, i) => person(number, { email: `h${i}@people.example` })));
    expect(loaded.map((row) => row.outcome)).toEqual(numbers.map(() => 'Created'));
    for (const path of numbers.map(encodeURIComponent)) {
      const { status, body } = await call<{ employeeNumber: string }>('GET', `/employees/${path}/diagnosis`);
      expect([status, body.employeeNumber]).toEqual([200, decodeURIComponent(path)]);
    }
  });

  test.each([
    [5, 'INVALID_ROW', null],
    [null, 'INVALID_ROW', null],
    [[], 'INVALID_ROW', null],
    [{}, 'REQUIRED_FIELD_MISSING', 'employeeNumber'],
    [person(' '), 'REQUIRED_FIELD_MISSING', 'employeeNumber'],
    [person('C1', { employeeNumber: 12 }), 'INVALID_FIELD_VALUE', 'employeeNumber'],
    [person('C1', { lastName: null }), 'REQUIRED_FIELD_MISSING', 'lastName'],
    [person('C1', { lastName: 'x'.repeat(81) }), 'STRING_TOO_LONG', 'lastName'],
    [person('C1', { email: 'nobody' }), 'INVALID_EMAIL_ADDRESS', 'email'],
    [person('C1', { status: 'Gone' }), 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'status'],
    [person('C1', { statusStartDate: '2026-02-30' }), 'INVALID_FIELD_VALUE', 'statusStartDate'],
    [person('C1', { statusStartDate: 20260101 }), 'INVALID_FIELD_VALUE', 'statusStartDate'],
    [person('C1', { userId: '005000000000001AAA' }), 'INVALID_FIELD', 'userId'],
    [person('x'.repeat(300)), 'STRING_TOO_LONG', 'employeeNumber'],
  ])('a bad row fails alone: %j', async (row, code, field) => {
    const number = `G${await count('Employee2')}`;
    const [bad, good] = await load([row, person(number)]);
    expect(bad).toMatchObject({ outcome: 'Failed', employeeId: null, code, field });
    expect(bad!.message).toMatch(/^[^{}]{10,}\.$/);
    expect(good).toMatchObject({ employeeNumber: number, outcome: 'Created' });
  });

  test.each<Refused>([
    [{ employees: Array.from({ length: 201 }, (_, i) => person(`D${i}`)) }, 'Send at most 200 employees in one call; this one has 201.'],
    [{}, 'Send the employees as a list: {"employees": [...]}.'],
    [{ employees: {} }, 'Send the employees as a list: {"employees": [...]}.'],
    [{ Employees: [] }, 'The request has a field that does not exist: Employees'],
    ...NO_OBJECTS,
  ])('a call that makes no sense as a whole changes nothing', async (body, message) => {
    const before = await count('Employee2');
    expect(refusal(await call('POST', '/employees', body))).toEqual([400, 'INVALID_REQUEST', message]);
    expect(await count('Employee2')).toBe(before);
  });
});

describe('GET and PUT /settings (R24, R25)', () => {
  const GOOD = { profile: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', usernameSuffix: 'people.example' };
  const mapped = (steps: readonly object[], userField = 'Title'): object => ({
    fieldMappings: [{ userField, paths: ['Contact.Title'], steps }],
  });
  const versions = (): Promise<number> => count('EmployeeUserSettings__c');

  test('there are none at first', async () => {
    expect((await call('GET', '/settings')).status).toBe(404);
  });

  test('what was read can be written, and only what differs is a version', async () => {
    const first = await call<{ version: number }>('PUT', '/settings', { ...GOOD, source: 'employee2', employeeStatus: 'active' });
    expect(first.body).toMatchObject({ version: 1, source: 'Employee2', employeeStatus: 'Active' });
    const read = await call<object>('GET', '/settings');
    expect(read.body).toEqual(first.body);
    const again = await call<{ version: number }>('PUT', '/settings', read.body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await call<{ version: number }>('PUT', '/settings', { ...again.body, seatReserve: 1 });
    expect([other.status, other.body]).toEqual([200, { ...first.body, seatReserve: 1, version: 2 }]);
  });

  test.each([
    [{ seatReserve: -1 }, 'seatReserve'],
    [{ maximumCreates: 0 }, 'maximumCreates'],
    [{ failureRatePercent: 101 }, 'failureRatePercent'],
    [{ timeZone: 'Mars' }, 'timeZone'],
    [{ profile: 'Nobody' }, 'profile'],
    [{ profile: '00e000000000000AAA' }, 'profile'],
    [{ source: 'Nowhere' }, 'source'],
    [{ leaverStatuses: ['Active'], leaverAction: 'Freeze' }, 'leaverStatuses'],
    [{ leaverStatuses: ['Terminated'] }, 'leaverAction'],
    [{ leaverStatuses: ['Terminated'], leaverAction: 'Delete' }, 'leaverAction'],
    [{ notificationRecipients: ['stranger'] }, 'notificationRecipients'],
    [{ permissionSets: ['Nothing'] }, 'permissionSets'],
    [{ usernamePattern: '{surname}' }, 'usernamePattern'],
    [{ usernamePattern: 'staff' }, 'usernamePattern'],
    [{ aliasPattern: '{}' }, 'aliasPattern'],
    [{ nicknamePattern: 'staff' }, 'nicknamePattern'],
    [{ fieldMappings: [{ userField: 'ProfileId', constant: 'x' }] }, 'fieldMappings'],
    [{ fieldMappings: [{ userField: 'Title', constant: 'x'.repeat(256) }] }, 'fieldMappings'],
    [mapped([{ do: 'shout' }]), 'fieldMappings[0].steps[0].do'],
    [mapped([{ do: 'lower' }, { do: 'join' }]), 'fieldMappings[0].steps[1].do'],
    [mapped([{ do: 'left', length: 0 }]), 'fieldMappings[0].steps[0].length'],
    [mapped([{ do: 'part', n: 1 }]), 'fieldMappings[0].steps[0].with'],
    [mapped([{ do: 'part', with: ',' }]), 'fieldMappings[0].steps[0].n'],
    [mapped([{ do: 'replace', to: 'x' }]), 'fieldMappings[0].steps[0].from'],
    [mapped([{ do: 'table', table: 'Nowhere' }]), 'fieldMappings[0].steps[0].table'],
    [mapped([{ do: 'upper' }], 'UserPermissionsMarketingUser'), 'fieldMappings[0].steps[0]'],
    [{ fieldMappings: [{ userField: 'Title', constant: 'x', steps: [{ do: 'upper' }] }] }, 'fieldMappings[0].steps'],
    [{ valueTables: [{ name: ' ', rows: [] }] }, 'valueTables[0].name'],
    [{ valueTables: [{ name: 'A' }, { name: 'a' }] }, 'valueTables[1].name'],
    [{ valueTables: [{ name: 'A', rows: [{ from: 'AT' }] }] }, 'valueTables[0].rows[0].to'],
    [{ valueTables: [{ name: 'A', rows: [{ to: 'x' }] }] }, 'valueTables[0].rows[0].from'],
    [{ valueTables: [{ name: 'A', rows: ['AT', 'at'].map((from) => ({ from, to: 'x' })) }] }, 'valueTables[0].rows[1].from'],
    [{ valueTables: [{ name: 'A', rows: Array.from({ length: 1001 }, (_, i) => ({ from: `${i}`, to: 'x' })) }] }, 'valueTables[0].rows'],
    [
      {
        ...mapped([{ do: 'table', table: 'Zones' }], 'TimeZoneSidKey'),
        valueTables: [{ name: 'Zones', rows: [{ from: 'AT', to: 'CET' }] }],
      },
      'fieldMappings[0].steps[0].table',
    ],
  ])('a value that cannot hold is refused by its name: %j', async (change, field) => {
    const before = await versions();
    const answer = await call<readonly Problem[]>('PUT', '/settings', { ...GOOD, ...change });
    expect([answer.status, answer.body.map((problem) => problem.errorCode)]).toEqual([400, ['INVALID_FIELD_VALUE']]);
    expect(answer.body[0]!.fields).toEqual([field]);
    expect(await versions()).toBe(before);
  });

  test.each<Refused>([
    [{ ...GOOD, seatReserve: '1' }, 'The value of seatReserve has the wrong type.'],
    [{ ...GOOD, automaticProvisioning: 'yes' }, 'The value of automaticProvisioning has the wrong type.'],
    [{ ...GOOD, permissionSets: [1] }, 'The value of permissionSets has the wrong type.'],
    [{ ...GOOD, valueTables: [{ name: 'A', rows: [{ from: 1, to: 'x' }] }] }, 'The value of rows.from has the wrong type.'],
    [
      { ...GOOD, fieldMappings: [{ userField: 'Title', steps: [{ do: 'left', length: '5' }] }] },
      'The value of steps.length has the wrong type.',
    ],
    [{ ...GOOD, fieldMappings: [{ userField: 'Title', steps: [{ does: 'left' }] }] }, 'The value of steps.does has the wrong type.'],
    [{ ...GOOD, nope: 1 }, 'The request has a field that does not exist: nope'],
    ...NO_OBJECTS,
  ])('what has the wrong shape is refused', async (body, message) => {
    const before = await versions();
    expect(refusal(await call('PUT', '/settings', body))).toEqual([400, 'INVALID_REQUEST', message]);
    expect(await versions()).toBe(before);
  });
});

describe('POST /processes (R3, R4)', () => {
  test.each<Refused>([
    [{ mode: 'Wild' }, 'There is no mode "Wild". Use Live or DryRun.'],
    [{ mode: 7 }, 'The value of mode has the wrong type.'],
    [{}, 'Say the mode: Live or DryRun.'],
    [{ scope: 'All' }, 'Say the mode: Live or DryRun.'],
    [{ mode: null }, 'mode must not be null: leave it out, or give it a value.'],
    [{ mode: 'Live', scope: null }, 'scope must not be null: leave it out, or give it a value.'],
    [{ mode: 'Live', employeeIds: null }, 'employeeIds must not be null: leave it out, or give it a value.'],
    [{ scope: 'Selection' }, 'There is no scope Selection. Use All, Leavers or Changes.'],
    [{ employeeIds: [] }, 'Select at least one employee.'],
    [{ employeeIds: 'x' }, 'The value of employeeIds has the wrong type.'],
    [{ employeeIds: [null] }, 'The value of employeeIds has the wrong type.'],
    [{ mode: 'Live', employeeIds: ['005000000000001AAA'] }, '005000000000001AAA is not an employee of the source "{source}".'],
    [{ trigger: 'Manual' }, 'The request has a field that does not exist: trigger'],
    ...NO_OBJECTS,
  ])('%j starts nothing', async (body, message) => {
    const [source] = await org.query<{ MasterLabel: string }>("SELECT MasterLabel FROM EmployeeSource__mdt WHERE DeveloperName = 'Employee2'");
    const expected = message.replace('{source}', source!.MasterLabel);
    expect(refusal(await call('POST', '/processes', body))).toEqual([400, 'INVALID_REQUEST', expected]);
    expect(await count('ProvisioningProcess__c')).toBe(0);
  }); // prettier-ignore

  test('short ids, repeated ids and small letters are understood', async () => {
    const [employee] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'A1'");
    const employeeIds = [employee!.Id, employee!.Id.slice(0, 15), ...Array.from({ length: 200 }, () => employee!.Id)];
    const { status, body } = await call<ProcessJson>('POST', '/processes', { mode: 'live', employeeIds });
    expect([status, body.status]).toEqual([202, 'Queued']);
    await idle(org);
    expect((await processes(org))[0]).toMatchObject({ id: body.id, status: 'Finished', scope: 'Selection', total: 1, created: 1 });
  });
});

describe('a process and what can be done with it (R4, R17, R18, R19)', () => {
  let finished: string;
  let parked: string;

  test('failures are listed page by page, each person once', async () => {
    await load(Array.from({ length: 7 }, (_, i) => person(`E${i}`, { email: null })));
    finished = (await call<ProcessJson>('POST', '/processes', { mode: 'Live' })).body.id;
    await idle(org);
    const numbers: string[] = [];
    let after = '';
    do {
      const { body } = await call<Page>('GET', `/processes/${finished}/items?outcome=failed&limit=3${after}`);
      numbers.push(...body.items.map((item) => item.employeeNumber));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(numbers.sort()).toEqual(['E0', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6']);
  });

  test.each([
    ['limit=0', 'limit must be a whole number from 1 to 200.'],
    ['limit=-1', 'limit must be a whole number from 1 to 200.'],
    ['limit=abc', 'limit must be a whole number from 1 to 200.'],
    ['limit=100000', 'limit must be a whole number from 1 to 200.'],
    ['after=garbage', 'after must be the value of next in the page before.'],
  ])('?%s is no page', async (query, message) => {
    expect(refusal(await call('GET', `/processes?${query}`))).toEqual([400, 'INVALID_REQUEST', message]);
    expect(refusal(await call('GET', `/processes/${finished}/items?${query}`))).toEqual([400, 'INVALID_REQUEST', message]);
  });

  test('a finished process is neither cancelled nor resumed', async () => {
    for (const action of ['cancel', 'resume']) {
      const [status, code, message] = refusal(await call('POST', `/processes/${finished}/${action}`, {}));
      expect([status, code]).toEqual([409, 'NOT_POSSIBLE']);
      expect(message).toMatch(/^PP-\d+ (is not running, so it cannot be cancelled|cannot be resumed: only .+ can)\.$/);
    }
  });

  test.each([
    [{ employeeIds: [] }, 400],
    [{ employeeIds: ['005000000000001AAA'] }, 400],
    [{ cause: 5 }, 400],
    [{ mode: 'Live' }, 400],
    [null, 400],
    [{ cause: 'NONSENSE' }, 409],
  ])('a retry with %j starts nothing', async (body, expected) => {
    const before = await count('ProvisioningProcess__c');
    expect((await call('POST', `/processes/${finished}/retry`, body)).status).toBe(expected);
    expect(await count('ProvisioningProcess__c')).toBe(before);
  });

  test('the same retry twice tries everybody once', async () => {
    const first = await call<ProcessJson>('POST', `/processes/${finished}/retry`, { cause: 'missing_field' });
    await idle(org);
    const second = await call<readonly Problem[]>('POST', `/processes/${finished}/retry`, { cause: 'missing_field' });
    expect([first.status, second.status]).toEqual([202, 409]);
    expect(second.body[0]!.message).toMatch(/^Nobody of PP-\d+ is left to try again\.$/);
    expect((await processes(org))[0]).toMatchObject({ id: first.body.id, total: 7, failed: 7 });
  });

  test('a parked process is running: a second run is refused, a selection waits, nothing is retried', async () => {
    await load([person('F1'), person('F2')]);
    await saveSettings(org, { maximumCreates: 1 });
    parked = (await call<ProcessJson>('POST', '/processes', { mode: 'Live' })).body.id;
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    expect((await call<ProcessJson & { guard: string }>('GET', `/processes/${parked}`)).body).toMatchObject({
      status: 'Queued',
      guard: 'MAXIMUM_CREATES',
    });
    const [second] = (await call<readonly Problem[]>('POST', '/processes', { mode: 'Live' })).body;
    expect(second).toMatchObject({ errorCode: 'ALREADY_RUNNING', processId: parked });
    expect(refusal(await call('POST', `/processes/${parked}/retry`, {}))[0]).toBe(409);
    const [employee] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'F1'");
    const waiting = await call<ProcessJson>('POST', '/processes', { mode: 'Live', employeeIds: [employee!.Id] });
    expect([waiting.status, waiting.body.status]).toEqual([202, 'Queued']);
    expect((await call<ProcessJson>('POST', `/processes/${waiting.body.id}/cancel`, {})).body.status).toBe('Cancelled');
    expect((await call('POST', `/processes/${waiting.body.id}/cancel`, {})).status).toBe(409);
    expect((await call('POST', `/processes/${waiting.body.id}/resume`, {})).status).toBe(409);
  });

  test('what was cancelled is not resumed', async () => {
    const cancelled = await call<ProcessJson>('POST', `/processes/${parked}/cancel`, {});
    expect([cancelled.status, cancelled.body]).toEqual([202, { id: parked, name: cancelled.body.name, status: 'Cancelled' }]);
    expect((await call('POST', `/processes/${parked}/resume`, {})).status).toBe(409);
    expect(await count("User WHERE ProvisioningProcessId__c = '" + parked + "'")).toBe(0);
  });

  test.each(['x', '005000000000001AAA', '000000000000000AAA', '%27'])('there is no process %s', async (id) => {
    for (const [method, path] of [['GET', ''], ['GET', '/items'], ['POST', '/retry'], ['POST', '/cancel'], ['POST', '/resume'], ['POST', '/deactivate'], ['POST', '/bring-back']] as const) {
      const [status, code, message] = refusal(await call(method, `/processes/${id}${path}`, method === 'POST' ? {} : undefined));
      expect([status, code, message]).toEqual([404, 'NOT_FOUND', `There is no process ${decodeURIComponent(id)}, or you may not see it.`]);
    }
  }); // prettier-ignore

  test.each(['x', '000000000000000AAA', 'zzz000000000001AAA', '005000000000001AAA'])('there is no employee %s', async (id) => {
    for (const [method, path] of [['GET', 'diagnosis'], ['DELETE', 'items']] as const) {
      const [status, code] = refusal(await call(method, `/employees/${id}/${path}`));
      expect([status, code]).toEqual([404, 'NOT_FOUND']);
    }
  }); // prettier-ignore
});
