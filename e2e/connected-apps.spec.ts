import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { clientFor } from './org-client';
import { collectProblems, logIn } from './pages';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const API = '/services/apexrest/provisioning/v1';

test.describe.configure({ mode: 'serial' });

test('an app admin sets a mock target up, from Quick Find to switched on', async ({ page }) => {
  const problems = collectProblems(page);
  await logIn(page, 'appadmin', `/?startURL=${encodeURIComponent('/lightning/setup/SetupOneHome/home')}`);
  await page.getByRole('searchbox', { name: 'Quick Find' }).fill('Connected Apps');
  await expect(page.getByText('Platform Tools')).toBeVisible();
  await page.getByRole('link', { name: 'Manage Connected Apps' }).click();
  await expect(page.getByRole('heading', { name: 'Manage Connected Apps', level: 1 })).toBeVisible();
  await expect(page.getByText('New connected apps can no longer be created since Spring ’26.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Expenses.*External client apps have no user provisioning/ })).toBeVisible();
  await expect(page.getByText('You lack Manage Connected Apps.').first()).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'New target' }).click();
  const target = page.getByRole('dialog');
  await target.getByLabel('Name').fill('Service Wiki');
  await target.getByRole('option', { name: 'Employee Hub Unified Employee User' }).click();
  await target.getByRole('button', { name: /Move selection to Selected/ }).click();
  await target.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('heading', { name: 'User Provisioning Wizard' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Service Wiki' })).toBeVisible();
  await page.getByRole('button', { name: 'Next: Named credential' }).click();
  await page.getByRole('button', { name: 'Next: Connector' }).click();
  await expect(page.getByText('2 things are left before the next step')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next: Operations and mapping' })).toBeDisabled();
  await page.getByText('Mock target (records of this org, to try it out)').click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByRole('row', { name: 'Signed in Yes' })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Next: Operations and mapping' }).click();
  await expect(page.getByRole('heading', { name: /^Operations and mapping/ })).toBeFocused();
  await accessible(page);
  for (const step of ['Approval', 'Linking', 'Reconciliation', 'Collect', 'Analyze', 'Review', 'Commit'])
    await page.getByRole('button', { name: `Next: ${step}` }).click();

  await expect(page.getByRole('button', { name: 'Next: Process all' })).toBeDisabled();
  await page.getByLabel('Name of the app').fill('Something else');
  await page.getByRole('button', { name: 'Confirm that it is empty' }).click();
  await expect(page.getByRole('alert')).toContainText('Type the name of the app');
  await page.getByLabel('Name of the app').fill('Service Wiki');
  await page.getByRole('button', { name: 'Confirm that it is empty' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The accounts of the target are known.' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Next: Process all' }).click();
  await page.getByRole('button', { name: 'Switch on Service Wiki' }).click();
  await expect(page.getByRole('button', { name: 'Switch off Service Wiki' })).toBeVisible();
  await expect(page.getByRole('main').getByText('On', { exact: true })).toBeVisible();
  expect(problems).toEqual([]);
});

test('the wizard goes on where it was left, and its settings are versions', async ({ page }) => {
  await logIn(page, 'appadmin', '/lightning/n/Connected_Apps');
  await page.getByRole('button', { name: /^On \d/ }).click();
  await expect(page).toHaveURL(/c__view=On/);
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await expect(page).toHaveURL(/c__sort=accounts/);
  await page.getByRole('button', { name: 'More actions: Service Wiki' }).click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
  await expect(page.getByText('Service Wiki is paused').first()).toBeVisible();
  await page.getByRole('button', { name: /^Need you \d/ }).click();
  await page.getByRole('button', { name: 'More actions: Service Wiki' }).click();
  await page.getByRole('menuitem', { name: 'Resume now' }).click();
  await expect(page.getByText('Service Wiki goes on').first()).toBeVisible();
  await page.getByRole('button', { name: /^On \d/ }).click();
  await page.getByRole('link', { name: 'Service Wiki' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/c__tab=settings/);
  await expect(page.getByRole('heading', { name: /^Process all/ })).toBeVisible();
  await page.getByRole('button', { name: 'Reconciliation', exact: true }).click();
  await page.getByLabel('Accounts created').fill('50');
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page).not.toHaveURL(/c__tab=settings/);
  const settings = await (
    await clientFor('appadmin')
  ).get<{ maximumCreates: number; enabled: boolean }>(`${API}/apps/${await idOf()}/settings`);
  expect(settings.body).toMatchObject({ maximumCreates: 50, enabled: true });
});

test('an app is paused and goes on, by keyboard', async ({ page }) => {
  await logIn(page, 'appadmin', `/lightning/n/Connected_Apps?c__app=${await idOf()}`);
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Service Wiki is paused' })).toBeVisible();
  await expect(page.getByText(/requests? waits?, none has failed\./)).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Resume now' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Service Wiki is paused' })).toBeHidden();
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await logIn(page, 'appadmin', '/lightning/n/Connected_Apps');
  await page.getByRole('link', { name: 'Service Wiki' }).waitFor();
  await fits(page);
  await page.getByRole('button', { name: 'Filters 0' }).click();
  await expect(page.getByRole('button', { name: 'Need you 0' })).toBeVisible();
  const id = await idOf();
  for (const tab of ['accounts', 'requests', 'reconciliation', 'processes', 'settings']) {
    await page.goto(`/lightning/n/Connected_Apps?c__app=${id}&c__tab=${tab}`);
    await page.getByRole('tabpanel').waitFor();
    await fits(page);
  }
  await accessible(page);
});

test('an auditor sees all of it and changes nothing; nobody sees nothing', async ({ page }) => {
  await logIn(page, 'auditor', `/lightning/n/Connected_Apps?c__app=${await idOf()}&c__tab=settings`);
  await expect(page.getByText('You can see these settings but not change them.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Edit Policies' })).toBeHidden();
  await page.goto('/lightning/n/Connected_Apps');
  await expect(page.getByRole('link', { name: 'Service Wiki' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New target' })).toBeHidden();
  await accessible(page);
  await page.context().clearCookies();
  await logIn(page, 'nobody', '/lightning/n/Connected_Apps');
  await expect(page.getByRole('heading', { name: 'You cannot open Connected Apps' })).toBeVisible();
});

async function idOf(): Promise<string> {
  const { apps } = (await (await clientFor('appadmin')).get<{ apps: { id: string; name: string }[] }>(`${API}/apps`)).body;
  return apps.find(({ name }) => name === 'Service Wiki')!.id;
}

/** Tabs measure themselves once they are drawn. */
async function fits(page: Page): Promise<void> {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBeLessThanOrEqual(0);
}

/** What axe has to say: nothing. */
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
