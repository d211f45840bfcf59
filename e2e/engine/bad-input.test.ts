import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkJob } from './bulk';
import { serve, startToTheEnd, type ServedOrg } from './served-org';
import { API, apex, idle, insertAll, load, people, processes, saveSettings, startRun } from './workforce';

const DATA = '/services/data/v67.0';
const GOOD = { profile: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', usernameSuffix: 'northwind.example' };
const NO_SETTINGS = 'There are no Employee User Settings yet. Save them before you run user provisioning.';
const LOST =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
const file = join(folder, 'org.db');
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: file });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Rows of everything that a request could have written. */
async function counts(): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const object of ['Account', 'Contact', 'Employee2', 'Employee__c', 'User', 'PermissionSetAssignment', 'EmployeeUserSettings__c', 'ProvisioningProcess__c', 'ProvisioningProcessItem__c']) {
    result[object] = (await org.query<{ n: number }>(`SELECT COUNT(Id) n FROM ${object}`))[0]!.n;
  }
  return result;
} // prettier-ignore

/** Sends it, and expects that nothing is different afterwards. */
async function refused(method: string, path: string, body?: unknown, alias = 'admin'): Promise<{ status: number; body: unknown }> {
  const before = await counts();
  const answer = await org.call<unknown>(alias, method, path, body);
  expect(await counts()).toEqual(before);
  return answer;
}

const put = (settings: object, alias?: string) => refused('PUT', `${API}/settings`, settings, alias);
const wrong = (field: string, message: string): object => ({ errorCode: 'INVALID_FIELD_VALUE', message, fields: [field] });
const invalid = (message: string): object => ({ status: 400, body: [{ errorCode: 'INVALID_REQUEST', message, fields: [] }] });

describe('before there are settings', () => {
  test('a run', async () => {
    const answer = await refused('POST', `${API}/processes`, { mode: 'Live' });
    expect(answer).toEqual({ status: 400, body: [{ errorCode: 'SETTINGS_MISSING', message: NO_SETTINGS, fields: [] }] });
  });

  test('a run from the console', async () => {
    const before = await counts();
    const { status, problem } = await apex(org, 'admin', 'ProvisioningController', 'startRun');
    expect([status, problem]).toEqual([500, { message: NO_SETTINGS, findings: [], processId: null }]);
    expect(await counts()).toEqual(before);
  });

  test('mandatory settings that are missing are all named at once', async () => {
    expect(await put({})).toEqual({
      status: 400,
      body: [
        wrong('employeeStatus', 'Employee status is missing. Choose the status that triggers user provisioning.'),
        wrong('profile', 'Profile is missing. Choose the profile of new users.'),
        wrong('emailEncoding', 'Email encoding is missing. Choose an email encoding, for example UTF-8.'),
      ],
    });
  });

  test('a Unified Employee needs a permission set', async () => {
    const message = 'A permission set is mandatory for Unified Employees. Choose a permission set for the license of the profile.';
    expect(await put({ ...GOOD, profile: 'Unified Employee' })).toEqual({ status: 400, body: [wrong('permissionSets', message)] });
  });

  test('a permission set of another license than the profile', async () => {
    const { status, body } = await put({ ...GOOD, permissionSets: ['Employee_Hub_Unified_Employee_User'] });
    expect(status).toBe(400);
    const [error] = body as { errorCode: string; message: string; fields: string[] }[];
    expect(error).toMatchObject({ errorCode: 'INVALID_FIELD_VALUE', fields: ['permissionSets'] });
    expect(error!.message).toMatch(
      /^.+ is made for the license Unified Employee, but the profile Standard User has the license Salesforce\. Choose a permission set for the license of the profile, or another profile\.$/,
    );
  });

  test('values that this org does not have', async () => {
    const answer = await put({
      profile: 'Nope',
      emailEncoding: 'UTF-9',
      employeeStatus: 'Gone',
      permissionSets: ['None'],
      usernameSuffix: 'no good',
    });
    const choose = 'Choose a value from the list.';
    expect(answer).toEqual({
      status: 400,
      body: [
        wrong('employeeStatus', `"Gone" is not a value of Provisioning Status in this org. ${choose}`),
        wrong('profile', `"Nope" is not a value of Profile in this org. ${choose}`),
        wrong('permissionSets', `"None" is not a value of Permission Sets in this org. ${choose}`),
        wrong('emailEncoding', `"UTF-9" is not a value of Email Encoding in this org. ${choose}`),
        wrong('usernameSuffix', '"no good" cannot be a username suffix: a suffix looks like the domain of an email address. Enter a domain such as example.com, 60 characters at most.'),
      ],
    }); // prettier-ignore
  });

  test('a save by somebody without the permission', async () => {
    const message = 'You do not have the permission "Manage Provisioning Settings". Ask your administrator for it.';
    const denied = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message, fields: [] }] };
    for (const alias of ['operator', 'auditor', 'integration']) expect(await put(GOOD, alias)).toEqual(denied);
  });

  test('fields and types that do not exist', async () => {
    expect(await put({ ...GOOD, profil: 'x' })).toEqual(invalid('The request has a field that does not exist: profil'));
    expect(await put({ ...GOOD, profile: 3 })).toEqual(invalid('The value of profile has the wrong type.'));
    expect(await put({ ...GOOD, permissionSets: 'one' })).toEqual(invalid('The value of permissionSets has the wrong type.'));
  });
});

