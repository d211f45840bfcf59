import { expect, test, type Page } from '@playwright/test';
import { clientFor } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const SETTINGS = '/services/apexrest/provisioning/v1/settings';

interface SettingsJson {
  version: number;
  maximumCreates: number | null;
  leaverAction: string | null;
  notificationRecipients: string[];
  matchingRules: { rule: string; enabled: boolean }[];
  matchByEmail: boolean;
  fieldMappings: { userField: string; paths: string[]; constant: string | null }[];
}

test.describe.configure({ mode: 'serial' });

test('what GET /settings gives can be sent back unchanged', async () => {
  const admin = await clientFor('admin');
  const saved = await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS);
  expect(saved.status).toBe(200);
  const got = await admin.get<SettingsJson>(SETTINGS);
  expect(got.body).toMatchObject(WORKING_SETTINGS);
  const again = await admin.put<SettingsJson>(SETTINGS, got.body);
  expect(again.status).toBe(200);
  expect({ ...again.body, version: 0 }).toEqual({ ...got.body, version: 0 });
});

test('an admin sees what a save would change, previews a user, saves, and restores the old version', async ({ page }) => {
  const problems = collectProblems(page);
  const admin = await clientFor('admin');
  const before = (await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS)).body;
  await signIn(page, 'admin');

  await openSection(page, 'Field mapping');
  await page.getByRole('button', { name: 'Add Field', exact: true }).click();
  await page.getByLabel('User Field').selectOption('Department');
  await page.getByLabel('Add an Employee Field').selectOption('EmploymentType');
  await openSection(page, 'Guards');
  await page.getByLabel('Maximum New Users per Run').fill('-1');
  const refusal = page.getByText('must be a whole number from 1');
  await expect(refusal).toBeVisible();
  await page.getByLabel('Maximum New Users per Run').fill('3000');
  await expect(refusal).toBeHidden();
  await openSection(page, 'Leavers and returns');
  await page.locator('c-provisioning-settings-leavers').getByText('Terminated').first().click();
  await page.getByLabel('What Happens to Their Users').selectOption('Freeze');
  await openSection(page, 'Notifications');
  await page.getByLabel('Notification Recipients').fill('operator@northwind.example');
  await page.getByRole('button', { name: 'What saving would change' }).click();
  const changes = page.getByRole('region', { name: 'What saving would change' });
  await expect(changes).toContainText('Maximum New Users per Run set to 3000');
  await expect(changes).toContainText('Department: Employment Type');

  await page.getByLabel('Employee (number or id').fill('E100001');
  await page.getByLabel('Employee (number or id').press('Enter');
  await expect(page.locator('[data-field="Username"]').last()).toContainText('@northwind.example');

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Version ${before.version + 1} \u00b7 saved by`)).toBeVisible();
  const saved = (await admin.get<SettingsJson>(SETTINGS)).body;
  expect(saved).toMatchObject({ maximumCreates: 3000, leaverAction: 'Freeze' });
  expect(saved.notificationRecipients).toHaveLength(1);
  expect(saved.fieldMappings).toMatchObject([{ userField: 'Department', paths: ['EmploymentType'], constant: null }]);

  await openSection(page, 'Version history');
  await page.getByRole('button', { name: 'Restore' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Maximum New Users per Run: 3000 removed');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText(`Version ${before.version + 2} \u00b7 saved by`)).toBeVisible();
  expect({ ...(await admin.get<SettingsJson>(SETTINGS)).body, version: 0 }).toEqual({ ...before, version: 0 });
  expect(problems).toEqual([]);
});

test('an admin switches a matching rule on and moves it to the top with the keyboard', async ({ page }) => {
  const admin = await clientFor('admin');
  const before = (await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS)).body;
  await signIn(page, 'admin');

  await openSection(page, 'Matching rules');
  await page.getByRole('checkbox', { name: 'Email', exact: true }).focus();
  await page.keyboard.press('Space');
  const up = page.getByRole('button', { name: 'Move up: Email' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Email moved to 3')).toBeAttached();
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move down: Email' })).toBeFocused();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Version ${before.version + 1} \u00b7 saved by`)).toBeVisible();

  const saved = (await admin.get<SettingsJson>(SETTINGS)).body;
  expect(saved.matchingRules.filter(({ enabled }) => enabled).map(({ rule }) => rule)).toEqual(['Email', 'EmployeeNumber', 'FederationId']);
  expect(saved.matchByEmail).toBe(true);
});

