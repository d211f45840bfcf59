import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;

beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const BASE = '/services/apexrest/books';

describe('what never reaches Apex', () => {
  it('is an address without a class, a verb without a method, a class without access', async () => {
    const nowhere = await admin.call('GET', '/services/apexrest/boks/1');
    expect([nowhere.status, nowhere.body]).toEqual([404, [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }]]);
    const patch = await admin.call('PATCH', BASE, {});
    expect([patch.status, patch.body[0]]).toEqual([
      405,
      { errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'PATCH' not allowed. Allowed are DELETE,GET,POST,PUT" },
    ]);
    const reader = await served.signIn('reader');
    const denied = await reader.call('GET', BASE);
    expect([denied.status, denied.body]).toEqual([
      403,
      [{ errorCode: 'FORBIDDEN', message: 'You do not have access to the Apex class named: BookResource' }],
    ]);
  });

  it('is a body that does not fit the parameters', async () => {
    const unknown = await admin.call('POST', BASE, { isbn: 'x', colour: 'red' });
    expect([unknown.status, unknown.body[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    expect(unknown.body[0].message).toContain('Unexpected parameter encountered during deserialization: colour');
    const wrong = await admin.call('POST', BASE, { isbn: 'x', pages: 'many' });
    expect([wrong.status, wrong.body[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    expect((await admin.call('POST', BASE, '{"isbn": ')).body[0].errorCode).toBe('JSON_PARSER_ERROR');
    expect((await admin.call('POST', BASE, '<a/>', { 'content-type': 'application/xml' })).status).toBe(415);
  });
});

describe('a body that is not UTF-8', () => {
  const put = async (method: string) => {
    const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' };
    const response = await fetch(`${served.url}${BASE}/x`, { method, headers, body: Buffer.from([0x7b, 0xff, 0x7d]) });
    return { status: response.status, errors: (await response.json()) as { errorCode: string; message: string }[] };
  };

  it('binds to no parameter', async () => {
    expect(await put('POST')).toMatchObject({ status: 400, errors: [{ errorCode: 'JSON_PARSER_ERROR' }] });
  });

  it('is a Blob of which Apex can make no text', async () => {
    const { status, errors } = await put('PUT');
    expect([status, errors[0]?.errorCode]).toEqual([500, 'APEX_ERROR']);
    expect(errors[0]?.message).toContain('System.StringException: BLOB is not a valid UTF-8 string');
  });
});

describe('a resource', () => {
  it('sees the request and has its result serialised in declaration order', async () => {
    const answer = await admin.call('GET', `${BASE}/isbn-7?tag=old`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toBe(
      '{"isbn":"isbn-7","pages":3,"tags":["old","GET","/services/apexrest/books/*"],"nothing":null}',
    );
    expect((await admin.call('GET', BASE)).status).toBe(200);
  });

  it('gets its parameters by name and sets status and headers', async () => {
    const answer = await admin.call('POST', BASE, { pages: 12, isbn: 'ar-1', tags: ['a', 'b'] });
    expect([answer.status, answer.headers.get('x-made-by')]).toEqual([201, 'Apex']);
    expect(answer.body).toEqual({ isbn: 'ar-1', pages: 12, tags: ['a', 'b'], nothing: null });
    expect((await admin.call('GET', 'sobjects/Book__c/Isbn__c/ar-1?fields=Pages__c')).body.Pages__c).toBe(12);
  });

  it('reads the raw body and writes the raw answer when it is void', async () => {
    const answer = await admin.call('PUT', `${BASE}/x`, { any: [1] });
    expect([answer.status, answer.body]).toEqual([202, { got: { any: [1] } }]);
  });

  it('that throws answers 500 with type, message and stack, and keeps nothing', async () => {
    const answer = await admin.call('DELETE', BASE);
    expect(answer.status).toBe(500);
    expect(answer.body[0].errorCode).toBe('APEX_ERROR');
    expect(answer.body[0].message).toMatch(
      /^System\.IllegalArgumentException: Not this one\n\nClass\.BookResource\.fail: line \d+, column 1/,
    );
    expect((await admin.call('GET', 'sobjects/Book__c/Isbn__c/left-over')).status).toBe(404);
  });
});

describe('what Apex sets', () => {
  const put = (query: string) => admin.call('PUT', `${BASE}/x?${query}`, {});

  // Apex Reference Guide, RestResponse, "Status Codes".
  it.each([0, -1, 99, 100, 199, 203, 402, 418, 429, 502, 600, 1000, 2147483647])('is no status when it is %d', async (status) => {
    const answer = await put(`status=${status}`);
    const message = `Invalid status code for HTTP response: ${status}`;
    expect([answer.status, answer.body]).toEqual([500, [{ errorCode: 'APEX_ERROR', message }]]);
  });

  it.each([201, 206, 400, 409, 417, 503])('is the status %d', async (status) => {
    expect((await put(`status=${status}`)).status).toBe(status);
  });

  it.each([
    'header=X-A&value=a%0D%0AX-B:%20b',
    'header=X-A&value=%E2%82%AC',
    'header=X%20A&value=a',
    'header=&value=a',
    'header=X-%C3%A9&value=a',
  ])('is no header when it is %s', async (query) => {
    const answer = await put(query);
    expect([answer.status, answer.body[0].errorCode]).toEqual([500, 'APEX_ERROR']);
    expect(answer.body[0].message).toMatch(/^Invalid header for HTTP response: /);
  });

  it.each(['Content-Length', 'Transfer-Encoding', 'Connection'])('does not change how the answer is sent: %s', async (header) => {
    const answer = await put(`header=${header}&value=1`);
    expect([answer.status, answer.body]).toEqual([202, { got: {} }]);
  });
});
