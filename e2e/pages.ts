import type { Page } from '@playwright/test';
import { sampleUser } from './org-client';

/** Settings that the sample workforce can be provisioned with, as PUT /settings takes them. */
export const WORKING_SETTINGS = {
  source: 'Employee2',
  profile: 'Unified Employee',
  emailEncoding: 'UTF-8',
  employeeStatus: 'Active',
  permissionSets: ['Employee_Hub_Unified_Employee_User'],
  usernameSuffix: 'northwind.example',
};

/** Goes to an address as nobody and logs in as a sample user. What is to be seen then is the caller's business. */
export async function logIn(page: Page, alias: string, address: string): Promise<void> {
  const user = await sampleUser(alias);
  await page.goto(address);
  await page.getByLabel('Username').fill(user.username);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Log In' }).click();
}

/** Uncaught errors and failed requests: a journey that works shows none. */
export function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}
