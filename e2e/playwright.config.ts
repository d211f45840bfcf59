import { defineConfig } from '@playwright/test';
import { findTool } from '../scripts/ensure-tool.mjs';

const port = Number(process.env.E2E_PORT ?? 3490);
process.env.E2E_BASE_URL = `http://127.0.0.1:${port}`;

/** Journeys that CI makes beside those of `npm test` (more.config.ts): what their pages say is held by component tests, too. */
export const MORE = [
  'app-reconciliation',
  'app-requests',
  'content-policy',
  'denied',
  'keyboard-only',
  'long-names',
  'quick-actions',
  'secrets',
].map((name) => `${name}.spec.ts`);

/** Whole journeys in real Chromium against a served local org with the sample workforce; one org, so one worker. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  testIgnore: MORE,
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  globalSetup: './start-org.ts',
  reporter: [['list']],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1366, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findTool({ variable: 'CHROMIUM_PATH', commands: ['chromium', 'chromium-browser', 'google-chrome'] }) ?? undefined,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
});
