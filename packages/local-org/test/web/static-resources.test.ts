import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root, send, serveLibrary, type Served } from '../rest/served-org';

const folder = mkdtempSync(join(tmpdir(), 'static-resources-'));
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
const SCRIPT = 'globalThis.Shelf = "ä";\n';
let served: Served;
let cookie: { cookie: string };

const meta = (contentType: string, cacheControl: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>${cacheControl}</cacheControl><contentType>${contentType}</contentType></StaticResource>\n`;

beforeAll(async () => {
  cpSync(root, folder, { recursive: true });
  const resources = join(folder, 'force-app/main/default/staticresources');
  mkdirSync(resources, { recursive: true });
  writeFileSync(join(resources, 'Shelf.resource-meta.xml'), meta('application/javascript', 'Public'));
  writeFileSync(join(resources, 'Shelf.js'), SCRIPT);
  writeFileSync(join(resources, 'Cover.resource-meta.xml'), meta('image/png', 'Private'));
  writeFileSync(join(resources, 'Cover.png'), PICTURE);
  served = await serveLibrary({ root: folder });
  const { token } = await served.signIn('nobody');
  cookie = { cookie: `sid=${encodeURIComponent(token)}` };
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = cookie) => send(served.url, 'GET', path, undefined, headers);

it('are served to everybody who has signed in, as they are, under their type', async () => {
  const script = await get('/resource/1700000000000/Shelf');
  expect([script.status, script.headers.get('content-type'), script.body]).toEqual([200, 'application/javascript', SCRIPT]);
  expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  const picture = await fetch(`${served.url}/resource/1700000000000/Cover`, { headers: cookie });
  expect([picture.headers.get('content-type'), Buffer.from(await picture.arrayBuffer())]).toEqual(['image/png', PICTURE]);
  const head = await send(served.url, 'HEAD', '/resource/1700000000000/Shelf', undefined, cookie);
  expect([head.status, head.body]).toEqual([200, '']);
});

it('may be kept for 45 days under an address with a time, by everybody or by the browser alone, and are asked for again without one', async () => {
  const control = async (path: string) => (await get(path)).headers.get('cache-control');
  expect(await control('/resource/1700000000000/Shelf')).toBe('public, max-age=3888000');
  expect(await control('/resource/1700000000000/Cover')).toBe('private, max-age=3888000');
  expect(await control('/resource/Shelf')).toBe('no-cache');
});

it('lead a stranger to the sign-in page, which nobody keeps', async () => {
  const strangers: readonly Record<string, string>[] = [{}, { cookie: 'sid=00D!wrong' }];
  for (const headers of strangers) {
    const { status, headers: said } = await get('/resource/1700000000000/Shelf', headers);
    expect([status, said.get('location'), said.get('cache-control')]).toEqual([
      303,
      '/?startURL=%2Fresource%2F1700000000000%2FShelf',
      'no-store',
    ]);
  }
});

it('that do not exist, and files inside of one, are 404', async () => {
  for (const path of ['/resource/Nothing', '/resource/1700000000000/Nothing', '/resource/1/Shelf/inside.js', '/resource/a/Shelf']) {
    const { status, body } = await get(path);
    expect([path, status, body[0]?.errorCode]).toEqual([path, 404, 'NOT_FOUND']);
  }
});

it('are found whatever the capitals of the name, and are for reading only', async () => {
  expect((await get('/resource/shelf')).status).toBe(200);
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect((await send(served.url, method, '/resource/Shelf', {}, cookie)).status).toBe(404);
  }
});

it('cannot be embedded by another site', async () => {
  const { status } = await get('/resource/Shelf', { ...cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' });
  expect(status).toBe(403);
});

it('stand behind the pages’ own door, which takes a session and a name', async () => {
  const { body } = await send(served.url, 'POST', '/ui/resource', { name: 'Shelf' }, cookie);
  expect(body).toBe(SCRIPT);
  expect((await send(served.url, 'POST', '/ui/resource', {}, cookie)).status).toBe(400);
  expect((await send(served.url, 'POST', '/ui/resource', { name: 'Shelf' })).status).toBe(401);
});
