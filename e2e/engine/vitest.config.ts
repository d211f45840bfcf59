import { defineConfig } from 'vitest/config';

/** What `npm run test:kills` does whole, and `npm test` leaves to it: of the other kills it does a sample (kills.ts). */
const WITHOUT_SAMPLE = [
  'apps-both-ends',
  'apps-decisions',
  'apps-orders',
  'arrivals',
  'assignment-rules',
  'dry-run',
  'lanes',
  'managers',
  'nasty',
  'poison',
  'take-over',
].map((name) => `${name}.kills.test.ts`);

/** Hostile worlds, outages and crowds, which take long and rarely find what the others do not: `npm run test:more`. */
const MORE = ['app-uninstalled', 'apps-hostile', 'apps-outages', 'concurrency', 'history', 'hostile-triggers'].map(
  (name) => `${name}.test.ts`,
);

/** Of these `npm test` does one seed, and the mode `more` the others. */
const MORE_SEEDS = ['preflight.test.ts'];

const INCLUDED: Readonly<Record<string, readonly string[]>> = { test: ['*.test.ts'], more: [...MORE, ...MORE_SEEDS] };

/**
 * Whole runs, kills and concurrency on served orgs. Each file serves orgs of its own; three of them keep the two cores of
 * CI busy, for each waits now and then. Every kill
 * costs a start of an org: on a busy machine a hundred of them take their time, so the limit only ends what hangs. By themselves the tests do
 * a sample of the kills; the modes `kills` and `long` do the others, and the mode `more` what CI runs beside them.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: [...(INCLUDED[mode] ?? ['*.kills.test.ts'])],
    exclude: mode === 'test' ? [...WITHOUT_SAMPLE, ...MORE] : [],
    env: { SHARE: mode === 'more' ? 'kills' : mode },
    globalSetup: 'prepared-org.ts',
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
    // the modules hold nothing of an org, and to load them anew for each file takes longer than some of the tests
    isolate: false,
    maxWorkers: 3,
  },
}));
