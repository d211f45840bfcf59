import { expect, test } from '@playwright/test';
import { clientFor } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';

test('an operator provisions the person of a record from its quick action, and follows the run', async ({ page }) => {
  const problems = collectProblems(page);
  const admin = await clientFor('admin');
  if ((await admin.get(`${API}/settings`)).status !== 200) await admin.put(`${API}/settings`, WORKING_SETTINGS);
  const [person] = await admin.query<{ Id: string }>(
    "SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Active' ORDER BY EmployeeNumber LIMIT 1",
  );
  await logIn(page, 'operator', `/lightning/r/Employee2/${person!.Id}/view`);

  const action = page.getByRole('button', { name: 'Provision', exact: true });
  await action.click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Provision this person?');
  await question.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(question).toBeHidden();

  await action.click();
  await question.getByRole('button', { name: 'Provision', exact: true }).click();
  await expect(page.getByText(/^PP-\d+ has started$/)).toBeVisible();
  // a toast opens its links beside the page
  const [run] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'View Processes' }).last().click()]);
  await expect(run.getByRole('heading', { name: /^PP-\d+$/, level: 1 })).toBeVisible();
  await expect(run.getByText(/^(Finished|Finished with failures)$/).first()).toBeVisible({ timeout: 60_000 });
  expect(problems).toEqual([]);
});
