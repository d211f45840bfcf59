import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../../bin/bundle.mjs';
import { openOrg, type OpenedOrg } from '../../src/host/open';
import { writeProject } from '../engine/project';
import { startTarget } from './target';

const HANDLER = `(request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://x');
  const answers = {
    '/echo': () => { response.setHeader('X-Seen', request.headers['x-sent'] ?? ''); response.end(request.method + ' ' + request.text); },
    '/large': () => response.end(Buffer.alloc(Number(searchParams.get('bytes')))),
    '/packed': () => { response.setHeader('Content-Encoding', 'gzip'); response.end(zlib.gzipSync('é'.repeat(3))); },
    '/bomb': () => { response.setHeader('Content-Encoding', 'gzip'); response.end(zlib.gzipSync(Buffer.alloc(7_000_000))); },
    '/latin': () => { response.setHeader('Content-Type', 'text/plain; charset=ISO-8859-1'); response.end(Buffer.from([0xe9])); },
    '/bytes': () => response.end(Buffer.from([0, 255, 1])),
    '/moved': () => { response.statusCode = 302; response.setHeader('Location', '/echo'); response.end(); },
    '/nothing': () => response.socket.destroy(),
    '/half': () => { response.setHeader('Content-Length', '10'); response.write('half'); setTimeout(() => response.socket.destroy(), 20); },
    '/garbage': () => { response.socket.end('no HTTP at all'); },
    '/silent': () => undefined,
    '/late': () => setTimeout(() => response.end('late'), 60),
  };
  answers[pathname]();
}`;

const remoteSite = (url: string): string =>
  `<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata"><isActive>true</isActive><url>${url}</url></RemoteSiteSetting>`;

const CODE = `public with sharing class Code {
  public static String to(String method, String endpoint, String body, Integer timeout) {
    HttpRequest request = new HttpRequest();
    request.setMethod(method);
    request.setEndpoint(endpoint);
    request.setHeader('X-Sent', 'yes');
    if (body != null) request.setBody(body);
    if (timeout != null) request.setTimeout(timeout);
    try {
      HttpResponse response = new Http().send(request);
      return response.getStatusCode() + ' ' + response.getStatus() + ' ' + response.getBody() + ' ' + response.getHeader('x-seen');
    } catch (CalloutException e) {
      return e.getTypeName() + ': ' + e.getMessage();
    }
  }
  public static String get(String endpoint) { return to('GET', endpoint, null, null); }
  public static String blob(String endpoint) {
    HttpRequest request = new HttpRequest();
    request.setMethod('GET');
    request.setEndpoint(endpoint);
    return EncodingUtil.convertToHex(new Http().send(request).getBodyAsBlob());
  }
  public static String location(String endpoint) {
    HttpRequest request = new HttpRequest();
    request.setMethod('GET');
    request.setEndpoint(endpoint);
    HttpResponse response = new Http().send(request);
    return response.getStatusCode() + ' ' + response.getHeader('Location');
  }
  public static String large(String endpoint, Integer size) { return to('POST', endpoint, 'x'.repeat(size), null); }
  public static String many(String endpoint, Integer count) {
    for (Integer i = 0; i < count; i++) get(endpoint);
    return String.valueOf(Limits.getCallouts());
  }
}`;

let target: Awaited<ReturnType<typeof startTarget>>;
let org: OpenedOrg;
const call = (method: string, ...args: unknown[]): unknown =>
  org.step({ userId: org.users[0]?.userId ?? '' }, () => org.program.invokeStatic('Code', method, args));

beforeAll(async () => {
  target = await startTarget(HANDLER);
  const { url } = await bundled();
  const metadata = {
    'remoteSiteSettings/Target.remoteSite': remoteSite(`${target.url}/any/path`),
    'remoteSiteSettings/Closed.remoteSite': remoteSite('http://127.0.0.1:9'),
    'remoteSiteSettings/Own.remoteSite': remoteSite('http://127.0.0.1:3000'),
    'remoteSiteSettings/Far.remoteSite': remoteSite('https://far.example'),
    'remoteSiteSettings/Unknown.remoteSite': remoteSite('http://unknown.invalid'),
  };
  const root = writeProject({ classes: { Code: CODE }, metadata, org: { calloutHosts: ['unknown.invalid'] } });
  org = openOrg({ root, dbFile: ':memory:', calloutEntry: url('callouts') });
}, 60_000);
afterAll(async () => {
  org.close();
  await target.close();
});

