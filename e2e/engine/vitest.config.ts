import { defineConfig } from 'vitest/config';

/** Whole runs, kills and concurrency on served orgs; one file at a time, because each serves orgs of its own. */
export default defineConfig({ test: { testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false, maxConcurrency: 2 } });
