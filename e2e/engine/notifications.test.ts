import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outbox, type Outbox } from './outbox';
import { serve, type ServedOrg } from './served-org';
import { API, isOpen, load, people, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly statusMessage: string | null };

const ADMIN = 'admin@northwind.example';
const AUDITOR = 'auditor@northwind.example';
const OPERATOR = 'operator@northwind.example';
const folder = mkdtempSync(join(tmpdir(), 'notifications-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `body` adds to the outbox. */
async function added(org: ServedOrg, body: () => Promise<unknown>): Promise<Outbox> {
  const before = await outbox(org);
  await body();
  const after = await outbox(org);
  return { emails: after.emails.slice(before.emails.length), bells: after.bells.slice(before.bells.length) };
}

/** The process once nothing happens in it by itself any more. */
async function settled(org: ServedOrg, id: string): Promise<Process> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body: process } = await org.call<Process>('auditor', 'GET', `${API}/processes/${id}`);
    if (process.guard !== null || !isOpen(process)) return process;
    await pause(20);
  }
}

describe('R33: people are told how a run went', () => {
  let org: ServedOrg;
  beforeAll(async () => {
    org = await serve({ db: join(folder, 'org.db') });
    await load(org, people(230));
  });
  afterAll(() => org.stop());

  /** Runs as the operator until the run ends or a guard stops it. */
  async function run(): Promise<Process> {
    const { status, body } = await startRun(org, 'operator');
    expect([status, body]).toEqual([202, expect.anything()]);
    return settled(org, body.id);
  }

  test('a dry run tells only who started it', async () => {
    await saveSettings(org, { notificationRecipients: [AUDITOR, ADMIN] });
    const { emails, bells } = await added(org, async () => {
      const { body } = await startRun(org, 'operator', { mode: 'DryRun' });
      expect((await settled(org, body.id)).status).toBe('Finished');
    });
    expect(emails.map(({ to }) => to)).toEqual([[OPERATOR]]);
    expect(bells.map(({ recipient, title }) => [recipient.username, title])).toEqual([
      [OPERATOR, expect.stringMatching(/^Dry run PP-\d+ finished\. Employees who would fail: 10\.$/)],
    ]);
    expect(bells[0]!.body).toContain('Nothing was changed.');
  });

  test('R17: a guard that stops a run is told to the recipients and to whoever asked for it, and its end only to the recipients', async () => {
    await saveSettings(org, { notificationRecipients: [AUDITOR, ADMIN], maximumCreates: 10 });
    let id = '';
    const parked = await added(org, async () => {
      const process = await run();
      id = process.id;
      expect(process).toMatchObject({ status: 'Queued', guard: 'MAXIMUM_CREATES' });
    });
    expect(parked.bells.map(({ recipient }) => recipient.username).sort()).toEqual([ADMIN, AUDITOR, OPERATOR]);
    expect(parked.emails.flatMap(({ to }) => to).sort()).toEqual([ADMIN, AUDITOR, OPERATOR]);
    expect(parked.bells[0]).toMatchObject({ targetId: id, title: expect.stringContaining('waits for a decision') });
    expect(parked.bells[0]!.body).toMatch(/10 are allowed.*continue or stop/s);
    expect(parked.emails[0]!.text).toContain(`${org.baseUrl}/lightning/n/View_Processes?c__process=${id}`);

    const ended = await added(org, async () => {
      expect((await org.call('operator', 'POST', `${API}/processes/${id}/resume`)).status).toBe(202);
      expect(await settled(org, id)).toMatchObject({ status: 'Finished', failed: 10, statusMessage: null });
    });
    expect(ended.bells.map(({ recipient }) => recipient.username).sort()).toEqual([ADMIN, AUDITOR]);
    expect(ended.emails.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      [[ADMIN], expect.stringContaining('Employees who failed: 10.')],
      [[AUDITOR], expect.stringContaining('Employees who failed: 10.')],
    ]);
    expect(ended.bells[0]!.body).toMatch(/Failed: 10\. Most frequent causes: .+ \(10\)\./);
    const { body: status } = await org.call<object>('auditor', 'GET', '/services/data/v67.0/connect/notifications/status');
    expect(status).toMatchObject({ unreadCount: 2 });
  });

  test('a run that finds nobody tells nobody, and one that may not mail rings and says so', async () => {
    const [leftOver] = await org.query<{ n: number }>('SELECT COUNT(Id) n FROM Employee2 WHERE UserId = null');
    await load(org, [{ number: 'LATE1', lastName: 'Late', email: 'late@north.example' }]);
    await saveSettings(org, { notificationRecipients: [AUDITOR] });
    const access = (deliverability: string) => org.call('admin', 'POST', '/__local/email', { deliverability });
    await access('none');
    const { emails, bells } = await added(org, async () => {
      expect(await run()).toMatchObject({
        status: 'Finished',
        created: 1,
        failed: leftOver!.n,
        statusMessage: expect.stringMatching(/^Not everybody could be told: Single email is not enabled/),
      });
    });
    await access('all');
    expect(emails).toEqual([]);
    expect(bells.map(({ recipient }) => recipient.username)).toEqual([AUDITOR]);

    await saveSettings(org, { notificationRecipients: [AUDITOR], employeeStatus: 'Terminated' });
    const silent = await added(org, async () => expect(await run()).toMatchObject({ status: 'Finished', processed: 0 }));
    expect(silent).toEqual({ emails: [], bells: [] });
  });

  test('a recipient who is not active any more is named before the run and told nothing', async () => {
    await saveSettings(org, { notificationRecipients: [AUDITOR, 'nobody@northwind.example'] });
    const unknown = await org.call<{ message: string }[]>('admin', 'PUT', `${API}/settings`, {
      profile: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active', notificationRecipients: ['stranger@nowhere.example'],
    }); // prettier-ignore
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([400, expect.stringContaining('stranger@nowhere.example')]);
    const [nobody] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'nobody@northwind.example'");
    expect((await org.call('admin', 'PATCH', `/services/data/v67.0/sobjects/User/${nobody!.Id}`, { IsActive: false })).status).toBe(204);
    await load(org, [{ number: 'LATE2', lastName: 'Later', email: 'later@north.example' }]);
    const { bells, emails } = await added(org, run);
    expect(bells.map(({ recipient }) => recipient.username)).toEqual([AUDITOR]);
    expect(emails.map(({ to }) => to)).toEqual([[AUDITOR]]);
  });
});
