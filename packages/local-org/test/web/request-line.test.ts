import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from '../rest/served-org';
import { exchange, type RawAnswer } from './raw';

let served: Served;
let closed: Served;
let admin: Client;
let host: string;
beforeAll(async () => {
  served = await serveLibrary();
  closed = await serveLibrary({ testControls: false });
  admin = await served.signIn('admin');
  host = new URL(served.url).host;
});
afterAll(async () => {
  await served.close();
  await closed.close();
});

/** One request with a body of `{}`, its first line and its headers as they are given. */
function ask(url: string, line: string, headers: readonly string[] = [`Host: ${new URL(url).host}`]): Promise<RawAnswer> {
  const sent = [...headers, 'Content-Type: application/json', 'Content-Length: 2', 'Connection: close'];
  return exchange(url, `${line}\r\n${sent.join('\r\n')}\r\n\r\n{}`);
}
const got = ({ status, errorCode }: RawAnswer): unknown[] => [status, errorCode];

describe('without test controls', () => {
  const CONTROLS = ['reset', 'database', 'seed', 'clock', 'jobs/run', 'faults', 'email'];
  const WAYS = [
    ...['/__local/', '//__local/', '/services/../__local/', '/services/%2e%2e/__local/', '/services/.%2E/__local//', '/id/../__local/'],
    ...['/services/data/v67.0/../../../__local/', '/ui/../__local/', '/aura/%2e./__local/', '/_slds/../__local/', '/lightning/../__local/'],
    ...[
      '/services/..\\__local/',
      '/services/..%5C__local/',
      '/services/..%2f__local/',
      '/__local;/',
      '/__LOCAL/',
      '/%5F%5flocal/',
      '/./__local/',
    ],
    ...['/services/%252e%252e/__local/', '/?/../__local/', '/services/..;/__local/', '/__local/%2e/', '/__local/../__local/'],
  ];

  it.each(CONTROLS)('there is no %s by any spelling or method', async (name) => {
    for (const way of WAYS) {
      const { host } = new URL(closed.url);
      for (const target of [way + name, `${way}${name}/`, `http://${host}${way}${name}`]) {
        const answer = await ask(closed.url, `POST ${target} HTTP/1.1`);
        expect([target, [400, 401, 404].includes(answer.status)]).toEqual([target, true]);
        expect([target, answer.errorCode]).toEqual([target, expect.stringMatching(/^(BAD_REQUEST|NOT_FOUND|INVALID_SESSION_ID)$/)]);
      }
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH']) {
      expect([method, (await ask(closed.url, `${method} /__local/${name} HTTP/1.1`)).status]).toEqual([method, 404]);
    }
  });

  it('the outbox is read with a session only, and the info by everybody', async () => {
    for (const path of ['/__local/emails', '/__local/notifications', '/services/../__local/emails', '/%5f_local/emails/']) {
      expect([path, ...got(await ask(closed.url, `GET ${path} HTTP/1.1`))]).toEqual([path, 401, 'INVALID_SESSION_ID']);
      expect([path, ...got(await ask(served.url, `GET ${path} HTTP/1.1`))]).toEqual([path, 401, 'INVALID_SESSION_ID']);
      const withSession = [`Host: ${host}`, `Authorization: Bearer ${admin.token}`];
      expect([path, (await ask(served.url, `GET ${path} HTTP/1.1`, withSession)).status]).toEqual([path, 200]);
    }
    expect((await ask(closed.url, 'GET /__local/info HTTP/1.1')).status).toBe(200);
  });
});

