import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, send } from './served-org';

const bin = join(import.meta.dirname, '../../bin/local-org.mjs');
const folder = mkdtempSync(join(tmpdir(), 'bulk-kill-'));
let port = 0;
let url = '';
let org: ChildProcess;

beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as { port: number }).port;
  url = `http://127.0.0.1:${port}`;
  await new Promise((done) => probe.close(done));
});
afterAll(async () => {
  org.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function launch(...options: readonly string[]): void {
  org = spawn(process.execPath, [bin, 'start', '--headless', '--project', root, '--db', join(folder, 'org.db'), ...options], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts the org as a user would and waits until it is ready: the child says so on its standard output. */
async function start(): Promise<void> {
  launch();
  let said = '';
  for await (const text of org.stdout ?? []) {
    said += String(text);
    if (said.includes('Database:')) return;
  }
  throw new Error(`The org did not start: ${said}`);
}

async function client() {
  const { body } = await send(url, 'GET', '/__local/info');
  const { username, password } = body.users[0];
  const form = new URLSearchParams({ grant_type: 'password', username, password }).toString();
  const grant = await send(url, 'POST', '/services/oauth2/token', form, { 'content-type': 'application/x-www-form-urlencoded' });
  const authorization = `Bearer ${grant.body.access_token}`;
  return (method: string, path: string, data?: unknown, headers: Record<string, string> = {}) =>
    send(url, method, path, data, { authorization, ...headers });
}

describe('a bulk job', () => {
  it.each([
    ['commit.before', 4],
    ['commit.after', 5],
    ['statement', 3],
  ])(
    'survives a kill at %s: every row once, every verdict kept',
    async (point, nth) => {
      await start();
      let call = await client();
      const { body: job } = await call('POST', 'jobs/ingest', { object: 'Book__c', operation: 'insert' });
      const rows = Array.from({ length: 1_000 }, (_, i) => `Row ${i},${point}-${i % 10 === 9 ? i - 1 : i}`);
      await call('PUT', `jobs/ingest/${job.id}/batches`, `Name,Isbn__c\n${rows.join('\n')}\n`, { 'content-type': 'text/csv' });
      const gone = once(org, 'exit');
      await send(url, 'POST', '/__local/faults', { point, nth, action: 'kill' });
      await call('PATCH', `jobs/ingest/${job.id}`, { state: 'UploadComplete' }).catch(() => undefined);
      const [, signal] = await gone;
      expect(signal).toBe('SIGKILL');

      await start();
      call = await client();
      // A kill before the close was committed leaves the job open.
      await call('PATCH', `jobs/ingest/${job.id}`, { state: 'UploadComplete' });
      await expect.poll(async () => (await call('GET', `jobs/ingest/${job.id}`)).body.state, { timeout: 20_000 }).toBe('JobComplete');
      const done = (await call('GET', `jobs/ingest/${job.id}`)).body;
      expect(done).toMatchObject({ numberRecordsProcessed: 1_000, numberRecordsFailed: 100 });
      const ok = (await call('GET', `jobs/ingest/${job.id}/successfulResults`)).body.trim().split('\n');
      const bad = (await call('GET', `jobs/ingest/${job.id}/failedResults`)).body.trim().split('\n');
      expect([ok.length, bad.length]).toEqual([901, 101]);
      const found = await call('GET', `query?q=${encodeURIComponent(`SELECT COUNT() FROM Book__c WHERE Isbn__c LIKE '${point}-%'`)}`);
      expect(found.body.totalSize).toBe(900);
      org.kill('SIGKILL');
      await once(org, 'exit');
    },
    60_000,
  );

  it('ends when one of its parts has ended three processes; what was finished stays, and the next job runs', async () => {
    await start();
    let call = await client();
    const ids: string[] = [];
    for (const name of ['deadly', 'next']) {
      const { body: job } = await call('POST', 'jobs/ingest', { object: 'Book__c', operation: 'insert' });
      const rows = Array.from({ length: 500 }, (_, i) => `${name} ${i}`);
      await call('PUT', `jobs/ingest/${job.id}/batches`, `Name\n${rows.join('\n')}\n`, { 'content-type': 'text/csv' });
      ids.push(job.id);
    }
    // A kill at the commit of its second part, then at that of the same part in every process after it.
    await send(url, 'POST', '/__local/faults', { point: 'commit.before', nth: 3, action: 'kill' });
    await call('PATCH', `jobs/ingest/${ids[0]}`, { state: 'UploadComplete' }).catch(() => undefined);
    await once(org, 'exit');
    for (let process = 2; process <= 3; process++) {
      launch('--fault', 'commit.before:1:kill');
      expect(await once(org, 'exit')).toEqual([null, 'SIGKILL']);
    }

    await start();
    call = await client();
    const state = async (id?: string) => (await call('GET', `jobs/ingest/${id}`)).body;
    await expect.poll(async () => (await state(ids[0])).state).toBe('Failed');
    expect(await state(ids[0])).toMatchObject({
      errorMessage: 'InternalServerError : The process ended 3 times while it worked on this job',
      numberRecordsProcessed: 200,
    });
    expect((await call('GET', `jobs/ingest/${ids[0]}/successfulResults`)).body.trim().split('\n')).toHaveLength(201);
    expect((await call('GET', `jobs/ingest/${ids[0]}/unprocessedrecords`)).body.trim().split('\n')).toHaveLength(301);
    await call('PATCH', `jobs/ingest/${ids[1]}`, { state: 'UploadComplete' });
    await expect.poll(async () => (await state(ids[1])).state, { timeout: 20_000 }).toBe('JobComplete');
    org.kill('SIGKILL');
    await once(org, 'exit');
  }, 60_000);
});
