import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
  for (let from = 0; from < 450; from += 150) {
    const records = Array.from({ length: 150 }, (_, i) => ({
      attributes: { type: 'Book__c' },
      Name: `Book ${String(from + i).padStart(4, '0')}`,
      Isbn__c: `q-${from + i}`,
      Pages__c: from + i,
    }));
    const answer = await admin.call('POST', 'composite/sobjects', { records });
    expect(answer.body.every((r: { success: boolean }) => r.success)).toBe(true);
  }
});
afterAll(() => served.close());

const query = (client: Client, soql: string, headers?: Record<string, string>) =>
  client.call('GET', `query?q=${encodeURIComponent(soql)}`, undefined, headers);

describe('faults', () => {
  it('names an unknown field and its object', async () => {
    const answer = await query(admin, 'SELECT Nope__c FROM Book__c');
    expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
    expect(answer.body[0].message).toMatch(
      /^\nSELECT Nope__c FROM Book__c\n {7}\^\nERROR at Row:1:Column:8\nNo such column 'Nope__c' on entity 'Book__c'\./,
    );
  });

  it('names an unknown object', async () => {
    const answer = await query(admin, 'SELECT Id FROM Nope__c');
    expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'INVALID_TYPE']);
    expect(answer.body[0].message).toContain("sObject type 'Nope__c' is not supported");
  });

  it.each([
    '',
    'DELETE FROM Book__c',
    'SELECT Id FROM Book__c WHERE',
    'SELECT Id FROM Book__c WHERE Name = :name',
    "SELECT Id FROM Book__c WHERE Name = 'open",
  ])('refuses %j', async (soql) => {
    const answer = await query(admin, soql);
    expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'MALFORMED_QUERY']);
  });

  it('refuses locators that are unknown, foreign or past the end', async () => {
    const first = await query(admin, 'SELECT Id FROM Book__c', { 'sforce-query-options': 'batchSize=200' });
    const next = String(first.body.nextRecordsUrl);
    for (const [client, path] of [
      [admin, '/services/data/v67.0/query/01gNOPE-200'],
      [reader, next],
      [admin, next.replace(/-\d+$/, '-450')],
    ] as const) {
      const answer = await client.call('GET', path);
      expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'INVALID_QUERY_LOCATOR']);
    }
  });
});

describe('rows', () => {
  it('come with attributes and in the order of the query, parents and children nested', async () => {
    const { body } = await admin.call('GET', 'sobjects/Book__c/Isbn__c/q-3?fields=Id');
    await admin.call('POST', 'sobjects/Copy__c', { Name: 'Copy A', Book__c: body.Id });
    const copies = await query(admin, "SELECT Name, Book__r.Name, Book__r.Isbn__c FROM Copy__c WHERE Name = 'Copy A'");
    expect(copies.body).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Copy__c', url: expect.stringMatching(/^\/services\/data\/v67.0\/sobjects\/Copy__c\/\w{18}$/) },
          Name: 'Copy A',
          Book__r: {
            attributes: { type: 'Book__c', url: `/services/data/v67.0/sobjects/Book__c/${body.Id}` },
            Name: 'Book 0003',
            Isbn__c: 'q-3',
          },
        },
      ],
    });
    const books = await query(
      admin,
      "SELECT Name, (SELECT Name FROM Copies__r) FROM Book__c WHERE Isbn__c IN ('q-3', 'q-4') ORDER BY Name",
    );
    expect(books.body.records.map((r: { Copies__r: unknown }) => r.Copies__r)).toEqual([
      { totalSize: 1, done: true, records: [{ attributes: expect.anything(), Name: 'Copy A' }] },
      null,
    ]);
  });

  it('are paged with ids only, whatever is written meanwhile', async () => {
    const options = { 'sforce-query-options': 'batchSize=200' };
    const soql = "SELECT Name, Pages__c FROM Book__c WHERE Isbn__c LIKE 'q-%' ORDER BY Pages__c DESC";
    const first = await query(admin, soql, options);
    expect(first.body).toMatchObject({ totalSize: 450, done: false, nextRecordsUrl: expect.stringMatching(/\/query\/01g\w+-200$/) });
    await admin.call('PATCH', 'sobjects/Book__c/Isbn__c/q-200', { Pages__c: 10_000 });
    const second = await admin.call('GET', first.body.nextRecordsUrl, undefined, options);
    const third = await admin.call('GET', second.body.nextRecordsUrl, undefined, options);
    expect([second.body.done, third.body.done, third.body.nextRecordsUrl]).toEqual([false, true, undefined]);
    const names = [first, second, third].flatMap((page) => page.body.records.map((r: { Name: string }) => r.Name));
    expect(new Set(names).size).toBe(450);
    expect(names[0]).toBe('Book 0449');
    expect(names.at(-1)).toBe('Book 0000');
  });

  it('count, aggregate and stop at LIMIT', async () => {
    expect((await query(admin, "SELECT COUNT() FROM Book__c WHERE Isbn__c LIKE 'q-%'")).body).toEqual({
      totalSize: 450,
      done: true,
      records: [],
    });
    const grouped = await query(admin, "SELECT COUNT(Id) n, MAX(Pages__c) top FROM Book__c WHERE Isbn__c IN ('q-1', 'q-2')");
    expect(grouped.body).toEqual({ totalSize: 1, done: true, records: [{ attributes: { type: 'AggregateResult' }, n: 2, top: 2 }] });
    expect((await query(admin, 'SELECT Id FROM Book__c ORDER BY Name LIMIT 3')).body).toMatchObject({ totalSize: 3, done: true });
  });
});

describe('describe', () => {
  it('shows the objects and fields that the user may see', async () => {
    const global = await reader.call('GET', 'sobjects');
    const names = global.body.sobjects.map((s: { name: string }) => s.name);
    expect(names).toContain('Book__c');
    expect(names).not.toContain('Copy__c');
    const book = (await reader.call('GET', 'sobjects/Book__c/describe')).body;
    expect(book).toMatchObject({ name: 'Book__c', label: 'Book', labelPlural: 'Books', custom: true, createable: false, queryable: true });
    const fields = new Map(book.fields.map((f: { name: string }) => [f.name, f]));
    expect(fields.get('Pages__c')).toMatchObject({ type: 'double', updateable: false, soapType: 'xsd:double', label: 'Pages' });
    expect(fields.has('Secret__c')).toBe(false);
    expect((await reader.call('GET', 'sobjects/Copy__c/describe')).status).toBe(404);
  });

  it('lists versions without a session and resources with one', async () => {
    const versions = (await (await fetch(`${served.url}/services/data`)).json()) as { version: string; label: string; url: string }[];
    expect(versions.at(-1)).toEqual({ label: "Summer '26", url: '/services/data/v67.0', version: '67.0' });
    expect((await admin.call('GET', '/services/data/v67.0')).body).toMatchObject({ sobjects: '/services/data/v67.0/sobjects' });
    expect((await admin.call('GET', '/services/data/v99.0/sobjects')).status).toBe(404);
    expect((await admin.call('GET', 'limits')).body.DailyApiRequests).toMatchObject({ Max: expect.any(Number) });
  });
});
