import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;
const ids = { own: '', other: '', administrator: '', role: '' };

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
  const id = async (soql: string): Promise<string> => (await admin.call('GET', `query?q=${encodeURIComponent(soql)}`)).body.records[0].Id;
  ids.own = await id("SELECT Id FROM User WHERE Username = 'reader@library.example'");
  ids.other = await id("SELECT Id FROM User WHERE Username = 'nobody@library.example'");
  ids.administrator = await id("SELECT Id FROM Profile WHERE Name = 'System Administrator'");
  ids.role = (await admin.call('POST', 'sobjects/UserRole', { Name: 'Chief', DeveloperName: 'Chief' })).body.id;
});
afterAll(() => served.close());

const everybody = async () =>
  (await admin.call('GET', `query?q=${encodeURIComponent('SELECT FIELDS(ALL) FROM User ORDER BY Id LIMIT 200')}`)).body.records;
const attributes = { type: 'User' };
type Fields = Readonly<Record<string, unknown>>;

/** Each door by which a user may be changed: what it refuses, as codes. */
const DOORS: Readonly<Record<string, (id: string, fields: Fields) => Promise<string[]>>> = {
  record: async (id, fields) => [(await reader.call('PATCH', `sobjects/User/${id}`, fields)).body[0].errorCode],
  'upsert by id': async (id, fields) => [(await reader.call('PATCH', `sobjects/User/Id/${id}`, fields)).body[0].errorCode],
  collections: async (id, fields) => codes(await reader.call('PATCH', 'composite/sobjects', { records: [{ attributes, id, ...fields }] })),
  'collections by id': async (id, fields) =>
    codes(await reader.call('PATCH', 'composite/sobjects/User/Id', { records: [{ attributes, Id: id, ...fields }] })),
  composite: async (id, fields) => {
    const url = `/services/data/v67.0/sobjects/User/${id}`;
    const compositeRequest = [{ method: 'PATCH', url, referenceId: 'u', body: fields }];
    return [(await reader.call('POST', 'composite', { compositeRequest })).body.compositeResponse[0].body[0].errorCode];
  },
  batch: async (id, fields) => {
    const batchRequests = [{ method: 'PATCH', url: `v67.0/sobjects/User/${id}`, richInput: fields }];
    return [(await reader.call('POST', 'composite/batch', { batchRequests })).body.results[0].result[0].errorCode];
  },
  'bulk update': (id, fields) => bulk({ operation: 'update' }, { Id: id, ...fields }),
  'bulk upsert': (id, fields) => bulk({ operation: 'upsert', externalIdFieldName: 'Id' }, { Id: id, ...fields }),
};

function codes(answer: { body: { errors: { statusCode: string }[] }[] }): string[] {
  return answer.body.flatMap((row) => row.errors.map((error) => error.statusCode));
}

async function bulk(job: object, row: Fields): Promise<string[]> {
  const { body } = await reader.call('POST', 'jobs/ingest', { object: 'User', ...job });
  const csv = `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;
  await reader.call('PUT', `jobs/ingest/${body.id}/batches`, csv, { 'content-type': 'text/csv' });
  await reader.call('PATCH', `jobs/ingest/${body.id}`, { state: 'UploadComplete' });
  served.drain();
  const failed = (await reader.call('GET', `jobs/ingest/${body.id}/failedResults`)).body as string;
  return failed
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('","')[1]!.split(':')[0]!);
}

// Object Reference, User, "Special Access Rules": to create or update a User needs Manage Internal Users.
describe.each(Object.keys(DOORS))('nobody gives more to themselves or others: %s', (name) => {
  it.each(['ProfileId', 'Username', 'IsActive', 'UserRoleId', 'FederationIdentifier', 'EmployeeNumber', 'ManagerId'])(
    '%s',
    async (field) => {
      const references = { ProfileId: ids.administrator, UserRoleId: ids.role, ManagerId: ids.other };
      const values: Fields = { ...references, Username: 'boss@library.example', IsActive: false };
      const before = await everybody();
      for (const id of [ids.own, ids.other]) {
        expect(await DOORS[name]!(id, { [field]: values[field] ?? 'x' })).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
      }
      expect(await everybody()).toEqual(before);
    },
  );
});

it('nobody creates a user', async () => {
  const user = { LastName: 'New', Alias: 'new', Username: 'new@library.example', Email: 'n@l.example', ProfileId: ids.administrator };
  const before = await everybody();
  expect((await reader.call('POST', 'sobjects/User', user)).body[0].errorCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  expect(codes(await reader.call('POST', 'composite/sobjects', { records: [{ attributes, ...user }] }))).toEqual([
    'INSUFFICIENT_ACCESS_OR_READONLY',
  ]);
  const tree = await reader.call('POST', 'composite/tree/User', {
    records: [{ attributes: { ...attributes, referenceId: 'r' }, ...user }],
  });
  expect(tree.body.results[0].errors[0].statusCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  expect(await bulk({ operation: 'insert' }, user)).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  const byKey = await reader.call('PATCH', 'sobjects/User/FederationIdentifier/new', user);
  expect(byKey.body[0].errorCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  expect(await everybody()).toEqual(before);
});

it('everybody keeps their own personal settings, and an administrator everything', async () => {
  const own = { FirstName: 'Rita', Email: 'rita@library.example', TimeZoneSidKey: 'Europe/Berlin', Title: 'Reader' };
  expect((await reader.call('PATCH', `sobjects/User/${ids.own}`, own)).status).toBe(204);
  expect((await admin.call('PATCH', `sobjects/User/${ids.other}`, { EmployeeNumber: '7', FederationIdentifier: 'n' })).status).toBe(204);
});
