import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { apex, idle, load, people, saveSettings, startRun } from './workforce';

const DATA = '/services/data/v67.0';
/** The admin gets a permission set of the org's own making besides, with every right over our records: only our triggers stand in the way. */
const PEOPLE = ['admin', 'operator', 'auditor', 'integration', 'nobody'] as const;
const folder = mkdtempSync(join(tmpdir(), 'write-routes-'));
let org: ServedOrg;
const ids = { settings: '', process: '', item: '', signal: '', user: '' };
let key = '';

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await load(org, people(8));
  await saveSettings(org);
  await startRun(org);
  await idle(org);
  await giveEveryRight('admin');
  const first = async (soql: string): Promise<string> => (await org.query<{ Id: string }>(`${soql} LIMIT 1`))[0]!.Id;
  ids.settings = await first('SELECT Id FROM EmployeeUserSettings__c');
  ids.process = await first('SELECT Id FROM ProvisioningProcess__c');
  ids.item = await first('SELECT Id FROM ProvisioningProcessItem__c');
  ids.signal = await first('SELECT Id FROM ProvisioningSignal__c');
  ids.user = await first('SELECT Id FROM User WHERE ProvisionedEmployee__c != null');
  key = (await org.query<{ ProvisionedEmployee__c: string }>(`SELECT ProvisionedEmployee__c FROM User WHERE Id = '${ids.user}'`))[0]!
    .ProvisionedEmployee__c;
});

