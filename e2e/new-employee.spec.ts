import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { countClicks } from './clicks';
import { clientFor, sampleRows } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';
const folder = mkdtempSync(join(tmpdir(), 'hire-'));

test.beforeAll(async () => {
  const admin = await clientFor('admin');
  if ((await admin.get(`${API}/settings`)).status !== 200) await admin.put(`${API}/settings`, WORKING_SETTINGS);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R34: somebody is hired and gets a user within eight clicks, and a number that is taken overwrites nobody', async ({ page }) => {
  const problems = collectProblems(page);
  const [taken] = sampleRows('Employee2');
  await logIn(page, 'admin', '/lightning/n/View_Processes');
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();

  const clicks = await countClicks(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Employees', exact: true }).click();
  await page.getByRole('button', { name: 'New employee' }).click();
  const form = page.getByRole('dialog', { name: 'New employee' });
  await form.getByLabel('Employee number').fill(String(taken!.EmployeeNumber));
  await form.getByLabel('First name').fill('Ada');
  await form.getByLabel('Last name').fill('Journey');
  await form.getByLabel('Email', { exact: true }).fill('ada.journey@northwind.example');
  await form.getByRole('button', { name: 'Save and provision' }).click();
  await expect(form.getByText(/is the employee number of .* already, so nothing was saved/)).toBeVisible();
  await form.getByLabel('Employee number').fill('HIRE-1');
  await form.getByRole('button', { name: 'Save and provision' }).click();

  await expect(form).toBeHidden();
  await expect(page.getByText('Ada Journey was saved.').first()).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Why not this person?' });
  await expect(panel.getByText(/^PP-\d+ (created the user of Ada Journey|has ended and changed nothing for Ada Journey)/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(panel.getByRole('link', { name: 'Open run' })).toBeVisible();
  clicks.within(8);

  const admin = await clientFor('admin');
  const people = await admin.query<{ User: { Username: string; IsActive: boolean } }>(
    "SELECT User.Username, User.IsActive FROM Employee2 WHERE EmployeeNumber = 'HIRE-1'",
  );
  expect(people).toHaveLength(1);
  expect(people[0]!.User.IsActive).toBe(true);
  expect(problems).toEqual([]);
});

test('R52, R51: a file is imported within eight clicks, and somebody decides whose number two rows would take', async ({ page }) => {
  const problems = collectProblems(page);
  const admin = await clientFor('admin');
  const row = (employeeNumber: string) => ({
    employeeNumber,
    firstName: 'Nils',
    lastName: `Okafor ${employeeNumber}`,
    email: `nils.${employeeNumber.toLowerCase()}@people.example`,
    status: 'Inactive',
    statusStartDate: '2026-01-01',
  });
  await admin.post(`${API}/employees`, { employees: [row('WHO-1'), row('WHO-2')] });
  const path = join(folder, 'people.csv');
  const lines = [
    'employeeNumber,firstName,lastName,email,status,statusStartDate',
    'WHO-1,Karim,Haddad,karim@people.example,Inactive,2026-01-01',
    'WHO-2,Carla,Weiss,carla@people.example,Inactive,2026-01-01',
    'WHO-3,Mona,Third,mona@people.example,Inactive,2026-01-01',
  ];
  writeFileSync(path, lines.join('\n'));

  await logIn(page, 'admin', '/lightning/n/View_Processes');
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();
  const clicks = await countClicks(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Import employees', exact: true }).click();
  await page.locator('input[type="file"]').setInputFiles(path);
  await page.getByRole('button', { name: 'Check 3 rows', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'A different person?' })).toBeVisible();
  await expect(page.getByText('1 of 2 to decide')).toBeVisible();
  await page.getByRole('button', { name: 'Save and next' }).click();
  await page.getByRole('radio', { name: /^The same person/ }).check();
  await page.getByRole('button', { name: 'Save and next' }).click();
  await expect(page.getByText('Everything is decided.')).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 rows', exact: true }).click();
  await expect(page.getByRole('heading', { name: '2 of 2 rows imported' })).toBeVisible();
  clicks.within(8);

  const people = await admin.query<{ EmployeeNumber: string; Contact: { LastName: string } }>(
    "SELECT EmployeeNumber, Contact.LastName FROM Employee2 WHERE EmployeeNumber LIKE 'WHO-%' ORDER BY EmployeeNumber",
  );
  expect(people.map((one) => one.Contact.LastName)).toEqual(['Okafor WHO-1', 'Weiss', 'Third']);
  expect(problems).toEqual([]);
});
