import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortInUseError, startServer } from '../../src/web/server';
import { send, serveLibrary, type Served } from '../rest/served-org';

let served: Served;
beforeAll(async () => {
  served = await serveLibrary();
});
afterAll(() => served.close());

/** fetch sets Host itself; this does not. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(served.url + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}

describe('what a foreign page could try', () => {
  it('is refused by Host and Origin', async () => {
    expect(await raw('/__local/info', { host: 'evil.example' })).toBe(403);
    expect(await raw('/__local/info', { host: '127.0.0.1.evil.example' })).toBe(403);
    expect(await raw('/__local/info', { host: `localhost:${new URL(served.url).port}` })).toBe(200);
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1']) {
      expect([origin, (await send(served.url, 'POST', '/services/oauth2/token', 'x', { origin })).status]).toEqual([origin, 403]);
    }
    expect((await send(served.url, 'GET', '/__local/info', undefined, { origin: served.url })).status).toBe(200);
  });

  it('cannot reach test controls with a form', async () => {
    const form = await send(served.url, 'POST', '/__local/reset', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
    const garbage = await send(served.url, 'POST', '/login', 'a=b', { 'content-type': 'garbage' });
    expect([garbage.status, garbage.body[0].errorCode]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

describe('sessions', () => {
  const user = () => served.org.users.find((one) => one.alias === 'admin')!;
  const tokenFor = (form: Record<string, string>) =>
    send(served.url, 'POST', '/services/oauth2/token', new URLSearchParams(form).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });

  it('need the right password, with or without a security token', async () => {
    const { username, password } = user();
    const wrong = await tokenFor({ grant_type: 'password', username, password: 'wrong' });
    expect([wrong.status, wrong.body]).toEqual([400, { error: 'invalid_grant', error_description: 'authentication failure' }]);
    expect((await tokenFor({ grant_type: 'password', username: 'nobody@there', password })).status).toBe(400);
    expect((await tokenFor({ grant_type: 'magic' })).body.error).toBe('unsupported_grant_type');
    for (const given of [password, `${password}AbCdEfGhIjKlMnOpQrStUvWx`]) {
      const good = await tokenFor({ grant_type: 'password', username, password: given });
      expect(good.body).toMatchObject({ token_type: 'Bearer', instance_url: served.url, id: expect.stringContaining(`/${user().userId}`) });
    }
    expect((await tokenFor({ grant_type: 'client_credentials', client_id: 'any' })).status).toBe(200);
  });

  it('are asked for by every resource and end at revoke', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { cookie: 'sid=%ZZ' }] as Record<string, string>[]) {
      const answer = await send(served.url, 'GET', 'sobjects', undefined, headers);
      expect([answer.status, answer.body]).toEqual([401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]]);
    }
    const client = await served.signIn('admin');
    expect((await client.call('GET', '/services/oauth2/userinfo')).body).toMatchObject({
      user_id: user().userId,
      preferred_username: user().username,
    });
    expect((await client.call('GET', `/id/${served.org.organizationId}/${user().userId}`)).body).toMatchObject({ user_id: user().userId });
    await client.call('POST', `/services/oauth2/revoke?token=${encodeURIComponent(client.token)}`);
    expect((await client.call('GET', 'sobjects')).status).toBe(401);
  });

  it('need the permission API Enabled', async () => {
    const nobody = await served.signIn('nobody');
    const allowed = served.org.access.hasPermission(served.org.users[2]!.userId, 'ApiEnabled');
    const answer = await nobody.call('GET', 'sobjects');
    expect(allowed ? 200 : 403).toBe(answer.status);
    if (!allowed) expect(answer.body[0].errorCode).toBe('API_DISABLED_FOR_ORG');
  });

  it('open from the sign-in page with a cookie, and return only to this server', async () => {
    const { username, password } = user();
    const page = await send(served.url, 'GET', '/');
    expect(page.body).toMatch(/<label[^>]*for="username">Username<\/label>/);
    const form = (fields: Record<string, string>) =>
      send(served.url, 'POST', '/login', new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    const wrong = await form({ username, password: 'no', startURL: '"><script>' });
    expect(wrong.body).toContain('Please check your username and password');
    expect(wrong.body).not.toContain('<script>');
    const away = await form({ username, password, startURL: '//evil.example' });
    expect([away.status, away.headers.get('location')]).toEqual([303, '/lightning/page/home']);
    const cookie = away.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^sid=[^;]+;.*HttpOnly.*SameSite=Strict/i);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const context = () => send(served.url, 'POST', '/aura/context', {}, headers);
    expect((await context()).body.user).toMatchObject({ username });
    for (const path of ['/logout', '/secur/logout.jsp'])
      expect((await send(served.url, 'HEAD', path, undefined, headers)).status).toBe(404);
    expect((await context()).status).toBe(200);
    const out = await send(served.url, 'GET', '/secur/logout.jsp', undefined, headers);
    expect(out.status).toBe(303);
    expect((await context()).status).toBe(401);
  });

  it('open by SOAP login', async () => {
    const { username, password } = user();
    const envelope = (secret: string) =>
      `<se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Header/><se:Body><login xmlns="urn:partner.soap.sforce.com"><username>${username}</username><password>${secret}</password></login></se:Body></se:Envelope>`;
    const wrong = await send(served.url, 'POST', '/services/Soap/u/67.0', envelope('no'), { 'content-type': 'text/xml' });
    expect(wrong.status).toBe(500);
    expect(wrong.body).toContain('<faultcode>sf:INVALID_LOGIN</faultcode>');
    const good = await send(served.url, 'POST', '/services/Soap/u/67.0', envelope(password), { 'content-type': 'text/xml' });
    const token = /<sessionId>([^<]+)<\/sessionId>/.exec(good.body)?.[1] ?? '';
    expect((await send(served.url, 'GET', 'limits', undefined, { authorization: `Bearer ${token}` })).status).toBe(200);
  });
});

describe('test controls', () => {
  it('tell where the org is and who may sign in', async () => {
    const { body } = await send(served.url, 'GET', '/__local/info');
    expect(body).toMatchObject({ baseUrl: served.url, apiVersion: '67.0' });
    expect(body.users[0]).toEqual({
      alias: 'admin',
      username: 'admin@library.example',
      password: expect.any(String),
      persona: 'Administrator',
    });
  });

  it('move the clock and refuse nonsense', async () => {
    const before = served.org.clock.now();
    expect((await send(served.url, 'POST', '/__local/clock', { advance: '2h' })).status).toBe(200);
    expect(served.org.clock.now() - before).toBeGreaterThanOrEqual(7_200_000);
    expect((await send(served.url, 'POST', '/__local/clock', { advance: -1 })).status).toBe(400);
    expect((await send(served.url, 'POST', '/__local/faults', { point: 'nowhere', nth: 1, action: 'error' })).status).toBe(400);
    expect((await send(served.url, 'POST', '/__local/jobs/run', { max: 5 })).body).toMatchObject({ ran: 0 });
  });

  it('empty the org', async () => {
    const admin = await served.signIn('admin');
    await admin.call('POST', 'sobjects/Book__c', { Name: 'Gone' });
    expect((await send(served.url, 'POST', '/__local/reset', {})).status).toBe(200);
    expect((await admin.call('GET', 'sobjects/Book__c')).status).toBe(401);
    const again = await served.signIn('admin');
    expect((await again.call('GET', 'query?q=SELECT+COUNT()+FROM+Book__c')).body.totalSize).toBe(0);
  });

  it('empty and fill the org one after another, and say why sample data were refused', async () => {
    const steps: string[] = [];
    const seed = async () => {
      steps.push('begin');
      await new Promise(setImmediate);
      steps.push('end');
      if (steps.length === 6) throw new Error('Row 2 was refused');
    };
    const seeded = await serveLibrary({ seed });
    const answers = await Promise.all([1, 2, 3].map(() => send(seeded.url, 'POST', '/__local/reset', { seed: true })));
    expect(steps).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400]);
    const refused = answers.find(({ status }) => status === 400)?.body;
    expect(refused).toEqual([{ errorCode: 'SEED_REFUSED', message: 'Row 2 was refused' }]);
    await seeded.close();
  });

  it('play a scenario by name, and say which they do not know or why it was refused', async () => {
    const played: string[] = [];
    const scenario = async (name: string): Promise<boolean> => {
      played.push(name);
      await Promise.resolve();
      if (name === 'broken') throw new Error('POST /x gave 400');
      return name === 'busy';
    };
    const org = await serveLibrary({ scenario });
    const seed = (body: unknown) => send(org.url, 'POST', '/__local/seed', body);
    expect((await seed({ scenario: 'busy' })).body).toEqual({ seeded: true });
    expect(await seed({ scenario: 'quiet' })).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_INPUT' }] });
    expect(await seed({ scenario: 'broken' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'SEED_REFUSED', message: 'POST /x gave 400' }],
    });
    expect(await seed({ scenario: 7 })).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_INPUT' }] });
    expect(played).toEqual(['busy', 'quiet', 'broken']);
    await org.close();
  });

  it('are absent when switched off', async () => {
    const closed = await serveLibrary({ testControls: false });
    expect((await send(closed.url, 'POST', '/__local/reset', {})).status).toBe(404);
    expect((await send(closed.url, 'GET', '/__local/info')).status).toBe(200);
    await closed.close();
  });
});

describe('the port', () => {
  it('in use is an error of its own', async () => {
    const port = Number(new URL(served.url).port);
    const lane = { status: () => ({ state: 'ready', step: '' }) as const, ready: Promise.reject(new Error('unused')) } as never;
    const start = startServer({ lane, port, root: '.', cacheDir: '/tmp', packageFolder: `${import.meta.dirname}/../..`, headless: true });
    await expect(start).rejects.toBeInstanceOf(PortInUseError);
  });
});
