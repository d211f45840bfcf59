import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { playScenario } from '../../src/cli/scenario';
import type { OpenedOrg } from '../../src/host/open';
import { createRouter } from '../../src/rest';
import { orgOf } from '../engine/project';

let org: OpenedOrg;
let folder: string;
let written = 0;
beforeEach(() => {
  ({ org } = orgOf({}));
  folder = mkdtempSync(join(tmpdir(), 'scenario-'));
});

/** Plays a module with that text, by name of its own: Node keeps what it has loaded once. */
async function play(text: string): Promise<string[]> {
  const file = `scenario${written++}.mjs`;
  writeFileSync(join(folder, file), text);
  const router = createRouter(org);
  const steps: string[] = [];
  const scenario = { name: 'busy', file, daysBefore: 0 };
  await playScenario(folder, scenario, org.users, (request) => Promise.resolve(router(request)), (step) => steps.push(step)); // prettier-ignore
  return steps;
}

const names = (): unknown[] =>
  org.step({ userId: org.users[0]?.userId ?? '', commit: false }, () =>
    org.data
      .queryText('SELECT Name FROM Account ORDER BY Name', new Map(), { mode: 'system', sharing: false })
      .map((row) => row.get('Name')),
  );

describe('a scenario', () => {
  it('does what its sample users may do, reads what they see, moves the clock, and says what it is at', async () => {
    const before = org.clock.now();
    const steps = await play(`export default async function (org) {
      org.say('first orders');
      const admin = await org.as('${org.users[0]!.alias}');
      await admin.call('POST', 'sobjects/Account', { Name: 'Northwind' });
      await org.advance('12h');
      await org.runJobs();
      const [{ Name }] = await admin.query('SELECT Name FROM Account');
      await admin.call('POST', 'sobjects/Account', { Name: Name + ' too' });
    }`);
    expect(steps).toEqual(['Scenario busy: first orders']);
    expect(names()).toEqual(['Northwind', 'Northwind too']);
    expect(org.clock.now() - before).toBeGreaterThanOrEqual(12 * 3_600_000);
  });

  it.each([
    [
      "export default async (org) => { await (await org.as('ADMIN')).call('POST', 'sobjects/Account', {}); }",
      /POST .*sobjects\/Account gave 400.*REQUIRED_FIELD_MISSING/,
    ],
    ["export default async (org) => { await org.as('stranger'); }", /scenario\d+\.mjs: there is no sample user stranger/],
    ["export default async (org) => { await org.advance('tomorrow'); }", /POST \/__local\/clock gave 400/],
    ['export const history = 1;', /the default export has to be a function/],
    ['export default async (', /The scenario busy could not be loaded/],
  ])('ends with what the org refused, or what is wrong with the module: %s', async (text, message) => {
    await expect(play(text.replace('ADMIN', org.users[0]!.alias))).rejects.toThrow(message);
  });
});