describe('with settings', () => {
  beforeAll(() => saveSettings(org));

  test('an employee without an e-mail address is a failed item that leads to the employee', async () => {
    const workforce = people(6);
    await load(org, workforce);
    const { body: run } = await startRun(org);
    await idle(org);
    expect((await processes(org))[0]).toMatchObject({ id: run.id, status: 'Finished', total: 6, created: 5, failed: 1 });
    const { body } = await org.call<{ items: { employeeId: string }[] }>('admin', 'GET', `${API}/processes/${run.id}/items?outcome=Failed`);
    expect(body.items).toMatchObject([
      {
        employeeNumber: workforce[5]!.number,
        outcome: 'Failed',
        cause: 'MISSING_FIELD',
        code: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: Contact.Email.',
        field: 'Contact.Email',
        userId: null,
      },
    ]);
    const employee = await org.call<object>('admin', 'GET', `${DATA}/sobjects/Employee2/${body.items[0]!.employeeId}`);
    expect(employee).toMatchObject({ status: 200, body: { EmployeeNumber: workforce[5]!.number, UserId: null } });
  });

  test('an employee of the own object without a last name', async () => {
    const status = { Status__c: 'Active' };
    await insertAll(org, [
      { attributes: { type: 'Employee__c' }, EmployeeNumber__c: 'X1', Email__c: 'x1@north.example', LastName__c: 'Whole', ...status },
      { attributes: { type: 'Employee__c' }, EmployeeNumber__c: 'X2', Email__c: 'x2@north.example', ...status },
      { attributes: { type: 'Employee__c' }, EmployeeNumber__c: 'X3', ...status },
    ]);
    await saveSettings(org, { source: 'Employee' });
    const { body: run } = await startRun(org);
    await idle(org);
    await saveSettings(org);
    expect((await processes(org))[0]).toMatchObject({ id: run.id, status: 'Finished', total: 3, created: 1, failed: 2 });
    const { body } = await org.call<{ items: object[] }>('admin', 'GET', `${API}/processes/${run.id}/items?outcome=Failed`);
    expect(body.items).toMatchObject([
      { employeeNumber: 'X2', cause: 'MISSING_FIELD', message: 'Required fields are missing: LastName__c.' },
      { employeeNumber: 'X3', cause: 'MISSING_FIELD', message: 'Required fields are missing: LastName__c, Email__c.' },
    ]);
  });

  test('a second run while one is going', async () => {
    await load(org, people(260).slice(10));
    const { body: live } = await startRun(org);
    const second = await startRun(org);
    await idle(org);
    expect(second.status).toBe(409);
    expect(second.body[0]).toEqual({
      errorCode: 'ALREADY_RUNNING',
      message: `User provisioning is running already: ${live.name}. Wait until it has finished, or cancel it.`,
      fields: [],
      processId: live.id,
    });
    expect((await processes(org))[0]!.id).toBe(live.id);
  });

  test('a selection that is too large or no selection', async () => {
    const ids = (await org.query<{ Id: string }>('SELECT Id FROM Employee2 LIMIT 201')).map((row) => row.Id);
    expect(ids.length).toBe(201);
    expect(await refused('POST', `${API}/processes`, { employeeIds: ids })).toEqual(invalid('Select 200 employees at most.'));
    expect(await refused('POST', `${API}/processes`, { employeeIds: ['x'] })).toEqual(
      invalid('The value of employeeIds has the wrong type.'),
    );
    expect(await refused('POST', `${API}/processes`, { modus: 'Live' })).toEqual(
      invalid('The request has a field that does not exist: modus'),
    );
  });

  test('processes that do not exist', async () => {
    const missing = {
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'There is no process x, or you may not see it.', fields: [] }],
    };
    expect(await refused('GET', `${API}/processes/x`)).toEqual(missing);
    for (const action of ['retry', 'cancel', 'resume']) expect(await refused('POST', `${API}/processes/x/${action}`, {})).toEqual(missing);
  });

  test('an employee to import with a field that does not exist', async () => {
    const { status, body } = await refused('POST', `${API}/employees`, {
      employees: [{ employeeNumber: 'N1', lastName: 'L', shoeSize: 44 }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([{ employeeNumber: 'N1', employeeId: null, outcome: 'Failed', code: 'INVALID_FIELD', field: 'shoeSize' }]);
    expect((body as { message: string }[])[0]!.message).toMatch(/^There is no field shoeSize to import\. /);
    expect(await refused('POST', `${API}/employees`, { people: [] })).toEqual(
      invalid('The request has a field that does not exist: people'),
    );
  });
});

describe('through the platform API', () => {
  test.each([
    ['SELECT Id, Shoe__c FROM Account', 'INVALID_FIELD', `\nSELECT Id, Shoe__c FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Shoe__c' on entity 'Account'. ${LOST}`],
    ['SELECT Id FROM Employee2 WHERE Size = 1', 'INVALID_FIELD', `\nSELECT Id FROM Employee2 WHERE Size = 1\n                               ^\nERROR at Row:1:Column:32\nNo such column 'Size' on entity 'Employee2'. ${LOST}`],
    ['SELEC Id', 'MALFORMED_QUERY', "\nSELEC Id\n^\nERROR at Row:1:Column:1\nunexpected token: 'SELEC'"],
  ])('%s', async (soql, errorCode, message) => {
    expect(await refused('GET', `${DATA}/query?q=${encodeURIComponent(soql)}`)).toEqual({ status: 400, body: [{ message, errorCode }] });
  }); // prettier-ignore

  test('a record with a field that does not exist', async () => {
    const body = [{ message: "No such column 'Shoe__c' on sobject of type Account", errorCode: 'INVALID_FIELD' }];
    expect(await refused('POST', `${DATA}/sobjects/Account`, { Name: 'A', Shoe__c: 1 })).toEqual({ status: 400, body });
    const records = [{ attributes: { type: 'Account' }, Name: 'A' }, { attributes: { type: 'Account' }, Name: 'B', Shoe__c: 2 }]; // prettier-ignore
    expect(await refused('POST', `${DATA}/composite/sobjects`, { allOrNone: true, records })).toEqual({ status: 400, body });
  });

  test.each([
    ['an unknown column', 'Name,Shoe__c\nA,1\n', 'InvalidBatch : Field name not found : Shoe__c'],
    ['an open quote', 'Name\n"A\n', 'InvalidBatch : Failed to parse CSV. EOF reached before closing an opened quote - Line number 3'],
    ['too few cells', 'Name,AccountNumber\nA\n', 'InvalidBatch : Failed to parse CSV. Row 1 has 1 columns, the header has 2'],
    ['too many cells', 'Name,AccountNumber\nA,1\nB,1,3\n', 'InvalidBatch : Failed to parse CSV. Row 2 has 3 columns, the header has 2'],
    ['a column without a name', 'Name,\nA,1\n', 'InvalidBatch : Failed to parse CSV header. Header columns cannot be empty'],
    ['nothing at all', '', 'InvalidBatch : The upload has no header row'],
  ])('a bulk job with %s', async (_, csv, errorMessage) => {
    const before = await counts();
    expect(await bulkJob(org, 'Account', csv)).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0 });
    expect(await counts()).toEqual(before);
  });
});

