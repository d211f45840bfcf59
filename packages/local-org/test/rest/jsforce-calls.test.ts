import { EventEmitter } from 'node:events';
import jsforce, { type Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let pump: NodeJS.Timeout;
let admin: Client;
let connection: Connection;

beforeAll(async () => {
  served = await serveLibrary();
  // the lane's idle loop, which this thread has not
  pump = setInterval(() => served.drain(), 5);
  admin = await served.signIn('admin');
  connection = new jsforce.Connection({ instanceUrl: served.url, accessToken: admin.token, version: '67.0' });
});
afterAll(async () => {
  clearInterval(pump);
  await served.close();
});

type Row = Record<string, unknown>;
const books = () => connection.sobject('Book__c');
const ids = async (names: readonly string[]): Promise<string[]> => {
  const made = await books().create(names.map((Name) => ({ Name })));
  return made.map((one) => one.id ?? '');
};

/** A row each of the table in docs/clients.md, with the client as it is. */
describe('jsforce', () => {
  it('Connection with a session, identity()', async () => {
    expect((await connection.identity()).username).toBe('admin@library.example');
  });

  it('login() by SOAP, logout()', async () => {
    const other = new jsforce.Connection({ loginUrl: served.url, version: '67.0' });
    const { username, password } = served.org.users[0]!;
    const info = await other.login(username, password);
    expect(info.organizationId).toBe(served.org.organizationId);
    const { accessToken } = other;
    await other.logout();
    const former = new jsforce.Connection({ instanceUrl: served.url, accessToken: accessToken ?? '', version: '67.0' });
    await expect(former.query('SELECT Id FROM Book__c')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  });

  it('query(), queryMore()', async () => {
    await books().create(
      Array.from({ length: 450 }, (_, i) => ({ Name: `Page ${i}` })),
      { allowRecursive: true },
    );
    const headers = { 'Sforce-Query-Options': 'batchSize=200' };
    const options = { headers, autoFetch: false, maxFetch: 10_000, scanAll: false, responseTarget: 'QueryResult' as const };
    const names = new Set<unknown>();
    let page = await connection.query<Row>("SELECT Name FROM Book__c WHERE Name LIKE 'Page %'", options);
    expect([page.totalSize, page.done, page.records.length]).toEqual([450, false, 200]);
    for (;;) {
      for (const record of page.records) names.add(record['Name']);
      if (page.done) break;
      page = await connection.queryMore<Row>(page.nextRecordsUrl ?? '', options);
    }
    expect(names.size).toBe(450);
  });

  it('query() as events, autoFetch', async () => {
    const names: unknown[] = [];
    const query = connection.query<Row>("SELECT Name FROM Book__c WHERE Name LIKE 'Page %'");
    expect(query).toBeInstanceOf(EventEmitter);
    query.on('record', (record: Row) => names.push(record['Name']));
    await query.run({ autoFetch: true, maxFetch: 10_000 });
    expect(names).toHaveLength(450);
  });

  it('sobject().find() without a field list', async () => {
    const found = (await books().find({ Name: 'Page 7' })) as Row[];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ Name: 'Page 7', attributes: { type: 'Book__c' } });
  });

  it('sobject().find().select("*"), sort, limit, skip, include', async () => {
    const [book] = (await books().find({ Name: 'Page 7' }).select('*')) as Row[];
    const { fields } = await books().describe();
    expect(Object.keys(book ?? {}).sort()).toEqual(['attributes', ...fields.map((field) => field.name)].sort());
    const sorted = (await books()
      .find({ Name: { $like: 'Page 4%' } }, ['Name'])
      .sort({ Name: -1 })
      .limit(3)
      .skip(1)) as Row[];
    expect(sorted.map((row) => row['Name'])).toEqual(['Page 48', 'Page 47', 'Page 46']);
    const account = await connection.sobject('Account').create({ Name: 'With people', BillingCity: 'Wien' });
    await connection.sobject('Contact').create({ LastName: 'Inside', AccountId: account.id });
    const [whole] = (await connection
      .sobject('Account')
      .find({ Id: account.id })
      .select('*')
      .include('Contacts')
      .select('LastName')
      .end()) as Row[];
    expect(whole).toMatchObject({ BillingAddress: { city: 'Wien' }, Contacts: { records: [{ LastName: 'Inside' }] } });
  });

  it('sobject().findOne(), count()', async () => {
    expect(((await books().findOne({ Name: 'Page 7' })) as Row)['Name']).toBe('Page 7');
    expect(await books().findOne({ Name: 'No such page' })).toBeFalsy();
    expect(await books().count({ Name: { $like: 'Page %' } })).toBe(450);
  });

  it('sobject().retrieve() of one and of several, without a field list', async () => {
    const [one = '', two = ''] = await ids(['R1', 'R2']);
    expect(await books().retrieve(one)).toMatchObject({ Name: 'R1' });
    expect((await books().retrieve([one, two])).map((row) => (row as Row)['Name'])).toEqual(['R1', 'R2']);
    await expect(books().retrieve('a00000000000000AAA')).rejects.toBeTruthy();
  });

  it('create(), update(), upsert(), destroy() of one', async () => {
    const { id = '' } = await books().create({ Name: 'C1', Isbn__c: 'jc-1' });
    expect(await books().update({ Id: id, Pages__c: 5 })).toMatchObject({ success: true, id });
    expect(await books().upsert({ Isbn__c: 'jc-1', Name: 'C one' }, 'Isbn__c')).toMatchObject({ success: true, id });
    expect(await books().upsert({ Isbn__c: 'jc-2', Name: 'C two' }, 'Isbn__c')).toMatchObject({ success: true });
    expect(await books().retrieve(id)).toMatchObject({ Name: 'C one', Pages__c: 5 });
    expect(await books().destroy(id)).toMatchObject({ success: true });
    await expect(books().retrieve(id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    await expect(books().create({ Nope__c: 1 })).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  });

  it('create(), update(), upsert(), destroy() of many (collections)', async () => {
    const made = await ids(['M1', 'M2', 'M3']);
    expect((await books().update(made.map((Id, i) => ({ Id, Pages__c: i })))).every((one) => one.success)).toBe(true);
    const mixed = await books()
      .create([{ Name: 'M4' }, { Pages__c: 'many' } as Row], { allOrNone: false })
      .catch((error: unknown) => error);
    expect(mixed).toBeTruthy();
    const upserted = await books().upsert(
      [
        { Isbn__c: 'jm-1', Name: 'U1' },
        { Isbn__c: 'jm-2', Name: 'U2' },
      ],
      'Isbn__c',
    );
    expect(upserted.map((one) => one.success)).toEqual([true, true]);
    expect((await books().destroy(made)).map((one) => one.success)).toEqual([true, true, true]);
  });

  it('find().update(), find().destroy()', async () => {
    await ids(['Q1', 'Q2']);
    const updated = await books()
      .find({ Name: { $in: ['Q1', 'Q2'] } })
      .update({ Pages__c: 9 }, 'Book__c');
    expect(updated.map((one) => one.success)).toEqual([true, true]);
    const destroyed = await books()
      .find({ Name: { $in: ['Q1', 'Q2'] } })
      .destroy('Book__c');
    expect(destroyed).toHaveLength(2);
    expect(await books().count({ Name: { $in: ['Q1', 'Q2'] } })).toBe(0);
  });

  it('request() of a tree, a composite and a batch', async () => {
    const base = '/services/data/v67.0';
    const tree = (await connection.requestPost(`${base}/composite/tree/Book__c`, {
      records: [
        {
          attributes: { type: 'Book__c', referenceId: 'b' },
          Name: 'Tree',
          Copies__r: { records: [{ attributes: { type: 'Copy__c', referenceId: 'c' }, Name: 'Leaf' }] },
        },
      ],
    })) as { hasErrors: boolean; results: unknown[] };
    expect([tree.hasErrors, tree.results.length]).toEqual([false, 2]);
    const composite = (await connection.requestPost(`${base}/composite`, {
      compositeRequest: [
        { method: 'POST', url: `${base}/sobjects/Book__c`, referenceId: 'made', body: { Name: 'Composed' } },
        { method: 'GET', url: `${base}/sobjects/Book__c/@{made.id}?fields=Name`, referenceId: 'read' },
      ],
    })) as { compositeResponse: { httpStatusCode: number; body: Row }[] };
    expect(composite.compositeResponse.map((one) => one.httpStatusCode)).toEqual([201, 200]);
    const batch = (await connection.requestPost(`${base}/composite/batch`, {
      batchRequests: [{ method: 'GET', url: 'v67.0/limits' }],
    })) as { hasErrors: boolean };
    expect(batch.hasErrors).toBe(false);
  });

  it('bulk2.loadAndWaitForResults(), bulk2.query()', async () => {
    const loaded = await connection.bulk2.loadAndWaitForResults({
      object: 'Book__c',
      operation: 'insert',
      input: [{ Name: 'Bulk one' }, { Name: 'Bulk two' }],
      pollInterval: 20,
      pollTimeout: 20_000,
    });
    expect(loaded.successfulResults).toHaveLength(2);
    const rows: Row[] = [];
    const stream = await connection.bulk2.query("SELECT Name FROM Book__c WHERE Name LIKE 'Bulk %'", {
      pollInterval: 20,
      pollTimeout: 20_000,
    });
    for await (const row of stream as AsyncIterable<Row>) rows.push(row);
    expect(rows.map((row) => row['Name']).sort()).toEqual(['Bulk one', 'Bulk two']);
  });

  it('tooling.query(), tooling.executeAnonymous()', async () => {
    const { records } = await connection.tooling.query<Row>("SELECT Name FROM ApexClass WHERE Name = 'BookResource'");
    expect(records).toMatchObject([{ Name: 'BookResource' }]);
    expect(await connection.tooling.executeAnonymous("insert new Book__c(Name = 'By jsforce');")).toMatchObject({
      compiled: true,
      success: true,
    });
    expect(await connection.tooling.executeAnonymous('nonsense')).toMatchObject({ compiled: false });
    expect(await books().count({ Name: 'By jsforce' })).toBe(1);
  });

  it('apex.get()', async () => {
    expect(await connection.apex.get('/books/9?tag=t')).toMatchObject({ isbn: '9' });
  });

  it('limits(), limitInfo', async () => {
    expect(((await connection.limits()) as Record<string, { Max: number }>)['DailyApiRequests']?.Max).toBeGreaterThan(0);
    expect(connection.limitInfo?.apiUsage?.limit).toBeGreaterThan(0);
  });

  it('describeGlobal(), describe(), describe$()', async () => {
    expect((await connection.describeGlobal()).sobjects.map((one) => one.name)).toContain('Book__c');
    const fields = (await connection.describe('Account')).fields;
    expect(fields.find((field) => field.name === 'BillingCity')?.compoundFieldName).toBe('BillingAddress');
    expect((await connection.describe$('Book__c')).recordTypeInfos.map((one) => one.name)).toEqual(['Master']);
  });

  it('recent(), sobject().recent()', async () => {
    const [id = ''] = await ids(['Seen']);
    expect(await connection.recent()).toEqual([]);
    // a person opens the record
    const seen = await fetch(`${served.url}/ui/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `sid=${encodeURIComponent(admin.token)}` },
      body: JSON.stringify({ method: 'GET', url: `/services/data/v67.0/sobjects/Book__c/${id}` }),
    });
    expect(seen.status).toBe(200);
    expect(await connection.recent(5)).toMatchObject([{ Id: id, Name: 'Seen', attributes: { type: 'Book__c' } }]);
    expect(await books().recent()).toMatchObject([{ Id: id }]);
    expect(await connection.sobject('Account').recent()).toEqual([]);
    await books().destroy(id);
    expect(await connection.recent()).toEqual([]);
  });

  it('search() is refused by name (501)', async () => {
    await expect(connection.search('FIND {Page}')).rejects.toMatchObject({ errorCode: 'NOT_IMPLEMENTED' });
  });
});
