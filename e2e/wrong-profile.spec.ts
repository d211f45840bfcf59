import { expect, test, type Page } from '@playwright/test';
import { countClicks, type Clicks } from './clicks';
import { clientFor, type Client } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';
const CONTACTS = '/services/data/v67.0/sobjects/Contact';
const PER_CALL = 150;
const PEOPLE = 300;

interface ProcessJson {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly created: number;
  readonly failed: number;
}
let admin: Client;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  admin = await clientFor('admin');
  const saved = await admin.put(`${API}/settings`, WORKING_SETTINGS);
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
});

test('an operator tries twelve people again who failed for one cause, once they are fixed, with 6 clicks', async ({ page }) => {
  const problems = collectProblems(page);
  const twelve = await admin.query<{ Id: string; ContactId: string; EmployeeNumber: string }>(
    "SELECT Id, ContactId, EmployeeNumber FROM Employee2 WHERE EmployeeStatus = 'Active' AND UserId = null AND Contact.Email = null ORDER BY EmployeeNumber LIMIT 12",
  );
  const before = await ended({ mode: 'Live', employeeIds: twelve.map(({ Id }) => Id) });
  expect(before).toMatchObject({ created: 0, failed: 12 });
  await Promise.all(
    twelve.map(({ ContactId, EmployeeNumber }) =>
      admin.patch(`${CONTACTS}/${ContactId}`, { Email: `${EmployeeNumber}@northwind.example` }),
    ),
  );

  const clicks = await home(page, 'operator');
  await tab(page, 'View Processes');
  await page.getByRole('link', { name: before.name, exact: true }).click();
  await page
    .getByRole('button', { name: /^(Retry 12|Retry These)/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: before.name, level: 1 })).toBeHidden();
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 60_000 });
  clicks.within(6);

  expect(await shownOn(page)).toMatchObject({ status: 'Finished', created: 12, failed: 0 });
  const users = await admin.query(
    `SELECT Id FROM Employee2 WHERE Id IN ('${twelve.map(({ Id }) => Id).join("','")}') AND User.IsActive = true`,
  );
  expect(users).toHaveLength(12);
  expect(problems).toEqual([]);
});

test('an operator takes back 300 users that a run made with a wrong profile, with 6 clicks', async ({ page }) => {
  const problems = collectProblems(page);
  // whoever waits besides them gets a user first, by a run of their own
  await ended({ mode: 'Live' });
  for (let from = 0; from < PEOPLE; from += PER_CALL) await hire(from, PER_CALL);
  const wrong = await ended({ mode: 'Live' });
  expect(wrong.created).toBe(PEOPLE);
  const active = async (): Promise<number> =>
    (await admin.query(`SELECT Id FROM User WHERE ProvisioningProcessId__c = '${wrong.id}' AND IsActive = true`)).length;
  expect(await active()).toBe(PEOPLE);

  const clicks = await home(page, 'operator');
  await tab(page, 'View Processes');
  await page.getByRole('link', { name: wrong.name, exact: true }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate created users' }).click();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  // R23: that is more than a tenth of those who can sign in, and who confirms has read so
  await expect(page.getByText(/30\d people would have lost their access/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Deactivate 300 users' }).click();
  await expect(page.getByRole('heading', { name: wrong.name, level: 1 })).toBeHidden();
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 60_000 });
  clicks.within(6);

  expect(await active()).toBe(0);
  expect(problems).toEqual([]);
});

test('an auditor is offered neither', async ({ page }) => {
  const [made] = (await admin.get<{ processes: ProcessJson[] }>(`${API}/processes`)).body.processes.filter(
    ({ created }) => created === PEOPLE,
  );
  await home(page, 'auditor');
  await page.goto(`/lightning/n/View_Processes?c__process=${made!.id}`);
  await expect(page.getByRole('heading', { name: made!.name, level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Retry|More actions)/ })).toHaveCount(0);
});

/** The first page after logging in, with the count from there. */
async function home(page: Page, alias: string): Promise<Clicks> {
  await logIn(page, alias, '/');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return countClicks(page);
}

const tab = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** People of HR who are new. */
async function hire(from: number, many: number): Promise<void> {
  const employees = Array.from({ length: many }, (_, i) => {
    const number = `W${String(from + i).padStart(5, '0')}`;
    return {
      employeeNumber: number,
      firstName: 'Wanda',
      lastName: `Wrong ${number}`,
      email: `${number}@northwind.example`,
      status: 'Active',
      statusStartDate: '2026-01-31T08:00:00Z',
    };
  });
  const answer = await admin.post<{ outcome: string }[]>(`${API}/employees`, { employees });
  expect(answer.body.filter(({ outcome }) => outcome !== 'Created')).toEqual([]);
}

/** The process whose page is open. Another one may have started since: the latest need not be the one that is shown. */
async function shownOn(page: Page): Promise<ProcessJson> {
  const id = new URL(page.url()).searchParams.get('c__process');
  return (await admin.get<ProcessJson>(`${API}/processes/${id}`)).body;
}

async function ended(body: object): Promise<ProcessJson> {
  const started = await admin.post<ProcessJson>(`${API}/processes`, body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  let process = started.body;
  const status = async (): Promise<string> => (process = (await admin.get<ProcessJson>(`${API}/processes/${process.id}`)).body).status;
  await expect.poll(status, { timeout: 120_000 }).toBe('Finished');
  return process;
}
