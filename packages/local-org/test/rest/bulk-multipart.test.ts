import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const JOB = { object: 'Book__c', operation: 'insert', contentType: 'CSV', lineEnding: 'LF' };

/** As the guide has it ("Create a Multipart Request"): the job, then its data. */
function message(job: object | null, csv: string | null): string {
  const part = (name: string, type: string, text: string): string =>
    `--BOUNDARY\r\nContent-Type: ${type}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const parts = [
    job === null ? '' : part('job', 'application/json', JSON.stringify(job)),
    csv === null ? '' : part('content', 'text/csv', csv),
  ];
  return `${parts.join('')}--BOUNDARY--\r\n`;
}
const send = (body: string, path = 'jobs/ingest') =>
  admin.call('POST', path, body, { 'content-type': 'multipart/form-data; boundary=BOUNDARY' });

it('takes a bulk job with its data in one call, and closes it', async () => {
  const made = await send(message(JOB, 'Name,Isbn__c\nIn one,mp-1\nNächster,mp-2\n'));
  expect([made.status, made.body]).toEqual([200, expect.objectContaining({ state: 'UploadComplete', object: 'Book__c' })]);
  served.drain();
  expect((await admin.call('GET', `jobs/ingest/${made.body.id}`)).body).toMatchObject({
    state: 'JobComplete',
    numberRecordsProcessed: 2,
    numberRecordsFailed: 0,
  });
  expect(
    (await admin.call('GET', `query?q=${encodeURIComponent("SELECT Name FROM Book__c WHERE Isbn__c = 'mp-2'")}`)).body.records[0].Name,
  ).toBe('Nächster');
});

it('fails the job for data that cannot be read, as an upload does', async () => {
  const made = await send(message(JOB, 'Name,Nope__c\nA,1\n'));
  served.drain();
  expect((await admin.call('GET', `jobs/ingest/${made.body.id}`)).body).toMatchObject({
    state: 'Failed',
    errorMessage: 'InvalidBatch : Field name not found : Nope__c',
  });
});

it.each([
  ['no job', message(null, 'Name\nA\n'), 'InvalidJob : A multipart request has the parts job and content'],
  ['no data', message(JOB, null), 'InvalidJob : A multipart request has the parts job and content'],
  [
    'too much',
    message(JOB, `Name\n${'A\n'.repeat(60_000)}`),
    'InvalidJob : The content of a multipart request has at most 100000 characters',
  ],
  ['another object', message({ ...JOB, object: 'Nope__c' }, 'Name\nA\n'), 'InvalidJob : Unable to find object: Nope__c'],
  ['no end', message(JOB, 'Name\nA\n').slice(0, -20), 'malformed'],
])('refuses %s and makes no job', async (_what, body, text) => {
  const before = (await admin.call('GET', 'jobs/ingest')).body.records.length;
  const answer = await send(body);
  expect([answer.status, answer.body[0].message]).toEqual([400, expect.stringContaining(text)]);
  expect((await admin.call('GET', 'jobs/ingest')).body.records).toHaveLength(before);
});

it('refuses records with files by name', async () => {
  const answer = await send(message({ Name: 'A' }, 'x'), 'sobjects/Book__c');
  expect([answer.status, answer.body[0].errorCode]).toEqual([501, 'NOT_IMPLEMENTED']);
});
