import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, unlessKilled } from './kills';
import { seeded } from './seeded';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { TargetOrg } from './target-org';
import { targetProject, type TargetProject } from './target-project';
import { API } from './workforce';

/** With each seed. */
const KILLS = amount({ kills: 33, long: 40 });
const SEEDS = amount({ kills: [7], long: [11, 13] });
/** Kills one after another in one org before it may go on to its end. */
const IN_A_ROW = 3;
/** More than a chunk holds. */
const STRANGERS = 203;
const PEOPLE = 8;
const STATEMENTS = 60;
const COMMITS = 14;

const folder = mkdtempSync(join(tmpdir(), 'apps-decisions-kills-'));
const template = join(folder, 'template.db');
let project: TargetProject;
/** What the target holds before anything is decided. */
let before: Record<string, unknown>[];
let people: string[];

beforeAll(async () => {
  project = await targetProject(folder);
  const crane = await TargetOrg.prepare(template, project);
  people = await crane.hire(PEOPLE);
  await crane.run('Create', people);
  for (let i = 0; i < STRANGERS; i++) crane.target.store.add({ userName: `stranger${i}`, active: true });
  for (const kind of ['Collect', 'Analyze', 'Commit']) expect(await crane.process(kind)).toMatchObject({ status: 'Finished' });
  await crane.org.stop();
  before = crane.everybodyThere();
});

afterAll(async () => {
  await project.target.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Decision {
  readonly kind: string;
  readonly filter: object;
  readonly many: number;
}
const IGNORE: Decision = { kind: 'Ignore', filter: { linkState: 'orphaned' }, many: STRANGERS };
const PUSH: Decision = { kind: 'Push', filter: { linkState: 'linked' }, many: PEOPLE };

test.each(SEEDS)('R42: killed anywhere, a decision about all that match is made about everybody once; seed %i', async (seed) => {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  let killed = 0;
  for (let round = 0; killed < KILLS; round++) {
    const db = copyDatabase(template, join(folder, `round-${seed}-${round}.db`));
    project.target.store.clear();
    for (const user of before) project.target.store.add(user);
    project.target.journal.clear();
    for (let inARow = 0; ; inARow++) {
      const point = inARow === IN_A_ROW ? null : pointOf(below);
      if (await goesOn(db, round % 2 === 0 ? IGNORE : PUSH, point === null ? [] : ['--fault', `${point}:kill`])) break;
      killed++;
    }
    rmSync(db, { force: true });
  }
});

function pointOf(below: (most: number) => number): string {
  return below(100) < 60 ? `statement:${1 + below(STATEMENTS)}` : `commit.${['before', 'after'][below(2)]!}:${1 + below(COMMITS)}`;
}

/** Serves the org, asks where nobody has, and lets it go on; true when it got through and all is as it should be, false when the fault killed it. */
async function goesOn(db: string, decision: Decision, flags: readonly string[]): Promise<boolean> {
  const org = await serve({ db, project: project.project, flags });
  const done = await unlessKilled(org, async () => {
    const crane = await TargetOrg.open(org, project.target);
    if ((await runs(org, decision)).length === 0) {
      const { kind, filter } = decision;
      const begun = await org.call('admin', 'POST', `${API}/apps/${crane.appId}/processes`, { kind, mode: 'Live', filter });
      expect(begun.status, JSON.stringify(begun.body)).toBe(202);
    }
    await crane.work();
    for (let waits = 0; waits < 3 && !(await isOver(crane, decision)); waits++) await crane.waitOut();
    await expectAllWell(crane, decision);
    return true;
  });
  if (done === null) return false;
  await org.stop();
  return true;
}

interface Run {
  readonly Id: string;
  readonly Status__c: string;
  readonly Total__c: number;
  readonly Processed__c: number;
  readonly Updated__c: number;
}
const runs = (org: ServedOrg, { kind }: Decision): Promise<Run[]> =>
  org.query(
    `SELECT Id, Status__c, Total__c, Processed__c, Updated__c FROM ProvisioningProcess__c WHERE Scope__c = 'App${kind}Accounts' ORDER BY Name`,
  );

async function isOver(crane: TargetOrg, decision: Decision): Promise<boolean> {
  const ended = (await runs(crane.org, decision)).every((run) => run.Status__c === 'Finished');
  return ended && (await crane.requests()).every((row) => row.State__c === 'Completed');
}

async function expectAllWell(crane: TargetOrg, decision: Decision): Promise<void> {
  const [run, ...others] = await runs(crane.org, decision);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ Status__c: 'Finished', Total__c: decision.many, Processed__c: decision.many, Updated__c: decision.many });
  const items = await crane.org.query<{ EmployeeId__c: string; Outcome__c: string; Code__c: string }>(
    `SELECT EmployeeId__c, Outcome__c, Code__c FROM ProvisioningProcessItem__c WHERE Process__c = '${run!.Id}'`,
  );
  expect(new Set(items.map((item) => item.EmployeeId__c)).size).toBe(decision.many);
  expect(items.filter((item) => item.Outcome__c !== 'Updated')).toEqual([]);
  const links = (await crane.accounts()).map((account) => account.LinkState__c);
  const isIgnore = decision === IGNORE;
  expect(links.filter((link) => link === 'ignored')).toHaveLength(isIgnore ? STRANGERS : 0);
  expect(links.filter((link) => link === 'linked')).toHaveLength(PEOPLE);
  for (const person of people) {
    const asked = (await crane.requests(person)).filter((row) => row.Operation__c === 'Update');
    expect(asked.map((row) => row.State__c)).toEqual(isIgnore ? [] : ['Completed']);
  }
  expect(crane.everybodyThere()).toHaveLength(STRANGERS + PEOPLE);
}
