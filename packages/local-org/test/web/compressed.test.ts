import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compressTexts } from '../../src/web/server/compressed';

const TEXT = 'let answer = 42; // words and words\n'.repeat(500);
const folder = mkdtempSync(join(tmpdir(), 'compressed-'));
let app: FastifyInstance;

beforeAll(async () => {
  writeFileSync(join(folder, 'long.js'), TEXT);
  writeFileSync(join(folder, 'short.js'), 'let x = 1;');
  writeFileSync(join(folder, 'picture.png'), Buffer.alloc(5_000));
  app = fastify();
  await app.register(async (scope) => {
    compressTexts(scope);
    await scope.register(fastifyStatic, { root: folder, prefix: '/files/' });
    scope.get('/page', (_request, reply) => reply.type('text/html; charset=utf-8').send(TEXT));
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => app.inject({ method, url, headers });

it.each(['/files/long.js', '/page'])('sends %s as the client takes it, the same bytes the second time', async (url) => {
  for (const round of [1, 2]) {
    const brotli = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
    expect([round, brotli.headers['content-encoding'], brotli.headers.vary]).toEqual([round, 'br', 'accept-encoding']);
    expect(brotli.rawPayload.length).toBeLessThan(500);
    expect(Number(brotli.headers['content-length'])).toBe(brotli.rawPayload.length);
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(TEXT);
    const gzip = await get(url, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(TEXT);
    const plain = await get(url);
    expect([plain.headers['content-encoding'], plain.headers.vary, plain.payload]).toEqual([undefined, 'accept-encoding', TEXT]);
  }
});

it('leaves parts, heads, pictures and what is small as they are, and still says "not changed"', async () => {
  const all = { 'accept-encoding': 'br' };
  const part = await get('/files/long.js', { ...all, range: 'bytes=0-9' });
  expect([part.statusCode, part.headers['content-encoding'], part.payload]).toEqual([206, undefined, TEXT.slice(0, 10)]);
  const head = await get('/files/long.js', all, 'HEAD');
  expect([head.statusCode, head.headers['content-encoding']]).toEqual([200, undefined]);
  expect((await get('/files/picture.png', all)).headers['content-encoding']).toBeUndefined();
  const short = await get('/files/short.js', all);
  expect([short.headers['content-encoding'], short.payload]).toEqual([undefined, 'let x = 1;']);
  const whole = await get('/files/long.js', all);
  const again = await get('/files/long.js', { ...all, 'if-none-match': String(whole.headers.etag) });
  expect([again.statusCode, again.payload]).toEqual([304, '']);
});

it('keeps nothing of a file that has changed since', async () => {
  const file = join(folder, 'changing.js');
  writeFileSync(file, TEXT);
  await get('/files/changing.js', { 'accept-encoding': 'br' });
  writeFileSync(file, TEXT.replaceAll('42', '43210'));
  const { rawPayload } = await get('/files/changing.js', { 'accept-encoding': 'br' });
  expect(brotliDecompressSync(rawPayload).toString()).toBe(TEXT.replaceAll('42', '43210'));
});