describe('a callout', () => {
  it('reaches its target with method, headers and body, and brings back status, headers and body', async () => {
    expect(call('to', 'PATCH', `${target.url}/echo`, 'größer', null)).toBe('200 OK PATCH größer yes');
    const arrived = (await target.journal()).at(-1);
    expect(arrived?.headers).toMatchObject({ 'x-sent': 'yes', 'user-agent': 'SFDC-Callout/67.0', 'content-length': '8' });
  });

  it('keeps its connection for the next one', async () => {
    for (let i = 0; i < 3; i++) expect(call('get', `${target.url}/echo`)).toBe('200 OK GET  yes');
    expect((await target.journal()).at(-1)?.headers['connection']).toBe('keep-alive');
  });

  it.each([
    ['a body of bytes', 'blob', '/bytes', '00ff01'],
    ['a packed body', 'blob', '/packed', 'c3a9c3a9c3a9'],
    ['a body in another charset', 'get', '/latin', '200 OK é null'],
    ['a redirect as it came, without following it', 'location', '/moved', '302 /echo'],
  ])('brings back %s', (_, method, path, expected) => {
    expect(call(method, target.url + path)).toBe(expected);
  });

  it.each([
    ['silence', '/silent', 'Read timed out'],
    ['a connection that closes without an answer', '/nothing', 'Unexpected end of file from server'],
    ['half an answer', '/half', 'Unexpected end of file from server'],
    ['what is no HTTP', '/garbage', 'Invalid Http response'],
    ['an answer of more than 6 MB', '/large?bytes=6000001', 'Exceeded max size limit of 6000000'],
    ['an answer that unpacks to more than 6 MB', '/bomb', 'Exceeded max size limit of 6000000'],
  ])('reports %s in the words of the platform', (_, path, message) => {
    expect(call('to', 'GET', target.url + path, null, 500)).toBe(`System.CalloutException: ${message}`);
  });

  it.each([
    ['http://127.0.0.1:9/x', 'Connection refused'],
    ['http://unknown.invalid/x', 'unknown.invalid'],
    ['127.0.0.1/x', 'no protocol: 127.0.0.1/x'],
    ['ftp://127.0.0.1/x', 'unknown protocol: ftp'],
    [
      'https://elsewhere.example/x',
      'Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://elsewhere.example/x',
    ],
    [
      'https://far.example/x',
      'The local org calls this machine only, and the hosts of "calloutHosts" in local-org.json: far.example is none of them',
    ],
  ])('to %s is refused: %s', (endpoint, message) => {
    expect(call('get', endpoint)).toBe(`System.CalloutException: ${message}`);
  });

  it('takes an answer of just 6 MB, and 12 MB in a job', () => {
    expect(call('blob', `${target.url}/large?bytes=6000000`)).toHaveLength(12_000_000);
    expect(call('large', `${target.url}/large?bytes=0`, 6_000_001)).toBe('System.CalloutException: Exceeded max size limit of 6000000');
    const job = (): unknown =>
      org.step({ userId: org.users[0]?.userId ?? '', mode: 'async' }, () =>
        org.program.invokeStatic('Code', 'blob', [`${target.url}/large?bytes=6000001`]),
      );
    expect(job()).toHaveLength(12_000_002);
  });

  it("never goes to the org's own address", () => {
    expect(() => call('get', 'http://127.0.0.1:3000/services/data')).toThrow("a callout to the org's own URL");
  });

  it('may be made a hundred times in a transaction', () => {
    expect(call('many', `${target.url}/echo`, 100)).toBe('100');
    expect(() => call('many', `${target.url}/echo`, 101)).toThrow('Too many callouts: 101');
  });

  it('takes 1 to 120,000 ms, and 120 s in a transaction', () => {
    const refused = 'The timeout must be between 1 and 120000 milliseconds';
    expect(() => call('to', 'GET', `${target.url}/echo`, null, 0)).toThrow(refused);
    expect(() => call('to', 'GET', `${target.url}/echo`, null, 120_001)).toThrow(refused);
    org.step({ userId: org.users[0]?.userId ?? '' }, (transaction) => {
      transaction.calloutMs = 119_980;
      const late = (): unknown => org.program.invokeStatic('Code', 'get', [`${target.url}/late`]);
      const over = 'System.CalloutException: Exceeded maximum time allotted for callout (120000 ms)';
      expect(late()).toBe(over);
      expect(late()).toBe(over);
    });
  });
});
