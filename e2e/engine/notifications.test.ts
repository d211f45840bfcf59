import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unlessKilled } from './kills';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { API, idle, isOpen, load, people, processes, saveSettings, startRun, type ProcessJson } from './workforce';

interface Email {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}
interface Bell {
  readonly recipient: { readonly username: string };
  readonly title: string;
  readonly body: string;
  readonly targetId: string;
}
type Process = ProcessJson & { readonly guard: string | null; readonly statusMessage: string | null };

const ADMIN = 'admin@northwind.example';
const AUDITOR = 'auditor@northwind.example';
const OPERATOR = 'operator@northwind.example';
/** Commits before it sign in and start the run. */
const FIRST = 5;
const folder = mkdtempSync(join(tmpdir(), 'notifications-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function outbox(org: ServedOrg): Promise<{ emails: Email[]; bells: Bell[] }> {
  const { emails } = (await org.call<{ emails: Email[] }>('admin', 'GET', '/__local/emails')).body;
  const { notifications } = (await org.call<{ notifications: Bell[] }>('admin', 'GET', '/__local/notifications')).body;
  return { emails, bells: notifications };
}

/** What `body` adds to the outbox. */
async function added(org: ServedOrg, body: () => Promise<unknown>): Promise<{ emails: Email[]; bells: Bell[] }> {
  const before = await outbox(org);
  await body();
  const after = await outbox(org);
  return { emails: after.emails.slice(before.emails.length), bells: after.bells.slice(before.bells.length) };
}

/** The process once nothing happens in it by itself any more. */
async function settled(org: ServedOrg, id: string): Promise<Process> {
  for (;;) {
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
    expect(parked.bells[0]!.body).toMatch(/10 are allowed.*continue or cancel/s);
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

describe.concurrent('R17, R33: told exactly once, however often the org dies around the end or the guard', () => {
  const template = join(folder, 'template.db');
  const guarded = join(folder, 'guarded.db');
  beforeAll(async () => {
    const org = await serve({ db: template });
    await load(org, people(7));
    await saveSettings(org, { notificationRecipients: [AUDITOR] });
    await org.stop();
    const other = await serve({ db: copyDatabase(template, guarded) });
    await saveSettings(other, { notificationRecipients: [AUDITOR], maximumCreates: 2 });
    await other.stop();
  });

  test.each([
    ['commit.before', template, [AUDITOR], /finished\. Employees who failed: 1\.$/],
    ['commit.after', template, [AUDITOR], /finished\. Employees who failed: 1\.$/],
    ['commit.after', guarded, [AUDITOR, ADMIN], /waits for a decision\.$/],
  ])('%s: at every commit once the run is on its way (%#)', async (point, from, told, title) => {
    let killed = 0;
    for (let through = false, nth = FIRST; !through; nth++) {
      const db = copyDatabase(from, join(folder, `${point}-${told.length}-${nth}.db`));
      const org = await serve({ db });
      await org.call('admin', 'POST', '/__local/faults', { point, nth, action: 'kill' });
      through = await survives(org, told, title);
      if (!through) {
        killed++;
        expect(await survives(await serve({ db }), told, title)).toBe(true);
      }
    }
    expect(killed).toBeGreaterThan(4);
  });

  test('and once more that it had stopped, when the queue lost its job', async () => {
    const db = copyDatabase(template, join(folder, 'stale.db'));
    // The event that notes as whom runs act comes out of the queue first.
    const org = await serve({ db, flags: ['--fault', 'dequeue:2:kill'] });
    // The answer may be lost with the org.
    await unlessKilled(org, async () => {
      expect((await startRun(org)).status).toBe(202);
      await idle(org);
    });
    const again = await serve({ db, flags: ['--interrupted=fail'] });
    await again.call('admin', 'POST', '/__local/clock', { advance: '11m' });
    await idle(again);
    expect((await processes(again))[0]!.status).toBe('Finished');
    const { bells } = await outbox(again);
    expect(bells.filter(({ recipient }) => recipient.username === AUDITOR).map(({ title }) => title)).toEqual([
      expect.stringMatching(/had stopped and was carried on\.$/),
      expect.stringMatching(/finished\. Employees who failed: 1\.$/),
    ]);
    await again.stop();
  });

  /** Runs until the run ends or waits, unless the fault kills the org; true when it got through, and then everybody was told once. */
  async function survives(org: ServedOrg, told: readonly string[], title: RegExp): Promise<boolean> {
    const through = await unlessKilled(org, async () => {
      if ((await processes(org)).length === 0) expect((await startRun(org)).status).toBe(202);
      for (;;) {
        await org.call('admin', 'POST', '/__local/jobs/run', {});
        const [latest] = (await processes(org)) as Process[];
        if (!isOpen(latest!) || latest!.guard !== null) return true;
      }
    });
    if (through === null) return false;
    const { emails, bells } = await outbox(org);
    expect(emails.flatMap(({ to }) => to).sort()).toEqual([...told].sort());
    expect(bells.map(({ recipient }) => recipient.username).sort()).toEqual([...told].sort());
    expect(bells.every((bell) => title.test(bell.title))).toBe(true);
    await org.stop();
    return true;
  }
});
