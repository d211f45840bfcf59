import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const CSV = { 'content-type': 'text/csv' };

async function open(client: Client, job: Record<string, unknown>): Promise<string> {
  const answer = await client.call('POST', 'jobs/ingest', { object: 'Book__c', operation: 'insert', ...job });
  expect(answer.body).toMatchObject({ state: 'Open', jobType: 'V2Ingest', contentType: 'CSV' });
  return answer.body.id as string;
}

async function run(job: Record<string, unknown>, csv: string): Promise<{ id: string; job: Record<string, unknown> }> {
  const id = await open(admin, job);
  expect((await admin.call('PUT', `jobs/ingest/${id}/batches`, csv, CSV)).status).toBe(201);
  expect((await admin.call('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' })).body.state).toBe('UploadComplete');
  served.drain();
  return { id, job: (await admin.call('GET', `jobs/ingest/${id}`)).body };
}

const results = async (id: string, kind: string): Promise<string[]> =>
  ((await admin.call('GET', `jobs/ingest/${id}/${kind}`)).body as string).trim().split('\n');

describe('bad input', () => {
  it.each([
    [{ object: 'Nope__c', operation: 'insert' }, 'InvalidJob : Unable to find object: Nope__c'],
    [{ object: 'Book__c', operation: 'merge' }, 'InvalidJob : operation has to be one of insert, update, upsert, delete, not merge'],
    [{ object: 'Book__c', operation: 'upsert' }, 'InvalidJob : External ID field name is required for upsert'],
    [{ object: 'Book__c', operation: 'upsert', externalIdFieldName: 'Pages__c' }, 'does not match an External ID'],
    [{ object: 'Book__c', operation: 'insert', colour: 'red' }, 'Unrecognized field "colour"'],
  ])('refuses job %j', async (body, message) => {
    const answer = await admin.call('POST', 'jobs/ingest', body);
    expect(answer.status).toBe(400);
    expect(answer.body[0].message).toContain(message);
  });

  it.each([
    ['Name,"Isbn__c\nA,1\n', 'InvalidBatch : Failed to parse CSV. EOF reached before closing an opened quote - Line number 3'],
    ['Name,\nA,1\n', 'InvalidBatch : Failed to parse CSV header. Header columns cannot be empty'],
    ['Name,Nope__c\nA,1\n', 'InvalidBatch : Field name not found : Nope__c'],
    ['Name,Pages__c\nA,1,2\n', 'InvalidBatch : Failed to parse CSV. Row 1 has 3 columns, the header has 2'],
    ['', 'InvalidBatch : The upload has no header row'],
  ])('fails the job for the file %j and keeps nothing', async (csv, message) => {
    const { job } = await run({}, csv);
    expect(job).toMatchObject({ state: 'Failed', errorMessage: message, numberRecordsProcessed: 0 });
  });

  it('refuses a second upload and a foreign job', async () => {
    const id = await open(admin, {});
    await admin.call('PUT', `jobs/ingest/${id}/batches`, 'Name\nA\n', CSV);
    expect((await admin.call('PUT', `jobs/ingest/${id}/batches`, 'Name\nA\n', CSV)).status).toBe(400);
    const reader = await served.signIn('reader');
    expect((await reader.call('GET', `jobs/ingest/${id}`)).status).toBe(404);
    expect((await admin.call('PATCH', `jobs/ingest/${id}`, { state: 'Aborted' })).body.state).toBe('Aborted');
    expect((await admin.call('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' })).status).toBe(400);
    expect((await admin.call('DELETE', `jobs/ingest/${id}`)).status).toBe(204);
    expect((await admin.call('GET', `jobs/ingest/${id}`)).status).toBe(404);
  });
});

describe('jobs', () => {
  it('give every row its own verdict', async () => {
    const csv = 'Name,Isbn__c,Pages__c\n"Quoted, ""A""\nsecond line",b-1,12\nB,b-1,3\nC,b-2,many\nD,b-3,\n';
    const { id, job } = await run({}, csv);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 4, numberRecordsFailed: 2 });
    const failed = await results(id, 'failedResults');
    expect(failed[0]).toBe('"sf__Id","sf__Error","Name","Isbn__c","Pages__c"');
    expect(failed[1]).toMatch(/^"","DUPLICATE_VALUE:.* --","B","b-1","3"$/);
    expect(failed[2]).toBe(
      `"","INVALID_FIELD:Failed to deserialize field at col 3. Due to, 'many' is not a valid value for the type xsd:double:Pages__c --","C","b-2","many"`,
    );
    const succeeded = (await admin.call('GET', `jobs/ingest/${id}/successfulResults`)).body as string;
    expect(succeeded).toMatch(
      /^"sf__Id","sf__Created","Name","Isbn__c","Pages__c"\n"\w{18}","true","Quoted, ""A""\nsecond line","b-1","12"\n/,
    );
  });

  it('upsert, blank out with #N/A, find parents by external id, and delete', async () => {
    const upsert = { operation: 'upsert', externalIdFieldName: 'Isbn__c', columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' };
    const { job } = await run(upsert, 'Isbn__c;Name;Pages__c\r\nb-1;Renamed;#N/A\r\nb-9;New;9\r\n');
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 0 });
    expect((await admin.call('GET', 'sobjects/Book__c/Isbn__c/b-1?fields=Name,Pages__c')).body).toMatchObject({
      Name: 'Renamed',
      Pages__c: null,
    });
    const copies = await run({ object: 'Copy__c' }, 'Name,Book__r.Isbn__c\nK1,b-9\nK2,nowhere\n');
    expect(copies.job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    const { body } = await admin.call('GET', 'sobjects/Book__c/Isbn__c/b-9?fields=Id');
    expect((await run({ operation: 'delete' }, `Id\n${body.Id}\n`)).job).toMatchObject({
      numberRecordsFailed: 0,
      numberRecordsProcessed: 1,
    });
  });

  it('go on after a restart exactly where the last commit left them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bulk-'));
    const dbFile = join(folder, 'org.db');
    let library = await serveLibrary({ dbFile });
    let client = await library.signIn('admin');
    const id = await open(client, {});
    const rows = Array.from({ length: 450 }, (_, i) => `Row ${i},r-${i}`);
    await client.call('PUT', `jobs/ingest/${id}/batches`, `Name,Isbn__c\n${rows.join('\n')}\n`, CSV);
    await client.call('PATCH', `jobs/ingest/${id}`, { state: 'UploadComplete' });
    library.org.runOneWaiting();
    expect((await client.call('GET', `jobs/ingest/${id}`)).body).toMatchObject({ state: 'InProgress', numberRecordsProcessed: 200 });
    expect(((await client.call('GET', `jobs/ingest/${id}/unprocessedrecords`)).body as string).trim().split('\n')).toHaveLength(251);
    await library.close();

    library = await serveLibrary({ dbFile });
    client = { ...client, call: (method, path, body, headers) => library.signIn('admin').then((c) => c.call(method, path, body, headers)) };
    library.drain();
    expect((await client.call('GET', `jobs/ingest/${id}`)).body).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 450,
      numberRecordsFailed: 0,
    });
    const all = await client.call('GET', `query?q=${encodeURIComponent('SELECT COUNT() FROM Book__c')}`);
    expect(all.body.totalSize).toBe(450);
    await library.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
