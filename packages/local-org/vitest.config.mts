import { defineConfig } from 'vitest/config';

/** Properties are tried on thousands of inputs, which takes its time on a busy machine: the limit only ends what hangs. */
export default defineConfig({ test: { globalSetup: 'test/temporary-folder.ts', testTimeout: 60_000 } });
