import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

async function put(id: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(`${served.url}/services/data/v67.0/jobs/ingest/${id}/batches`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'text/csv', ...headers },
    body: typeof body === 'string' ? body : new Blob([new Uint8Array(body)]),
  });
  return { status: response.status, text: await response.text() };
}

async function open(job: Record<string, unknown> = {}): Promise<string> {
  const { body } = await admin.call('POST', 'jobs/ingest', { object: 'Book__c', operation: 'insert', ...job });
  return body.id as string;
}

/** Uploads, closes and works the job off. */
async function run(upload: string | Uint8Array, job: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const id = await open(job);
  expect((await put(id, upload, headers)).status).toBe(201);
  expect((await admin.call('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' })).status).toBe(200);
  served.drain();
  return (await admin.call('GET', `jobs/ingest/${id}`)).body;
}

const utf16 = (text: string, bom: boolean): Uint8Array => Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('an upload that is no CSV of the job', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['with a NUL', 'Name\nA\0B\n', 'InvalidBatch : Failed to parse CSV. Illegal character NUL at offset 6'],
    ['in Latin-1', latin1('Name\nZoë\n'), 'InvalidBatch : Failed to parse CSV. The upload is not valid UTF-8'],
    ['in UTF-16', utf16('Name\nA\n', true), 'InvalidBatch : Failed to parse CSV. The upload is not valid UTF-8'],
    ['in UTF-16 without a mark', utf16('Name\nA\n', false), 'InvalidBatch : Failed to parse CSV. Illegal character NUL at offset 1'],
    [
      'with half a surrogate pair',
      Buffer.from('4e616d650aeda0800a', 'hex'),
      'InvalidBatch : Failed to parse CSV. The upload is not valid UTF-8',
    ],
    ['with lone carriage returns', 'Name\rA\rB\r', 'ClientInputError : LineEnding is invalid on user data. Line number 1'],
    ['with a lone carriage return in a row', 'Name\nA\rB\n', 'ClientInputError : LineEnding is invalid on user data. Line number 2'],
    ['with other line ends', 'Name\r\nA\r\n', 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF'],
    [
      'with an open quote',
      'Name\nA\n"B\nC\n',
      'InvalidBatch : Failed to parse CSV. EOF reached before closing an opened quote - Line number 5',
    ],
    [
      'with a quote inside a value',
      'Name\nA"B\n',
      'InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote - Line number 2',
    ],
    [
      'with text behind a quote',
      'Name\n"A" \n',
      'InvalidBatch : Failed to parse CSV. Not expecting more text after end quote - Line number 2',
    ],
    ['with a column twice', 'Name,name\nA,B\n', 'InvalidBatch : Field name found more than once : name'],
    ['with an unknown column', 'Name,__proto__\nA,B\n', 'InvalidBatch : Field name not found : __proto__'],
    ['with another delimiter', 'Name|Isbn__c\nA|1\n', 'InvalidBatch : Field name not found : Name|Isbn__c'],
    ['with too few cells', 'Name,Isbn__c\nA\n', 'InvalidBatch : Failed to parse CSV. Row 1 has 1 columns, the header has 2'],
  ])('%s fails the job', async (_, upload, errorMessage) => {
    expect(await run(upload)).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0 });
  });

  it.each<[string, string, string]>([
    ['a cell', `Name\n${'x'.repeat(32_001)}\n`, 'Exceeded max field size: 32001 - Line number 2'],
    [
      'a row',
      `${'Name,'.repeat(19)}Name\n${`${'x'.repeat(30_000)},`.repeat(19)}x\n`,
      'Exceeded max length for one record: 420000. Max length for one record should be less than or equal to 400000 - Line number 2',
    ],
    ['the columns of a row', `Name\n${','.repeat(5_000)}\n`, 'Exceeded max number of columns per record : 5000 - Line number 2'],
  ])('%s beyond the limits fails the job', async (_, upload, reason) => {
    expect(await run(upload)).toMatchObject({ state: 'Failed', errorMessage: `InvalidBatch : Failed to parse CSV. ${reason}` });
  });

  it('a header beyond the limit fails the job', async () => {
    const errorMessage = 'InvalidBatch : Failed to parse CSV header. It is longer than 32000 characters';
    expect(await run(`${'NameName,'.repeat(3_600)}Name\n`)).toMatchObject({ state: 'Failed', errorMessage });
  });
});

