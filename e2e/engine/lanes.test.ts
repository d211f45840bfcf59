import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leftBy, prepareLanes, runBoth, settled, start } from './lanes-org';
import { items } from './lifecycle-org';
import { onCopy, type ServedOrg } from './served-org';
import { startRun } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'lanes-'));
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

test('R4: both lanes are live at once, and each run does what it does alone', async () => {
  await onCopy(template, 'alone', async (org) => {
    for (const body of [{ mode: 'Live', scope: 'Leavers' }, { mode: 'Live' }]) {
      expect((await startRun(org, 'admin', body)).status).toBe(202);
      await settled(org);
    }
    expect(await leftBy(org)).toEqual(undisturbed);
  });
});

test('R4, R21: what dry runs foresee with both lanes live is what live ones do', async () => {
  await onCopy(template, 'dry', async (org) => {
    const [all, leavers] = await start(org, 'DryRun');
    await settled(org);
    const foreseen = [await verdicts(org, all!.id), await verdicts(org, leavers!.id)];
    const [liveAll, liveLeavers] = await start(org, 'Live');
    await settled(org);
    const failed = ([, outcome]: unknown[]) => outcome !== 'Created';
    expect((await verdicts(org, liveAll!.id)).filter(failed)).toEqual(foreseen[0]!.filter(failed));
    expect(await verdicts(org, liveLeavers!.id)).toEqual(foreseen[1]);
  });
});

/** What the process says about each of its people, but for the ids of users. */
async function verdicts(org: ServedOrg, processId: string): Promise<unknown[][]> {
  return (await items(org, processId)).map((row) => row.slice(0, 3));
}
