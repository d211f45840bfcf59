import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
});
afterAll(() => served.close());

const execute = (client: Client, source: string) =>
  client.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`);

describe('anonymous Apex', () => {
  it('needs the permission Author Apex', async () => {
    const answer = await execute(reader, 'Integer i = 1;');
    expect([answer.status, answer.body[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS']);
  });

  it('tells where it does not compile and where it failed, and keeps nothing then', async () => {
    const wrong = await execute(admin, 'Integer i = nope;');
    expect(wrong.body).toMatchObject({ compiled: false, success: false, line: 1, compileProblem: expect.stringContaining('nope') });
    const failed = await execute(admin, "insert new Book__c(Name = 'Anonymous');\nthrow new IllegalArgumentException('No');");
    expect(failed.body).toMatchObject({ compiled: true, success: false, exceptionMessage: expect.stringContaining('No') });
    const good = await execute(admin, "insert new Book__c(Name = 'Anonymous');");
    expect(good.body).toMatchObject({ compiled: true, success: true, exceptionMessage: null });
    const count = await admin.call('GET', `tooling/query?q=${encodeURIComponent("SELECT COUNT() FROM Book__c WHERE Name = 'Anonymous'")}`);
    expect(count.body.totalSize).toBe(1);
  });
});

describe('an org that does not track sources', () => {
  it('says so by lacking the object of the Tooling API', async () => {
    const answer = await admin.call('GET', 'tooling/sobjects/SourceMember/describe');
    expect([answer.status, answer.body[0].message]).toEqual([404, 'The requested resource does not exist']);
  });
});

describe('Apex tests', () => {
  it('run and report each method', async () => {
    const answer = await admin.call('POST', 'tooling/runTestsSynchronous', { tests: [{ className: 'BookResourceTest' }] });
    expect(answer.body).toMatchObject({ numTestsRun: 2, numFailures: 1 });
    expect(answer.body.failures[0]).toMatchObject({
      name: 'BookResourceTest',
      methodName: 'expectsTooMuch',
      message: expect.stringContaining('Expected: 4, Actual: 3'),
    });
    expect((await admin.call('POST', 'tooling/runTestsSynchronous', { tests: [{}] })).status).toBe(400);
  });
});

describe('the UI API', () => {
  it('reads a record by fields, leaving out optional ones that the user cannot see', async () => {
    const { body } = await admin.call('POST', 'sobjects/Book__c', { Name: 'Page', Pages__c: 3, Secret__c: 's' });
    const read = await reader.call(
      'GET',
      `ui-api/records/${body.id}?fields=Book__c.Name,Book__c.Pages__c&optionalFields=Book__c.Secret__c,Book__c.Owner.Name`,
    );
    expect(read.body).toMatchObject({ apiName: 'Book__c', id: body.id, fields: { Name: { value: 'Page' }, Pages__c: { value: 3 } } });
    expect(read.body.fields).not.toHaveProperty('Secret__c');
    const hidden = await reader.call('GET', `ui-api/records/${body.id}?fields=Book__c.Secret__c`);
    expect([hidden.status, hidden.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
    expect((await reader.call('GET', 'ui-api/object-info/Book__c')).body).toMatchObject({
      apiName: 'Book__c',
      createable: false,
      nameFields: ['Name'],
      fields: { Pages__c: { dataType: 'double', updateable: false } },
    });
  });
});
