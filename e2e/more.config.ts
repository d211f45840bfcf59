import { defineConfig } from '@playwright/test';
import journeys, { MORE } from './playwright.config';

/** The journeys that `npm test` leaves to CI, in an org of their own: part of `npm run test:more`. */
export default defineConfig({ ...journeys, testMatch: MORE, testIgnore: [] });
