import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const apex = (method: string, params: Record<string, unknown> = {}, cacheable = false, client = admin) =>
  client.call('POST', '/aura/apex', { classname: 'BookController', method, params, cacheable });

describe('the bridge refuses', () => {
  it('methods that are not there or not @AuraEnabled', async () => {
    for (const name of ['hidden', 'nope']) {
      const answer = await apex(name);
      expect(answer.status).toBe(400);
      expect(answer.body.message).toBe(`Unable to find Apex action method referenced as 'BookController.${name}'.`);
    }
  });

  it('users without access to the class, and visitors', async () => {
    const reader = await served.signIn('reader');
    const answer = await apex('cards', {}, true, reader);
    expect([answer.status, answer.body.message]).toEqual([400, "You do not have access to the Apex class named 'BookController'."]);
    expect((await send(served.url, 'POST', '/aura/context', {})).status).toBe(401);
  });

  it('values of the wrong type, naming the parameter', async () => {
    const answer = await apex('cards', { atLeast: 'many' }, true);
    expect(answer.body.message).toContain("Value provided is invalid for action parameter 'atLeast' of type 'Integer'");
  });

  it('a wire on a method that is not cacheable, and a cacheable method that writes', async () => {
    expect((await apex('save', {}, true)).body.message).toContain('@AuraEnabled(cacheable=true)');
    const write = await apex('cachedWrite', {}, true);
    expect(write.body).toMatchObject({ exceptionType: 'System.LimitException', message: 'Too many DML statements: 1' });
    const { body } = await admin.call('GET', `query?q=${encodeURIComponent("SELECT COUNT() FROM Book__c WHERE Name = 'Cached'")}`);
    expect(body.totalSize).toBe(0);
  });
});

describe('the bridge', () => {
  it('converts parameters and results', async () => {
    const saved = await apex('save', { card: { title: 'Bridge', pages: 77 } });
    expect([saved.status, saved.body]).toEqual([200, { returnValue: expect.stringMatching(/^\w{18}$/) }]);
    expect((await apex('cards', { atLeast: 70 }, true)).body).toEqual({ returnValue: [{ title: 'Bridge', pages: 77 }] });
  });

  it('shows exceptions as a component reads them', async () => {
    const refused = await apex('refuse');
    expect([refused.status, refused.body]).toEqual([
      200,
      expect.objectContaining({
        state: 'ERROR',
        message: 'Not today',
        exceptionType: 'System.AuraHandledException',
        isUserDefinedException: false,
      }),
    ]);
    const crashed = await apex('crash');
    expect(crashed.status).toBe(200);
    expect(crashed.body).toMatchObject({ state: 'ERROR', message: 'List index out of bounds: 3', exceptionType: 'System.ListException' });
    expect(crashed.body.stackTrace).toMatch(/^Class\.BookController\.crash: line \d+, column 1/);
  });

  it('tells a page who is signed in', async () => {
    const { body } = await admin.call('POST', '/aura/context', {});
    expect(body).toMatchObject({
      user: { username: 'admin@library.example', language: 'en_US', locale: 'en_US', translated: false },
      customPermissions: [],
      apps: [],
      setupPages: [],
    });
    expect(body.userPermissions).toContain('ModifyAllData');
  });
});
