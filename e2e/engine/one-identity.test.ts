import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectOf } from './project';
import { serve, type ServedOrg } from './served-org';
import { apex, API, idle, load, processes, saveSettings, startRun, type Person } from './workforce';

/** Milliseconds, even on a busy machine: far less than the minute that a wake job waits. */
const SOON_MS = 20_000;
const folder = mkdtempSync(join(tmpdir(), 'one-identity-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R11: a configured user creates everybody, whoever starts, wakes or revives the run', async () => {
  const db = join(folder, 'configured.db');
  const project = projectFor('configured', 'admin@northwind.example');
  const org = await serve({ db, project });
  await saveSettings(org, { automaticProvisioning: true });

  await load(org, people('S', 3));
  expect((await startRun(org, 'operator')).status).toBe(202);
  await begins(org, 1);
  await idle(org);

  await arrive(org, people('W', 2));
  await begins(org, 2);
  await idle(org);

  await load(org, people('R', 3), 'Inactive');
  await arrive(org, people('R', 3));
  await org.call('admin', 'POST', '/__local/faults', { point: 'dequeue', nth: 3, action: 'kill' });
  await org.ended;
  const again = await serve({ db, project, flags: ['--interrupted', 'fail'] });
  await again.call('admin', 'POST', '/__local/clock', { advance: '11m' });
  expect((await again.call('auditor', 'GET', `${API}/processes`)).status).toBe(200);
  await idle(again);

  expect(await creators(again)).toEqual({ S: ['admin'], W: ['admin'], R: ['admin'] });
  await again.stop();
});

test('R11: without a configured user jobs run as whoever starts them, as ever', async () => {
  const org = await serve({ db: join(folder, 'plain.db') });
  await saveSettings(org);
  await load(org, people('S', 2));
  await startRun(org, 'operator');
  await idle(org);
  expect(await creators(org)).toEqual({ S: ['operator'] });
  expect(await findings(org)).toContain('Runs act as whoever starts them');
  await org.stop();
});

test('R11, R33: the check names the configured user and what that user lacks', async () => {
  const org = await serve({ db: join(folder, 'weak.db'), project: projectFor('weak', 'auditor@northwind.example') });
  await saveSettings(org);
  await idle(org);
  expect(await findings(org)).toContain('Runs act as auditor@northwind.example, who lacks: Manage Internal Users, Assign Permission Sets');
  await org.stop();
});

function people(prefix: string, count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    number: `${prefix}${i}`,
    lastName: `${prefix} Worker ${i}`,
    email: `${prefix.toLowerCase()}${i}@north.example`,
  }));
}

/** Their employees come into the provisioning status, as the integration writes it. */
async function arrive(org: ServedOrg, workforce: readonly Person[]): Promise<void> {
  const rows = workforce.map(({ number, lastName, email }) => ({
    employeeNumber: number,
    firstName: 'Test',
    lastName,
    email,
    status: 'Active',
    statusStartDate: '2026-01-05T08:00:00Z',
  }));
  const { body } = await org.call<{ outcome: string }[]>('integration', 'POST', `${API}/employees`, { employees: rows });
  for (const { outcome } of body) expect(outcome, JSON.stringify(body)).toMatch(/Created|Updated/);
}

/** Waits until so many processes exist and the newest has begun. */
async function begins(org: ServedOrg, count: number): Promise<void> {
  const begun = async () => (await processes(org)).filter(({ startTime }) => startTime !== null).length;
  await expect.poll(begun, { timeout: SOON_MS, interval: 20 }).toBe(count);
}

/** Who created the users, by the letter of their number. */
async function creators(org: ServedOrg): Promise<Record<string, string[]>> {
  const users = await org.query<{ EmployeeNumber: string; CreatedBy: { Username: string } }>(
    'SELECT EmployeeNumber, CreatedBy.Username FROM User WHERE ProvisionedEmployee__c != null',
  );
  const found: Record<string, string[]> = {};
  for (const { EmployeeNumber, CreatedBy } of users) {
    const all = (found[EmployeeNumber.charAt(0)] ??= []);
    const name = CreatedBy.Username.split('@')[0]!;
    if (!all.includes(name)) all.push(name);
  }
  return found;
}

/** What the check before a run says, in one text. */
async function findings(org: ServedOrg): Promise<string> {
  const { returnValue } = await apex<{ findings: { message: string }[] }>(org, 'admin', 'PreflightController', 'getPreflight');
  return returnValue.findings.map(({ message }) => message).join('\n');
}

/** The product with a subscriber configuration that names the user. */
function projectFor(name: string, username: string): string {
  const path = 'platformEventSubscriberConfigs/StartProvisioning.platformEventSubscriberConfig-meta.xml';
  return projectOf(join(folder, name), { files: { [path]: CONFIG.replace('{user}', username) } });
}

const CONFIG = `<?xml version="1.0" encoding="UTF-8"?>
<PlatformEventSubscriberConfig xmlns="http://soap.sforce.com/2006/04/metadata">
    <masterLabel>StartProvisioning</masterLabel>
    <platformEventConsumer>StartProvisioning</platformEventConsumer>
    <user>{user}</user>
</PlatformEventSubscriberConfig>
`;
