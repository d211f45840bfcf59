import { afterAll, beforeAll, expect, it } from 'vitest';
import { send, serveLibrary, type Served } from './served-org';

let served: Served;
beforeAll(async () => {
  served = await serveLibrary();
});
afterAll(() => served.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const rows = (userId: string): number => {
  const { org } = served;
  const options = { mode: 'system', sharing: false, api: true } as const;
  return org.step({ userId, commit: false }, () =>
    org.data.countText('SELECT Id FROM UserLogin WHERE UserId = :id', new Map([['id', userId]]), options),
  );
};

const DOORS: readonly [string, string, (username: string, password: string) => Promise<unknown>][] = [
  ['a token', 'admin', (username, password) => send(served.url, 'POST', '/services/oauth2/token', form({ grant_type: 'password', username, password }), FORM)],
  ['the page', 'reader', (username, password) => send(served.url, 'POST', '/login', form({ username, password }), FORM)],
  ['SOAP', 'nobody', (username, password) => send(served.url, 'POST', '/services/Soap/u/67.0', `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><login xmlns="urn:partner.soap.sforce.com"><username>${username}</username><password>${password}</password></login></e:Body></e:Envelope>`, { 'content-type': 'text/xml' })],
]; // prettier-ignore

it.each(DOORS)('who signs in for the first time, by %s, gets a row of UserLogin, and only one', async (_name, alias, signIn) => {
  const { userId, username, password } = served.org.users.find((user) => user.alias === alias)!;
  await signIn(username, `${password}?`);
  expect(rows(userId)).toBe(0);
  await signIn(username, password);
  expect(rows(userId)).toBe(1);
  await signIn(username, password);
  expect(rows(userId)).toBe(1);
});
