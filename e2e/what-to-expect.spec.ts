import { expect, test, type Page } from '@playwright/test';
import { clientFor } from './org-client';
import { logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';

interface ProcessJson {
  readonly name: string;
  readonly status: string;
  readonly mode: string;
  readonly total: number;
  readonly failed: number;
}

test('R21, R33: before a run an admin sees who would fail and why, checked or tried, and is warned when the settings changed', async ({
  page,
}) => {
  const admin = await clientFor('admin');
  await admin.put(`${API}/settings`, WORKING_SETTINGS);
  await signIn(page);
  const dialog = page.getByRole('dialog');
  const expectation = dialog.getByRole('region', { name: 'What to expect' });

  await openWindow(page);
  await expect(expectation).toContainText('Nobody has been looked at');
  await dialog.getByRole('button', { name: 'Check Everybody' }).click();
  await expect(expectation).toContainText('Check of everybody, this minute');
  await expect(expectation).toContainText('would fail: A required field is missing.');
  await dialog.getByRole('button', { name: 'Dry Run' }).click();

  const dry = await lastEnded('DryRun');
  await openWindow(page);
  await expect(expectation).toContainText(`${dry.failed} of ${dry.total.toLocaleString('en-US')} employees would fail.`);
  await expect(expectation).toContainText(`Dry run ${dry.name}`);
  await expectation.locator('summary').first().click();
  await expectation.getByRole('link', { name: /^E1\d{5}/ }).first().click(); // prettier-ignore
  await expect(page).toHaveURL(/\/lightning\/r\/Employee2\/\w{18}\/view/);
  await expect(dialog).toHaveCount(0);
  await page.goBack();

  await admin.put(`${API}/settings`, { ...WORKING_SETTINGS, usernameSuffix: 'other.example' });
  await openWindow(page);
  await expect(dialog).toContainText(`The settings changed since the dry run ${dry.name}`);
  await expect(expectation).toContainText('Nobody has been looked at');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  const live = await lastEnded('Live');
  expect(live.total).toBe(dry.total);
  await openWindow(page);
  await expect(dialog).not.toContainText('The settings changed since');
});

async function lastEnded(mode: string): Promise<ProcessJson> {
  const admin = await clientFor('admin');
  const found: ProcessJson[] = [];
  await expect
    .poll(
      async () => {
        const [last] = (await admin.get<{ processes: ProcessJson[] }>(`${API}/processes`)).body.processes;
        if (last) found.splice(0, 1, last);
        return [last?.mode, last?.status];
      },
      { timeout: 60_000 },
    )
    .toEqual([mode, 'Finished']);
  return found[0]!;
}

async function openWindow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run User Provisioning' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function signIn(page: Page): Promise<void> {
  await logIn(page, 'admin', '/lightning/n/Employee_User_Settings');
  await expect(page.getByRole('heading', { name: 'Employee User Settings' })).toBeVisible();
}