describe('an upload that is CSV', () => {
  it('may be only a header, end anywhere, hold blank lines and quoted everything', async () => {
    expect(await run('Name\n')).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 0 });
    expect(await run('Name')).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 0 });
    expect(await run('\uFEFF"Name"\n\n"A ""b"",\r\nc"\n\nD\r\n\n')).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2 });
    const found = await admin.call('GET', `query?q=${encodeURIComponent(`SELECT Name FROM Book__c WHERE Name IN ('A "b",\\r\\nc', 'D')`)}`);
    expect(found.body.totalSize).toBe(2);
  });

  it('keeps its parts at 200 rows, whatever stands between them', async () => {
    const rows = Array.from({ length: 450 }, (_, i) => `"Line\n${i}"`);
    expect(await run(`Name\n\n${rows.join('\n\n')}`)).toMatchObject({ numberRecordsProcessed: 450, numberRecordsFailed: 0 });
  });

  it('may hold cells and rows of exactly the limits', async () => {
    const job = await run(`Shelf__c\n"${'""'.repeat(32_000)}"\n`);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 1 });
  });

  it('may be packed', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(await run(gzipSync('Name\nA\n'), {}, headers)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1 });
    const id = await open();
    expect(await put(id, 'Name\nA\n', headers)).toMatchObject({ status: 400, text: expect.stringContaining('cannot be unpacked') });
    expect((await put(id, 'Name\nA\n', { 'content-encoding': 'br' })).status).toBe(415);
  });
});

describe('an upload that is refused', () => {
  it('has another content type', async () => {
    const id = await open();
    expect((await put(id, '{}', { 'content-type': 'application/json' })).text).toContain('Content-Type has to be text/csv');
  });

  it('comes when the job is closed, aborted or gone', async () => {
    for (const state of ['UploadComplete', 'Aborted']) {
      const id = await open();
      await put(id, 'Name\nA\n');
      await admin.call('PATCH', `jobs/ingest/${id}`, { state });
      expect((await put(id, 'Name\nA\n')).text).toContain(`when the job is in state ${state}`);
    }
    served.drain();
    expect((await put('750000000000000AAA', 'Name\n')).status).toBe(404);
  });
});

describe('a query job', () => {
  const create = (query: string) => admin.call('POST', 'jobs/query', { operation: 'query', query });

  it('over what is not supported is refused with its name', async () => {
    const { status, body } = await create('SELECT FORMAT(Price__c) FROM Book__c');
    expect([status, body[0].errorCode]).toEqual([400, 'MALFORMED_QUERY']);
    expect(body[0].message).toContain('FORMAT');
  });

  it('has no results at a locator or a page size that it did not give', async () => {
    await run('Name\nA\nB\n');
    const { body } = await create('SELECT Name FROM Book__c');
    served.drain();
    for (const bad of ['locator=', 'locator=x', 'locator=MHgx', 'locator=LTE', 'locator=OTk5OTk5', 'maxRecords=0', 'maxRecords=-1']) {
      expect([bad, (await admin.call('GET', `jobs/query/${body.id}/results?${bad}`)).status]).toEqual([bad, 400]);
    }
    for (const bad of ['maxRecords=', 'maxRecords=x', 'maxRecords=1.5', 'maxRecords=1e400']) {
      expect([bad, (await admin.call('GET', `jobs/query/${body.id}/results?${bad}`)).status]).toEqual([bad, 400]);
    }
  });
});
