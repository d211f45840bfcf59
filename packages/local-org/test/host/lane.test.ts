import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLane, type EngineLane } from '../../src/host/lane';
import type { LaneResponse } from '../../src/host/port';

const source = resolve(import.meta.dirname, '../../src');
const bundles = resolve(import.meta.dirname, '../../.local-org/test-lane');
const folder = mkdtempSync(join(tmpdir(), 'lane-'));
const root = join(folder, 'project');
const open = (name: string) => ({ root, dbFile: join(folder, `${name}.db`), cacheDir: join(folder, 'cache'), build: 'test' });
const entry = pathToFileURL(join(bundles, 'worker.mjs'));

beforeAll(async () => {
  cpSync(resolve(import.meta.dirname, '../async/fixture'), root, { recursive: true });
  const bundle = await rolldown({
    input: join(source, 'cli/worker.ts'),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0'),
  });
  await bundle.write({ dir: bundles, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  await bundle.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (response: LaneResponse): unknown =>
  JSON.parse(typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body));

/** A signed-in client over the lane, without HTTP. */
async function client(lane: EngineLane) {
  const { users } = await lane.ready;
  const { username = '', password = '' } = users[0] ?? {};
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'x', client_secret: 'x', username, password });
  const headers = { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' };
  const body = new TextEncoder().encode(form.toString());
  const grant = json(await lane.request({ door: 'api', method: 'POST', url: '/services/oauth2/token', headers, body })) as {
    access_token: string;
  };
  const signed = { host: '127.0.0.1', authorization: `Bearer ${grant.access_token}` };
  const get = async (path: string) =>
    json(await lane.request({ door: 'api', method: 'GET', url: `/services/data/v67.0/${path}`, headers: signed, body: null }));
  return {
    exec: (apex: string) =>
      get(`tooling/executeAnonymous?anonymousBody=${encodeURIComponent(apex)}`) as Promise<{
        success: boolean;
        exceptionMessage: string | null;
      }>,
    count: async (soql: string) => ((await get(`query?q=${encodeURIComponent(soql)}`)) as { totalSize: number }).totalSize,
  };
}

describe('the lane', () => {
  it('answers requests between jobs, works the queue off by itself, and keeps what is left for the next start', async () => {
    const lane = startLane({ entry, open: open('fair') });
    const { exec, count } = await client(lane);
    expect(await exec('Starter.run(400);')).toMatchObject({ success: true });
    const early = await count('SELECT COUNT() FROM Mark__c');
    expect(early).toBeLessThan(800);
    await lane.close();
    const again = startLane({ entry, open: open('fair') });
    const later = await client(again);
    for (let marks = 0; marks < 800;) {
      const now = await later.count('SELECT COUNT() FROM Mark__c');
      expect(now).toBeGreaterThanOrEqual(marks);
      marks = now;
    }
    await again.close();
  }, 60_000);

  it('serves another database without a new start, by another project where one is named, and none in between', async () => {
    const lane = startLane({ entry, open: open('one') });
    expect(await (await client(lane)).exec("insert new Mark__c(Name = 'of one');")).toMatchObject({ success: true });
    await lane.changeDatabase({ file: null });
    const asked = await lane.request({ door: 'api', method: 'GET', url: '/services/data', headers: {}, body: null });
    expect(asked.status).toBe(503);
    // nobody holds the file
    const other = startLane({ entry, open: open('one') });
    expect(await (await client(other)).count("SELECT COUNT() FROM Mark__c WHERE Name = 'of one'")).toBe(1);
    await expect(lane.changeDatabase({ file: join(folder, 'one.db') })).rejects.toThrow(/in use by process/);
    await other.close();

    await lane.changeDatabase({ file: join(folder, 'two.db') });
    expect(await (await client(lane)).count('SELECT COUNT() FROM Mark__c')).toBe(0);
    await lane.changeDatabase({ file: join(folder, 'one.db') });
    expect(await (await client(lane)).count("SELECT COUNT() FROM Mark__c WHERE Name = 'of one'")).toBe(1);
    expect(lane.status().state).toBe('ready');

    const grown = join(folder, 'grown');
    cpSync(root, grown, { recursive: true });
    writeFileSync(join(grown, 'force-app/classes/Added.cls'), "public class Added { public static String text = 'added'; }\n");
    cpSync(join(root, 'force-app/classes/Marks.cls-meta.xml'), join(grown, 'force-app/classes/Added.cls-meta.xml'));
    expect(await (await client(lane)).exec("System.assertEquals('added', Added.text);")).toMatchObject({ success: false });
    await lane.changeDatabase({ file: join(folder, 'one.db'), project: { root: grown, cacheDir: join(grown, 'cache') } });
    expect(await (await client(lane)).exec("System.assertEquals('added', Added.text);")).toMatchObject({ success: true });
    // what is kept of a project lies with it: the folder of the one before may be gone
    expect(readdirSync(join(grown, 'cache'))).toContainEqual(expect.stringMatching(/^program-/));
    await lane.close();
  }, 60_000);

  it('has a stack for the deepest recursion that Apex allows, and survives a deeper one', async () => {
    const lane = startLane({ entry, open: open('deep') });
    const { exec } = await client(lane);
    const down = (depth: number) =>
      exec(`Integer down(Integer n) { return n == 0 ? 0 : 1 + down(n - 1); } System.assertEquals(${depth}, down(${depth}));`);
    expect(await down(990)).toMatchObject({ success: true });
    expect((await down(1_500)).exceptionMessage).toContain('System.LimitException: Maximum stack depth reached');
    await lane.close();
  }, 60_000);

  it('says why an org cannot start', async () => {
    const broken = join(folder, 'broken');
    cpSync(root, broken, { recursive: true });
    writeFileSync(join(broken, 'force-app/classes/Marks.cls'), 'public class Marks {\n  Integer x = new Nothing();\n}\n');
    const lane = startLane({ entry, open: { ...open('broken'), root: broken } });
    const error = (await lane.ready.catch((reason: unknown) => reason)) as { message: string; problems: string[] };
    expect(error.message).toMatch(/^The project has \d+ errors?:$/);
    expect(error.problems.join('\n')).toContain('force-app/classes/Marks.cls:2:');
    expect(lane.status().state).toBe('failed');
  }, 60_000);

  it('rejects what waits when the worker dies', async () => {
    const file = join(folder, 'dying.mjs');
    writeFileSync(
      file,
      "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { throw new Error('gone'); });\n",
    );
    const lane = startLane({ entry: pathToFileURL(file), open: open('dying') });
    await expect(lane.request({ door: 'api', method: 'GET', url: '/', headers: {}, body: null })).rejects.toThrow('gone');
    expect(await lane.ended).toContain('The engine has crashed');
    await expect(lane.request({ door: 'api', method: 'GET', url: '/', headers: {}, body: null })).rejects.toThrow('crashed');
  });
});
