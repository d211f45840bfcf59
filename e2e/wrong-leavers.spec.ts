import { expect, test, type Page } from '@playwright/test';
import { clientFor, type Client } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const PROVISIONING = '/services/apexrest/provisioning/v1';
const DATA = '/services/data/v67.0/sobjects/Employee2';
const PEOPLE = "SELECT Id, EmployeeNumber FROM Employee2 WHERE EmployeeStatus = 'Active'";

interface Employee {
  readonly Id: string;
  readonly EmployeeNumber: string;
}
let admin: Client;
/** Two people with a user that the engine made, who are said to have left. */
let gone: readonly Employee[];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  admin = await clientFor('admin');
  const saved = await admin.put(`${PROVISIONING}/settings`, {
    ...WORKING_SETTINGS,
    leaverStatuses: ['Terminated'],
    leaverAction: 'Deactivate',
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const waiting = await admin.query<Employee>(`${PEOPLE} AND UserId = null AND Contact.Email != null ORDER BY EmployeeNumber LIMIT 5`);
  if (waiting.length > 0) {
    const employeeIds = waiting.map(({ Id }) => Id);
    expect((await admin.post(`${PROVISIONING}/processes`, { mode: 'Live', employeeIds })).status).toBe(202);
  }
  const ours = `${PEOPLE} AND User.IsActive = true AND User.ProvisioningProcessId__c != null ORDER BY EmployeeNumber LIMIT 2`;
  await expect.poll(async () => (await admin.query<Employee>(ours)).length, { timeout: 60_000 }).toBe(2);
  gone = await admin.query<Employee>(ours);
  for (const { Id } of gone) expect((await admin.patch(`${DATA}/${Id}`, { EmployeeStatus: 'Terminated' })).status).toBe(204);
});

test('an operator locks leavers out, finds that it was wrong, and brings one back by keyboard', async ({ page }) => {
  const problems = collectProblems(page);
  await open(page, 'operator', 'Leavers_And_Changes');
  const leavers = page.getByRole('region', { name: 'Leavers', exact: true });
  await expect(leavers).toContainText('Can still sign in');
  for (const { EmployeeNumber } of gone) {
    await expect(leavers.getByRole('row', { name: new RegExp(EmployeeNumber) })).toContainText('Deactivate');
  }
  await leavers.getByRole('button', { name: 'Deactivate 2 leavers' }).click();
  const question = page.getByRole('alertdialog', { name: 'Deactivate 2 leavers' });
  await expect(question).toContainText('People who can sign in now and lose that: 2.');
  await question.getByRole('button', { name: 'OK' }).click();
  await expect(page.getByRole('button', { name: 'Bring back 2', exact: true })).toBeVisible({ timeout: 60_000 });

  await admin.patch(`${DATA}/${gone[0]!.Id}`, { EmployeeStatus: 'Active' });
  await page.getByRole('button', { name: 'Bring back 2', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Bring back everybody this run locked out' })).toBeVisible();
  await expect(page.getByText('Bring back everybody this run locked out')).toBeFocused();
  await expect(page.getByText('Leavers by status still: 1.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: /^Include who is a leaver by status still/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Dry Run').first()).toBeVisible();
  expect(await activeUsers()).toBe(0);

  await page.goBack();
  await page.getByRole('button', { name: 'Bring back 2', exact: true }).click();
  await page.getByRole('button', { name: 'Bring back 1 now' }).click();
  await expect(page.getByText('Let in').first()).toBeVisible({ timeout: 60_000 });
  await expect.poll(activeUsers).toBe(1);
  expect(problems).toEqual([]);
});

test('an auditor sees whom runs would be about, and is offered none', async ({ page }) => {
  await open(page, 'auditor', 'Leavers_And_Changes');
  const leavers = page.getByRole('region', { name: 'Leavers', exact: true });
  await expect(leavers).toContainText('Last run');
  await expect(leavers.getByRole('button', { name: /Deactivate|Dry run/ })).toHaveCount(0);
  await leavers.getByRole('button', { name: /^Locked out/ }).click();
  await expect(leavers.getByRole('row', { name: new RegExp(gone[1]!.EmployeeNumber) })).toContainText('Terminated');
  const run = { mode: 'Live', scope: 'Leavers' };
  expect((await (await clientFor('auditor')).post(`${PROVISIONING}/processes`, run)).status).toBe(403);

  await page.goto(`/lightning/n/Provisioning_Employees?c__view=All&c__employee=${gone[0]!.Id}`);
  await expect(page.getByRole('heading', { name: 'Why not this person?' })).toBeVisible();
  await expect(page.getByText('Users that the matching rules find')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase person' })).toHaveCount(0);
});

test('an admin erases a person from the panel, by keyboard, and what stays is the employee and the user', async ({ page }) => {
  const problems = collectProblems(page);
  const { Id } = gone[0]!;
  const known = () => admin.query(`SELECT Id FROM ProvisioningProcessItem__c WHERE EmployeeId__c = '${Id}'`);
  expect((await known()).length).toBeGreaterThan(0);
  await open(page, 'admin', `Provisioning_Employees?c__view=All&c__employee=${Id}`);
  await page.getByRole('button', { name: 'Erase person' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await expect(page.getByText(/^What stays: the employee record, the user/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Erased: \d+ entr/)).toBeVisible();
  expect(await known()).toEqual([]);
  expect(await activeUsers()).toBe(1);
  expect(problems).toEqual([]);
});

const activeUsers = async () =>
  (await admin.query(`SELECT Id FROM Employee2 WHERE Id IN ('${gone.map(({ Id }) => Id).join("','")}') AND User.IsActive = true`)).length;

async function open(page: Page, alias: string, address: string): Promise<void> {
  await logIn(page, alias, `/lightning/n/${address}`);
}
