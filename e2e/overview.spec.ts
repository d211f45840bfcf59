import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { clientFor } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Runs {
  readonly processes: readonly { readonly status: string }[];
}

/** Settings and a live run, unless other journeys left some. */
test.beforeAll(async () => {
  test.setTimeout(600_000);
  const admin = await clientFor('admin');
  if ((await admin.get(`${API}/settings`)).status !== 200) await admin.put(`${API}/settings`, WORKING_SETTINGS);
  const finished = async () =>
    (await admin.get<Runs>(`${API}/processes?mode=Live&scope=All`)).body.processes.some(({ status }) => status === 'Finished');
  if (!(await finished())) await admin.post(`${API}/processes`, { mode: 'Live' });
  await expect.poll(finished, { timeout: 400_000, intervals: [1000] }).toBe(true);
});

/** Opens the page as the first tab of the app, as somebody who has just logged in. */
async function open(page: Page, alias: string): Promise<void> {
  await logIn(page, alias, '/lightning/n/View_Processes');
  await page.getByRole('navigation').getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible();
}

async function accessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map((node) => node.target))}`);
  });
  expect(found).toEqual([]);
}

test('an admin sees who waits and why, and goes to them from the number and from what needs somebody', async ({ page }) => {
  const problems = collectProblems(page);
  await open(page, 'admin');
  const waiting = page.getByRole('button', { name: /\d+ failed, \d+ not tried yet/ });
  await expect(waiting).toBeVisible();
  await accessible(page);

  const why = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Why \d+ people wait$/ }) });
  await why.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('columnheader', { name: 'Cause' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'A required field is missing' })).toBeVisible();
  await accessible(page);

  await waiting.click();
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/c__view=Waiting/);
  await expect(page.getByRole('button', { name: /^Waiting/ })).toHaveAttribute('aria-pressed', 'true');

  await page.goBack();
  await page.getByRole('button', { name: 'Review and retry' }).click();
  await expect(page).toHaveURL(/c__view=Waiting&c__outcome=Failed/);
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  expect(problems).toEqual([]);
});

test('a dry run from the page shows there while it goes, and in the lists when it has ended', async ({ page }) => {
  await open(page, 'operator');
  await page.getByRole('button', { name: 'Run User Provisioning' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dry run' }).click();
  await expect(page.getByText(/Dry run PP-\d+ has started/)).toBeVisible();
  const operator = await clientFor('operator');
  const newest = async () => (await operator.get<Runs>(`${API}/processes`)).body.processes[0]!.status;
  await expect.poll(newest, { timeout: 120_000 }).toBe('Finished');
  await expect(page.getByText('Nothing is running.')).toBeVisible({ timeout: 20_000 });
});

test('an auditor sees the same, may start nothing and reads why', async ({ page }) => {
  await open(page, 'auditor');
  await expect(page.getByRole('button', { name: 'Run User Provisioning' })).toBeDisabled();
  await expect(page.getByText('You lack the permission “Run Provisioning”.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Why \d+ people wait$/ })).toBeVisible();
  await accessible(page);
});

test('a phone shows the page without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await logIn(page, 'admin', '/lightning/n/Provisioning_Overview');
  await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible();
  await expect(page.getByRole('img', { name: /created, .* not tried yet/ })).toBeVisible();
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBeLessThanOrEqual(0);
  await accessible(page);
});
