import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionSetFile, projectOf } from './project';
import { serve, type ServedOrg } from './served-org';
import { API, isOpen, load, loadUsers, saveSettings, startRun, type Person, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly statusMessage: string | null };

const LICENSE = 'Field Service';
const folder = mkdtempSync(join(tmpdir(), 'seats-'));
let org: ServedOrg;

/** A permission set whose license has ten seats. */
beforeAll(async () => {
  const project = projectOf(join(folder, 'project'), {
    permissionSetLicenses: [{ name: LICENSE, seats: 10 }],
    files: permissionSetFile('Field_Work', LICENSE),
  });
  org = await serve({ db: join(folder, 'org.db'), project });
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R23: who is only linked takes seats of the permission set as well, and the reserve is kept', async () => {
  const linked = people(30, 'L');
  await load(org, [...linked, ...people(3, 'N')]);
  await loadUsers(
    org,
    linked.map((person) => person.number),
  );
  await saveSettings(org, { permissionSets: ['Field_Work'], seatReserve: 5 });

  const foreseen = await run({ mode: 'DryRun' });
  const parked = await run();

  expect(parked).toMatchObject({ status: 'Queued', guard: 'SEATS', processed: 0 });
  expect(parked.statusMessage).toBe('33 seats of Field Service are needed next, but only 5 are left above the reserve.');
  expect(foreseen.statusMessage).toBe(`A live run would wait here: ${parked.statusMessage}`);
});

function people(count: number, prefix: string): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    number: `${prefix}${10_000 + i}`,
    lastName: `Worker ${prefix}${i}`,
    email: `${prefix}${i}@north.example`.toLowerCase(),
  }));
}

async function run(body: object = { mode: 'Live' }): Promise<Process> {
  const started = await startRun(org, 'admin', body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await org.call<Process>('admin', 'GET', `${API}/processes/${started.body.id}`);
    if (process.guard !== null || !isOpen(process)) return process;
    await pause(20);
  }
}
