import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, serve, type ServedOrg } from './served-org';

interface Anonymous {
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
}

const PROBES = join(root, 'scripts/first-org');
const folder = mkdtempSync(join(tmpdir(), 'first-org-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function countOf(object: string): Promise<number | undefined> {
  const [row] = await org.query<{ expr0: number }>(`SELECT COUNT(Id) FROM ${object}`);
  return row?.expr0;
}

test.each(readdirSync(PROBES))('the probe %s compiles, gives its answer and leaves nothing behind', async (probe) => {
  const before = [await countOf('User'), await countOf('Account')];
  const source = encodeURIComponent(readFileSync(join(PROBES, probe), 'utf8'));
  const { body } = await org.call<Anonymous>('admin', 'GET', `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${source}`);
  expect(body).toMatchObject({ compiled: true, success: true, compileProblem: null, exceptionMessage: null });
  expect([await countOf('User'), await countOf('Account')]).toEqual(before);
});

test('where there are no jobs, the probe about jobs says so', () => {
  const command = [
    join(root, 'packages/local-org/bin/local-org.mjs'),
    'exec',
    join(PROBES, '06-whose-jobs.apex'),
    '--db',
    join(folder, 'no-jobs.db'),
  ];
  const { stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect(stderr).toContain('ANSWER: there are no jobs');
});
