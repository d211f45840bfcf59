import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount, unlessKilled } from './kills';
import { seeded } from './seeded';
import { copyDatabase, serve } from './served-org';
import { strayKeys } from './stray-keys';
import { processes } from './workforce';
import { TargetOrg, type RequestRow } from './target-org';
import { targetProject, type TargetProject } from './target-project';

/** With each seed. */
const KILLS = amount({ test: 6, kills: 50, long: 55 });
const SEEDS = amount({ test: [3], kills: [5], long: [7, 11, 13, 17] });
/** Kills one after another in one org before it may go on to its end. */
const IN_A_ROW = 4;
/** Of a hundred kills, so many strike while the target is called; the others between any two statements and at commits. */
const AT_CALLS = 70;
const CALLS = 40;
const STATEMENTS = 50;
const COMMITS = 12;
const FINAL = ['Completed', 'Failed', 'Manually Completed'];

const folder = mkdtempSync(join(tmpdir(), 'apps-kills-'));
const template = join(folder, 'template.db');
let project: TargetProject;
/** What the target holds before anybody is sent. */
let before: Record<string, unknown>[];
let wanted: string[];
let leavers: string[];

beforeAll(async () => {
  project = await targetProject(folder);
  const crane = await TargetOrg.prepare(template, project);
  const known = await crane.hire(12);
  await crane.run('Create', known);
  for (const person of known.slice(0, 6)) await crane.change(person, { Title: 'Rigger' });
  leavers = known.slice(6);
  for (const person of leavers) await crane.takeEntitlement(person);
  const created = await crane.hire(14);
  const free = await crane.org.query<{ Username: string }>(`SELECT Username FROM User WHERE Id IN ('${created.slice(0, 4).join("','")}')`);
  for (const { Username } of free) crane.target.store.add({ userName: Username, active: true });
  await crane.pause();
  await crane.ask('Create', created);
  await crane.ask('Update', known.slice(0, 6));
  await crane.ask('Deactivate', leavers);
  await crane.org.stop();
  before = crane.everybodyThere();
  wanted = [...created, ...known.slice(0, 6)];
});

afterAll(async () => {
  await project.target.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(SEEDS)('R38: killed anywhere, nobody is lost or doubled, and journal and records agree; seed %i', async (seed) => {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const distribution: Record<string, number> = {};
  let killed = 0;
  for (let round = 0; killed < KILLS; round++) {
    const db = copyDatabase(template, join(folder, `round-${seed}-${round}.db`));
    project.target.store.clear();
    for (const user of before) project.target.store.add(user);
    project.target.journal.clear();
    for (let inARow = 0; ; inARow++) {
      const point = inARow === IN_A_ROW ? null : pointOf(below);
      const through = await goesOn(db, point === null ? [] : ['--fault', `${point}:kill`]);
      if (through) break;
      killed++;
      const name = point!.split(':')[0]!;
      distribution[name] = (distribution[name] ?? 0) + 1;
    }
    rmSync(db, { force: true });
  }
  console.log(`${killed} kills: ${JSON.stringify(distribution)}`);
  const atCalls = Object.entries(distribution).filter(([name]) => name.startsWith('callout.'));
  expect(atCalls.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(killed / 2);
});

function pointOf(below: (most: number) => number): string {
  const chance = below(100);
  if (chance < AT_CALLS) return `callout.${['before', 'sent', 'answered'][below(3)]!}:${1 + below(CALLS)}`;
  return chance < 90 ? `statement:${1 + below(STATEMENTS)}` : `commit.${['before', 'after'][below(2)]!}:${1 + below(COMMITS)}`;
}

/** Serves the org and lets it go on; true when it got through and all is as it should be, false when the fault killed it. */
async function goesOn(db: string, flags: readonly string[]): Promise<boolean> {
  const org = await serve({ db, project: project.project, flags });
  const done = await unlessKilled(org, async () => {
    const crane = await TargetOrg.open(org, project.target);
    if ((await crane.state()).State__c === 'Paused') await crane.resume();
    for (let waits = 0; waits < 4 && !(await isOver(crane)); waits++) {
      await crane.work();
      if (!(await isOver(crane))) await crane.waitOut();
    }
    if (!(await isOver(crane))) throw new Error(JSON.stringify([await crane.state(), await processes(org)]));
    await expectAllWell(crane);
    expect(await strayKeys(org)).toEqual([]);
    return true;
  });
  if (done === null) return false;
  await org.stop();
  return true;
}

const isOver = async (crane: TargetOrg): Promise<boolean> => (await crane.requests()).every((row) => FINAL.includes(row.State__c));

async function expectAllWell(crane: TargetOrg): Promise<void> {
  const requests = await crane.requests();
  expect(requests.filter((row: RequestRow) => row.State__c !== 'Completed')).toEqual([]);
  await crane.expectAgreement();
  const there = crane.everybodyThere();
  const active = there.filter((one) => one['active'] === true).map((one) => one['externalId']);
  expect(active.sort()).toEqual([...wanted].sort());
  const made = crane.target.journal.entries.filter(
    (one: { method: string; status: number }) => one.method === 'POST' && one.status === 201,
  );
  expect(new Set(made.map((one: { body: { externalId: string } }) => one.body.externalId)).size).toBe(made.length);
  for (const person of leavers) expect(crane.there(person)).toMatchObject([{ active: false }]);
}
