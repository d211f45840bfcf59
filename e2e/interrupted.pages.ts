import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { restClient, sampleUsers, spawnOrg, userWithAlias, whenReady, type OrgProcess, type RestClient } from 'local-org/serve';
import { WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';
const project = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'interrupted-org-'));
const db = join(folder, 'org.db');
/** Commits of the run until the server dies: in the middle of 2,500 people. */
const COMMITS = 14;

interface ProcessJson {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly guard: string | null;
  readonly processed: number;
  readonly created: number;
  readonly linked: number;
  readonly failed: number;
}
let org: OrgProcess;
let rest: RestClient;

test.afterAll(async () => {
  await org?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('two people watch one run in two browsers: one decides, the server dies and comes back, and both see the run to its end', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  org = await spawnOrg({ project, db });
  rest = restClient(org.baseUrl, (await whenReady(org)) ?? []);
  await ok(rest.call('admin', 'PUT', `${API}/settings`, { ...WORKING_SETTINGS, maximumCreates: 100 }));
  const parked = await ok(rest.call<ProcessJson>('admin', 'POST', `${API}/processes`, { mode: 'Live' }));
  await expect.poll(async () => (await processNow(parked.id)).guard, { timeout: 120_000 }).not.toBeNull();

  const operator = await open(browser, 'operator', parked.id);
  const auditor = await open(browser, 'auditor', parked.id);
  for (const page of [operator, auditor]) await expect(page.getByRole('heading', { name: parked.name, level: 1 })).toBeVisible();
  await expect(auditor.getByRole('button', { name: /^Continue/ })).toHaveCount(0);

  await ok(rest.call('admin', 'POST', '/__local/faults', { point: 'commit.after', nth: COMMITS, action: 'kill' }));
  await operator
    .getByRole('button', { name: /^Continue/ })
    .first()
    .click();
  await operator
    .getByRole('alertdialog')
    .getByRole('button', { name: /^(OK|Continue)/ })
    .click();
  await org.ended;

  // what was known stays, and it is said that nothing new is known
  for (const page of [operator, auditor]) {
    await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('heading', { name: parked.name, level: 1 })).toBeVisible();
  }

  const port = Number(new URL(org.baseUrl).port);
  org = await spawnOrg({ project, db, port });
  rest = restClient(org.baseUrl, (await whenReady(org)) ?? []);
  for (const page of [operator, auditor]) {
    await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText('The server cannot be reached.')).toHaveCount(0);
  }
  const { processed, created, linked, failed } = await processNow(parked.id);
  expect(processed).toBe(2500);
  expect(created + linked + failed).toBe(2500);
});

test('who loses the session signs in again and is where they were', async ({ browser }) => {
  const page = await open(browser, 'operator', null, 'Provisioning_Employees?c__view=All');
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole('button', { name: /^With a user/ }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
  await signIn(page, 'operator');
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/c__view=WithUser/);
});

async function ok<T>(asked: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

const processNow = async (id: string): Promise<ProcessJson> =>
  (await rest.call<ProcessJson>('admin', 'GET', `${API}/processes/${id}`)).body;

/** A browser of their own for somebody who signs in and opens a page. */
async function open(
  browser: Browser,
  alias: string,
  processId: string | null,
  tab = `View_Processes?c__process=${processId}`,
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: org.baseUrl })).newPage();
  await page.goto(`/?startURL=${encodeURIComponent(`/lightning/n/${tab}`)}`);
  await signIn(page, alias);
  return page;
}

async function signIn(page: Page, alias: string): Promise<void> {
  const { username, password } = userWithAlias(await sampleUsers(org.baseUrl), alias);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log In' }).click();
}
