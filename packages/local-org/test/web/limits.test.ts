import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from '../rest/served-org';
import { exchange, open, answerOn, type RawAnswer } from './raw';

const KB = 1_024;
const MB = 1_024 * KB;
const API = '/services/data/v67.0';

let served: Served;
let admin: Client;
beforeAll(async () => {
  served = await serveLibrary({ patience: { idleBody: 400, keepAlive: 200 } });
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const head = (path: string, method: string, ...headers: string[]): string =>
  `${method} ${path} HTTP/1.1\r\nHost: ${new URL(served.url).host}\r\n${headers.join('\r\n')}\r\n\r\n`;
/** Announces a body and sends none of it. */
const announced = (path: string, bytes: number, ...headers: string[]): Promise<RawAnswer> =>
  exchange(served.url, head(path, 'POST', 'Content-Type: application/json', `Content-Length: ${bytes}`, 'Connection: close', ...headers));

/** Sends a body in chunks of 64 KB, all of it: the server throws away what it does not want. */
async function chunked(path: string, bytes: number, ...headers: string[]): Promise<RawAnswer> {
  const socket = open(served.url);
  const answer = answerOn(socket);
  socket.write(head(path, 'POST', 'Content-Type: application/json', 'Transfer-Encoding: chunked', ...headers));
  const chunk = `10000\r\n${'x'.repeat(64 * KB)}\r\n`;
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += 64 * KB) {
    if (!socket.write(chunk)) await new Promise((done) => socket.once('drain', done).once('close', done));
  }
  socket.end('0\r\n\r\n');
  return answer;
}

const PUBLIC = ['/login', '/logout', '/services/oauth2/token', '/services/oauth2/revoke', '/services/Soap/u/67.0', '/services/SOAP/u/67.0'];

describe('the size of a body', () => {
  it.each<[string, number]>([
    ...PUBLIC.map((path): [string, number] => [path, 256 * KB]),
    ['/__local/reset', MB],
    ['/services/../__local/seed', MB],
    ['/aura/apex', 4 * MB],
    ['/ui/call', 4 * MB],
    ['/services/apexrest/books', 6 * MB],
    [`${API}/sobjects/Book__c`, 50 * MB],
    [`${API}/composite`, 50 * MB],
    [`${API}/jobs/ingest/750000000000001AAA`, 50 * MB],
    [`${API}/jobs/ingest/750000000000001AAA/batches/x`, 50 * MB],
    [`${API}/jobs/ingest/750000000000001AAA/batches`, 150 * MB],
    ['/services/DATA/v67.0//JOBS/ingest/x/batches/', 150 * MB],
  ])('has a limit at %s', async (path, limit) => {
    const session = `Authorization: Bearer ${admin.token}`;
    const refused = await announced(path, limit + 1, session);
    const shape = path.toLowerCase().includes('/soap/') ? '<faultcode>soapenv:Client</faultcode>' : '"REQUEST_ENTITY_TOO_LARGE"';
    expect([refused.status, refused.text]).toEqual([413, expect.stringContaining(`${limit} bytes`)]);
    expect(refused.text).toContain(shape);
    // As much as that is waited for.
    expect((await announced(path, limit, session)).status).toBe(408);
  });

  it('is cut off at the limit when it is not announced', async () => {
    const session = `Authorization: Bearer ${admin.token}`;
    const answer = await chunked('/login', 2 * MB);
    expect([answer.status, answer.errorCode]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE']);
    const soap = await chunked('/services/Soap/u/67.0', 2 * MB);
    expect([soap.status, soap.headers['content-type']]).toEqual([413, expect.stringMatching(/^text\/xml/)]);
    expect(soap.text).toContain('<faultcode>soapenv:Client</faultcode><faultstring>The request is larger than 262144 bytes</faultstring>');
    expect((await chunked('/services/apexrest/books', 8 * MB, session)).status).toBe(413);
    expect((await chunked('/aura/apex', 6 * MB, session)).status).toBe(413);
  });

  it('is small without a session, however it is sent', async () => {
    const strangers = [[], ['Authorization: Bearer wrong'], ['Cookie: sid=wrong'], [`Cookie: sid=${encodeURIComponent(admin.token)}`]];
    for (const headers of strangers) {
      for (const path of [`${API}/sobjects/Book__c`, `${API}/jobs/ingest/x/batches`, '/services/apexrest/books']) {
        const answer = await announced(path, MB, ...headers);
        expect([path, headers, answer.status, answer.errorCode]).toEqual([path, headers, 401, 'INVALID_SESSION_ID']);
        expect([path, (await chunked(path, 2 * MB, ...headers)).status]).toEqual([path, 401]);
      }
    }
    expect((await announced('/ui/call', MB, 'Cookie: sid=wrong')).errorCode).toBe('INVALID_SESSION_ID');
    expect((await announced('/ui/call', MB, `Cookie: sid=${encodeURIComponent(admin.token)}`)).status).toBe(408);
  });

  it('may be anything below the limit, in pieces of any size', async () => {
    const record = JSON.stringify({ Name: 'Large', Pages__c: 1 }).padEnd(MB, ' ');
    expect((await admin.call('POST', 'sobjects/Book__c', record)).status).toBe(201);
    const session = [`Authorization: Bearer ${admin.token}`, 'Content-Type: application/json'];
    const small = '{"Name":"Small"}';
    const pieces = [...small].map((char) => `1\r\n${char}\r\n`);
    const answer = await exchange(
      served.url,
      head(`${API}/sobjects/Book__c`, 'POST', 'Transfer-Encoding: chunked', 'Connection: close', ...session),
      ...pieces,
      '0\r\n\r\n',
    );
    expect(answer.status).toBe(201);
    expect((await admin.call('GET', "query?q=SELECT+COUNT()+FROM+Book__c+WHERE+Name+IN+('Large','Small')")).body.totalSize).toBe(2);
  });

  it('does not matter where nobody reads it', async () => {
    for (const [path, status] of [
      ['/nope', 404],
      ['/services/data', 200],
    ] as const) {
      const answer = await exchange(served.url, head(path, 'GET', `Content-Length: ${MB}`), 'x'.repeat(MB));
      expect([path, answer.status]).toEqual([path, status]);
    }
  });

  it('of a refused request does not keep its sender from reading why', async () => {
    const body = 'x'.repeat(20 * MB);
    const answer = await fetch(`${served.url}/login`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toMatchObject([413, [{ errorCode: 'REQUEST_ENTITY_TOO_LARGE' }]]);
  });
});
