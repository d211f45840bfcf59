import { defineConfig } from 'vitest/config';

/**
 * Properties are tried on thousands of inputs, which takes its time on a busy machine: the limits only end what hangs. Files share the modules of
 * their worker: to load the runtime anew for each of them takes longer than most of them take, and its modules hold nothing of an org.
 */
export default defineConfig({
  test: { globalSetup: 'test/temporary-folder.ts', testTimeout: 180_000, hookTimeout: 180_000, isolate: false, maxWorkers: 2 },
});