test('an admin checks everybody who waits, and what was found is still there after a reload', async ({ page }) => {
  const admin = await clientFor('admin');
  const waiting = (
    await admin.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeStatus = 'Active' AND UserId = NULL")
  ).length.toLocaleString('en-US');
  await signIn(page, 'admin');
  const panel = page.locator('c-provisioning-preflight-panel');
  await expect(panel).toContainText('seats left');
  await panel.getByRole('button', { name: 'Check Everybody' }).click();
  await expect(panel).toContainText(`${waiting} of ${waiting} employees checked`, { timeout: 60_000 });
  await expect(panel.locator('lightning-progress-bar')).toHaveCount(0);
  await page.reload();
  await expect(panel).toContainText('A required field is missing');
  await panel.locator('summary').first().click();
  await panel
    .getByRole('link', { name: /^E1\d{5}/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/lightning\/r\/Employee2\/\w{18}\/view/);
});

test('two admins who edit at once lose nothing of each other, and choose where both changed the same', async ({ browser }) => {
  const admin = await clientFor('admin');
  const before = (await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS)).body;
  const [first, second] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  const problems = [first!, second!].map(collectProblems);
  for (const page of [first!, second!]) {
    await signIn(page, 'admin');
    await openSection(page, 'Guards');
  }
  await first!.getByLabel('Seat Reserve').fill('7');
  await first!.getByLabel('Maximum New Users per Run').fill('3000');
  await first!.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(first!.getByText(`Version ${before.version + 1} \u00b7 saved by`)).toBeVisible();

  await second!.getByLabel('Seat Reserve').fill('9');
  await second!.getByLabel('Minimum Employees').fill('2');
  await second!.getByRole('button', { name: 'Save', exact: true }).click();
  const merge = second!.getByRole('group', { name: `saved version ${before.version + 1} while you were editing` });
  await expect(merge).toContainText('Seat Reserve, Maximum New Users per Run');
  await expect(second!.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await merge.getByText('Theirs: 7').click();
  await expect(second!.getByLabel('Seat Reserve')).toHaveValue('7');
  await merge.getByText('Mine: 9').click();
  await second!.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second!.getByText(`Version ${before.version + 2} \u00b7 saved by`)).toBeVisible();
  await expect(merge).toBeHidden();

  const saved = (await admin.get<object>(SETTINGS)).body;
  expect(saved).toMatchObject({ version: before.version + 2, seatReserve: 9, maximumCreates: 3000, minimumPopulation: 2 });
  expect(problems.flat()).toEqual([]);
  await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS);
});

test('what is saved again makes no version, and the page has nothing to save', async ({ page }) => {
  const admin = await clientFor('admin');
  const { version } = (await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS)).body;
  expect((await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS)).body.version).toBe(version);
  await signIn(page, 'admin');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
});

test('an admin is told what a guard counts and what turning it off means, and compares two versions', async ({ page }) => {
  const admin = await clientFor('admin');
  const { version } = (await admin.put<SettingsJson>(SETTINGS, { ...WORKING_SETTINGS, maximumCreates: 4000, seatReserve: 3 })).body;
  const problems = collectProblems(page);
  await signIn(page, 'admin');
  await openSection(page, 'Guards');
  await expect(page.locator('[data-figure="maximumCreates"]')).toContainText(/employees? waits? for a user · limit 4,000/);
  await page.getByTitle('Turn off: Maximum New Users per Run').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('One run may make any number of users.');
  await dialog.getByRole('button', { name: 'Turn off', exact: true }).click();
  await expect(page.getByText('Was: 4000')).toBeVisible();
  // an emptied field is asked about, too
  await page.getByLabel('Seat Reserve').first().fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toContainText('Runs may use up every free seat.');
  await expect(dialog).not.toContainText('any number of users');
  await dialog.getByRole('button', { name: 'Save without it' }).click();
  await expect(page.getByText(`Version ${version + 1} \u00b7 saved by`)).toBeVisible();

  await openSection(page, 'Version history');
  const comparison = page.getByRole('region', { name: 'Compare versions' });
  await expect(comparison).toContainText(`2 settings differ between version ${version} and version ${version + 1}.`);
  await comparison.getByLabel('With', { exact: true }).selectOption({ index: 0 });
  await expect(comparison).toContainText(`Version ${version + 1} and version ${version + 1} hold the same.`);
  expect(problems).toEqual([]);
  await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS);
});

