import { expect, test, type Page } from '@playwright/test';
import { clientFor, sampleUser } from './org-client';
import { collectProblems, logIn } from './pages';

const API = '/services/apexrest/provisioning/v1';
const REQUESTS = '/lightning/n/User_Provisioning_Requests';
const APP = 'Badge Desk';

interface Row {
  readonly outcome: string;
  readonly message: string | null;
}

/** A target in the mock of the platform that is on, and whose accounts the user approver agrees to; its id. */
async function approvedApp(): Promise<string> {
  const admin = await clientFor('admin');
  const approver = await userId('approver');
  const { id } = (await admin.post<{ id: string }>(`${API}/apps`, { name: APP, permissionSets: ['Travel_Desk_User'] })).body;
  const settings = (await admin.get<object>(`${API}/apps/${id}/settings`)).body;
  const wanted = { ...settings, version: null, connector: 'Mock', approval: { by: 'Users', users: [approver], days: 3 } };
  expect((await admin.put(`${API}/apps/${id}/settings`, wanted)).status).toBe(200);
  expect((await admin.post<{ authenticated: boolean }>(`${API}/apps/${id}/test`, {})).body.authenticated).toBe(true);
  expect((await admin.post(`${API}/apps/${id}/confirm-empty`, { name: APP })).status).toBe(200);
  expect((await admin.put(`${API}/apps/${id}/settings`, { ...wanted, enabled: true })).status).toBe(200);
  return id;
}

async function userId(alias: string): Promise<string> {
  const admin = await clientFor('admin');
  const { username } = await sampleUser(alias);
  return (await admin.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${username}'`))[0]!.Id;
}

async function entitle(id: string): Promise<void> {
  const admin = await clientFor('admin');
  const [set] = await admin.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Travel_Desk_User'");
  const path = '/services/data/v67.0/sobjects/PermissionSetAssignment';
  expect((await admin.post(path, { AssigneeId: id, PermissionSetId: set!.Id })).status).toBe(201);
}

const rowOf = (page: Page, operation: string) => page.getByRole('row').filter({ hasText: operation }).filter({ hasText: APP });
async function choose(page: Page, row: ReturnType<typeof rowOf>, action: string): Promise<void> {
  await row.getByRole('button', { name: /^More actions/ }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('a request is approved by who was asked, its log is read, and an update is sent as it was shown', async ({ browser }) => {
  const operator = await clientFor('appoperator');
  const admin = await clientFor('admin');
  const appId = await approvedApp();
  const person = await userId('integration');
  await entitle(person);
  const raised = await operator.post<{ requests: readonly Row[] }>(`${API}/apps/${appId}/requests`, {
    operation: 'Create',
    userIds: [person],
  });
  expect(raised.body.requests[0]).toMatchObject({ outcome: 'Done' });

  const approving = await (await browser.newContext()).newPage();
  const problems = collectProblems(approving);
  await logIn(approving, 'approver', REQUESTS);
  await expect(approving.getByRole('heading', { level: 1, name: 'User Provisioning Requests' })).toBeVisible();
  await approving.getByRole('button', { name: /^To approve/ }).click();
  await expect(rowOf(approving, 'Create')).toContainText('Waits for approval by');
  await choose(approving, rowOf(approving, 'Create'), 'Approve');
  await approving.getByLabel('Comment').fill('Welcome aboard');
  await approving.getByRole('complementary').getByRole('button', { name: 'Approve' }).click();
  await expect(approving.getByText('1 done.').first()).toBeVisible();
  await expect.poll(async () => (await admin.query(`SELECT Id FROM UserProvMockTarget WHERE ExternalUserId = '${person}'`)).length).toBe(1);

  const working = await (await browser.newContext()).newPage();
  problems.push(...collectProblems(working));
  await logIn(working, 'appoperator', REQUESTS);
  await working.getByRole('button', { name: /^Completed/ }).click();
  await choose(working, rowOf(working, 'Create'), 'Show log');
  await expect(working.getByRole('complementary')).toContainText('created');
  await working.getByRole('complementary').getByRole('button', { name: 'Close' }).click();

  await admin.patch(`/services/data/v67.0/sobjects/User/${person}`, { FirstName: 'Renata' });
  await choose(working, rowOf(working, 'Create'), 'Preview calls');
  const shown = working.getByRole('dialog');
  await expect(shown).toContainText('"ExternalFirstName" : "Renata"');
  await shown.getByRole('button', { name: 'Send update' }).click();
  await expect(shown.getByText(/^Sent\./)).toBeVisible();
  await shown.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(working, 'Update')).toBeVisible();
  const [account] = await admin.query<{ ExternalFirstName: string }>(
    `SELECT ExternalFirstName FROM UserProvMockTarget WHERE ExternalUserId = '${person}'`,
  );
  expect(account?.ExternalFirstName).toBe('Renata');
  expect(problems).toEqual([]);
});
