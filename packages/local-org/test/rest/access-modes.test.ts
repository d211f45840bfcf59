import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
  await admin.call('POST', 'sobjects/Book__c', { Name: 'Hidden', Isbn__c: 'am-1', Secret__c: 'x' });
});
afterAll(() => served.close());

const MODES = [
  ['SELECT COUNT() FROM Book__c WITH SYSTEM_MODE', 'SYSTEM_MODE'],
  ['SELECT COUNT(Id) FROM Book__c WITH SYSTEM_MODE', 'SYSTEM_MODE'],
  ['SELECT Id FROM Book__c with\t\n System_Mode LIMIT 1', 'System_Mode'],
  ['SELECT Id FROM Book__c WITH USER_MODE', 'USER_MODE'],
  ['SELECT Id FROM Book__c WITH SECURITY_ENFORCED', 'SECURITY_ENFORCED'],
  ['SELECT Id FROM Book__c WHERE Id IN (SELECT Book__c FROM Copy__c WITH SYSTEM_MODE)', 'SYSTEM_MODE'],
  ['SELECT Id, (SELECT Id FROM Copies__r WITH SYSTEM_MODE) FROM Book__c', 'SYSTEM_MODE'],
] as const;

type Door = (client: Client, soql: string) => Promise<{ status: number; fault: { errorCode: string; message: string } }>;
const asked =
  (path: string): Door =>
  async (client, soql) => {
    const { status, body } = await client.call('GET', `${path}?q=${encodeURIComponent(soql)}`);
    return { status, fault: body[0] };
  };
const DOORS: Readonly<Record<string, Door>> = {
  query: asked('query'),
  queryAll: asked('queryAll'),
  'tooling/query': asked('tooling/query'),
  composite: async (client, soql) => {
    const url = `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`;
    const { body } = await client.call('POST', 'composite', { compositeRequest: [{ method: 'GET', url, referenceId: 'q' }] });
    return { status: body.compositeResponse[0].httpStatusCode, fault: body.compositeResponse[0].body[0] };
  },
  batch: async (client, soql) => {
    const url = `v67.0/query?q=${encodeURIComponent(soql)}`;
    const { body } = await client.call('POST', 'composite/batch', { batchRequests: [{ method: 'GET', url }] });
    return { status: body.results[0].statusCode, fault: body.results[0].result[0] };
  },
};

// Apex Developer Guide, "Set an Access Mode for Database Operations": the clauses are Apex's; the API always runs in user mode.
describe.each(Object.keys(DOORS))('an access mode in a query is refused by %s', (name) => {
  it.each(MODES)('%s', async (soql, word) => {
    const { status, fault } = await (DOORS[name] as Door)(admin, soql);
    expect([status, fault.errorCode]).toEqual([400, 'MALFORMED_QUERY']);
    expect(fault.message).toMatch(new RegExp(`unexpected token: '${word}'$`));
  });

  it('without a word about objects and fields that the user may not read', async () => {
    const door = DOORS[name] as Door;
    const hidden = await door(reader, 'SELECT Id FROM Copy__c WITH SYSTEM_MODE');
    expect(hidden.fault.errorCode).toBe('INVALID_TYPE');
    const field = await door(reader, 'SELECT Secret__c FROM Book__c WITH SYSTEM_MODE');
    expect(field.fault.errorCode).toBe('INVALID_FIELD');
  });
});

it('an access mode fails a query job', async () => {
  const { body } = await admin.call('POST', 'jobs/query', { operation: 'query', query: 'SELECT Id FROM Book__c WITH SYSTEM_MODE' });
  served.drain();
  expect((await admin.call('GET', `jobs/query/${body.id}`)).body).toMatchObject({
    state: 'Failed',
    errorMessage: expect.stringContaining("unexpected token: 'SYSTEM_MODE'"),
  });
});

it('anonymous Apex keeps its access modes', async () => {
  const run = async (apex: string) => (await admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(apex)}`)).body;
  for (const mode of ['SYSTEM_MODE', 'USER_MODE']) {
    const code = `Assert.areEqual(1, [SELECT COUNT() FROM Book__c WITH ${mode}]);
      Assert.areEqual(1, Database.query('SELECT Id FROM Book__c WITH ${mode}').size());`;
    expect(await run(code)).toMatchObject({ success: true });
  }
});

// SOQL and SOSL Reference, "Considerations When Using HAVING".
it('a semi-join in HAVING, which no access check would see, is refused', async () => {
  const soql = 'SELECT Name, COUNT(Id) FROM Account GROUP BY Name HAVING Name IN (SELECT Name FROM Copy__c)';
  const { fault } = await asked('query')(reader, soql);
  expect(fault.errorCode).toBe('MALFORMED_QUERY');
});
