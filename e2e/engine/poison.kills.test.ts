import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { amount, passages, unlessKilled } from './kills';
import { DEADLY, workers } from './poison';
import { projectOf, triggerFiles } from './project';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { idle, load, outcome, processes, saveSettings, startRun } from './workforce';

/** Of the commits, which are many, every so many-th is struck. */
const COMMITS_APART = amount({ kills: 7, long: 1 });
const KILLS = 5;
const folder = mkdtempSync(join(tmpdir(), 'poison-kills-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R6, R9: killed at any commit while the poison is looked for, the run finds the same', async () => {
  const project = projectOf(join(folder, 'project'), { files: triggerFiles(DEADLY) });
  const template = join(folder, 'template.db');
  const prepared = await serve({ db: template, project });
  // two who get through, and the first four of the deadly
  await load(prepared, workers(34).slice(28));
  await saveSettings(prepared);
  await prepared.stop();
  const copy = (name: string) => copyDatabase(template, join(folder, `${name}.db`));

  const undisturbed = await afterTheRun(await serve({ db: copy('undisturbed'), project }));
  expect(undisturbed).toMatchObject({ status: 'Finished', total: 6, processed: 6, failed: 4 });
  let killed = 0;
  for (const nth of passages([], COMMITS_APART)) {
    const db = copy(`${nth}`);
    const result = await afterTheRun(await serve({ db, project, flags: ['--fault', `commit.after:${nth}:kill`] }));
    if (result !== null) {
      expect(result).toEqual(undisturbed);
      break;
    }
    killed++;
    expect(await afterTheRun(await serve({ db, project }))).toEqual(undisturbed);
  }
  expect(killed).toBeGreaterThanOrEqual(KILLS);
});

/** What the run left behind, without ids; null when a fault killed the org before its end. */
async function afterTheRun(org: ServedOrg): Promise<object | null> {
  const result = await unlessKilled(org, async () => {
    if ((await processes(org)).length === 0) await startRun(org);
    await idle(org);
    return outcome(org);
  });
  if (result === null) return null;
  expect(await strayKeys(org)).toEqual([]);
  const [{ status, total, processed, failed } = {}] = await processes(org);
  await org.stop();
  return { ...result, status, total, processed, failed };
}
