import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ABSENT } from '../../src/rest/routes';
import { listResources } from '../../src/rest';
import { send, serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const filled = (pattern: string): string =>
  pattern
    .replace('data/:version', 'data/v67.0')
    .replace(':object', 'Book__c')
    .replace(/:\w+/, 'a00000000000001AAA')
    .replace('*rest', 'some/thing');

describe('what the platform documents and the local org does not serve', () => {
  it('answers 501 with its name, whatever the method', async () => {
    for (const { pattern } of ABSENT) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await admin.call(method, filled(pattern));
        expect([method, pattern, answer.status, answer.body[0]?.errorCode]).toEqual([method, pattern, 501, 'NOT_IMPLEMENTED']);
      }
    }
    expect((await admin.call('GET', 'analytics/reports')).body[0].message).toContain('Reports and Dashboards');
    expect((await admin.call('GET', '/cometd/67.0')).body[0].message).toContain('Bayeux');
    expect((await admin.call('GET', `query?explain=${encodeURIComponent('SELECT Id FROM Book__c')}`)).status).toBe(501);
  });

  it('tells strangers nothing, but for what takes no session', async () => {
    for (const { pattern, open } of ABSENT) {
      const { status } = await send(served.url, 'GET', filled(pattern));
      expect([pattern, status]).toEqual([pattern, open ? 501 : 401]);
    }
  });

  it('takes nothing from what is served', () => {
    const served = listResources().map((one) => one.split(' ')[1]);
    expect(ABSENT.map(({ pattern }) => pattern).filter((one) => served.includes(one))).toEqual([]);
  });

  it.each([
    '/services/data/v67.0/nope',
    '/services/data/v67.0/tooling/nope',
    '/services/data/v67.0/ui-api/nope',
    '/services/data/v67.0/sobjects/Nope__c/describe',
    '/services/data/v67.0/tabs/nope',
    '/services/data/v99.0/analytics',
    '/services/data/v29.0/sobjects',
    '/services/nope',
    '/services/apexrest/nope',
  ])('leaves %s unknown', async (path) => {
    expect((await admin.call('GET', path)).status).toBe(404);
  });
});
