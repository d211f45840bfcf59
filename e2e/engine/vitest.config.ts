import { defineConfig } from 'vitest/config';

/** Whole runs, kills and concurrency on served orgs. Each file serves orgs of its own, so two files share the two cores of CI. */
export default defineConfig({ test: { testTimeout: 600_000, hookTimeout: 120_000, maxWorkers: 2 } });
