import { defineConfig } from 'vitest/config';

/**
 * Whole runs, kills and concurrency on served orgs. Each file serves orgs of its own, so two files share the two cores of CI. Every kill
 * costs a start of an org: on a busy machine a hundred of them take their time, so the limit only ends what hangs.
 */
export default defineConfig({ test: { testTimeout: 1_800_000, hookTimeout: 120_000, maxWorkers: 2 } });
