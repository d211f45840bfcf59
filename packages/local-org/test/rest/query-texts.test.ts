import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Answer, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
const TRICKY = 'x FROM Nope__c LIMIT 3';
const PAGE = { 'sforce-query-options': 'batchSize=200' };

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  for (const from of [0, 200]) {
    const records = Array.from({ length: from === 0 ? 200 : 50 }, (_, i) => ({
      attributes: { type: 'Book__c' },
      Name: from + i === 7 ? TRICKY : `Text ${String(from + i).padStart(3, '0')}`,
      Isbn__c: `t-${String(from + i).padStart(3, '0')}`,
      Pages__c: from + i,
      Lent__c: i % 2 === 0,
    }));
    const { body } = await admin.call('POST', 'composite/sobjects', { records });
    expect(body.every((r: { success: boolean }) => r.success)).toBe(true);
  }
  const { body } = await admin.call('GET', 'sobjects/Book__c/Isbn__c/t-007?fields=Id');
  for (const Name of ['Copy (SELECT Id', 'Copy B']) await admin.call('POST', 'sobjects/Copy__c', { Name, Book__c: body.Id });
});
afterAll(() => served.close());

const query = (soql: string, resource = 'query'): Promise<Answer> =>
  admin.call('GET', `${resource}?q=${encodeURIComponent(soql)}`, undefined, PAGE);

/** All records of a query, page after page. */
async function everything(soql: string, resource = 'query'): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  let answer = await query(soql, resource);
  for (;;) {
    expect(answer.status).toBe(200);
    records.push(...answer.body.records);
    if (answer.body.done) return records;
    answer = await admin.call('GET', answer.body.nextRecordsUrl, undefined, PAGE);
  }
}

const MINE = "Isbn__c LIKE 't-%'";

describe('a query whose text is hard to read', () => {
  it.each([
    ['words of clauses in a text', `SELECT Name FROM Book__c WHERE Name = '${TRICKY}' OR ${MINE} ORDER BY Isbn__c`, 250],
    ['an alias', `SELECT b.Name, b.Isbn__c FROM Book__c b WHERE b.${MINE} ORDER BY b.Isbn__c`, 250],
    [
      'an alias with AS, lower case and lines',
      `select\n\tb.name\nfrom book__c as b\nwhere b.isbn__c like 't-%'\norder by b.isbn__c asc`,
      250,
    ],
    ['a sub-select with its own limit', `SELECT Name, (SELECT Name FROM Copies__r LIMIT 1) FROM Book__c WHERE ${MINE}`, 250],
    ['a semi join with a limit', `SELECT Name FROM Book__c WHERE ${MINE} AND Id NOT IN (SELECT Book__c FROM Copy__c LIMIT 9)`, 249],
    ['LIMIT above one page', `SELECT Name FROM Book__c WHERE ${MINE} LIMIT 230`, 230],
    ['LIMIT and OFFSET', `SELECT Name FROM Book__c WHERE ${MINE} ORDER BY Isbn__c LIMIT 300 OFFSET 20`, 230],
    ['FOR UPDATE', `SELECT Name FROM Book__c WHERE ${MINE} FOR UPDATE`, 250],
    ['FIELDS(CUSTOM) with an alias', `SELECT FIELDS(CUSTOM) FROM Book__c b WHERE b.${MINE} LIMIT 200`, 200],
  ])('comes whole, page by page: %s', async (_name, soql, rows) => {
    const records = await everything(soql);
    expect(records).toHaveLength(rows);
    expect((await query(soql)).body.totalSize).toBe(rows);
    const shown = records.map((record) => record['Name'] ?? record['Isbn__c']);
    expect(new Set(shown).size).toBe(rows);
    expect(shown).not.toContain(undefined);
  });

  it('shows what was selected and nothing else', async () => {
    const soql = `SELECT Name, (SELECT c.Book__r.Isbn__c, c.Name FROM Copies__r c ORDER BY c.Name) FROM Book__c WHERE Name = '${TRICKY}'`;
    const [book] = (await query(soql)).body.records;
    expect(Object.keys(book)).toEqual(['attributes', 'Name', 'Copies__r']);
    expect(book.Copies__r.records.map((copy: Record<string, unknown>) => Object.keys(copy))).toEqual([
      ['attributes', 'Book__r', 'Name'],
      ['attributes', 'Book__r', 'Name'],
    ]);
    expect(book.Copies__r.records[0]).toMatchObject({ Name: 'Copy (SELECT Id', Book__r: { Isbn__c: 't-007' } });
    const [custom] = (await query(`SELECT FIELDS(CUSTOM) FROM Book__c WHERE ${MINE} LIMIT 1`)).body.records;
    expect(Object.keys(custom)).toEqual(expect.arrayContaining(['attributes', 'Isbn__c', 'Pages__c']));
    expect(Object.keys(custom)).not.toContain('Id');
  });

  it('gives groups under their aliases', async () => {
    const soql = `select lent__c, count(id) many, max(pages__c)\nfrom book__c where ${MINE}\ngroup by lent__c order by lent__c`;
    expect((await query(soql)).body).toEqual({
      totalSize: 2,
      done: true,
      records: [
        { attributes: { type: 'AggregateResult' }, Lent__c: false, many: 125, expr0: 249 },
        { attributes: { type: 'AggregateResult' }, Lent__c: true, many: 125, expr0: 248 },
      ],
    });
  });

  it('of more groups than one page is refused', async () => {
    const { status, body } = await query(`SELECT Isbn__c FROM Book__c WHERE ${MINE} GROUP BY Isbn__c`);
    expect([status, body[0].errorCode]).toEqual([400, 'EXCEEDED_ID_LIMIT']);
  });

  it.each([
    ['GROUP BY ROLLUP', 'SELECT Lent__c, COUNT(Id) FROM Book__c GROUP BY ROLLUP(Lent__c)', 49, 'GROUP BY ROLLUP'],
    ['TYPEOF', 'SELECT TYPEOF Owner WHEN User THEN Name END FROM Book__c', 8, 'TYPEOF'],
    ['a comment', 'SELECT Id FROM Book__c // all', 24, "unexpected token: '/'"],
    ['a fault behind a text', `SELECT Id FROM Book__c WHERE Name = '${TRICKY}' AND Nope__c = 1`, 66, "No such column 'Nope__c'"],
  ])('is refused where it stands: %s', async (_name, soql, column, message) => {
    for (const resource of ['query', 'queryAll', 'tooling/query']) {
      const { status, body } = await query(soql, resource);
      expect([resource, status]).toEqual([resource, 400]);
      expect(body[0].message).toContain(`\n${soql}\n${' '.repeat(column - 1)}^\nERROR at Row:1:Column:${column}\n`);
      expect(body[0].message).toContain(message);
    }
  });
});

