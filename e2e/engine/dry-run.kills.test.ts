import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { passages, unlessKilled } from './kills';
import { projectOf } from './project';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { idle, load, people, processes, saveSettings, startRun } from './workforce';

/** Kills that a dry run must have survived, for each of the two points. */
const KILLS = 3;

const folder = mkdtempSync(join(tmpdir(), 'dry-run-kills-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['commit.before', 'commit.after'])(
  'R21: killed at any of its commits (%s) and resumed, a dry run foresees the same',
  async (point) => {
    const template = join(folder, `${point}.db`);
    // the seats run out in the second chunk: what the first one took is not forgotten
    const project = projectOf(join(folder, point), { seats: 210 });
    const prepared = await serve({ db: template, project });
    await load(prepared, people(230));
    await saveSettings(prepared);
    await prepared.stop();
    const start = (name: string, flags: string[] = []) =>
      serve({ db: copyDatabase(template, join(folder, `${point}-${name}.db`)), project, flags });

    const undisturbed = await foreseen(await start('undisturbed'));
    expect(JSON.stringify(undisturbed)).toContain('LICENSE');
    let killed = 0;
    for (const nth of passages()) {
      const result = await foreseen(await start(`${nth}`, ['--fault', `${point}:${nth}:kill`]));
      if (result !== null) {
        expect(result).toEqual(undisturbed);
        break;
      }
      killed++;
      const db = join(folder, `${point}-${nth}.db`);
      expect(await foreseen(await serve({ db, project, flags: ['--interrupted=resume'] }))).toEqual(undisturbed);
    }
    expect(killed).toBeGreaterThanOrEqual(KILLS);
  },
);

/** Runs dry, or carries on with it; counters and verdicts once it has ended, null when a fault killed the org before. */
async function foreseen(org: ServedOrg): Promise<unknown[] | null> {
  const result = await unlessKilled(org, async () => {
    if ((await processes(org)).length === 0) await startRun(org, 'admin', { mode: 'DryRun' });
    await idle(org);
    const [process] = await processes(org);
    const { total, processed, created, linked, skipped, failed } = process!;
    const rows = await org.query<Record<string, unknown>>(
      'SELECT EmployeeNumber__c, Outcome__c, Cause__c, PlannedUsername__c FROM ProvisioningProcessItem__c ORDER BY EmployeeNumber__c',
    );
    return [
      { total, processed, created, linked, skipped, failed },
      rows.map((row) => [row['EmployeeNumber__c'], row['Outcome__c'], row['Cause__c'], row['PlannedUsername__c']]),
    ];
  });
  if (result !== null) await org.stop();
  return result;
}
