import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { send, serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: { readonly userId: string; readonly username: string; readonly password: string };
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
  reader = served.org.users.find((user) => user.alias === 'reader')!;
  // Only who has signed in before can be frozen.
  await served.signIn('reader');
});
afterAll(() => served.close());

const apex = async (code: string) => {
  const { body } = await admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`);
  return body as { success: boolean; exceptionMessage: string | null };
};
const byApex = async (code: string): Promise<void> => expect(await apex(code)).toMatchObject({ success: true });
const update = (values: object) => admin.call('PATCH', `sobjects/User/${reader.userId}`, values);
const status = async (client: Client): Promise<number> => (await client.call('GET', 'limits')).status;
const loginId = async (): Promise<string> =>
  (await admin.call('GET', `query?q=${encodeURIComponent(`SELECT Id FROM UserLogin WHERE UserId = '${reader.userId}'`)}`)).body.records[0]
    .Id;

/** Ways in which a user can lose the right to log in, and ways back. */
const OUT: readonly [string, () => Promise<unknown>][] = [
  ['deactivation by REST', () => update({ IsActive: false })],
  ['deactivation by a collection', () => admin.call('PATCH', 'composite/sobjects', { records: [{ attributes: { type: 'User' }, Id: reader.userId, IsActive: false }] })], // prettier-ignore
  ['deactivation by Apex', () => byApex(`update new User(Id = '${reader.userId}', IsActive = false);`)],
  ['deactivation and reactivation in one transaction', () => byApex(`User u = new User(Id = '${reader.userId}', IsActive = false); update u; u.IsActive = true; update u;`)], // prettier-ignore
  ['freezing by REST', async () => admin.call('PATCH', `sobjects/UserLogin/${await loginId()}`, { IsFrozen: true })],
  ['freezing by Apex', async () => byApex(`update new UserLogin(Id = '${await loginId()}', IsFrozen = true);`)],
  ['deactivation by a bulk job', () => bulk('User', `Id,IsActive\n${reader.userId},false\n`)],
];

async function bulk(object: string, csv: string): Promise<void> {
  const { body: job } = await admin.call('POST', 'jobs/ingest', { object, operation: 'update' });
  await admin.call('PUT', `jobs/ingest/${job.id}/batches`, csv, { 'content-type': 'text/csv' });
  await admin.call('PATCH', `jobs/ingest/${job.id}`, { state: 'UploadComplete' });
  served.drain();
  expect((await admin.call('GET', `jobs/ingest/${job.id}`)).body).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
}

async function letBackIn(): Promise<void> {
  await byApex(`update new User(Id = '${reader.userId}', IsActive = true);`);
  await byApex(`update new UserLogin(Id = '${await loginId()}', IsFrozen = false);`);
}

describe('a session', () => {
  beforeEach(letBackIn);

  it.each(OUT)('ends with %s, and stays ended whatever comes after', async (_name, leave) => {
    const client = await served.signIn('reader');
    const other = await served.signIn('admin');
    expect(await status(client)).toBe(200);
    await leave();
    const refused = await client.call('GET', 'limits');
    expect([refused.status, refused.body]).toEqual([401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]]);
    await letBackIn();
    expect(await status(client)).toBe(401);
    expect((await client.call('POST', '/aura/context', {})).status).toBe(401);
    expect([await status(other), await status(await served.signIn('reader'))]).toEqual([200, 200]);
  });

  it('stays when the deactivation is rolled back, and when something else of the user changes', async () => {
    const client = await served.signIn('reader');
    const failed = await apex(`update new User(Id = '${reader.userId}', IsActive = false); Integer i = 1 / 0;`);
    expect(failed.success).toBe(false);
    await byApex(
      `Savepoint s = Database.setSavepoint(); update new User(Id = '${reader.userId}', IsActive = false); Database.rollback(s);`,
    );
    await update({ Title: 'Reader', IsActive: true });
    expect(await status(client)).toBe(200);
  });

  it('goes on under a new username', async () => {
    const client = await served.signIn('reader');
    await update({ Username: 'renamed@library.example' });
    expect((await client.call('GET', '/services/oauth2/userinfo')).body.preferred_username).toBe('renamed@library.example');
    await update({ Username: reader.username });
  });
});

describe('whoever may not log in', () => {
  it.each([
    ['is deactivated', `update new User(Id = ':user', IsActive = false);`],
    ['is frozen', `update new UserLogin(Id = ':login', IsFrozen = true);`],
  ])('gets no session once he %s, by any way of signing in', async (_name, code) => {
    await letBackIn();
    await byApex(code.replace(':user', reader.userId).replace(':login', await loginId()));
    const token = (form: Record<string, string>) =>
      send(served.url, 'POST', '/services/oauth2/token', new URLSearchParams(form).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
    const { username, password } = reader;
    const refused = { error: 'invalid_grant', error_description: 'authentication failure' };
    expect(await token({ grant_type: 'password', username, password })).toMatchObject({ status: 400, body: refused });
    const client = await token({ grant_type: 'client_credentials', client_id: 'reader' });
    expect([client.status, client.body.error]).toEqual([400, 'invalid_grant']);
    const envelope = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><login xmlns="urn:partner.soap.sforce.com"><username>${username}</username><password>${password}</password></login></e:Body></e:Envelope>`;
    const soap = await send(served.url, 'POST', '/services/Soap/u/67.0', envelope, { 'content-type': 'text/xml' });
    expect([soap.status, soap.body]).toEqual([500, expect.stringContaining('<faultcode>sf:INVALID_LOGIN</faultcode>')]);
    const page = await send(served.url, 'POST', '/login', new URLSearchParams({ username, password }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
    await letBackIn();
  });
});

describe('a token', () => {
  it('that was never given opens nothing, whatever its letters', async () => {
    const odd = ['x', '!', 'ä'.normalize('NFD'), '\'; DROP TABLE "local#session"; --', '%00', '\u00e9', 'a'.repeat(10_000)];
    for (const text of [...odd, `${admin.token}x`, admin.token.slice(0, -1), admin.token.toLowerCase()]) {
      const authorization = Buffer.from(`Bearer ${text}`, 'utf8').toString('latin1');
      expect([text, (await send(served.url, 'GET', 'limits', undefined, { authorization })).status]).toEqual([text, 401]);
      const cookie = `sid=${encodeURIComponent(text)}`;
      expect([text, (await send(served.url, 'POST', '/aura/context', {}, { cookie })).status]).toEqual([text, 401]);
    }
    expect(await status(admin)).toBe(200);
  });

  it('of the org before a reset opens nothing', async () => {
    const before = await served.signIn('admin');
    served.org.reset();
    expect(await status(before)).toBe(401);
    admin = await served.signIn('admin');
    expect(await status(admin)).toBe(200);
  });
});