it('queryAll gives deleted rows on every page', async () => {
  const { body } = await admin.call('GET', 'sobjects/Book__c/Isbn__c/t-249?fields=Id');
  await admin.call('DELETE', `sobjects/Book__c/${body.Id}`);
  const soql = `SELECT Isbn__c, IsDeleted FROM Book__c WHERE ${MINE} ORDER BY Isbn__c`;
  expect(await everything(soql)).toHaveLength(249);
  const all = await everything(soql, 'queryAll');
  expect([all.length, all.at(-1)?.['IsDeleted']]).toEqual([250, true]);
});

it('the pages of a query of the Tooling API are found', async () => {
  const first = await query(`SELECT Id FROM Book__c WHERE ${MINE}`, 'tooling/query');
  expect(first.body.nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/tooling\/query\/01g\w+-200$/);
  expect((await admin.call('GET', first.body.nextRecordsUrl)).body).toMatchObject({ totalSize: 249, done: true });
});

describe('a bulk query', () => {
  const csvOf = async (soql: string): Promise<string[]> => {
    const { body } = await admin.call('POST', 'jobs/query', { operation: 'query', query: soql });
    served.drain();
    return (await admin.call('GET', `jobs/query/${body.id}/results`)).body.trim().split('\n');
  };

  it('names its columns as they are declared, whatever alias and case the query has', async () => {
    const soql = `select c.book__r.isbn__c, c.name\nfrom Copy__c c where c.name like '%(SELECT Id' order by c.name limit 5`;
    expect(await csvOf(soql)).toEqual(['"Book__r.Isbn__c","Name"', '"t-007","Copy (SELECT Id"']);
  });

  it('does not stop at the words of its texts', async () => {
    expect(await csvOf(`SELECT Name FROM Book__c WHERE Name = '${TRICKY}'`)).toEqual(['"Name"', `"${TRICKY}"`]);
  });
});