describe('a path', () => {
  it('means the same to the server and to the engine', async () => {
    expect((await ask(served.url, 'POST /services/../__local/jobs/run HTTP/1.1')).status).toBe(200);
    expect((await ask(served.url, 'POST /%5f%5Flocal//jobs/./run/ HTTP/1.1')).status).toBe(200);
    expect((await ask(served.url, 'GET /services/../__local/../services/data HTTP/1.1')).status).toBe(200);
  });

  it('may have doubled slashes, as the Salesforce CLI asks for the resources of a version', async () => {
    for (const path of ['//services/data/v67.0/', '/services//data/v67.0', '//services///data//v67.0//']) {
      expect([path, (await admin.call('GET', path)).status]).toEqual([path, 200]);
    }
  });

  it('keeps escaped slashes, dots and backslashes inside a value', async () => {
    const { body } = await admin.call('GET', 'sobjects/Book__c/describe');
    const key = (body.fields as { name: string; externalId: boolean }[]).find((field) => field.externalId)?.name ?? '';
    for (const value of ['a/b', '../x', 'a\\b', 'a?b', 'é', 'a%2Fb', '..']) {
      const path = `sobjects/Book__c/${key}/${encodeURIComponent(value).replace(/^\.\.$/, '..%20')}`;
      expect([value, (await admin.call('PATCH', path, { Name: 'Escaped' })).status]).toEqual([value, 201]);
    }
    const rows = await admin.call('GET', `query?q=${encodeURIComponent(`SELECT ${key} FROM Book__c WHERE Name = 'Escaped'`)}`);
    const stored = (rows.body.records as Record<string, string>[]).map((row) => row[key]);
    expect(stored).toEqual(expect.arrayContaining(['a/b', '../x', 'a\\b', 'a?b', 'é', 'a%2Fb']));
  });

  it.each(['/%00/evil', '/services/data/%00', '/%zz', '/%', '/services/%ff', '/a#b', '*', 'services/data', '@evil/', '?q'])(
    'that has no normal form is refused: %s',
    async (target) => expect(got(await ask(served.url, `GET ${target} HTTP/1.1`))).toEqual([400, 'BAD_REQUEST']),
  );

  it('that is longer than 16 KB is refused as the platform refuses it, and so are longer headers', async () => {
    const long = 'a'.repeat(16_500);
    expect(got(await ask(served.url, `GET /services/data/${long} HTTP/1.1`))).toEqual([414, 'URI_TOO_LONG']);
    expect(got(await ask(served.url, `GET /services/data?q=${long} HTTP/1.1`))).toEqual([414, 'URI_TOO_LONG']);
    const header = [`Host: ${host}`, `X-Long: ${long}`];
    expect(got(await ask(served.url, 'GET /services/data HTTP/1.1', header))).toEqual([431, 'REQUEST_HEADER_FIELDS_TOO_LARGE']);
    const longer = [`Host: ${host}`, `X-Long: ${'a'.repeat(70_000)}`];
    expect(got(await ask(served.url, 'GET /services/data HTTP/1.1', longer))).toEqual([431, 'REQUEST_HEADER_FIELDS_TOO_LARGE']);
    for (const value of ['a'.repeat(15_000), 'a=b&'.repeat(3_500)]) {
      expect((await ask(served.url, `GET /services/data?${value} HTTP/1.1`)).status).toBe(200);
      expect((await ask(served.url, `GET /services/data/v67.0/sobjects/Book__c/Name/${value} HTTP/1.1`)).status).toBe(401);
    }
  });
});

