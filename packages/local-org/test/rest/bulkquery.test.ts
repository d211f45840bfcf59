import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  const records = Array.from({ length: 7 }, (_, i) => ({
    attributes: { type: 'Book__c' },
    Name: `"B", ${i}`,
    Isbn__c: `bq-${i}`,
    Price__c: i + 0.5,
  }));
  const made = await admin.call('POST', 'composite/sobjects', { records });
  await admin.call('POST', 'sobjects/Copy__c', { Name: 'Copy', Book__c: made.body[0].id });
});
afterAll(() => served.close());

const create = (query: string) => admin.call('POST', 'jobs/query', { operation: 'query', query });

describe('query jobs', () => {
  it.each([
    ['SELECT COUNT() FROM Book__c', 'An aggregate is not supported'],
    ['SELECT Id, (SELECT Id FROM Copies__r) FROM Book__c', 'A subquery in the select list is not supported'],
    ['', 'query is required'],
    ['DELETE', "unexpected token: 'DELETE'"],
  ])('refuse %j', async (query, message) => {
    const answer = await create(query);
    expect([answer.status, answer.body[0].message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('fail for a query that does not fit the objects', async () => {
    const { body } = await create('SELECT Nope__c FROM Book__c');
    served.drain();
    expect((await admin.call('GET', `jobs/query/${body.id}`)).body).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('Nope__c'),
    });
    expect((await admin.call('GET', `jobs/query/${body.id}/results`)).status).toBe(400);
  });

  it('give their rows in pages of CSV', async () => {
    const { body } = await create('SELECT Name, Price__c FROM Book__c ORDER BY Isbn__c');
    expect(body).toMatchObject({ state: 'UploadComplete', jobType: 'V2Query', object: 'Book__c' });
    served.drain();
    expect((await admin.call('GET', `jobs/query/${body.id}`)).body).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 7 });
    const first = await admin.call('GET', `jobs/query/${body.id}/results?maxRecords=5`);
    expect(first.body.split('\n').slice(0, 2)).toEqual(['"Name","Price__c"', '"""B"", 0","0.5"']);
    expect(first.headers.get('sforce-numberofrecords')).toBe('5');
    const second = await admin.call('GET', `jobs/query/${body.id}/results?maxRecords=5&locator=${first.headers.get('sforce-locator')}`);
    expect(second.body.trim().split('\n')).toHaveLength(3);
    expect(second.headers.get('sforce-locator')).toBe('null');
    const copies = await create('SELECT Name, Book__r.Isbn__c FROM Copy__c');
    served.drain();
    expect((await admin.call('GET', `jobs/query/${copies.body.id}/results`)).body).toBe('"Name","Book__r.Isbn__c"\n"Copy","bq-0"\n');
    expect((await admin.call('DELETE', `jobs/query/${body.id}`)).status).toBe(204);
    const reader = await served.signIn('reader');
    expect((await reader.call('GET', `jobs/query/${copies.body.id}`)).status).toBe(404);
  });
});
