import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/** Every page in every state, in an org of its own: `npm run test:pages`. */
export default defineConfig({ ...journeys, testMatch: '*.pages.ts', testIgnore: [] });