test('an admin takes what names suggest, sees what it gives a person, and keeps only what is wanted', async ({ page }) => {
  const admin = await clientFor('admin');
  await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS);
  await signIn(page, 'admin');
  await openSection(page, 'Field mapping');
  // whoever waits by now may be somebody whose user cannot be made
  const [complete] = await admin.query<{ EmployeeNumber: string }>(
    "SELECT EmployeeNumber FROM Employee2 WHERE EmployeeStatus = 'Active' AND Contact.Email != null ORDER BY EmployeeNumber LIMIT 1",
  );
  await page.getByLabel('Employee (number or id, optional)').fill(complete!.EmployeeNumber);
  await page.getByRole('button', { name: 'Show User' }).click();
  await expect(page.locator('[data-field="Username"]').last()).toContainText('@northwind.example');
  await page.getByRole('button', { name: 'Suggest from names' }).click();
  await expect(page.getByText(/fields suggested, not saved yet/)).toBeVisible();
  // some are blank for this person, the title is not
  await expect(page.locator('[data-shown]').filter({ hasNotText: 'blank' }).first()).toHaveText(/^For .+: .+/);
  expect((await admin.get<SettingsJson>(SETTINGS)).body.fieldMappings).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('[data-row]')).toHaveCount(0);
});

test('an auditor looks at versions and findings and can start and restore nothing', async ({ page }) => {
  await signIn(page, 'auditor');
  await expect(page.locator('c-provisioning-preflight-panel')).toContainText('Settings and org');
  await openSection(page, 'Version history');
  await expect(page.locator('c-provisioning-settings-versions')).toContainText('Username Suffix set to');
  await expect(page.getByRole('button', { name: /Restore|Check Everybody|Save/ })).toHaveCount(0);
});

test('a typo is said at its field and the rest is still checked; nothing typed is lost on the way', async ({ page }) => {
  const admin = await clientFor('admin');
  const { version } = (await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS)).body;
  await signIn(page, 'admin');
  await openSection(page, 'Guards');
  await page.getByLabel('Seat Reserve').fill('1.5');
  await page.getByLabel('Failure Rate').first().fill('250');
  await expect(page.getByText('Seat Reserve must be a whole number from 0 to 999999999.')).toBeVisible();
  await expect(page.getByText('must be a whole number from 1 to 100.')).toBeVisible();
  const bar = page.locator('c-provisioning-save-bar');
  await expect(bar).toContainText('2 changes, 2 errors');
  await expect(bar.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await openSection(page, 'Names');
  await bar.getByRole('button', { name: 'Seat Reserve' }).click();
  await expect(page.getByLabel('Seat Reserve')).toBeFocused();
  await expect(page.getByLabel('Seat Reserve')).toHaveValue('1.5');
  await page.getByLabel('Seat Reserve').fill('3');
  await page.getByLabel('Failure Rate').first().fill('');
  await expect(bar).toContainText('1 change');

  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'View Processes' }).first().click();
  await expect(dialog).toContainText('1 change is not saved.');
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Seat Reserve')).toHaveValue('3');
  await page.getByRole('button', { name: 'Run User Provisioning' }).click();
  await expect(dialog).toContainText('1 change is not saved.');
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('link', { name: 'View Processes' }).first().click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();
  expect((await admin.get<object>(SETTINGS)).body).toMatchObject({ version: version + 1, seatReserve: 3 });

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Employee User Settings' })).toBeVisible();
  await openSection(page, 'Guards');
  await page.getByLabel('Seat Reserve').fill('4');
  await page.getByRole('link', { name: 'View Processes' }).first().click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();
  expect((await admin.get<object>(SETTINGS)).body).toMatchObject({ version: version + 1, seatReserve: 3 });
  await admin.put<SettingsJson>(SETTINGS, WORKING_SETTINGS);
});

/** Sections are in the list at the side. */
async function openSection(page: Page, name: string): Promise<void> {
  await page
    .locator('c-provisioning-section-nav')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeFocused();
}
async function signIn(page: Page, alias: string): Promise<void> {
  await logIn(page, alias, '/lightning/n/Employee_User_Settings');
  await expect(page.getByRole('heading', { name: 'Employee User Settings' })).toBeVisible();
}
