import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateAll } from './lifecycle-org';
import { serve, type ServedOrg } from './served-org';
import { API, isOpen, load, resume, saveSettings, startRun, type Person, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly known: number; readonly statusMessage: string | null };

const folder = mkdtempSync(join(tmpdir(), 'failure-rate-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org, { failureRatePercent: 20, failureRateFloor: 10 });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R23: who fails stops nobody the next day: known failures come last and do not count, in the dry run alike', async () => {
  await load(org, [...people(12, 'B', null), ...people(60, 'G')]);
  expect(await run()).toMatchObject({ status: 'Finished', created: 60, failed: 12, known: 0 });

  await load(org, people(30, 'J'));
  const foreseen = await run({ mode: 'DryRun' });
  expect(foreseen).toMatchObject({ status: 'Finished', created: 30, failed: 12, known: 12, statusMessage: null });
  expect(await run()).toMatchObject({ status: 'Finished', created: 30, failed: 12, known: 12 });
});

test('R23: whose person or employee was saved since the failure is new again', async () => {
  await org.call('admin', 'POST', '/__local/clock', { advance: '1m' });
  await change("SELECT Id FROM Account WHERE AccountNumber = 'B10000'", { type: 'Account' }, { LastName: 'Other' });
  await change("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'B10001'", { type: 'Employee2' }, {});

  expect(await run()).toMatchObject({ status: 'Finished', failed: 12, known: 10 });
});

test('R23: most of a chunk parks the run before the next, with the words of the dry run; a person continues', async () => {
  await load(org, [...people(210, 'C', null), ...people(5, 'D')]);
  const foreseen = await run({ mode: 'DryRun' });
  const parked = await run();
  expect(parked).toMatchObject({ status: 'Queued', guard: 'FAILURE_RATE' });
  expect(foreseen.statusMessage).toBe(`A live run would wait here: ${parked.statusMessage}`);
  expect((await resume(org, parked.id)).status).toBe(202);
  expect(await settled(parked.id)).toMatchObject({ status: 'Finished', created: 5, failed: 222, known: 12 });
});

function people(count: number, prefix: string, domain: string | null = 'north.example'): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    number: `${prefix}${10_000 + i}`,
    lastName: `Worker ${prefix}${i}`,
    email: domain && `${prefix}${i}@${domain}`.toLowerCase(),
  }));
}

async function change(soql: string, attributes: object, fields: object): Promise<void> {
  const rows = await org.query<{ Id: string }>(soql);
  await updateAll(
    org,
    rows.map(({ Id }) => ({ attributes, Id, ...fields })),
  );
}

async function run(body: object = { mode: 'Live' }): Promise<Process> {
  const started = await startRun(org, 'admin', body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  return settled(started.body.id);
}

/** The process once nothing happens in it by itself any more. */
async function settled(processId: string): Promise<Process> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body } = await org.call<Process>('admin', 'GET', `${API}/processes/${processId}`);
    if (body.guard !== null || !isOpen(body)) return body;
    await pause(20);
  }
}
