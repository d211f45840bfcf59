import { expect, test, type Page } from '@playwright/test';
import { clientFor } from './org-client';
import { collectProblems, logIn } from './pages';

const API = '/services/apexrest/provisioning/v1';
const SOBJECTS = '/services/data/v67.0/sobjects';

interface Person {
  readonly Id: string;
  readonly Name: string;
  readonly Username: string;
  readonly LastName: string;
}

/** A target with an account of somebody who is found, and one of somebody whom only a person recognizes. */
async function prepare(): Promise<{ app: string; found: Person; other: Person }> {
  const [admin, appAdmin] = [await clientFor('admin'), await clientFor('appadmin')];
  const { id: app } = (await appAdmin.post<{ id: string }>(`${API}/apps`, { name: 'Crane Hire', permissionSets: ['Travel_Desk_User'] }))
    .body;
  const settings = (await appAdmin.get<object>(`${API}/apps/${app}/settings`)).body;
  await appAdmin.put(`${API}/apps/${app}/settings`, { ...settings, connector: 'Mock', version: null });
  await appAdmin.post(`${API}/apps/${app}/test`, {});
  const [found, other, third] = await admin.query<Person>(
    "SELECT Id, Name, Username, LastName FROM User WHERE Username IN ('auditor@northwind.example', 'operator@northwind.example', 'nobody@northwind.example') ORDER BY Username",
  );
  const [set] = await admin.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Travel_Desk_User'");
  for (const { Id } of [found!, other!, third!])
    await admin.post(`${SOBJECTS}/PermissionSetAssignment`, { AssigneeId: Id, PermissionSetId: set!.Id });
  const account = (id: string, username: string, lastName: string) => ({
    Name: username,
    ExternalUserId: id,
    ExternalUsername: username,
    ExternalLastName: lastName,
  });
  await admin.post(`${SOBJECTS}/UserProvMockTarget`, account('m1', found!.Username, found!.LastName));
  await admin.post(`${SOBJECTS}/UserProvMockTarget`, account('m2', 'somebody', other!.LastName));
  await admin.post(`${SOBJECTS}/UserProvMockTarget`, account('m3', 'svc-report', 'Service'));
  return { app, found: found!, other: other! };
}

const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page) => click(page, 'OK');

test('R41, R42: an operator collects accounts, links one by hand, commits, and has all processed, first in a dry run', async ({ page }) => {
  const { app, found, other } = await prepare();
  const [admin, appAdmin] = [await clientFor('admin'), await clientFor('appadmin')];
  const problems = collectProblems(page);
  await logIn(page, 'appoperator', `/lightning/n/Connected_Apps?c__app=${app}&c__tab=reconciliation`);

  await click(page, 'Collect accounts');
  await click(page, 'Analyze 3 accounts');
  await expect(page.getByText('Nothing has been written yet.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Accounts without a user' }).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'somebody', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'svc-report', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'svc-report' })).toBeFocused();
  await page.getByRole('searchbox', { name: 'Search another user' }).fill(found.Username);
  await page.getByRole('radio', { name: found.Username }).check();
  await expect(page.getByRole('button', { name: `Link to ${found.Name}` })).toBeVisible();
  await page.getByRole('button', { name: 'svc-report', exact: true }).press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last name equal')).toBeVisible();
  await click(page, `Link to ${other.Name}`);
  await expect(page.getByText('Linked. 1 left.').first()).toBeVisible();

  await click(page, 'Commit 3 accounts');
  await expect(page.getByText('Links are stored. Nothing changes at Crane Hire.')).toBeVisible();
  await confirm(page);
  await expect(page.getByText('Now: Completed').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table', { name: 'Drift, person by person' })).toContainText('somebody');

  await click(page, /^Unknown there \d/);
  await click(page, 'Ignore 1');
  const forAll = page.getByRole('dialog');
  await forAll.getByRole('button', { name: 'Dry run' }).click();
  await expect(forAll.getByText('1 account loses its link and is ignored')).toBeVisible();
  await forAll.getByRole('button', { name: 'Ignore: 1 account' }).click();
  await expect(page.getByText(/^PP-\d+: 1 decided, 0 left as they were\./).first()).toBeVisible();

  await click(page, 'Dry run of process all');
  await expect(page.getByText(/^1 would be created, 2 updated or deactivated, 0 stay/).first()).toBeVisible();
  expect(await accounts()).toHaveLength(3);

  const settings = (await appAdmin.get<object>(`${API}/apps/${app}/settings`)).body;
  expect((await appAdmin.put(`${API}/apps/${app}/settings`, { ...settings, enabled: true, version: null })).status).toBe(200);
  await page.reload();
  await click(page, 'Process all');
  await confirm(page);
  await expect.poll(async () => (await accounts()).map(({ ExternalUsername }) => ExternalUsername)).toContain(other.Username);
  await expect.poll(async () => (await accounts()).length).toBe(4);

  await page.getByRole('tab', { name: 'User Accounts' }).click();
  const row = page.getByRole('table', { name: 'User accounts' }).getByRole('row').filter({ hasText: other.Name });
  await expect(row).toContainText('kept by hand');
  await expect(row).toContainText('Linked');

  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Raise requests' }).nth(1).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('combobox', { name: 'Operation' }).click();
  await asked.getByRole('option', { name: 'Update' }).click();
  await expect(asked.getByText(/^Update is asked for 1 person at Crane Hire\./)).toBeVisible();
  await asked.getByRole('button', { name: 'Raise 1 request' }).click();
  await expect(page.getByText('1 done, 0 unchanged.').first()).toBeVisible();
  expect(problems).toEqual([]);

  async function accounts() {
    return admin.query<{ ExternalUsername: string }>('SELECT ExternalUsername FROM UserProvMockTarget');
  }
});
