import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, armKill, passages, unlessKilled } from './kills';
import { leftBy, prepareLanes, runBoth } from './lanes-org';
import { seeded } from './seeded';
import { copyDatabase, onCopy, serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';

/** Commits of both runs together, of which every so many-th is struck. */
const COMMITS_APART = amount({ kills: 5, long: 1 });
const LEFT_TO_THE_WATCHDOG = amount({ kills: 3, long: 9 });
const STATEMENTS = 12;

const folder = mkdtempSync(join(tmpdir(), 'lanes-kills-'));
const template = join(folder, 'template.db');
let undisturbed: object;

beforeAll(async () => {
  await prepareLanes(template);
  undisturbed = await onCopy(template, 'undisturbed', async (org) => {
    await runBoth(org);
    return leftBy(org);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R6, R8, R17: killed at a commit with both lanes live and carried on, both end like undisturbed ones', async () => {
  const points = ['commit.before', 'commit.after'];
  let killed = 0;
  for (const nth of passages([], COMMITS_APART)) {
    const db = copyDatabase(template, join(folder, `commit-${nth}.db`));
    const through = await survives(await serve({ db }), async (org) => {
      await armKill(org, { point: points[nth % points.length]!, nth });
      await runBoth(org);
    });
    if (through) break;
    killed++;
    expect(await survives(await serve({ db }), runBoth)).toBe(true);
  }
  expect(killed).toBeGreaterThan(0);
});

test('R22: when the queue loses the jobs of both lanes, the watchdog carries both on', async () => {
  const random = seeded(5);
  for (let died = 0; died < LEFT_TO_THE_WATCHDOG;) {
    const db = copyDatabase(template, join(folder, `lost-${died}.db`));
    for (let through = false; !through;) {
      const fault = `statement:${1 + Math.floor(random() * 2 * STATEMENTS)}:kill`;
      const flags = ['--interrupted=fail', ...(died < LEFT_TO_THE_WATCHDOG ? ['--fault', fault] : [])];
      through = await survives(await serve({ db, flags }), async (org) => {
        await org.call('admin', 'POST', '/__local/clock', { advance: '61m' });
        await runBoth(org);
      });
      if (!through) died++;
    }
  }
});

/** Lets the org go on; true when both runs left what undisturbed ones leave, false when the fault killed it. */
async function survives(org: ServedOrg, goOn: (org: ServedOrg) => Promise<void>): Promise<boolean> {
  const result = await unlessKilled(org, async () => {
    await goOn(org);
    expect(await strayKeys(org)).toEqual([]);
    return leftBy(org);
  });
  if (result === null) return false;
  expect(result).toEqual(undisturbed);
  await org.stop();
  return true;
}
