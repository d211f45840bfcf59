import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XMLValidator } from 'fast-xml-parser';
import { send, serveLibrary, type Served } from './served-org';

let served: Served;
let tokens: Record<string, string>;
beforeAll(async () => {
  served = await serveLibrary();
  const [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
  tokens = { admin: admin.token, reader: reader.token };
});
afterAll(() => served.close());

/** As the Salesforce CLI writes it (`sf apex run`). */
const message = (token: string, source: string) =>
  `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:cmd="http://soap.sforce.com/2006/08/apex" xmlns:apex="http://soap.sforce.com/2006/08/apex"><env:Header><cmd:SessionHeader><cmd:sessionId>${token}</cmd:sessionId></cmd:SessionHeader><apex:DebuggingHeader><apex:debugLevel>DEBUGONLY</apex:debugLevel></apex:DebuggingHeader></env:Header><env:Body><executeAnonymous xmlns="http://soap.sforce.com/2006/08/apex"><apexcode>${source}</apexcode></executeAnonymous></env:Body></env:Envelope>`;

const execute = (alias: string, source: string) =>
  send(served.url, 'POST', '/services/Soap/s/67.0/00D000000000001', message(tokens[alias] ?? 'none', source), {
    'content-type': 'text/xml',
  });

describe('anonymous Apex by SOAP', () => {
  it('runs, with its debug lines in the header', async () => {
    const { status, body } = await execute('admin', "System.debug('a &lt; b'); insert new Book__c(Name = 'By SOAP');");
    expect([status, XMLValidator.validate(body)]).toEqual([200, true]);
    expect(body).toMatch(/<DebuggingInfo><debugLog>[^<]*a &#60; b[^<]*<\/debugLog><\/DebuggingInfo>/);
    expect(body).toContain('<compiled>true</compiled>');
    expect(body).toContain('<success>true</success>');
  });

  it('tells where it does not compile, and where it failed', async () => {
    expect((await execute('admin', '\nInteger i = nope;')).body).toMatch(/<compileProblem>[^<]*nope[^]*<compiled>false[^]*<line>2</);
    expect((await execute('admin', 'throw new IllegalArgumentException(&#39;No&#39;);')).body).toMatch(
      /<exceptionMessage>System.IllegalArgumentException: No<[^]*<success>false</,
    );
  });

  it('needs Author Apex, and a session', async () => {
    expect((await execute('reader', 'Integer i;')).body).toContain('<faultcode>sf:INSUFFICIENT_ACCESS</faultcode>');
    const stranger = await execute('stranger', 'Integer i;');
    expect([stranger.status, stranger.body]).toEqual([500, expect.stringContaining('<faultcode>sf:INVALID_SESSION_ID</faultcode>')]);
  });

  it('names an operation that is not there', async () => {
    const { body } = await send(
      served.url,
      'POST',
      '/services/Soap/s/67.0',
      message(tokens['admin'] ?? '', 'x').replaceAll('executeAnonymous', 'compileClasses'),
      { 'content-type': 'text/xml' },
    );
    expect(body).toContain('No operation available for request {http://soap.sforce.com/2006/08/apex}compileClasses');
  });
});

describe('a link that signs a browser in', () => {
  const ask = (query = '') =>
    send(served.url, 'GET', `/services/oauth2/singleaccess${query}`, undefined, { authorization: `Bearer ${tokens['reader']}` });
  const follow = async (link: string, headers: Record<string, string> = {}) => {
    const response = await fetch(link, { redirect: 'manual', headers });
    return [response.status, response.headers.get('location'), response.headers.get('set-cookie')?.split('=')[0]];
  };

  it('is good once, and leads to a page of this org', async () => {
    const { body } = await ask('?redirect_uri=%2Flightning%2Fo%2FBook__c%2Flist');
    const link = body.frontdoor_uri as string;
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/secur\/frontdoor\.jsp\?otp=/);
    expect(await follow(link)).toEqual([303, '/lightning/o/Book__c/list', 'sid']);
    expect(await follow(link)).toEqual([401, null, undefined]);
  });

  it('is good for a minute', async () => {
    const { body } = await ask();
    served.org.advanceClock(60_000);
    expect((await follow(body.frontdoor_uri))[0]).toBe(401);
  });

  it('is made for who has a session, and leads nowhere else', async () => {
    expect((await send(served.url, 'GET', '/services/oauth2/singleaccess')).status).toBe(401);
    for (const target of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await ask(`?redirect_uri=${encodeURIComponent(target)}`)).status).toBe(400);
  });

  it.each(['/services/oauth2/singleaccess', '/services/oauth2/token', '/services/oauth2/revoke'])(
    '%s refuses bytes that are no UTF-8, as OAuth refuses',
    async (path) => {
      const headers = { authorization: `Bearer ${tokens['reader']}`, 'content-type': 'application/x-www-form-urlencoded' };
      const response = await fetch(served.url + path, { method: 'POST', headers, body: new Uint8Array([0x61, 0x3d, 0xff]) });
      expect([response.status, await response.json()]).toEqual([
        400,
        { error: 'invalid_request', error_description: 'the request is not encoded in UTF-8' },
      ]);
    },
  );

  it('is not followed from another site', async () => {
    const { body } = await ask();
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await follow(body.frontdoor_uri, headers))[0]).toBe(403);
  });

  it('takes a session in its place, as older versions of the CLI write it', async () => {
    expect(await follow(`${served.url}/secur/frontdoor.jsp?sid=${encodeURIComponent(tokens['admin'] ?? '')}`)).toEqual([
      303,
      '/lightning/page/home',
      'sid',
    ]);
    expect((await follow(`${served.url}/secur/frontdoor.jsp`))[0]).toBe(401);
  });
});
