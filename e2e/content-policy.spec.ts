import { expect, test } from '@playwright/test';
import { clientFor } from './org-client';
import { logIn } from './pages';

test('every page of an administrator stays within its Content-Security-Policy, and every answer has one', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) broken.push(message.text());
  });
  page.on('response', (response) => {
    const policy = response.headers()['content-security-policy'] ?? '';
    if (!policy.includes("frame-ancestors 'none'") || !policy.includes("base-uri 'none'")) broken.push(`${response.url()}: ${policy}`);
    if (/'unsafe-(eval|hashes)'|script-src[^;]*unsafe|\*|https?:/.test(policy)) broken.push(`${response.url()}: ${policy}`);
  });
  const admin = await clientFor('admin');
  const [employee] = await admin.query<{ Id: string }>('SELECT Id FROM Employee2 LIMIT 1');

  await logIn(page, 'admin', '/lightning/page/home');
  await expect(page.getByRole('main')).toBeVisible();
  const pages = [
    ['/lightning/n/Employee_User_Settings', 'Employee User Settings'],
    ['/lightning/n/View_Processes', 'View Processes'],
    ['/lightning/setup/SetupOneHome/home', 'Setup'],
    ['/lightning/setup/ProvisioningProcesses/home', 'View Processes'],
    ['/lightning/nowhere', 'Page not found'],
  ] as const;
  for (const [address, heading] of pages) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  }
  for (const address of ['/lightning/o/Employee2/list', `/lightning/r/Employee2/${employee!.Id}/view`]) {
    await page.goto(address);
    await expect(page.getByRole('main')).not.toBeEmpty();
  }
  await page.getByRole('button', { name: /notifications/i }).click();
  await page.goto('/lightning/n/Employee_User_Settings');
  await page.getByRole('button', { name: 'Run User Provisioning' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  for (const address of ['/__local/info', '/services/data', '/nope', '/logout', '/_slds/nope.css']) await page.goto(address);
  expect(broken).toEqual([]);
});

test('a script that somebody writes into a page does not run', async ({ page }) => {
  await logIn(page, 'admin', '/lightning/n/View_Processes');
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = "document.title = 'Injected'";
    const image = document.createElement('img');
    image.setAttribute('onerror', "document.title = 'Injected'");
    image.src = 'data:,';
    document.body.append(script, image);
  });
  await expect(page).toHaveTitle(/^View Processes \|/);
});
