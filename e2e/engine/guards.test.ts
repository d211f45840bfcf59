import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { count, terminate } from './lifecycle-org';
import { serve, type ServedOrg } from './served-org';
import { load, people, saveSettings, startRun, type ProcessJson } from './workforce';

type Parked = ProcessJson & { guard: string | null; statusMessage: string | null };

const PEOPLE = 450;
const API = '/services/apexrest/provisioning/v1';
const folder = mkdtempSync(join(tmpdir(), 'guards-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await load(org, people(PEOPLE));
});

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('R4, R23: a run parks at a chunk that would create too many, keeps the lock, and is cancelled without a loss', async () => {
  await saveSettings(org, { maximumCreates: 250 });
  const { id } = (await startRun(org)).body;
  const parked = await settled(id);
  expect(parked).toMatchObject({ status: 'Queued', guard: 'MAXIMUM_CREATES', total: PEOPLE, processed: 200 });
  const second = await startRun(org);
  expect(second.status).toBe(409);

  expect((await org.call('operator', 'POST', `${API}/processes/${id}/cancel`)).status).toBe(202);
  expect(await settled(id)).toMatchObject({ status: 'Cancelled', guard: null, processed: 200 });
  expect(await linked()).toBe(parked.created);
});

test('R18, R23: a person continues what a guard stopped, and the guard stays silent for the rest of the run', async () => {
  await saveSettings(org, { maximumCreates: 10, failureRatePercent: 1, failureRateFloor: 2 });
  const { id } = (await startRun(org)).body;
  const guards: (string | null)[] = [];
  for (let process = await settled(id); process.guard !== null; process = await settled(id)) {
    guards.push(process.guard);
    expect((await org.call('operator', 'POST', `${API}/processes/${id}/resume`)).status).toBe(202);
  }
  const finished = await settled(id);
  expect(guards.sort()).toEqual(['FAILURE_RATE', 'MAXIMUM_CREATES']);
  expect(finished).toMatchObject({ status: 'Finished', processed: finished.total });
  expect(await linked()).toBe(PEOPLE - people(PEOPLE).filter((person) => person.email === null).length);
});

test('R23, R30: too many leavers park before the first of them loses access; a person continues', async () => {
  await saveSettings(org, { leaverStatuses: ['Terminated'], leaverAction: 'Freeze', maximumCreates: 1, maximumLockouts: 5 });
  await terminate(org, 8);
  const { id } = (await startRun(org, 'admin', { scope: 'Leavers' })).body;
  const parked = await settled(id);
  // Number 5 has no address, so nobody ever got a user for them.
  expect(parked).toMatchObject({ status: 'Queued', guard: 'MAXIMUM_LOCKOUTS', total: 7, processed: 0 });
  expect(parked.statusMessage).toBe('7 people would have lost their access within 24 hours; 5 are allowed.');
  expect(await lockedOut()).toBe(0);

  expect((await org.call('operator', 'POST', `${API}/processes/${id}/resume`)).status).toBe(202);
  expect(await settled(id)).toMatchObject({ status: 'Finished', total: 7, updated: 7 });
  expect(await lockedOut()).toBe(7);
});

test('R23: a broken feed locks nobody out where nobody set a limit; to have none wants a reason', async () => {
  await saveSettings(org, { leaverStatuses: ['Terminated'], leaverAction: 'Freeze' });
  await terminate(org, 128);
  const before = await lockedOut();
  const able = await count(org, 'SELECT COUNT(Id) n FROM User WHERE IsActive = true AND ProvisionedEmployee__c != null');
  const leavers = people(128).filter(({ email }) => email !== null).length - before;
  const { id } = (await startRun(org, 'admin', { scope: 'Leavers' })).body;
  const parked = await settled(id);
  expect(parked).toMatchObject({ status: 'Queued', guard: 'MAXIMUM_LOCKOUTS', processed: 0, total: leavers });
  expect(parked.statusMessage).toBe(
    `${before + leavers} people would have lost their access within 24 hours; ${Math.floor((able + before) / 10)} are allowed, 10 % of those who can sign in.`,
  );
  expect(await lockedOut()).toBe(before);
  expect((await org.call('operator', 'POST', `${API}/processes/${id}/cancel`)).status).toBe(202);
  await settled(id);

  await saveSettings(org, {
    leaverStatuses: ['Terminated'],
    leaverAction: 'Freeze',
    maximumLockoutPercent: null,
    lockoutReason: 'A plant closes.',
  });
  const second = (await startRun(org, 'admin', { scope: 'Leavers' })).body;
  expect(await settled(second.id)).toMatchObject({ status: 'Finished', updated: leavers });
});

test.each([0, -1, 1.5, 'many', true, 1e12])('R23: a maximum of %s is refused by name', async (value) => {
  for (const field of ['maximumLockouts', 'maximumLockoutPercent', 'maximumLockoutFloor', 'maximumChanges']) {
    const settings = { profile: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', [field]: value };
    const answer = await org.call('admin', 'PUT', `${API}/settings`, settings);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(field);
  }
});

/** The process once nothing happens in it by itself any more. */
async function settled(processId: string): Promise<Parked> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await org.call<Parked>('admin', 'GET', `${API}/processes/${processId}`);
    if (process.guard !== null || !['Queued', 'Initializing', 'Processing'].includes(process.status)) return process;
    await pause(20);
  }
}

/** Nobody of them ever signed in, so that freezing deactivates. */
const lockedOut = () => count(org, 'SELECT COUNT(Id) n FROM User WHERE IsActive = false AND ProvisionedEmployee__c != null');

async function linked(): Promise<number> {
  const [found] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
  return found!.n;
}
