import { expect, test, type Page } from '@playwright/test';
import { countClicks } from './clicks';
import { clientFor, sampleRows, type Client } from './org-client';
import { collectProblems, logIn } from './pages';

const PROVISIONING = '/services/apexrest/provisioning/v1';

interface ProcessJson {
  id: string;
  status: string;
  total: number;
  processed: number;
  created: number;
  linked: number;
  skipped: number;
  failed: number;
}
interface ItemJson {
  employeeId: string;
  employeeNumber: string;
  outcome: string;
  cause: string;
  message: string;
}

test.describe.configure({ mode: 'serial' });

test('an admin sets the defaults, runs the provisioning and watches it to the end with 13 clicks', async ({ page }) => {
  const problems = collectProblems(page);
  await signIn(page, 'admin');

  const clicks = await countClicks(page);
  await page.getByRole('banner').getByRole('link', { name: 'Setup', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Quick Find' }).fill('Employee User Settings');
  await page.getByRole('link', { name: 'Employee User Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Employee User Settings' })).toBeVisible();

  await choose(page, 'Profile', 'Unified Employee');
  await choose(page, 'Email Encoding', 'Unicode (UTF-8)');
  await choose(page, 'Employee Status', 'Active');
  await page.getByLabel('Username Suffix').fill('northwind.example');
  await page.getByRole('option', { name: 'Employee Hub Unified Employee User' }).click();
  await page.getByRole('button', { name: /Move selection to Selected/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Profile' })).toContainText('Unified Employee');

  await page.getByRole('button', { name: 'Run User Provisioning' }).click();
  const confirmation = page.getByRole('dialog');
  await expect(confirmation).toContainText('2,500');
  await confirmation.getByRole('button', { name: 'Run', exact: true }).click();
  clicks.within(13);

  await page.getByRole('button', { name: 'View Processes' }).click();
  await page.getByRole('link', { name: /^PP-/ }).first().click();
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 120_000 });
  expect(problems).toEqual([]);
});

test('an admin opens the record of an employee who failed from the link in the log', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/lightning/n/View_Processes');
  await page.getByRole('link', { name: /^PP-/ }).first().click();
  // the list begins with who failed
  await page
    .getByRole('row', { name: /E1\d{5}/ })
    .first()
    .getByRole('rowheader')
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/\/lightning\/r\/Employee2\/\w{18}\/view/);
  await expect(page.getByText('Employee Number').first()).toBeVisible();
});

test('everybody is accounted for: created, linked, or failed with the cause that the data show', async () => {
  const admin = await clientFor('admin');
  const process = await latestProcess(admin);
  expect(process).toMatchObject({ status: 'Finished', total: 2500, processed: 2500, skipped: 0 });

  const items = await allItems(admin, process.id);
  const failed = new Map(items.filter((i) => i.outcome === 'Failed').map((i) => [i.employeeNumber, i]));
  const expected = expectedFailures();
  expect(Object.fromEntries([...failed].map(([number, item]) => [number, item.cause]))).toEqual(Object.fromEntries(expected));

  type Employee = { EmployeeNumber: string; UserId: string | null; User: { Username: string; IsActive: boolean } | null };
  const fields = 'EmployeeNumber, UserId, User.Username, User.IsActive';
  const employees = await admin.query<Employee>(`SELECT ${fields} FROM Employee2 WHERE EmployeeStatus = 'Active'`);
  expect(employees).toHaveLength(2500);
  for (const employee of employees) {
    if (expected.has(employee.EmployeeNumber)) expect(employee.UserId, employee.EmployeeNumber).toBeNull();
    else expect(employee.User?.IsActive, employee.EmployeeNumber).toBe(true);
  }
  expect(new Set(employees.map((e) => e.UserId).filter(Boolean)).size).toBe(2500 - expected.size);
  expect(process.linked).toBe(40);
  expect(process.created).toBe(2500 - 40 - expected.size);
});

test('running again changes nothing', async () => {
  const admin = await clientFor('admin');
  const before = await admin.query<{ Id: string }>('SELECT Id FROM User ORDER BY Id');
  const started = await admin.post<ProcessJson>(`${PROVISIONING}/processes`, { mode: 'Live' });
  expect(started.status).toBe(202);
  const again = await finished(admin, started.body.id);
  expect(again).toMatchObject({ status: 'Finished', created: 0, linked: 0, failed: expectedFailures().size });
  expect(await admin.query<{ Id: string }>('SELECT Id FROM User ORDER BY Id')).toEqual(before);
});

/** What must fail and why, read from the sample files alone. Keyed by employee number. */
function expectedFailures(): Map<string, string> {
  const causes = new Map<string, string>();
  for (const row of sampleRows('Account')) if (row.PersonEmail === '') causes.set(row.AccountNumber!, 'MISSING_FIELD');
  const users = sampleRows('User');
  const byNumber = new Map<string, Record<string, string>[]>();
  for (const user of users) {
    if (user.EmployeeNumber) byNumber.set(user.EmployeeNumber, [...(byNumber.get(user.EmployeeNumber) ?? []), user]);
  }
  for (const [number, matches] of byNumber) {
    if (matches.length > 1) causes.set(number, 'AMBIGUOUS_MATCH');
    else if (matches[0]!.IsActive === 'false') causes.set(number, 'INACTIVE_MATCH');
    else if (matches[0]!['ProfileId=Profile.Name:Id'] === 'System Administrator') causes.set(number, 'PRIVILEGED_MATCH');
  }
  for (const user of users.filter((u) => !u.EmployeeNumber)) {
    const number = /\.(e1\d{5})@/.exec(user.Username!)?.[1];
    if (number) causes.set(number.toUpperCase(), 'USERNAME_TAKEN');
  }
  return causes;
}

async function latestProcess(client: Client): Promise<ProcessJson> {
  const answer = await client.get<{ processes: ProcessJson[] } | ProcessJson[]>(`${PROVISIONING}/processes`);
  const list = Array.isArray(answer.body) ? answer.body : answer.body.processes;
  return list[0]!;
}

async function finished(client: Client, id: string): Promise<ProcessJson> {
  let process: ProcessJson | undefined;
  await expect
    .poll(async () => (process = (await client.get<ProcessJson>(`${PROVISIONING}/processes/${id}`)).body).status, { timeout: 120_000 })
    .toBe('Finished');
  return process!;
}

async function allItems(client: Client, id: string): Promise<ItemJson[]> {
  const items: ItemJson[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: { body: { items: ItemJson[]; next: string | null } } = await client.get(
      `${PROVISIONING}/processes/${id}/items?limit=200${after ? `&after=${after}` : ''}`,
    );
    items.push(...page.body.items);
    after = page.body.next;
  }
  return items;
}

async function signIn(page: Page, alias: string): Promise<void> {
  await logIn(page, alias, '/');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