/** Makes a permission set with these permissions and gives it to the sample user. */
async function give(alias: string, name: string, permissions: object): Promise<string> {
  const { id } = await insert('PermissionSet', { Name: name, Label: name, ...permissions });
  const [user] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE '${alias}@%'`);
  await insert('PermissionSetAssignment', { AssigneeId: user!.Id, PermissionSetId: id });
  return id;
}

async function insert(object: string, fields: object): Promise<{ id: string }> {
  const { status, body } = await org.call<{ id: string }>('admin', 'POST', `${DATA}/sobjects/${object}`, fields);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

/** What an administrator of the org may do who does not care for our permission sets. */
async function giveEveryRight(alias: string): Promise<void> {
  const ParentId = await give(alias, 'Edits_All', { PermissionsModifyAllData: true });
  const rights = { PermissionsRead: true, PermissionsCreate: true, PermissionsEdit: true, PermissionsDelete: true };
  for (const object of ['EmployeeUserSettings__c', 'ProvisioningProcess__c', 'ProvisioningSignal__c']) {
    await insert('ObjectPermissions', { ParentId, SobjectType: object, ...rights, PermissionsViewAllRecords: true, PermissionsModifyAllRecords: true });
  }
  for (const object of ['ProvisioningProcessItem__c', 'UserFieldMapping__c', 'AssignmentRule__c', 'UserValueTable__c']) {
    await insert('ObjectPermissions', { ParentId, SobjectType: object, ...rights });
  }
  const { body } = await org.call<{ fields: { name: string; custom: boolean; nillable: boolean; type: string }[] }>('admin', 'GET', `${DATA}/sobjects/User/describe`);
  const ofUser = body.fields.filter((field) => field.custom).map((field) => `User.${field.name}`);
  for (const field of [...new Set([...ofUser, ...FIELDS, 'User.ProvisioningChangedBy__c', 'User.ProvisioningChange__c'])]) {
    await insert('FieldPermissions', { ParentId, SobjectType: field.split('.')[0], Field: field, PermissionsRead: true, PermissionsEdit: true });
  }
} // prettier-ignore

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything of ours, and every user: what no route may change. */
async function everything(): Promise<object> {
  const rows: Record<string, object> = {};
  for (const object of ['EmployeeUserSettings__c', 'ProvisioningProcess__c', 'ProvisioningProcessItem__c', 'ProvisioningSignal__c']) {
    rows[object] = await org.query(`SELECT FIELDS(ALL) FROM ${object} ORDER BY Id LIMIT 200`);
  }
  rows['User'] = await org.query('SELECT Id, ProvisionedEmployee__c, ProvisioningProcessId__c FROM User ORDER BY Id');
  return rows;
}

/** One field of each kind of record that only the services write. */
const CHANGES: readonly [object: string, id: keyof typeof ids, fields: Record<string, string>][] = [
  ['EmployeeUserSettings__c', 'settings', { UsernameSuffix__c: 'elsewhere.example' }],
  ['ProvisioningProcess__c', 'process', { Status__c: 'Queued', LiveKey__c: 'Employee2' }],
  ['ProvisioningProcessItem__c', 'item', { Outcome__c: 'Linked' }],
  ['ProvisioningSignal__c', 'signal', { CancelProcess__c: 'adU000000000001EAA' }],
  ['User', 'user', { ProvisionedEmployee__c: 'Employee2:000000000000000AAA' }],
  ['User', 'user', { ProvisioningProcessId__c: 'adU000000000009EAA' }],
];
/** Every field that the tests below send. */
const FIELDS = [
  ...CHANGES.flatMap(([object, , fields]) => Object.keys(fields).map((field) => `${object}.${field}`)),
  'EmployeeUserSettings__c.Active__c',
  'EmployeeUserSettings__c.ActiveKey__c',
  'UserFieldMapping__c.UserField__c',
  'UserFieldMapping__c.Constant__c',
  'UserValueTable__c.Rows__c',
  'ProvisioningSignal__c.Wake__c',
  'ProvisioningSignal__c.SourceName__c',
];
const rowOf = (object: string, fields: object, id?: string): object => ({ attributes: { type: object }, ...(id ? { id } : {}), ...fields });

interface Verdict {
  readonly success?: boolean;
  readonly errors?: unknown[];
  readonly errorCode?: string;
  readonly httpStatusCode?: number;
}

/** True when every part of the answer is a refusal, whichever form the route gives it. */
function isRefused({ status, body }: { status: number; body: unknown }): boolean {
  if (status >= 400) return true;
  const answer = body as { compositeResponse?: Verdict[] } | Verdict[];
  const verdicts = Array.isArray(answer) ? answer : (answer.compositeResponse ?? []);
  return verdicts.length > 0 && verdicts.every((verdict) => verdict.success === false || (verdict.httpStatusCode ?? 0) >= 400);
}

describe.each(PEOPLE)('R16, R32: %s changes nothing of ours through', (alias) => {
  async function refused(method: string, path: string, body?: object): Promise<void> {
    const before = await everything();
    const answer = await org.call<unknown>(alias, method, DATA + path, body);
    expect(isRefused(answer), `${method} ${path}: ${JSON.stringify(answer)}`).toBe(true);
    expect(await everything()).toEqual(before);
  }

  test.each(CHANGES)('composite: %s.%s %j', async (object, id, fields) => {
    const at = (target: string): string => `${DATA}/sobjects/${object}/${target}`;
    const compositeRequest = [
      { method: 'PATCH', url: at(ids[id]), referenceId: 'change', body: fields },
      ...(object === 'User' ? [] : [{ method: 'DELETE', url: at(ids[id]), referenceId: 'remove' }]),
    ];
    await refused('POST', '/composite', { allOrNone: false, compositeRequest });
    await refused('POST', '/composite', { allOrNone: true, compositeRequest });
  });

  test.each(CHANGES)('collections: %s.%s %j', async (object, id, fields) => {
    await refused('PATCH', '/composite/sobjects', { allOrNone: false, records: [rowOf(object, fields, ids[id])] });
    await refused('POST', '/composite/sobjects', { allOrNone: false, records: [rowOf(object, fields)] });
    if (object !== 'User') await refused('DELETE', `/composite/sobjects?ids=${ids[id]}&allOrNone=false`);
  });

  test('trees', async () => {
    const child = { attributes: { type: 'UserFieldMapping__c', referenceId: 'child' }, UserField__c: 'Title', Constant__c: 'Boss' };
    const settings = { attributes: { type: 'EmployeeUserSettings__c', referenceId: 'root' }, Active__c: true, ActiveKey__c: 'OTHER' };
    await refused('POST', '/composite/tree/EmployeeUserSettings__c', { records: [{ ...settings, UserFieldMappings__r: { records: [child] } }] });
    const process = { attributes: { type: 'ProvisioningProcess__c', referenceId: 'root' }, LiveKey__c: 'Employee2', Status__c: 'Queued' };
    await refused('POST', '/composite/tree/ProvisioningProcess__c', { records: [process] });
  }); // prettier-ignore

  test('external ids', async () => {
    await refused('PATCH', `/sobjects/User/ProvisionedEmployee__c/${key}`, { ProvisioningProcessId__c: 'adU000000000009EAA' });
    await refused('PATCH', `/sobjects/ProvisioningProcess__c/LiveKey__c/Employee2`, { Status__c: 'Queued' });
    await refused('PATCH', `/sobjects/ProvisioningSignal__c/SourceName__c/Employee2`, { Wake__c: true });
    await refused('PATCH', '/composite/sobjects/User/ProvisionedEmployee__c', {
      allOrNone: false,
      records: [rowOf('User', { ProvisionedEmployee__c: key, ProvisioningProcessId__c: 'adU000000000009EAA' })],
    });
  });

  test.each(CHANGES)('bulk jobs: %s.%s %j', async (object, id, fields) => {
    const before = await everything();
    const row = { Id: ids[id], ...fields };
    await bulkRefused({ object, operation: 'update' }, row);
    await bulkRefused({ object, operation: 'insert' }, fields);
    if (object !== 'User') await bulkRefused({ object, operation: 'delete' }, { Id: ids[id] });
    if (object === 'User') {
      await bulkRefused({ object, operation: 'upsert', externalIdFieldName: 'ProvisionedEmployee__c' }, { ProvisionedEmployee__c: key, ProvisioningProcessId__c: 'adU000000000009EAA' }); // prettier-ignore
    }
    expect(await everything()).toEqual(before);
  });

  /** The job is refused as such, or every row of it fails. */
  async function bulkRefused(job: object, row: Readonly<Record<string, string>>): Promise<void> {
    const jobs = `${DATA}/jobs/ingest`;
    const { status, body } = await org.call<{ id: string }>(alias, 'POST', jobs, { ...job, contentType: 'CSV', lineEnding: 'LF' });
    if (status >= 400) return;
    await org.upload(alias, `${jobs}/${body.id}/batches`, `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`);
    await org.call(alias, 'PATCH', `${jobs}/${body.id}`, { state: 'UploadComplete' });
    let ended: { state: string; numberRecordsProcessed: number; numberRecordsFailed: number };
    do {
      await pause(10);
      ended = (await org.call<typeof ended>(alias, 'GET', `${jobs}/${body.id}`)).body;
    } while (['UploadComplete', 'InProgress'].includes(ended.state));
    expect(ended.numberRecordsProcessed - ended.numberRecordsFailed, `${JSON.stringify(job)} ${JSON.stringify(ended)}`).toBe(0);
  }
});

test('R16: an administrator may edit everything else of a user that the engine made', async () => {
  const answer = await org.call('admin', 'PATCH', `${DATA}/sobjects/User/${ids.user}`, { Title: 'Engineer' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(204);
});

describe('R32: somebody who may view all data, and has nothing of ours', () => {
  beforeAll(() => give('nobody', 'Sees_All', { PermissionsViewAllData: true }));

  test('opens no door of the console or the API', async () => {
    for (const [controller, method] of [['ProvisioningProcessController', 'getProcesses'], ['ProvisioningController', 'startRun']] as const) {
      const { status, body } = await apex(org, 'nobody', controller, method);
      expect([status, body.message]).toEqual([400, `You do not have access to the Apex class named '${controller}'.`]);
    }
    const { status } = await org.call('nobody', 'POST', '/services/apexrest/provisioning/v1/processes', {});
    expect(status).toBe(403);
  }); // prettier-ignore

  test('writes nothing of ours', async () => {
    const before = await everything();
    for (const [object, id, fields] of CHANGES) {
      const answer = await org.call('nobody', 'PATCH', `${DATA}/sobjects/${object}/${ids[id]}`, fields);
      expect(answer.status, JSON.stringify(answer)).toBeGreaterThanOrEqual(400);
    }
    expect(await everything()).toEqual(before);
  });
});
