import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { accessibilityTree, settled, tooWide, watchShifts } from './look';
import { clientFor } from './org-client';
import { addressOf, STAGES } from './page-list';
import { logIn } from './pages';
import { themes, wear } from './themes';

const TREES = join(import.meta.dirname, 'accessibility');
const PICTURES = join(import.meta.dirname, '../docs/images');
const DESK = { width: 1280, height: 900 };
/** What 200 % of zoom leave of the desk, and a small phone. */
const NARROW = [
  { width: 640, height: 450 },
  { width: 320, height: 640 },
];
const MOST_SHIFT = 0.02;

for (const stage of STAGES) {
  test.describe(stage.name, () => {
    test.beforeAll(async () => {
      test.setTimeout(300_000);
      await stage.prepare(await clientFor('admin'));
    });

    for (const state of stage.states) {
      test(state.name, async ({ page }) => {
        await page.setViewportSize(DESK);
        const shifts = await watchShifts(page);
        await logIn(page, state.as, `/?startURL=${encodeURIComponent('/lightning/page/home')}`);
        await settled(page);
        await page.goto(`/lightning/${await addressOf(state, await clientFor('admin'))}`);
        await settled(page);
        const shift = await shifts();
        await state.then?.(page);
        await settled(page);

        const tree = await accessibilityTree(page);
        const file = join(TREES, `${state.name}.txt`);
        if (process.env.RECORD_TREES) {
          mkdirSync(TREES, { recursive: true });
          writeFileSync(file, tree);
        }
        if (process.env.RECORD_PICTURES && state.picture)
          await page.screenshot({ path: join(PICTURES, `${state.picture}.png`), animations: 'disabled' });

        expect.soft(tree).toBe(readFileSync(file, 'utf8'));
        expect.soft(await violations(page), 'axe').toEqual([]);
        const [usual, ...others] = await themes(page);
        for (const theme of others) {
          await wear(page, theme);
          expect.soft(await violations(page), `axe in ${theme.name}`).toEqual([]);
        }
        await wear(page, usual!);
        expect.soft(shift, 'layout shift').toBeLessThan(state.shift ?? MOST_SHIFT);
        for (const size of NARROW) {
          await page.setViewportSize(size);
          await settled(page);
          expect.soft(await tooWide(page), `sideways scrolling at ${size.width} px`).toBe(0);
        }
      });
    }
  });
}