describe('the server that a request names', () => {
  const names = (...hosts: string[]) => hosts.map((name) => `Host: ${name}`);

  it('has to be one, and this one', async () => {
    const port = host.split(':')[1] ?? '';
    const asked = (version: string, ...hosts: string[]) => ask(served.url, `GET /services/data HTTP/${version}`, names(...hosts)).then(got);
    for (const version of ['1.0', '1.1']) {
      expect(await asked(version)).toEqual([400, 'BAD_REQUEST']);
      expect(await asked(version, host, host)).toEqual([400, 'BAD_REQUEST']);
      expect(await asked(version, host, 'evil.example')).toEqual([400, 'BAD_REQUEST']);
      expect(await asked(version, host)).toEqual([200, undefined]);
      expect(await asked(version, `LocalHost:${port}`)).toEqual([200, undefined]);
    }
    const foreign = [
      'evil.example',
      '127.0.0.1.evil',
      '127.0.0.1.',
      `localhost.:${port}`,
      `user@${host}`,
      `${host}@evil`,
      `[::1]:${port}`,
      '0.0.0.0',
    ];
    const odd = [
      '',
      '127.0.0.1:',
      '127.0.0.1:x',
      `${host}, evil`,
      `${host}/`,
      `${host}?x`,
      '2130706433',
      '127.1',
      '0x7f.0.0.1',
      '[::ffff:127.0.0.1]',
      '[::1',
    ];
    for (const name of [...foreign, ...odd]) expect([name, ...(await asked('1.1', name))]).toEqual([name, 403, 'FORBIDDEN']);
  });

  it('is the same on the request line and in the header', async () => {
    for (const target of [`http://${host}/services/data`, `HTTP://${host}//services/data?x=1`]) {
      expect([target, (await ask(served.url, `GET ${target} HTTP/1.1`)).status]).toEqual([target, 200]);
    }
    const others = [
      'http://evil/services/data',
      `http://evil@${host}/services/data`,
      `https://${host}/services/data`,
      `ftp://${host}/`,
      'http:///services/data',
    ];
    for (const target of others)
      expect([target, ...got(await ask(served.url, `GET ${target} HTTP/1.1`))]).toEqual([target, 400, 'BAD_REQUEST']);
    expect(got(await ask(served.url, `GET http://${host}/services/data HTTP/1.1`, names('evil.example')))).toEqual([403, 'FORBIDDEN']);
    expect((await ask(served.url, `GET http://${host} HTTP/1.1`)).status).toBe(200);
  });

  it('does not become a tunnel or another protocol', async () => {
    expect((await ask(served.url, 'CONNECT evil.example:443 HTTP/1.1')).status).toBeLessThan(500);
    const upgrade = [`Host: ${host}`, 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='];
    expect((await ask(served.url, 'GET /services/data HTTP/1.1', upgrade)).status).toBe(200);
    expect((await ask(served.url, 'GET /services/data HTTP/1.1', [...upgrade, 'Origin: http://evil.example'])).status).toBe(403);
  });
});

describe('a page of another site', () => {
  const with_ = (line: string, ...headers: string[]) =>
    ask(served.url, `${line} HTTP/1.1`, [`Host: ${host}`, ...headers]).then(({ status }) => status);

  it('reaches nothing by its origin', async () => {
    const port = Number(host.split(':')[1]);
    const foreign = [
      'null',
      '',
      'http://evil.example',
      `https://${host}`,
      `http://127.0.0.1:${port + 1}`,
      'http://127.0.0.1',
      `http://localhost:${port}`,
    ];
    for (const origin of [...foreign, `http://${host}/`, `http://${host}, http://evil.example`, 'file://']) {
      expect([origin, await with_('POST /login', `Origin: ${origin}`)]).toEqual([origin, 403]);
      expect([origin, await with_('GET /services/data', `Origin: ${origin}`)]).toEqual([origin, 403]);
    }
    expect(await with_('GET /services/data', `Origin: http://${host.toUpperCase()}`)).toBe(200);
  });

  it('may link to a page, but neither embed anything, nor send, nor sign somebody out', async () => {
    for (const site of ['cross-site', 'same-site', 'anything']) {
      const link = [`Sec-Fetch-Site: ${site}`, 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
      expect([site, await with_('GET /login', ...link)]).toEqual([site, 200]);
      expect([site, await with_('POST /login', ...link)]).toEqual([site, 403]);
      for (const path of ['/logout', '/secur/logout.jsp', '/secur/../logout']) {
        expect([site, path, await with_(`GET ${path}`, ...link)]).toEqual([site, path, 403]);
        expect([site, path, await with_(`GET ${path}`, `Sec-Fetch-Site: ${site}`, 'Sec-Fetch-Mode: no-cors')]).toEqual([site, path, 403]);
      }
      expect(await with_('GET /login', `Sec-Fetch-Site: ${site}`, 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe')).toBe(403);
      expect(await with_('POST /__local/jobs/run', `Sec-Fetch-Site: ${site}`, 'Sec-Fetch-Mode: no-cors')).toBe(403);
    }
    for (const site of ['none', 'same-origin']) expect(await with_('GET /logout', `Sec-Fetch-Site: ${site}`)).toBe(303);
    expect(await with_('GET /logout')).toBe(303);
  });
});

describe('bytes that are no request', () => {
  it.each([
    ['two lengths', 'POST /login HTTP/1.1', ['Content-Length: 3']],
    ['a length and chunks', 'POST /login HTTP/1.1', ['Transfer-Encoding: chunked']],
    ['an unknown transfer encoding', 'POST /login HTTP/1.1', ['Transfer-Encoding: gzip']],
    ['chunks hidden by a tab', 'POST /login HTTP/1.1', ['Transfer-Encoding:\tchunked']],
    ['a space before the colon', 'POST /login HTTP/1.1', ['X-A : b']],
    ['a folded header', 'POST /login HTTP/1.1', ['X-A: b\r\n c']],
    ['a bare line feed in a header', 'POST /login HTTP/1.1', ['X-A: b\nX-B: c']],
    ['a NUL in a header', 'POST /login HTTP/1.1', ['X-A: \0']],
    ['no version', 'POST /login', []],
    ['another version', 'POST /login HTTP/3.7', []],
    ['an unknown method', 'STEAL /login HTTP/1.1', []],
    ['a space in the target', 'POST /a b HTTP/1.1', []],
  ])('are refused: %s', async (_, line, headers) => {
    const answer = await ask(served.url, line, [`Host: ${host}`, ...headers]);
    expect([answer.status, answer.errorCode]).toEqual([400, 'BAD_REQUEST']);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('never turn into a second request', async () => {
    const inner = `GET /__local/info HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const { text } = await exchange(
      served.url,
      `POST /login HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    );
    expect(text).not.toContain('baseUrl');
  });
});

describe('every method on every kind of route', () => {
  const METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY'];
  const PATHS = [
    '/',
    '/login',
    '/logout',
    '/lightning/n/X',
    '/_slds/x.css',
    '/_lwc/x.js',
    '/services/data',
    '/services/data/v67.0/sobjects',
  ];
  it.each([
    ...PATHS,
    '/services/oauth2/token',
    '/services/Soap/u/67.0',
    '/aura/apex',
    '/ui/call',
    '/id/x/y',
    '/cometd/67.0',
    '/__local/info',
    '/nope',
  ])('is answered, not failed: %s', async (path) => {
    for (const method of METHODS) {
      const { status } = await ask(served.url, `${method} ${path} HTTP/1.1`);
      const soapFault = path.includes('Soap') && method === 'POST';
      const allowed = soapFault ? [500] : path.startsWith('/lightning') ? [303, 404] : [200, 303, 400, 401, 404, 405, 415];
      expect([method, allowed.includes(status) ? 'answered' : status]).toEqual([method, 'answered']);
    }
  });
});
