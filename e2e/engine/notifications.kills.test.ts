import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled } from './kills';
import { outbox } from './outbox';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { idle, isOpen, load, people, processes, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null };

const ADMIN = 'admin@northwind.example';
const AUDITOR = 'auditor@northwind.example';
/** Commits before it sign in and start the run. */
const FIRST = 5;
/** Commit that `npm test` strikes: around the end. */
const SAMPLE = 8;
const KILLS = amount({ test: 1, kills: 4 });
const folder = mkdtempSync(join(tmpdir(), 'notifications-kills-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent('R17, R33: told exactly once, however often the org dies around the end or the guard', () => {
  const template = join(folder, 'template.db');
  const guarded = join(folder, 'guarded.db');
  beforeAll(async () => {
    const org = await serve({ db: template });
    await load(org, people(7));
    await saveSettings(org, { notificationRecipients: [AUDITOR] });
    // What the save has queued must not be the first that a copy takes out.
    await idle(org);
    await org.stop();
    const other = await serve({ db: copyDatabase(template, guarded) });
    await saveSettings(other, { notificationRecipients: [AUDITOR], maximumCreates: 2 });
    await idle(other);
    await other.stop();
  });

  test.each([
    ['commit.before', template, [AUDITOR], /finished with failures\. Employees who failed: 1\.$/],
    ['commit.after', template, [AUDITOR], /finished with failures\. Employees who failed: 1\.$/],
    ['commit.after', guarded, [AUDITOR, ADMIN], /waits for a decision\.$/],
  ])('%s: at every commit once the run is on its way (%#)', async (point, from, told, title) => {
    let killed = 0;
    for (const nth of passages([SAMPLE])) {
      if (nth < FIRST) continue;
      const db = copyDatabase(from, join(folder, `${point}-${told.length}-${nth}.db`));
      const org = await serve({ db });
      await org.call('admin', 'POST', '/__local/faults', { point, nth, action: 'kill' });
      if (await survives(org, told, title)) break;
      killed++;
      expect(await survives(await serve({ db }), told, title)).toBe(true);
    }
    expect(killed).toBeGreaterThanOrEqual(KILLS);
  });

  test('and once more that it had stopped, when the queue lost its job', async () => {
    const db = copyDatabase(template, join(folder, 'stale.db'));
    const org = await serve({ db });
    // The answer may be lost with the org.
    await unlessKilled(org, async () => {
      // The event that notes as whom runs act comes out of the queue first; what was due by the clock while the org started has come before.
      await idle(org);
      await armKill(org, { point: 'dequeue', nth: 2 });
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
      expect.stringMatching(/finished with failures\. Employees who failed: 1\.$/),
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
