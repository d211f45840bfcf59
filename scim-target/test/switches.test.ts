import { afterEach, beforeEach, expect, it } from 'vitest';
import { client, patch, startTestTarget, user, type Target } from './client';

let target: Target;
let call: Awaited<ReturnType<typeof client>>;
beforeEach(async () => {
  target = await startTestTarget();
  call = await client(target);
  target.store.add({ userName: 'ada', externalId: 'E1', active: true });
  target.store.add({ userName: 'bob', externalId: 'E2', active: false });
});
afterEach(() => target.close());

async function switchOn(...switches: object[]): Promise<number> {
  const answer = await fetch(`${target.url}/admin/switches`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(switches),
  });
  return answer.status;
}
const names = async (query = ''): Promise<unknown[]> => (await call('GET', `/Users${query}`)).body.Resources!.map((one) => one['userName']);

it('a status is for all requests, or those of a method or a person, so often as said', async () => {
  await switchOn({ name: 'status', status: 429, retryAfter: 7, method: 'POST', match: 'cy', times: 1 });
  expect((await call('POST', '/Users', user('dan'))).status).toBe(201);
  const refused = await call('POST', '/Users', user('cy'));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await call('POST', '/Users', user('cy'))).status).toBe(201);
});

it('an answer may be lost after the work was done', async () => {
  await switchOn({ name: 'after', status: 500, times: 1 });
  expect((await call('POST', '/Users', user('cy'))).status).toBe(500);
  expect(await names()).toEqual(['ada', 'bob', 'cy']);
});

it('no answer, half an answer, a page and a redirect', async () => {
  await switchOn({ name: 'drop', times: 1 });
  await expect(call('GET', '/Users')).rejects.toThrow('fetch failed');
  await switchOn({ name: 'half', times: 1 });
  expect((await call('GET', '/Users')).text).toMatch(/^\{.*[^}]$/);
  await switchOn({ name: 'html', times: 1 });
  expect((await call('GET', '/Users')).text).toContain('<h1>');
  await switchOn({ name: 'redirect', location: 'http://127.0.0.1:1/', times: 1 });
  expect((await call('GET', '/Users')).status).toBe(307);
  expect(await names()).toEqual(['ada', 'bob']);
});

it('nobody answers while it hangs', async () => {
  await switchOn({ name: 'hang', times: 1 });
  const hung = call('GET', '/Users').catch(() => 'ended');
  expect(await names()).toEqual(['ada', 'bob']);
  await target.close();
  expect(await hung).toBe('ended');
  target = await startTestTarget();
});

it('lists repeat people, start over, and are shorter than asked', async () => {
  await switchOn({ name: 'duplicates' });
  expect(await names()).toEqual(['ada', 'ada', 'bob', 'bob']);
  await switchOn({ name: 'startOver' });
  expect(await names('?startIndex=3')).toEqual(['ada', 'bob']);
  await switchOn({ name: 'shortPages', size: 1 });
  expect(await names('?count=2')).toEqual(['ada']);
});

it('pages by cursor, which may be an address', async () => {
  await switchOn({ name: 'cursors' });
  const first = (await call('GET', '/Users?count=1')).body;
  expect(first['startIndex']).toBeUndefined();
  expect(await names(`?count=1&cursor=${String(first['nextCursor'])}`)).toEqual(['bob']);
  await switchOn({ name: 'cursors', absolute: 'http://elsewhere.example/' });
  expect((await call('GET', '/Users?count=1')).body['nextCursor']).toContain('http://elsewhere.example/');
});

it('active is a text', async () => {
  await switchOn({ name: 'texts' });
  expect((await call('GET', '/Users')).body.Resources!.map((one) => one['active'])).toEqual(['True', 'False']);
});

it('filters mind capitals, know no or, or are ignored', async () => {
  const filter = (text: string): string => `?filter=${encodeURIComponent(text)}`;
  await switchOn({ name: 'caseSensitive' });
  expect(await names(filter('userName eq "ADA"'))).toEqual([]);
  await switchOn({ name: 'noOr' });
  expect((await call('GET', `/Users${filter('userName eq "ada" or externalId eq "E1"')}`)).status).toBe(400);
  expect(await names(filter('userName eq "ada"'))).toEqual(['ada']);
  await switchOn({ name: 'noFilter' });
  expect(await names(filter('userName eq "ada"'))).toEqual(['ada', 'bob']);
});

it('has no PATCH and no bulk, and says so', async () => {
  await switchOn({ name: 'noPatch' }, { name: 'noBulk' });
  const id = String(target.store.find(undefined, { caseSensitive: false })[0].id);
  expect((await call('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'active', value: false }))).status).toBe(501);
  expect((await call('POST', '/Bulk', {})).status).toBe(501);
  expect((await call('GET', '/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: false }, bulk: { supported: false } });
});

it('look-ups lag behind what was made', async () => {
  await switchOn({ name: 'lag', requests: 3 });
  const { body } = await call('POST', '/Users', user('cy'));
  expect(await names()).toEqual(['ada', 'bob']);
  expect((await call('GET', `/Users/${String(body['id'])}`)).status).toBe(200);
  expect(await names()).toEqual(['ada', 'bob', 'cy']);
});

it('a token ends in the middle', async () => {
  await switchOn({ name: 'tokenUses', uses: 2 });
  expect([await call('GET', '/Users'), await call('GET', '/Users'), await call('GET', '/Users')].map((one) => one.status)).toEqual([
    200, 200, 401,
  ]);
});

it('refuses a switch that it does not have', async () => {
  expect(await switchOn({ name: 'made up' })).toBe(400);
});
