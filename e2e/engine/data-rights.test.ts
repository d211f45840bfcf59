import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { apex, idle, load, people, saveSettings, startRun } from './workforce';

const DATA = '/services/data/v67.0';
const folder = mkdtempSync(join(tmpdir(), 'data-rights-'));
let org: ServedOrg;
const OBJECTS = ['Employee2', 'Employee__c', 'Account', 'Contact', 'Case'] as const;
/** One record of every object, and what the attacks below name. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await load(org, people(8));
  await saveSettings(org);
  await startRun(org);
  await idle(org);
  const first = async (soql: string): Promise<string> => (await org.query<{ Id: string }>(`${soql} LIMIT 1`))[0]!.Id;
  for (const object of ['Employee2', 'Account', 'Contact'] as const) ids[object] = await first(`SELECT Id FROM ${object}`);
  ids['Employee__c'] = await made('admin', 'Employee__c', employee('E-1'));
  ids['Case'] = await made('admin', 'Case', { Subject: 'Late' });
  ids['unlinked'] = await first('SELECT Id FROM Employee2 WHERE UserId = null');
  ids['user'] = await first("SELECT Id FROM User WHERE Username LIKE 'nobody@%'");
  ids['item'] = await first("SELECT Id FROM ProvisioningProcessItem__c WHERE Outcome__c = 'Failed'");
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Faults = { errorCode: string; message: string }[];
const employee = (EmployeeNumber__c: string) => ({
  EmployeeNumber__c,
  LastName__c: 'Doe',
  Email__c: 'doe@north.example',
  Status__c: 'Active',
  StatusStartDate__c: '2026-01-05',
});
const NEW: Readonly<Record<string, () => object>> = {
  Employee2: () => ({
    ContactId: ids['Contact'],
    EmployeeNumber: 'N-1',
    EmployeeStatus: 'Inactive',
    StatusStartDate: '2026-01-05T08:00:00Z',
  }),
  Employee__c: () => employee('N-1'),
  Account: () => ({ Name: 'New' }),
  Contact: () => ({ LastName: 'New' }),
  Case: () => ({ Subject: 'New' }),
};
const CHANGE: Readonly<Record<string, object>> = {
  Employee2: { AlternateEmail: 'other@north.example' },
  Employee__c: { FirstName__c: 'Jo' },
  Account: { Description: 'x' },
  Contact: { Email: 'other@north.example' },
  Case: { Subject: 'x' },
};

async function made(alias: string, object: string, body: object): Promise<string> {
  const answer = await org.call<{ id: string }>(alias, 'POST', `${DATA}/sobjects/${object}`, body);
  expect(answer.status, `${object} ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}

const everything = (objects: readonly string[]): Promise<object[][]> =>
  Promise.all(objects.map((object) => org.query<object>(`SELECT FIELDS(ALL) FROM ${object} ORDER BY Id LIMIT 200`)));

describe.each(['operator', 'auditor'])('R32: %s sees employees and keeps none', (alias) => {
  test.each(OBJECTS)('%s', async (object) => {
    const before = await everything(OBJECTS);
    const record = `${DATA}/sobjects/${object}/${ids[object]}`;
    const read = await org.call<{ Id: string }>(alias, 'GET', record);
    expect([read.status, read.body.Id]).toEqual([200, ids[object]]);
    const attributes = { type: object };
    const refused: [string, string, object?][] = [
      ['POST', `${DATA}/sobjects/${object}`, NEW[object]!()],
      ['PATCH', record, CHANGE[object]],
      ['DELETE', record],
    ];
    for (const [method, path, body] of refused) {
      const answer = await org.call<Faults>(alias, method, path, body);
      expect([400, 403], `${method} ${JSON.stringify(answer.body)}`).toContain(answer.status);
      expect(answer.body[0]!.errorCode).toMatch(/^(INSUFFICIENT_ACCESS_OR_READONLY|INVALID_FIELD_FOR_INSERT_UPDATE)$/);
    }
    const many = await org.call<{ success?: boolean; errorCode?: string }[]>(alias, 'PATCH', `${DATA}/composite/sobjects`, {
      records: [{ attributes, id: ids[object], ...CHANGE[object] }],
    });
    expect(many.body[0]!.success ?? false).toBe(false);
    expect(await everything(OBJECTS)).toEqual(before);
  });

  test('the console shows who failed, why, and the employee', async () => {
    const { body: item } = await org.call<{ EmployeeId__c: string }>(
      alias,
      'GET',
      `${DATA}/sobjects/ProvisioningProcessItem__c/${ids['item']}`,
    );
    const page = await org.call<{ EmployeeNumber: string; UserId: null }>(alias, 'GET', `${DATA}/sobjects/Employee2/${item.EmployeeId__c}`);
    expect([page.status, page.body.UserId]).toEqual([200, null]);
    expect((await apex(org, alias, 'EmployeeDiagnosisController', 'explain', { employeeId: item.EmployeeId__c })).status).toBe(200);
    const linked = await org.call<{ User: { Username: string } }>(
      alias,
      'GET',
      `${DATA}/query?q=${encodeURIComponent('SELECT User.Username FROM Employee2 WHERE UserId != null LIMIT 1')}`,
    );
    expect(linked.status).toBe(200);
  });
});

test.each(['integration', 'admin'])('R32: %s keeps employees', async (alias) => {
  for (const object of OBJECTS) {
    if (object === 'Employee2') continue;
    const path = `${DATA}/sobjects/${object}/${await made(alias, object, NEW[object]!())}`;
    expect((await org.call(alias, 'PATCH', path, CHANGE[object])).status, object).toBe(204);
    expect((await org.call(alias, 'DELETE', path)).status, object).toBe(204);
  }
  expect((await org.call(alias, 'PATCH', `${DATA}/sobjects/Employee2/${ids['Employee2']}`, CHANGE['Employee2'])).status).toBe(204);
});

// No permission set of ours edits the user of an employee: the engine writes it in system mode. The profile System Administrator edits
// every standard field.
test.each([
  ['integration', 'Employee2', 'UserId', 'unlinked'],
  ['integration', 'Employee__c', 'User__c', 'Employee__c'],
  ['admin', 'Employee__c', 'User__c', 'Employee__c'],
])('R16: %s does not write %s.%s', async (alias, object, field, id) => {
  const before = await everything([object]);
  const link = { [field]: ids['user'] };
  const one = await org.call<Faults>(alias, 'PATCH', `${DATA}/sobjects/${object}/${ids[id]}`, link);
  expect([one.status, one.body[0]!.errorCode]).toEqual([400, 'INVALID_FIELD_FOR_INSERT_UPDATE']);
  expect(one.body[0]!.message).toMatch(`Unable to create/update fields: ${field}. Please check the security settings of this field`);
  const created = await org.call<Faults>(alias, 'POST', `${DATA}/sobjects/${object}`, { ...NEW[object]!(), ...link });
  expect([created.status, created.body[0]!.errorCode]).toEqual([400, 'INVALID_FIELD_FOR_INSERT_UPDATE']);
  expect(await everything([object])).toEqual(before);
});
