import { afterAll, beforeAll, expect, it } from 'vitest';
import { send, serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;
let profileId: string;

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
  const profiles = await admin.call('GET', `query?q=${encodeURIComponent("SELECT Id FROM Profile WHERE Name = 'Standard User'")}`);
  profileId = profiles.body.records[0].Id;
});
afterAll(() => served.close());

const PASSWORD = 'correct horse 1';

async function newUser(alias: string) {
  const username = `${alias}@library.example`;
  const locale = { TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'en_US', EmailEncodingKey: 'UTF-8', LanguageLocaleKey: 'en_US' };
  const user = { LastName: alias, Alias: alias, Username: username, Email: username, ProfileId: profileId, ...locale };
  const { body } = await admin.call('POST', 'sobjects/User', user);
  return { username, path: `sobjects/User/${body.id}/password`, id: String(body.id) };
}

async function token(username: string, password: string): Promise<number> {
  const form = new URLSearchParams({ grant_type: 'password', username, password }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await send(served.url, 'POST', '/services/oauth2/token', form, headers)).status;
}

it('lets a new user sign in once a password was set, and only with it', async () => {
  const { username, path } = await newUser('anna');
  expect(await token(username, PASSWORD)).toBe(400);
  expect((await admin.call('GET', path)).body).toEqual({ isExpired: false });
  expect((await admin.call('POST', path, { NewPassword: PASSWORD })).status).toBe(204);
  expect(await token(username, `${PASSWORD}2`)).toBe(400);
  expect(await token(username, PASSWORD)).toBe(200);
});

it('sets passwords by Apex, with the transaction', { timeout: 30_000 }, async () => {
  const { username, id } = await newUser('carl');
  const administrator = served.org.users.find((user) => user.alias === 'admin')!.userId;
  expect(served.org.exec(`System.setPassword('${id}', '${PASSWORD}'); Integer i = 1 / 0;`, administrator).success).toBe(false);
  expect(await token(username, PASSWORD)).toBe(400);
  expect(served.org.exec(`System.setPassword('${id}', '${PASSWORD}');`, administrator)).toMatchObject({ compiled: true, success: true });
  expect(await token(username, PASSWORD)).toBe(200);
  await admin.call('PATCH', `sobjects/User/${id}`, { IsActive: false });
  expect(await token(username, PASSWORD)).toBe(400);
});

it('lets nobody set those of others without the right, and everybody their own', async () => {
  const { path } = await newUser('dora');
  const refused = await reader.call('POST', path, { NewPassword: PASSWORD });
  expect([refused.status, refused.body[0].errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS']);
  const own = served.org.users.find((user) => user.alias === 'reader')!;
  expect((await reader.call('POST', `sobjects/User/${own.userId}/password`, { NewPassword: PASSWORD })).status).toBe(204);
  expect([await token(own.username, own.password), await token(own.username, PASSWORD)]).toEqual([400, 200]);
});

it.each([{ NewPassword: 'short1' }, { NewPassword: 'only letters' }, {}])('refuses %o', async (body) => {
  const own = served.org.users.find((user) => user.alias === 'admin')!;
  const { status, body: errors } = await admin.call('POST', `sobjects/User/${own.userId}/password`, body);
  expect([status, errors[0].errorCode]).toEqual([400, 'INVALID_NEW_PASSWORD']);
});
