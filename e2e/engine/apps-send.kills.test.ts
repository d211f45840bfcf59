import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, armKill, unlessKilled } from './kills';
import { copyDatabase, serve } from './served-org';
import { TargetOrg } from './target-org';
import { targetProject, type TargetProject } from './target-project';
import { API } from './workforce';

const TOOLING = '/services/data/v67.0/tooling/executeAnonymous/';
/** What the schedule calls every hour. */
const HOURLY = 'new AppHourlyLook().call(null, null);';

const folder = mkdtempSync(join(tmpdir(), 'apps-send-kills-'));
const template = join(folder, 'template.db');
let project: TargetProject;
let person: string;

beforeAll(async () => {
  project = await targetProject(folder);
  const crane = await TargetOrg.prepare(template, project);
  person = (await crane.hire(1))[0]!;
  await crane.org.stop();
});
afterAll(async () => {
  await project.target.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Shows what would be sent and sends it; the org dies at that passage of the point, if it gets there. */
async function dieSending(db: string, point: string, nth: number): Promise<void> {
  const org = await serve({ db, project: project.project });
  const path = `${API}/apps/${(await TargetOrg.open(org, project.target)).appId}`;
  const shown = await org.call<{ previewId: string }>('admin', 'POST', `${path}/preview`, { userId: person });
  const sent = await unlessKilled(org, async () => {
    await armKill(org, { point, nth });
    return org.call('admin', 'POST', `${path}/send`, { previewId: shown.body.previewId });
  });
  if (sent !== null) await org.stop();
}

/** The second call is the one that makes the account; the sample is of the moment in which most is lost. */
const DEADLIEST = [['callout.answered', 2]] as const;
const ALL = ['callout.before', 'callout.sent', 'callout.answered'].flatMap((point) => [1, 2, 3].map((nth) => [point, nth] as const));
const POINTS = amount<readonly (readonly [string, number])[]>({ test: DEADLIEST, kills: ALL });

test.each(POINTS)(
  'R44: a sending that dies at %s, passage %i, is neither lost nor doubled, and no leaver keeps access',
  async (point, nth) => {
    for (const leaves of [false, true]) {
      project.target.store.clear();
      project.target.journal.clear();
      const db = copyDatabase(template, join(folder, `${point}-${nth}-${String(leaves)}.db`));
      await dieSending(db, point, nth);
      const org = await serve({ db, project: project.project });
      const crane = await TargetOrg.open(org, project.target);
      await crane.work();
      if (leaves) await crane.takeEntitlement(person);
      await crane.advance('61m');
      await org.call('admin', 'GET', `${TOOLING}?anonymousBody=${encodeURIComponent(HOURLY)}`);
      await crane.work();
      await crane.waitOut();
      const there = crane.there(person);
      expect(there.length).toBeLessThanOrEqual(1);
      expect(there.filter(({ active }) => active === true)).toHaveLength(leaves ? 0 : 1);
      expect((await crane.requests()).filter((row) => row.State__c === 'New' || row.State__c === 'Requested')).toEqual([]);
      await crane.expectAgreement();
      await org.stop();
    }
  },
);
