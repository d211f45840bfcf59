import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg } from '../../src/host/open';
import { FIXTURE } from './open-fixture';

const JOBS = 12;
const own = resolve(import.meta.dirname, '../../.local-org/test-kill');
const script = join(own, 'queue-process.mjs');
const folder = mkdtempSync(join(tmpdir(), 'kill-'));

beforeAll(async () => {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'queue-process.ts'),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0'),
  });
  await bundle.write({ dir: own, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  await bundle.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the process; kills it after `killAfter` steps when given. True when it emptied the queue. */
function work(db: string, mode: string, fault: readonly string[] = [], killAfter = Infinity): Promise<boolean> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, db, mode, ...fault], {
      env: { ...process.env, FIXTURE, CACHE: join(folder, 'cache'), JOBS: String(JOBS) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (output.split('.').length > killAfter) child.kill('SIGKILL');
    });
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.on('exit', (code, signal) => {
      if (code === 0) done(output.includes('empty'));
      else if (signal === 'SIGKILL') done(false);
      else fail(new Error(`${output}\n${errors}`));
    });
  });
}

function contents(db: string): { marks: string[]; jobs: string[]; waiting: number | null } {
  const org = openOrg({ root: FIXTURE, dbFile: db, cacheDir: join(folder, 'cache'), build: 'test' });
  try {
    return org.step({ userId: org.users[0]?.userId ?? '', commit: false }, () => {
      const read = (soql: string, field: string) =>
        org.data.queryText(soql, new Map(), { mode: 'system', sharing: false }).map((row) => String(row.get(field)));
      return {
        marks: read('SELECT Key__c FROM Mark__c', 'Key__c'),
        jobs: read('SELECT Status FROM AsyncApexJob', 'Status'),
        waiting: org.jobs.nextDue(),
      };
    });
  } finally {
    org.close();
  }
}

const everything = Array.from({ length: JOBS }, (_, i) => [`job ${i + 1}`, `finalizer ${i + 1} SUCCESS`]).flat();

describe('a process that is killed while it works the queue off', () => {
  it.each([
    ['commit.before', [2, 5, 9]],
    ['commit.after', [1, 3, 8]],
    ['dequeue', [1, 4, 7]],
    ['statement', [2, 6, 11]],
  ])(
    'loses and doubles nothing when it dies at %s',
    async (point, passages) => {
      const db = join(folder, `${point}.db`);
      let empty = await work(db, 'start', [point, String(passages[0])]);
      for (const nth of passages.slice(1)) if (!empty) empty = await work(db, 'resume', [point, String(nth)]);
      expect(empty).toBe(false);
      expect(await work(db, 'resume')).toBe(true);
      const { marks, jobs, waiting } = contents(db);
      expect(marks.sort()).toEqual([...everything].sort());
      expect(jobs).toEqual(everything.slice(0, JOBS).map(() => 'Completed'));
      expect(waiting).toBeNull();
    },
    120_000,
  );

  it('loses and doubles nothing when it is killed from outside again and again', async () => {
    const db = join(folder, 'outside.db');
    let empty = await work(db, 'start', [], 2);
    for (let round = 0; !empty && round < 30; round++) empty = await work(db, 'resume', [], 3);
    expect(empty).toBe(true);
    expect(contents(db).marks.sort()).toEqual([...everything].sort());
  }, 120_000);

  it('gives an interrupted job up without its finalizer when told to', async () => {
    const db = join(folder, 'fail.db');
    expect(await work(db, 'start', ['dequeue', '3'])).toBe(false);
    expect(await work(db, 'fail')).toBe(true);
    const { marks, jobs } = contents(db);
    expect(marks.sort()).toEqual(['finalizer 1 SUCCESS', 'job 1']);
    expect(jobs).toEqual(['Completed', 'Failed']);
  }, 60_000);
});
