import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

describe('a version of the API that is not served', () => {
  it.each([
    'abc',
    'v67',
    'v67.5',
    'v999.0',
    'v1.0',
    'v30.0',
    'v68.0',
    '67.0',
    'v67.0.0',
    'v-67.0',
    'v6 7.0',
    'vNaN.0',
    'v6e1.0',
    'v0x43.0',
  ])('leads nowhere, with every resource and through every door: %s', async (version) => {
    const segment = encodeURIComponent(version);
    const paths = [
      '',
      '/sobjects',
      '/sobjects/Book__c/describe',
      '/query?q=SELECT+Id+FROM+Book__c',
      '/limits',
      '/ui-api/records/001?fields=a.b',
    ];
    for (const path of [...paths, '/tooling/query?q=x', '/jobs/ingest', '/jobs/query', '/connect/notifications', '/recent']) {
      const url = `/services/data/${segment}${path}`;
      const answer = await admin.call('GET', url);
      expect([url, answer.status, answer.body]).toEqual([url, 404, NOT_FOUND]);
      expect((await send(served.url, 'GET', url)).status).toBe(401);
    }
    const url = `/services/data/${segment}/sobjects`;
    expect((await admin.call('POST', '/ui/call', { method: 'GET', url })).body).toEqual(NOT_FOUND);
    const composite = await admin.call('POST', 'composite', { compositeRequest: [{ method: 'GET', url, referenceId: 'a' }] });
    expect(composite.body.compositeResponse[0]).toMatchObject({ httpStatusCode: 404, body: NOT_FOUND });
  });

  it('is told apart from those that are', async () => {
    for (const version of ['v67.0', 'V67.0', 'v31.0'])
      expect((await admin.call('GET', `/services/data/${version}/limits`)).status).toBe(200);
  });
});

describe('signing in by OAuth', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = FORM) =>
    fetch(`${served.url}/services/oauth2/${path}`, { method: 'POST', headers, body: Buffer.from(body) });

  it('refuses what says nothing clear, in the shape of OAuth', async () => {
    const { username, password } = served.org.users[0]!;
    const good = new URLSearchParams({ grant_type: 'password', username, password }).toString();
    const refused: [string, string, string | Uint8Array][] = [
      ['invalid_request', 'token', ''],
      ['invalid_request', 'token', '{"grant_type":"password"}'],
      ['invalid_request', 'token', new Uint8Array([...Buffer.from(good), 0xff, 0xfe])],
      ['invalid_request', 'token', `${good}&username=someone`],
      ['invalid_request', 'token', `grant_type=client_credentials&${good}`],
      ['invalid_grant', 'token', 'grant_type=password'],
      ['invalid_grant', 'token', `grant_type=password&username=${encodeURIComponent(username)}`],
      ['invalid_grant', 'token', `${good}%00`],
      ['invalid_grant', 'token', `grant_type=password&username=%00&password=%ff`],
      ['invalid_grant', 'token', `grant_type=password&username=${encodeURIComponent(`${username}\u0000`)}&password=${password}`],
      ['unsupported_grant_type', 'token', 'grant_type=constructor'],
      ['unsupported_grant_type', 'token', 'grant_type=%F0%9F%92%A9'],
      ['invalid_request', 'revoke', ''],
      ['invalid_request', 'revoke', 'token='],
      ['invalid_request', 'revoke', 'token=a&token=b'],
      ['invalid_request', 'revoke', new Uint8Array([0x74, 0x6f, 0x6b, 0x65, 0x6e, 0x3d, 0xff])],
    ];
    for (const [error, path, body] of refused) {
      const answer = await post(path, body);
      const told = (await answer.json()) as { error: string };
      expect([path, String(body), answer.status, told]).toEqual([
        path,
        String(body),
        400,
        { error, error_description: expect.any(String) },
      ]);
    }
    expect((await post('token', good)).status).toBe(200);
  });

  it('takes POST only, and identities are read only', async () => {
    const identity = `/id/${served.org.organizationId}/${served.org.users[0]?.userId}`;
    for (const [method, path] of [
      ['GET', '/services/oauth2/token'],
      ['PUT', '/services/oauth2/token'],
      ['DELETE', '/services/oauth2/revoke'],
      ['PATCH', '/services/oauth2/userinfo'],
      ['POST', identity],
      ['DELETE', identity],
    ] as const) {
      const answer = await admin.call(method, path);
      expect([method, path, answer.status, answer.body[0].errorCode]).toEqual([method, path, 405, 'METHOD_NOT_ALLOWED']);
    }
  });

  it('shows nobody the identity of another user or of another org', async () => {
    const reader = served.org.users.find((user) => user.alias === 'reader')!;
    const org = served.org.organizationId;
    for (const path of [`${org}/${reader.userId}`, `00D000000000000AAA/${served.org.users[0]?.userId}`, `${org}/x`, 'a/b']) {
      expect([path, (await admin.call('GET', `/id/${path}`)).status]).toEqual([path, 403]);
    }
    for (const path of ['a', 'a/b/c']) expect((await admin.call('GET', `/id/${path}`)).status).toBe(404);
    expect((await send(served.url, 'GET', `/id/${org}/${reader.userId}`)).status).toBe(401);
  });
});
