import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Served } from './served-org';

let served: Served;
let pump: NodeJS.Timeout;

beforeAll(async () => {
  served = await serveLibrary();
  // the lane's idle loop, which this thread has not
  pump = setInterval(() => served.drain(), 5);
});
afterAll(async () => {
  clearInterval(pump);
  await served.close();
});

/** An unmodified client of the platform, as an integration would use it. */
describe('jsforce', () => {
  const connect = async () => {
    const connection = new jsforce.Connection({ loginUrl: served.url, version: '67.0' });
    const { username, password } = served.org.users[0]!;
    await connection.login(username, `${password}Token00000000000000000000`);
    return connection;
  };

  it('is refused with the wrong password', async () => {
    const connection = new jsforce.Connection({ loginUrl: served.url, version: '67.0' });
    await expect(connection.login('admin@library.example', 'wrong')).rejects.toThrow('INVALID_LOGIN');
  });

  it('signs in, describes, writes and reads', async () => {
    const connection = await connect();
    expect((await connection.identity()).username).toBe('admin@library.example');
    expect((await connection.describeGlobal()).sobjects.map((s) => s.name)).toContain('Book__c');
    const books = connection.sobject('Book__c');
    expect((await books.describe()).fields.find((f) => f.name === 'Isbn__c')).toMatchObject({ externalId: true, type: 'string' });
    const rows = Array.from({ length: 450 }, (_, i) => ({ Name: `J ${i}`, Isbn__c: `j-${i}` }));
    const made = await books.create(rows, { allowRecursive: true });
    expect(made.filter((result) => result.success)).toHaveLength(450);
    const again = await books.upsert({ Isbn__c: 'j-1', Name: 'J one' }, 'Isbn__c');
    expect(again).toMatchObject({ success: true, id: made[1]?.id });
    expect(await books.retrieve(made[1]?.id ?? '')).toMatchObject({ Name: 'J one' });
    await expect(books.create({ Nope__c: 1 })).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    await expect(connection.query('SELECT Nope__c FROM Book__c')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  });

  it('follows locators', async () => {
    const connection = await connect();
    const names: string[] = [];
    const query = connection.query('SELECT Name FROM Book__c ORDER BY Isbn__c', { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
    query.on('record', (record: { Name: string }) => names.push(record.Name));
    await query.run({ autoFetch: true, maxFetch: 10_000 });
    expect(new Set(names).size).toBe(450);
  });

  it('loads and queries in bulk', async () => {
    const connection = await connect();
    const loaded = await connection.bulk2.loadAndWaitForResults({
      object: 'Book__c',
      operation: 'insert',
      input: [
        { Name: 'Ünïcode, "quoted"', Isbn__c: 'jb-1' },
        { Name: 'Twice', Isbn__c: 'j-1' },
      ],
      pollInterval: 20,
      pollTimeout: 20_000,
    });
    expect(loaded.successfulResults).toEqual([
      { sf__Id: expect.any(String), sf__Created: 'true', Name: 'Ünïcode, "quoted"', Isbn__c: 'jb-1' },
    ]);
    expect(loaded.failedResults[0]).toMatchObject({ sf__Error: expect.stringMatching(/^DUPLICATE_VALUE:/), Isbn__c: 'j-1' });
    expect(loaded.unprocessedRecords).toEqual([]);
    const rows: { Name: string }[] = [];
    const stream = await connection.bulk2.query("SELECT Name FROM Book__c WHERE Isbn__c = 'jb-1'", {
      pollInterval: 20,
      pollTimeout: 20_000,
    });
    for await (const row of stream as AsyncIterable<{ Name: string }>) rows.push(row);
    expect(rows).toEqual([{ Name: 'Ünïcode, "quoted"' }]);
  });

  it('calls Apex REST and signs out', async () => {
    const connection = await connect();
    expect(await connection.apex.get('/books/9?tag=t')).toMatchObject({ isbn: '9', tags: ['t', 'GET', '/services/apexrest/books/*'] });
    const { accessToken } = connection;
    await connection.logout();
    const former = new jsforce.Connection({ instanceUrl: served.url, accessToken: accessToken ?? '', version: '67.0' });
    await expect(former.query('SELECT Id FROM Book__c')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  });
});
