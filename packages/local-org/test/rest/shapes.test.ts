import { request as httpRequest } from 'node:http';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let nobody: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  nobody = await served.signIn('reader');
});
afterAll(() => served.close());

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Header by header and byte by byte: fetch would unpack the answer. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array | string): Promise<Raw> {
  const address = path.startsWith('/') ? path : `/services/data/v67.0/${path}`;
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      served.url + address,
      { method, headers: { authorization: `Bearer ${admin.token}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const soql = (text: string): string => `query?q=${encodeURIComponent(text)}`;

describe('compression (REST API Developer Guide, "Using Compression")', () => {
  it.each([
    ['gzip', 'one', gzipSync],
    ['GZIP', 'two', gzipSync],
    ['deflate', 'three', deflateSync],
    ['identity', 'four', (text: string) => Buffer.from(text)],
  ] as const)('reads a body packed with %s', async (encoding, kind, pack) => {
    const body = pack(JSON.stringify({ Name: `Packed ${encoding.trim()}, ${kind}` }));
    const made = await raw('POST', 'sobjects/Book__c', { ...JSON_TYPE, 'content-encoding': encoding }, body);
    expect(made.status).toBe(201);
    const found = await admin.call('GET', soql(`SELECT COUNT() FROM Book__c WHERE Name = 'Packed ${encoding.trim()}, ${kind}'`));
    expect(found.body.totalSize).toBe(1);
  });

  it('reads a packed body of Apex REST', async () => {
    const body = gzipSync(JSON.stringify({ isbn: 'z-1', title: 'Zipped' }));
    const plain = await raw('POST', '/services/apexrest/books', JSON_TYPE, JSON.stringify({ isbn: 'z-1', title: 'Zipped' }));
    const packed = await raw('POST', '/services/apexrest/books', { ...JSON_TYPE, 'content-encoding': 'gzip' }, body);
    expect(packed.status).toBe(plain.status);
  });

  it('refuses what is not packed as it says, what nobody can unpack, and what is too large unpacked', async () => {
    const send = (encoding: string, body: Uint8Array) =>
      raw('POST', 'sobjects/Book__c', { ...JSON_TYPE, 'content-encoding': encoding }, body);
    const broken = await send('gzip', Buffer.from('{"Name":"x"}'));
    expect([broken.status, broken.bytes.toString()]).toEqual([400, expect.stringContaining('BAD_REQUEST')]);
    expect((await send('gzip', gzipSync('{"Name":"x"}').subarray(0, 12))).status).toBe(400);
    const unknown = await send('zstd', Buffer.from('x'));
    expect([unknown.status, unknown.bytes.toString()]).toEqual([415, expect.stringContaining('UNSUPPORTED_MEDIA_TYPE')]);
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024, 32));
    expect((await send('gzip', bomb)).status).toBe(413);
  });

  it('packs an answer for whoever takes that, Apex REST too', async () => {
    for (const path of ['sobjects', '/services/apexrest/books/9?tag=' + 'long'.repeat(500)]) {
      const plain = await raw('GET', path);
      expect([path, plain.status, plain.headers['content-encoding']]).toEqual([path, 200, undefined]);
      const packed = await raw('GET', path, { 'accept-encoding': 'gzip' });
      expect([path, packed.headers['content-encoding']]).toEqual([path, 'gzip']);
      expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual(JSON.parse(plain.bytes.toString()));
    }
  });
});

describe('_HttpMethod', () => {
  it('overrides POST and nothing else', async () => {
    const { body } = await admin.call('POST', 'sobjects/Book__c', { Name: 'Override' });
    const at = `sobjects/Book__c/${body.id}`;
    expect((await admin.call('POST', `${at}?_HttpMethod=PATCH`, { Pages__c: 12 })).status).toBe(204);
    expect((await admin.call('GET', at)).body.Pages__c).toBe(12);
    expect((await admin.call('GET', `${at}?_HttpMethod=DELETE`)).status).toBe(200);
    expect((await admin.call('POST', `${at}?_HttpMethod=DELETE`)).status).toBe(204);
    expect((await admin.call('GET', at)).status).toBe(404);
    expect((await admin.call('POST', `${at}?_HttpMethod=MERGE`)).status).toBe(405);
  });
});

it('prints an answer to be read by people when X-PrettyPrint asks for it', async () => {
  const pretty = (await raw('GET', 'limits', { 'x-prettyprint': '1' })).bytes.toString();
  const plain = (await raw('GET', 'limits')).bytes.toString();
  expect(pretty.split('\n').length).toBeGreaterThan(5);
  expect(plain).not.toContain('\n');
  expect(JSON.parse(pretty)).toEqual(JSON.parse(plain));
  expect((await raw('GET', 'limits', { 'x-prettyprint': '0' })).bytes.toString()).toBe(plain);
});

describe('describe', () => {
  it('lists the record type Master of every object that people keep records of', async () => {
    const { body } = await admin.call('GET', 'sobjects/Book__c/describe');
    expect(body.recordTypeInfos).toEqual([
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: true,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: '012000000000000AAA',
      },
    ]);
    expect((await admin.call('GET', 'sobjects/User/describe')).body.recordTypeInfos).toHaveLength(1);
  });

  it('says that nothing has changed since (REST API Developer Guide, "Conditional Request Headers")', async () => {
    for (const path of ['sobjects', 'sobjects/Book__c', 'sobjects/Book__c/describe']) {
      const first = await raw('GET', path);
      const modified = String(first.headers['last-modified']);
      expect([path, Number.isNaN(Date.parse(modified))]).toEqual([path, false]);
      const again = await raw('GET', path, { 'if-modified-since': modified });
      expect([path, again.status, again.bytes.length]).toEqual([path, 304, 0]);
      expect((await raw('GET', path, { 'if-modified-since': new Date(0).toUTCString() })).status).toBe(200);
      expect((await raw('GET', path, { 'if-modified-since': 'yesterday' })).status).toBe(200);
    }
  });

  it('does not say so after rights have changed, and each user has an answer of their own', async () => {
    const path = 'sobjects/Book__c/describe';
    const before = await nobody.call('GET', path);
    const modified = before.headers.get('last-modified') ?? '';
    const set = served.org.exec(
      `PermissionSet s = new PermissionSet(Name = 'Shape_Test', Label = 'Shape test');
       insert s;
       insert new ObjectPermissions(ParentId = s.Id, SobjectType = 'Book__c', PermissionsRead = true, PermissionsEdit = true, PermissionsCreate = true, PermissionsDelete = true);
       insert new PermissionSetAssignment(PermissionSetId = s.Id, AssigneeId = [SELECT Id FROM User WHERE Username LIKE 'reader%' LIMIT 1].Id);`,
      served.org.users[0]!.userId,
    );
    expect([set.compileProblem, set.exceptionMessage]).toEqual([null, null]);
    const after = await nobody.call('GET', path, undefined, { 'if-modified-since': modified });
    expect([after.status, before.body.deletable, after.body.deletable]).toEqual([200, false, true]);
  });
});

describe('columns=true', () => {
  const columns = async (text: string, resource = 'query') =>
    (await admin.call('GET', `${resource}?q=${encodeURIComponent(text)}&columns=true`)).body;

  it('tells what a query gives instead of giving it', async () => {
    const body = await columns('SELECT Id, Name, Book__r.Pages__c, Book__r.Name FROM Copy__c');
    expect(body).toMatchObject({ entityName: 'Copy__c', groupBy: false, idSelected: true });
    expect(body.columnMetadata.map((c: { columnName: string }) => c.columnName)).toEqual(['Id', 'Name', 'Book__r']);
    expect(body.columnMetadata[0]).toMatchObject({ aggregate: false, apexType: 'Id', custom: false, displayName: 'Id', joinColumns: [] });
    expect(body.columnMetadata[2].joinColumns).toMatchObject([
      { columnName: 'Pages__c', custom: true, numberType: true },
      { columnName: 'Name', textType: true },
    ]);
  });

  it('knows aggregates and lists of children', async () => {
    const grouped = await columns('SELECT Name, COUNT(Id) n FROM Book__c GROUP BY Name', 'tooling/query');
    expect(grouped).toMatchObject({ groupBy: true, idSelected: false });
    expect(grouped.columnMetadata).toMatchObject([
      { columnName: 'Name', aggregate: false },
      { columnName: 'n', aggregate: true, displayName: 'n', numberType: true },
    ]);
    const children = await columns('SELECT Id, (SELECT Name FROM Copies__r) FROM Book__c');
    expect(children.columnMetadata[1]).toMatchObject({ columnName: 'Copies__r', aggregate: true, joinColumns: [{ columnName: 'Name' }] });
  });

  it('refuses a query that is wrong, as without it', async () => {
    expect((await columns('SELECT Nope__c FROM Book__c'))[0].errorCode).toBe('INVALID_FIELD');
    expect((await admin.call('GET', `${soql('SELECT Id FROM Book__c LIMIT 1')}&columns=false`)).body.records).toHaveLength(1);
  });
});
