import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveLibrary, type Answer, type Client, type Served } from './served-org';

// Long texts on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let served: Served;
let admin: Client;
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  await admin.call('POST', 'sobjects/Book__c', { Name: 'a', Pages__c: 1, Published__c: '2026-01-01', Read_At__c: '2026-01-01T00:00:00Z' });
});
afterAll(() => served.close());

const FROM = 'SELECT Id FROM Book__c';
const WHERE = `${FROM} WHERE`;
const repeat = (count: number, item: (i: number) => string, separator: string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join(separator);
const nested = (count: number, opening: string): string => `${WHERE} ${opening.repeat(count)}Name = 'a'${')'.repeat(count)}`;
const alternating = (count: number): string =>
  `${WHERE} ${repeat(count, (i) => `(Name = 'a' ${i % 2 ? 'AND' : 'OR'} `, '')}Name = 'a'${')'.repeat(count)}`;

const REFUSED: readonly (readonly [string, string])[] = [
  [`${FROM} LIMIT 99999999999999999999`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${FROM} LIMIT 2147483648`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${FROM} LIMIT -1`, 'MALFORMED_QUERY'],
  [`${FROM} LIMIT 1e3`, 'MALFORMED_QUERY'],
  [`${FROM} OFFSET 99999999999999999999`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${FROM} OFFSET 2001`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${FROM} OFFSET -1`, 'MALFORMED_QUERY'],
  ['SELECT (SELECT Id FROM Contacts LIMIT 99999999999999999999) FROM Account', 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${WHERE} Name LIKE '\\u0000'`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = '\\u0000'`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = '\\ud800'`, 'MALFORMED_QUERY'],
  [`${WHERE} Name IN ('a', '\\ud800')`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = '\0'`, 'MALFORMED_QUERY'],
  [`${FROM} \0`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = '\\uzzzz'`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = 'a`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = 'a\\`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = "a"`, 'MALFORMED_QUERY'],
  [`${WHERE} Name = '${'x'.repeat(4001)}'`, 'MALFORMED_QUERY'],
  [`${WHERE} Name LIKE '${'%'.repeat(60_000)}'`, 'MALFORMED_QUERY'],
  [`${FROM} ORDER BY COUNT(Id)`, 'MALFORMED_QUERY'],
  [`${FROM} HAVING COUNT(Id) > 1`, 'MALFORMED_QUERY'],
  ['SELECT COUNT(Id) FROM Book__c HAVING COUNT(Id) > 1', 'MALFORMED_QUERY'],
  ['SELECT COUNT() FROM Book__c GROUP BY Name', 'MALFORMED_QUERY'],
  ['SELECT COUNT() FROM Book__c ORDER BY Name', 'MALFORMED_QUERY'],
  [`${WHERE} COUNT(Id) > 1`, 'MALFORMED_QUERY'],
  ['SELECT SUM(Name) FROM Book__c', 'INVALID_FIELD'],
  ['SELECT AVG(Published__c) FROM Book__c', 'INVALID_FIELD'],
  ['SELECT MAX(Lent__c) FROM Book__c', 'INVALID_FIELD'],
  ['SELECT COUNT(Id) a, COUNT(Name) a FROM Book__c', 'MALFORMED_QUERY'],
  ['SELECT Name a FROM Book__c', 'MALFORMED_QUERY'],
  ['SELECT Id, Id FROM Book__c', 'INVALID_FIELD'],
  ['SELECT FIELDS(ALL) FROM Book__c', 'MALFORMED_QUERY'],
  ['SELECT FIELDS(ALL), Id FROM Book__c LIMIT 1', 'INVALID_FIELD'],
  ['SELECT FIELDS(NONE) FROM Book__c', 'MALFORMED_QUERY'],
  ['SELECT COUNT(Id), FIELDS(ALL) FROM Book__c LIMIT 1', 'MALFORMED_QUERY'],
  [`${WHERE} Pages__c = 1e999`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${WHERE} Pages__c IN (1, ${'9'.repeat(400)})`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${WHERE} CALENDAR_YEAR(Published__c) = 1e999`, 'NUMBER_OUTSIDE_VALID_RANGE'],
  [`${WHERE} Pages__c = '1'`, 'INVALID_FIELD'],
  [`${WHERE} Name = 1`, 'INVALID_FIELD'],
  [`${WHERE} Lent__c > true`, 'INVALID_QUERY_FILTER_OPERATOR'],
  [`${WHERE} Pages__c LIKE '1'`, 'INVALID_QUERY_FILTER_OPERATOR'],
  [`${WHERE} Name INCLUDES ('a')`, 'INVALID_QUERY_FILTER_OPERATOR'],
  [`${WHERE} Id = 'x'`, 'INVALID_QUERY_FILTER_OPERATOR'],
  [`${WHERE} Published__c = 2026-01-01T00:00:00Z`, 'INVALID_FIELD'],
  [`${WHERE} Id NOT IN ()`, 'MALFORMED_QUERY'],
  ['SELECT NOPE(Id) FROM Book__c', 'MALFORMED_QUERY'],
  [`${WHERE} NOPE(Name) = 'a'`, 'MALFORMED_QUERY'],
  ['SELECT ReportsTo.ReportsTo.ReportsTo.ReportsTo.ReportsTo.ReportsTo.Name FROM Contact', 'MALFORMED_QUERY'],
  [nested(40_000, '('), 'QUERY_TOO_COMPLICATED'],
  [nested(400, '(NOT '), 'QUERY_TOO_COMPLICATED'],
  [alternating(40), 'QUERY_TOO_COMPLICATED'],
  [`SELECT Id, ${'(SELECT Id, '.repeat(5000)}`, 'QUERY_TOO_COMPLICATED'],
  [`${WHERE} Id IN ${'(SELECT Book__c FROM Copy__c WHERE Book__c IN '.repeat(1900)}`, 'QUERY_TOO_COMPLICATED'],
  [`${WHERE} Id IN (SELECT Book__c FROM Copy__c WHERE Book__c IN (SELECT Book__c FROM Copy__c))`, 'MALFORMED_QUERY'],
  [`${WHERE} Id IN (SELECT Book__c, Id FROM Copy__c)`, 'MALFORMED_QUERY'],
  [`${WHERE} Name IN (${repeat(20_000, (i) => `'n${i}'`, ',')})`, 'MALFORMED_QUERY'],
  [`SELECT ${repeat(30_000, () => 'Id', ',')} FROM Book__c`, 'INVALID_FIELD'],
  [`SELECT ${repeat(21, () => '(SELECT Id FROM Contacts)', ',')} FROM Account`, 'MALFORMED_QUERY'],
  [`${FROM} ORDER BY ${repeat(2500, () => 'Name', ', ')}`, 'MALFORMED_QUERY'],
  [`SELECT COUNT(Id) FROM Book__c GROUP BY ${repeat(2500, () => 'Name', ', ')}`, 'MALFORMED_QUERY'],
  ['SELECT Id FROM __proto__', 'INVALID_TYPE'],
  ['SELECT constructor FROM Book__c', 'INVALID_FIELD'],
  ['SELECT __proto__.toString FROM Book__c', 'INVALID_FIELD'],
  [`${WHERE} Name = :name`, 'MALFORMED_QUERY'],
  ['DELETE FROM Book__c', 'MALFORMED_QUERY'],
];

const TAKEN: readonly string[] = [
  `${FROM} LIMIT 2147483647`,
  `${FROM} LIMIT 0`,
  nested(400, '('),
  nested(9, 'NOT('),
  alternating(12),
  `${WHERE} ${repeat(7000, () => "Name='a'", ' AND ')}`,
  `${WHERE} ${repeat(5000, (i) => `Pages__c=${i}`, ' OR ')}`,
  `${WHERE} Name IN (${repeat(9000, (i) => `'n${i}'`, ',')}, 'a')`,
  `${WHERE} Name LIKE '${'%a'.repeat(1)}'`,
  `${WHERE} Published__c != LAST_N_DAYS:99999999999`,
  `${WHERE} Published__c < NEXT_N_YEARS:999999`,
  `${WHERE} Read_At__c != LAST_N_MONTHS:99999999`,
  `${WHERE} Published__c > NEXT_N_QUARTERS:-999999`,
  `${WHERE} Published__c > 0000-01-01 AND Published__c < 9999-12-31`,
];

/** A query goes in a body here: an address of that length would be refused before anybody reads it. */
async function viaComposite(resource: string, soql: string): Promise<Pick<Answer, 'status' | 'body'>> {
  const url = `/services/data/v67.0/${resource}?q=${encodeURIComponent(soql)}`;
  const answer = await admin.call('POST', 'composite', { compositeRequest: [{ method: 'GET', referenceId: 'a', url }] });
  const [part] = answer.body.compositeResponse;
  return { status: part.httpStatusCode, body: part.body };
}

const short = (soql: string): string => (soql.length > 100 ? `${soql.slice(0, 100)}... (${soql.length})` : soql);

describe('a query that the platform refuses', () => {
  it.each(REFUSED.map(([soql, code]) => [short(soql), code, soql] as const))('%s ends with %s', async (_name, code, soql) => {
    for (const resource of ['query', 'queryAll', 'tooling/query']) {
      const { status, body } = await viaComposite(resource, soql);
      expect([resource, status, body[0]?.errorCode]).toEqual([resource, 400, code]);
      expect(body[0].message.length).toBeLessThan(3000);
    }
  });

  it('is refused by a bulk query or fails its job', async () => {
    for (const [soql] of REFUSED) {
      const created = await admin.call('POST', 'jobs/query', { operation: 'query', query: soql });
      if (created.status !== 200) {
        expect([short(soql), created.status]).toEqual([short(soql), 400]);
        continue;
      }
      served.drain();
      const job = await admin.call('GET', `jobs/query/${created.body.id}`);
      expect([short(soql), job.body.state]).toEqual([short(soql), 'Failed']);
    }
  });

  it('is a QueryException in Apex', async () => {
    const dynamic = REFUSED.filter(
      ([soql]) => soql.length < 3000 && !soql.includes('\0') && !soql.includes('20000') && !soql.includes('COUNT()'),
    );
    const literal = (soql: string): string => soql.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    const lines = dynamic.map(
      ([soql]) =>
        `try { List<SObject> rows = Database.query('${literal(soql)}'); failures.add('${literal(short(soql))}'); } catch (QueryException e) { caught++; }`,
    );
    const source = `Integer caught = 0; List<String> failures = new List<String>(); ${lines.join('\n')} Assert.areEqual(${dynamic.length}, caught, String.join(failures, '|'));`;
    const url = `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`;
    const answer = await admin.call('POST', 'composite', { compositeRequest: [{ method: 'GET', referenceId: 'a', url }] });
    expect(answer.body.compositeResponse[0].body).toMatchObject({ compiled: true, success: true, exceptionMessage: null });
  });
});

describe('a query that is long, deep or far away, and right', () => {
  it.each(TAKEN.map((soql) => [short(soql), soql] as const))('%s is answered', async (_name, soql) => {
    const { status, body } = await viaComposite('query', soql);
    expect([status, body[0]?.message ?? '']).toEqual([200, '']);
  });

  it('finds what it says', async () => {
    const found = async (condition: string): Promise<number> => (await viaComposite('query', `${WHERE} ${condition}`)).body.totalSize;
    expect(await found(repeat(3000, (i) => `Pages__c = ${i}`, ' OR '))).toBe(1);
    expect(await found(repeat(3000, (i) => `Pages__c != ${i + 2}`, ' AND '))).toBe(1);
    expect(await found('Published__c = LAST_N_DAYS:100000000')).toBe(1);
    expect(await found('Published__c = NEXT_N_DAYS:100000000')).toBe(0);
  });
});

describe('a bind of Apex', () => {
  it.each([
    ["String name = 'a\\u0000'; Integer n = [SELECT COUNT() FROM Book__c WHERE Name = :name];", 'Invalid character in text'],
    [
      "List<String> names = new List<String>{ '\\ud800' }; Integer n = [SELECT COUNT() FROM Book__c WHERE Name IN :names];",
      'Invalid character in text',
    ],
    ["String name = '%'.repeat(60000); Integer n = [SELECT COUNT() FROM Book__c WHERE Name LIKE :name];", 'A pattern has at most'],
    [
      "Double d = Double.valueOf('Infinity'); Integer n = [SELECT COUNT() FROM Book__c WHERE Price__c = :d];",
      'Value outside of valid range',
    ],
    ["Long l = 99999999999L; List<Book__c> books = Database.query('SELECT Id FROM Book__c LIMIT :l');", 'Invalid value for LIMIT'],
  ])('that no statement takes is a QueryException: %s', async (source, message) => {
    const answer = await admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);
    expect(answer.body).toMatchObject({ compiled: true, compileProblem: null });
    expect(answer.body.exceptionMessage).toContain(`System.QueryException: ${message}`);
  });
});
