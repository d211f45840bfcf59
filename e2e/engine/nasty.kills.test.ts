import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CUSTOMER_FILES, loadNastyUsers, nastyPeople } from './nasty';
import { projectOf } from './project';
import { serve } from './served-org';
import { kinds, sameVerdicts } from './verdicts';
import { load, saveSettings } from './workforce';

/** Three chunks, of people who are split out of them one by one. */
const NASTY = 450;
const folder = mkdtempSync(join(tmpdir(), 'nasty-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seeds of populations, and whether usernames match. */
const POPULATIONS: [number, boolean][] = [
  [4711, true],
  [20261122, false],
  [7, false],
];

test.each(POPULATIONS)(
  'R21: collisions, hostile triggers, poison, sets left out and refused links are foreseen person by person (seed %i, usernames match: %s)',
  async (seed, matchByUsername) => {
    const customer = await serve({
      db: join(folder, `${seed}.db`),
      project: projectOf(join(folder, `${seed}`), { files: CUSTOMER_FILES }),
    });
    const workforce = nastyPeople(seed, NASTY);
    await load(customer, workforce);
    await loadNastyUsers(customer, workforce);
    await saveSettings(customer, { matchByEmail: true, matchByUsername, permissionSets: ['Sales_Tools'] });
    const { foreseen } = await sameVerdicts(customer);
    expect(foreseen.length).toBe(workforce.length);
    expect(kinds(foreseen)).toEqual([
      'AMBIGUOUS_MATCH', 'AUTOMATION', 'Created', 'INACTIVE_MATCH', 'LINK', 'Linked', 'MISSING_FIELD', 'POISON',
      'PRIVILEGED_MATCH', 'USERNAME_TAKEN', 'VALIDATION',
    ]); // prettier-ignore
    await customer.stop();
  },
);
