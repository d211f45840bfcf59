import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XMLValidator } from 'fast-xml-parser';
import { send, serveLibrary, type Answer, type Served } from './served-org';

let served: Served;
let user: { readonly username: string; readonly password: string };
beforeAll(async () => {
  served = await serveLibrary();
  user = served.org.users[0]!;
});
afterAll(() => served.close());

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const PARTNER = 'urn:partner.soap.sforce.com';
const XML = { 'content-type': 'text/xml; charset=UTF-8' };

const envelope = (body: string, header = '', namespace = SOAP) =>
  `<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="${namespace}">${header}<e:Body>${body}</e:Body></e:Envelope>`;
const login = (username: string, password: string) =>
  `<login xmlns="${PARTNER}"><username>${username}</username><password>${password}</password></login>`;

const post = (body: string | Uint8Array, path = '/services/Soap/u/67.0', headers: Record<string, string> = XML): Promise<Answer> =>
  typeof body === 'string' ? send(served.url, 'POST', path, body, headers) : bytes(path, body);

async function bytes(path: string, body: Uint8Array): Promise<Answer> {
  const response = await fetch(served.url + path, { method: 'POST', headers: XML, body: Buffer.from(body) });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** Code and text of a fault; the answer has to be well-formed XML. */
function faultOf({ status, headers, body }: Answer): { readonly status: number; readonly code: string; readonly text: string } {
  expect(headers.get('content-type')).toMatch(/^text\/xml/);
  expect(XMLValidator.validate(body)).toBe(true);
  return {
    status,
    code: /<faultcode>([^<]*)<\/faultcode>/.exec(body)?.[1] ?? '',
    text: /<faultstring>([^<]*)<\/faultstring>/.exec(body)?.[1] ?? '',
  };
}

describe('a SOAP login', () => {
  it('opens a session, whatever the prefixes and the spelling of the characters', async () => {
    const { username, password } = user;
    const entities = [...username].map((c) => `&#${c.charCodeAt(0)};`).join('');
    const messages = [
      envelope(login(username, password)),
      envelope(login(entities, `<![CDATA[${password}]]>`)),
      envelope(`<p:login xmlns:p="${PARTNER}"><p:username>${username}</p:username><p:password>${password}</p:password></p:login>`),
      `<!-- by hand -->${envelope(login(username, password), `<e:Header/>`).replace(/^<\?xml[^>]*\?>/, '')}`,
    ];
    for (const message of messages) {
      const { status, body } = await post(message);
      const token = /<sessionId>([^<]+)<\/sessionId>/.exec(body)?.[1] ?? '';
      const limits = await send(served.url, 'GET', 'limits', undefined, { authorization: `Bearer ${token}` });
      expect([status, limits.status]).toEqual([200, 200]);
    }
  });

  it('ends with logout, which refuses a session that is none', async () => {
    const { token } = await served.signIn('admin');
    const header = (text: string) =>
      `<e:Header><SessionHeader xmlns="${PARTNER}"><sessionId>${text}</sessionId></SessionHeader></e:Header>`;
    const logout = (text: string) => post(envelope(`<logout xmlns="${PARTNER}"/>`, header(text)));
    expect((await logout(token)).status).toBe(200);
    for (const text of [token, '', 'x', '<a/>']) {
      expect(faultOf(await logout(text))).toMatchObject({
        status: 500,
        code: text === '<a/>' ? 'soapenv:Client' : 'sf:INVALID_SESSION_ID',
      });
    }
    expect(faultOf(await post(envelope(`<logout xmlns="${PARTNER}"/>`))).code).toBe('sf:INVALID_SESSION_ID');
  });

  it('is refused with the fault of the platform', async () => {
    const answer = await post(envelope(login(user.username, 'no')));
    expect(faultOf(answer)).toEqual({
      status: 500,
      code: 'sf:INVALID_LOGIN',
      text: 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
    });
    expect(answer.body).toContain('<sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode>');
    for (const body of [
      `<login xmlns="${PARTNER}"/>`,
      login('', ''),
      login('&#0;', '&constructor;'),
      login('&#x110000;', '&#99999999999;'),
    ]) {
      expect(faultOf(await post(envelope(body))).code).toBe('sf:INVALID_LOGIN');
    }
  });
});

describe('a message that is none', () => {
  const doctype = (declarations: string) => `<!DOCTYPE x [${declarations}]>${envelope(login('&x;', 'y')).replace(/^<\?xml[^>]*\?>/, '')}`;
  const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i} "${i === 0 ? 'lol' : `&l${i - 1};`.repeat(10)}">`).join('');

  it.each([
    ['empty', ''],
    ['no XML', 'username=x&password=y'],
    ['JSON', '{"login": {}}'],
    ['cut off', envelope(login('a', 'b')).slice(0, -20)],
    ['two roots', envelope(login('a', 'b')) + '<a/>'],
    ['open tags only', envelope('<a>'.repeat(80_000))],
    ['35,000 levels deep', envelope('<a>'.repeat(35_000) + '</a>'.repeat(35_000))],
    ['open comments only', envelope('<!--'.repeat(60_000))],
    ['open sections only', envelope('<![CDATA['.repeat(28_000))],
    ['40,000 attributes', envelope(`<a ${'b="c" '.repeat(40_000)}/>`)],
    ['an entity', doctype('<!ENTITY x "admin">')],
    ['entities that grow', doctype(laughs)],
    ['a file as an entity', doctype('<!ENTITY x SYSTEM "file:///etc/hostname">')],
    ['another root', `<Envelop xmlns="${SOAP}"/>`],
    ['no body', `<e:Envelope xmlns:e="${SOAP}"/>`],
    ['an empty body', envelope('')],
    ['a text as body', envelope('login')],
    ['two operations', envelope(login('a', 'b').repeat(2))],
    ['an element in the username', envelope(login('<a>b</a>', 'c'))],
    ['two usernames', envelope(`<login xmlns="${PARTNER}"><username>a</username><username>b</username><password>c</password></login>`)],
    ['a name that JavaScript knows', envelope('<__proto__><login/></__proto__>')],
    ['another such name', envelope('<constructor/>')],
  ])('is a fault of the client: %s', async (_name, message) => {
    const started = performance.now();
    expect(faultOf(await post(message))).toMatchObject({ status: 500, code: 'soapenv:Client' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('is refused unread when it is too large to sign in with', async () => {
    expect((await post(envelope('<a>'.repeat(100_000) + '</a>'.repeat(100_000)))).status).toBe(413);
  });

  it('is a fault of the client when it is not UTF-8, or not called XML', async () => {
    expect(faultOf(await post(new Uint8Array([0x3c, 0x61, 0xff, 0xfe])))).toMatchObject({ code: 'soapenv:Client' });
    for (const type of ['application/json', 'text/plain', 'application/soap+xml', 'multipart/form-data; boundary=text/xml']) {
      const answer = await post(envelope(login('a', 'b')), undefined, { 'content-type': type });
      expect([type, faultOf(answer)]).toMatchObject([type, { status: 500, code: 'soapenv:Client' }]);
    }
  });

  it('is told apart by its version of SOAP', async () => {
    const twelve = await post(envelope(login('a', 'b'), '', 'http://www.w3.org/2003/05/soap-envelope'));
    expect(faultOf(twelve).code).toBe('soapenv:VersionMismatch');
  });

  it('names an operation that is not there', async () => {
    for (const [body, name] of [
      [`<query xmlns="${PARTNER}"><queryString>SELECT Id FROM User</queryString></query>`, `{${PARTNER}}query`],
      ['<login><username>a</username></login>', '{}login'],
    ] as const) {
      const { code, text } = faultOf(await post(envelope(body)));
      expect([code, text]).toEqual([
        'soapenv:Client',
        expect.stringContaining(`No operation available for request ${name}, please check the WSDL`),
      ]);
    }
  });
});

describe('the address', () => {
  it('with a version that is not served is a fault, and without one leads nowhere', async () => {
    const good = envelope(login(user.username, user.password));
    for (const version of ['999.0', '1.0', '67.5', '0']) {
      const told = {
        status: 500,
        code: 'sf:UNSUPPORTED_API_VERSION',
        text: 'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL',
      };
      expect(faultOf(await post(good, `/services/Soap/u/${version}`))).toEqual(told);
    }
    for (const path of ['u/abc', 'u/v67.0', 'u/v67', 'u/67.0.0', 'u', 'x/67.0', 'constructor/67.0', '']) {
      const { status, body } = await post(good, `/services/Soap/${path}`);
      expect([path, status, body[0].errorCode]).toEqual([path, 404, 'NOT_FOUND']);
    }
    for (const path of ['u/67.0', 'u/31.0', 'u/67', `u/67.0/${served.org.organizationId}`]) {
      expect([path, (await post(good, `/services/Soap/${path}`)).status]).toEqual([path, 200]);
    }
  });

  it('takes POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await send(served.url, method, '/services/Soap/u/67.0')).body[0].errorCode).toBe('METHOD_NOT_ALLOWED');
    }
  });

  it('of a service that the local org does not have says which', async () => {
    for (const [path, name] of [
      ['c/67.0/0DF', 'the Enterprise API'],
      ['T/67.0', 'the Tooling API'],
      ['class/BookService', 'web services in Apex'],
    ] as const) {
      expect(faultOf(await post(envelope('<a/>'), `/services/Soap/${path}`))).toMatchObject({
        status: 501,
        text: expect.stringContaining(name),
      });
    }
  });
});