describe('starting', () => {
  test('on a port that is in use', async () => {
    const port = Number(new URL(org.baseUrl).port);
    const { code, errors } = await startToTheEnd({ db: join(folder, 'other.db'), port });
    expect(code).toBe(1);
    expect(errors).toContain(
      `Port ${port} is in use. Stop the program that holds it, or set PORT=${port + 1} (any free port) and start again.`,
    );
    expect((await org.call('admin', 'GET', `${API}/settings`)).status).toBe(200);
  });

  test('on a database that another org holds', async () => {
    const before = await counts();
    const { code, errors } = await startToTheEnd({ db: file });
    expect(code).toBe(1);
    expect(errors).toMatch(new RegExp(`Database ${file} is in use by process \\d+`));
    expect(await counts()).toEqual(before);
  });

  test.each([1, 99])('on a database of version %i', async (version) => {
    const old = join(folder, `version-${version}.db`);
    const db = new Database(old);
    db.exec(`CREATE TABLE kept (x); INSERT INTO kept VALUES (1); PRAGMA user_version = ${version}`);
    db.close();
    const before = readFileSync(old);
    const { code, errors } = await startToTheEnd({ db: old });
    expect(code).toBe(1);
    expect(errors).toContain(
      `database file ${old} was made by an incompatible version (found ${version}, need 2); start with --reset or another --db`,
    );
    expect(readFileSync(old).equals(before)).toBe(true);
    const fresh = await serve({ db: old, flags: ['--reset'] });
    expect(await fresh.query('SELECT Id FROM Employee2')).toEqual([]);
    await fresh.stop();
  });

  test('on a file that is no database', async () => {
    const text = join(folder, 'notes.db');
    writeFileSync(text, 'These are my notes, and I want to keep them.\n'.repeat(100));
    const before = readFileSync(text);
    const { code, errors } = await startToTheEnd({ db: text });
    expect([code, errors]).toEqual([1, expect.stringContaining(`database file ${text} was made by an incompatible version`)]);
    expect(readFileSync(text).equals(before)).toBe(true);
  });
});
