import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from './seeded';
import { TargetOrg, targetProject, type TargetProject } from './target-org';

const SEEDS = [1, 2, 3];
const STEPS = 40;
const PEOPLE = 6;
const OPERATIONS = ['Create', 'Update', 'Deactivate', 'Activate', 'Freeze', 'Unfreeze'];
const TROUBLES = [
  { name: 'drop', times: 2 },
  { name: 'after', status: 504, times: 2 },
  { name: 'after', status: 500, times: 1 },
  { name: 'status', status: 503, times: 3 },
  { name: 'status', status: 403, times: 1 },
  { name: 'status', status: 429, retryAfter: 30, times: 1 },
  { name: 'lag', requests: 3 },
];

const folder = mkdtempSync(join(tmpdir(), 'apps-orders-'));
let project: TargetProject;
let crane: TargetOrg;

beforeAll(async () => {
  project = await targetProject(folder);
  crane = await TargetOrg.prepare(join(folder, 'org.db'), project);
});
afterAll(async () => {
  await crane?.org.stop();
  await project.target.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Who is entitled and active, by id. */
type Wanted = Map<string, { isEntitled: boolean; isActive: boolean }>;

test.each(SEEDS)('R37: whatever happens in whatever order, no leaver is active there in the end; seed %i', async (seed) => {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const people = await crane.hire(PEOPLE);
  const wanted: Wanted = new Map(people.map((id) => [id, { isEntitled: true, isActive: true }]));
  for (let step = 0; step < STEPS; step++) await happens(below, people, wanted);
  crane.target.switches.set([]);
  if ((await crane.state()).State__c !== 'On') await crane.resume();
  await crane.waitOut();
  await crane.waitOut();
  await crane.processAll();
  await crane.waitOut();
  for (const [id, { isEntitled, isActive }] of wanted) {
    const active = crane.there(id).filter((account) => account['active'] === true);
    expect([id, active.length]).toEqual([id, isEntitled && isActive ? 1 : 0]);
  }
  await crane.expectAgreement();
});

async function happens(below: (most: number) => number, people: readonly string[], wanted: Wanted): Promise<void> {
  const id = people[below(people.length)]!;
  const state = wanted.get(id)!;
  switch (below(8)) {
    case 0:
      if (!state.isActive) break;
      await (state.isEntitled ? crane.takeEntitlement(id) : crane.entitle([id]));
      state.isEntitled = !state.isEntitled;
      break;
    case 1:
      state.isActive = !state.isActive;
      await crane.change(id, { IsActive: state.isActive });
      break;
    case 2:
      await crane.change(id, { Title: `T${below(5)}` });
      break;
    case 3:
    case 4:
      await crane.ask(OPERATIONS[below(OPERATIONS.length)]!, [id]);
      break;
    case 5:
      crane.target.switches.set(below(2) === 0 ? [] : [TROUBLES[below(TROUBLES.length)]!]);
      break;
    case 6:
      await crane.advance(`${1 + below(5)}m`);
      await crane.work();
      break;
    default:
      await crane.askAgain(id);
  }
}
