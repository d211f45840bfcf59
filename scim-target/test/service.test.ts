import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { client, patch, SECRET, startTestTarget, token, user, type Target } from './client';

let target: Target;
let call: Awaited<ReturnType<typeof client>>;
beforeEach(async () => {
  target = await startTestTarget();
  call = await client(target);
});
afterEach(() => target.close());

const eq = (name: string, value: string): string => encodeURIComponent(`${name} eq ${JSON.stringify(value)}`);

describe('the target', () => {
  it('gives tokens for the right secret only, and takes no others', async () => {
    expect((await token(target)).status).toBe(200);
    expect((await token(target, { ...SECRET, clientSecret: 'wrong' })).status).toBe(401);
    expect((await call('GET', '/Users', undefined, { Authorization: 'Bearer made up' })).status).toBe(401);
  });

  it('makes, reads, changes and removes users', async () => {
    const made = await call('POST', '/Users', user('ada', { externalId: 'E1', emails: [{ type: 'home', value: 'a@home' }] }));
    expect(made.status).toBe(201);
    const path = `/Users/${String(made.body['id'])}`;
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';
    const changed = await call('PATCH', path, patch(
      { op: 'replace', path: 'active', value: false },
      { op: 'add', path: 'emails', value: [{ type: 'work', value: 'a@work' }] },
      { op: 'replace', path: enterprise, value: 'Cranes' },
    )); // prettier-ignore
    expect(changed.status).toBe(200);
    const read = await call('GET', path);
    expect(read.body).toMatchObject({ userName: 'ada', externalId: 'E1', active: false });
    expect(read.body['emails']).toEqual([{ type: 'home', value: 'a@home' }, { type: 'work', value: 'a@work' }]); // prettier-ignore
    expect(read.text).toContain('Cranes');
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('refuses a second user of the same name, whatever its capitals', async () => {
    await call('POST', '/Users', user('ada'));
    const second = await call('POST', '/Users', user('ADA'));
    expect([second.status, second.body['scimType']]).toEqual([409, 'uniqueness']);
  });

  it('finds by filter, with or, whatever the capitals, and looks nobody up twice', async () => {
    for (const name of ['ada', 'bob', 'cy'])
      await call('POST', '/Users', user(name, { externalId: `E-${name}`, title: name.toUpperCase() }));
    const names = async (filter: string): Promise<unknown[]> =>
      (await call('GET', `/Users?filter=${filter}`)).body.Resources!.map((one) => one['userName']);
    expect(await names(eq('userName', 'ADA'))).toEqual(['ada']);
    expect(await names(`${eq('externalId', 'E-bob')}%20or%20${eq('userName', 'bob')}`)).toEqual(['bob']);
    expect(await names(eq('title', 'cy'))).toEqual(['cy']);
    expect(await names(eq('userName', 'nobody'))).toEqual([]);
  });

  it('pages, and a page past the end is empty', async () => {
    for (let i = 1; i <= 25; i++) await call('POST', '/Users', user(`u${i}`));
    const page = async (start: number): Promise<unknown[]> => {
      const { body } = await call('GET', `/Users?startIndex=${start}&count=10`);
      return [body['totalResults'], body['startIndex'], body.Resources!.map((one) => one['userName'])];
    };
    expect(await page(11)).toEqual([25, 11, Array.from({ length: 10 }, (_, i) => `u${11 + i}`)]);
    expect(await page(21)).toEqual([25, 21, ['u21', 'u22', 'u23', 'u24', 'u25']]);
    expect(await page(26)).toEqual([25, 26, []]);
  });

  it('takes a change for the version that is there only', async () => {
    const made = await call('POST', '/Users', user('ada'));
    const path = `/Users/${String(made.body['id'])}`;
    const etag = made.headers.get('etag')!;
    expect((await call('PUT', path, user('ada', { title: 'one' }), { 'If-Match': etag })).status).toBe(200);
    expect((await call('PUT', path, user('ada', { title: 'two' }), { 'If-Match': etag })).status).toBe(412);
    expect((await call('GET', path)).body['title']).toBe('one');
  });

  it('keeps a journal without tokens, to be read and forgotten', async () => {
    await call('POST', '/Users', user('ada'));
    const journal = await (await fetch(`${target.url}/admin/journal`)).text();
    expect(JSON.parse(journal)).toMatchObject([{ method: 'POST', path: '/scim/v2/Users', status: 201, body: { userName: 'ada' } }]);
    expect(journal).not.toContain('Bearer');
    await fetch(`${target.url}/admin/journal`, { method: 'DELETE' });
    expect(target.journal.entries).toEqual([]);
  });
});
