import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let cookie: string;
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  cookie = `sid=${encodeURIComponent(admin.token)}`;
});
afterAll(() => served.close());

interface Sent {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

/** What a browser sends, header by header: fetch would add its own. */
function browser(method: string, path: string, body: string | null, headers: Record<string, string>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(served.url + path, { method, headers: { cookie, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
      });
    });
    call.on('error', reject);
    call.end(body ?? undefined);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
/** As this server's own pages ask. */
const page = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Sent> =>
  browser('POST', path, JSON.stringify(body), { ...JSON_TYPE, origin: served.url, 'sec-fetch-site': 'same-origin', ...headers });
const books = async (name: string): Promise<number> =>
  (await admin.call('GET', `query?q=${encodeURIComponent(`SELECT COUNT() FROM Book__c WHERE Name = '${name}'`)}`)).body.totalSize;

const INVALID_SESSION = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
const API = '/services/data/v67.0';

describe('a session cookie', () => {
  it('opens no resource of the API', async () => {
    const apex = encodeURIComponent("insert new Book__c(Name = 'By cookie');");
    const asked: [string, string, unknown][] = [
      ['GET', `${API}/tooling/executeAnonymous?anonymousBody=${apex}`, null],
      ['POST', `${API}/sobjects/Book__c`, { Name: 'By cookie' }],
      ['POST', `${API}/jobs/ingest`, { object: 'Book__c', operation: 'insert' }],
      ['GET', `${API}/query?q=SELECT+Id+FROM+User`, null],
      ['GET', '/services/apexrest/books', null],
      ['GET', '/services/oauth2/userinfo', null],
      ['GET', `/id/${served.org.organizationId}/${served.org.users[0]?.userId}`, null],
    ];
    for (const [method, path, body] of asked) {
      const answer = await browser(method, path, body === null ? null : JSON.stringify(body), JSON_TYPE);
      expect([path, answer.status, answer.body]).toEqual([path, 401, INVALID_SESSION]);
    }
    expect(await books('By cookie')).toBe(0);
  });

  it('does not stand in for a header that is wrong', async () => {
    for (const authorization of ['Bearer wrong', 'Basic YTpi', 'Bearer', '']) {
      expect((await browser('GET', `${API}/limits`, null, { authorization })).status).toBe(401);
    }
  });
});

describe("the pages' door", () => {
  it('runs the operations that pages need, with their own status and body', async () => {
    const call = (method: string, url: string, body?: unknown) => page('/ui/call', { method, url, body });
    const made = await call('POST', `${API}/sobjects/Book__c`, { Name: 'By page' });
    expect([made.status, made.body.success]).toEqual([201, true]);
    const url = `${API}/sobjects/Book__c/${made.body.id}`;
    expect(await call('PATCH', url, { Pages__c: 7 })).toEqual({ status: 204, body: null });
    expect((await call('GET', url)).body).toMatchObject({ Name: 'By page', Pages__c: 7 });
    expect((await call('GET', `${API}/ui-api/records/${made.body.id}?fields=Book__c.Name`)).status).toBe(200);
    expect((await call('GET', `${API}/connect/notifications/status`)).status).toBe(200);
    expect((await call('GET', `${API}/query?q=SELECT+Nope+FROM+Book__c`)).body[0].errorCode).toBe('INVALID_FIELD');
    expect((await call('DELETE', url)).status).toBe(204);
    expect((await call('DELETE', url)).status).toBe(404);
  });

  it('works for a user without the permission API Enabled, unless the token comes as an API client sends it', async () => {
    const nobody = await served.signIn('nobody');
    const asked = { method: 'GET', url: `${API}/sobjects` };
    expect((await page('/ui/call', asked, { cookie: `sid=${encodeURIComponent(nobody.token)}` })).status).toBe(200);
    expect((await nobody.call('POST', '/ui/call', asked)).body[0].errorCode).toBe('API_DISABLED_FOR_ORG');
  });

  it('reaches nothing that pages do not need', async () => {
    const urls = [
      `${API}/tooling/executeAnonymous?anonymousBody=x`,
      `${API}/sobjects/../tooling/query?q=SELECT+Id+FROM+User`,
      `${API}/jobs/ingest`,
      `${API}/composite/tree/Book__c`,
      `${API}/limits`,
      '/services/apexrest/books',
      '/services/oauth2/userinfo',
      '/ui/call',
      '/aura/context',
      '/__local/emails',
      'http://evil.example/services/data/v67.0/sobjects',
      '//[',
      '',
    ];
    for (const url of urls) expect([url, (await page('/ui/call', { method: 'GET', url })).status]).toEqual([url, 404]);
    for (const body of [{}, { method: 'GET' }, { method: 1, url: [] }, [], 'x', null]) {
      expect([body, (await page('/ui/call', body)).status]).toEqual([body, 400]);
    }
  });

  it('takes nothing that another page can make a browser send', async () => {
    const save = { classname: 'BookController', method: 'save', params: { card: { title: 'Foreign', pages: 1 } } };
    const body = JSON.stringify(save);
    const port = Number(new URL(served.url).port);
    const refused: [number, string, string, Record<string, string>][] = [
      [405, 'GET', '/aura/context', JSON_TYPE],
      [405, 'GET', '/ui/call', {}],
      [405, 'PUT', '/aura/apex', JSON_TYPE],
      [405, 'OPTIONS', '/aura/apex', { 'access-control-request-method': 'POST' }],
      [415, 'POST', '/aura/apex', { 'content-type': 'text/plain' }],
      [415, 'POST', '/aura/apex', { 'content-type': 'text/plain; a=application/json' }],
      [415, 'POST', '/aura/apex', { 'content-type': 'application/x-www-form-urlencoded' }],
      [415, 'POST', '/aura/apex', {}],
      [403, 'POST', '/aura/apex', { ...JSON_TYPE, origin: 'null' }],
      [403, 'POST', '/aura/apex', { ...JSON_TYPE, origin: `http://127.0.0.1:${port + 1}` }],
      [403, 'POST', '/aura/apex', { ...JSON_TYPE, origin: `http://localhost:${port}` }],
      [403, 'POST', '/aura/apex', { ...JSON_TYPE, 'sec-fetch-site': 'same-site' }],
      [403, 'POST', '/aura/apex', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }],
      [403, 'POST', '/aura/apex', { ...JSON_TYPE, 'sec-fetch-site': 'none' }],
    ];
    for (const [status, method, path, headers] of refused) {
      const answer = await browser(method, path, /^(GET|OPTIONS)$/.test(method) ? null : body, headers);
      const told = answer.body[0]?.errorCode as string;
      expect([method, headers, answer.status, told]).toEqual([method, headers, status, expect.stringMatching(/^[A-Z_]+$/)]);
    }
    expect(await books('Foreign')).toBe(0);
    expect((await page('/aura/apex', save)).status).toBe(200);
    expect(await books('Foreign')).toBe(1);
  });

  it('stays shut without a session', async () => {
    for (const path of ['/ui/call', '/aura/context', '/aura/apex', '/aura/nope']) {
      expect((await page(path, {}, { cookie: 'sid=wrong' })).body).toEqual(INVALID_SESSION);
    }
  });
});

describe('every door', () => {
  it('answers its own resources only', async () => {
    const router = served.router;
    const authorization = `Bearer ${admin.token}`;
    const ask = (door: 'api' | 'page' | 'control', method: string, url: string): number =>
      router({ door, method, url, headers: { ...JSON_TYPE, authorization }, body: new TextEncoder().encode('{}') }).status;
    expect(ask('api', 'POST', '/services/../__local/reset')).toBe(404);
    expect(ask('api', 'POST', '/__local/jobs/run')).toBe(404);
    expect(ask('api', 'POST', '/aura/context')).toBe(404);
    expect(ask('page', 'POST', '/__local/jobs/run')).toBe(404);
    expect(ask('page', 'POST', '/services/oauth2/token')).toBe(404);
    expect(ask('page', 'POST', `${API}/sobjects/Book__c`)).toBe(404);
    expect(ask('control', 'GET', `${API}/sobjects`)).toBe(404);
    expect(ask('control', 'POST', '/services/oauth2/token')).toBe(404);
    expect(ask('control', 'POST', '/aura/context')).toBe(404);
  });
});
