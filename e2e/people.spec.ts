import { expect, test, type Page } from '@playwright/test';
import { countClicks, type Clicks } from './clicks';
import { clientFor, sampleRows } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';
const NAME = 'Maryann Von';
const NUMBER = 'E100112';

/** Settings, so that there is something to say of anybody; what other journeys saved stays. */
test.beforeAll(async () => {
  const admin = await clientFor('admin');
  if ((await admin.get(`${API}/settings`)).status !== 200) await admin.put(`${API}/settings`, WORKING_SETTINGS);
});

/** Opens the page by its tab, as somebody who has just logged in, and counts from there. */
async function open(page: Page, alias: string): Promise<Clicks> {
  await logIn(page, alias, '/lightning/n/View_Processes');
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();
  const clicks = await countClicks(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Employees', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Employees', level: 1 })).toBeVisible();
  return clicks;
}

test('an auditor finds Maryann among everybody with three clicks, and reads what became of her', async ({ page }) => {
  const problems = collectProblems(page);
  const [account] = sampleRows('Account').filter((row) => row.AccountNumber === NUMBER);
  expect(`${account!.FirstName} ${account!.LastName}`).toBe(NAME);

  const clicks = await open(page, 'auditor');
  await page.getByRole('button', { name: /^All/ }).click();
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('maryann von');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  const person = page.getByRole('table').getByRole('button', { name: NAME, exact: true });
  await person.click();

  const panel = page.getByRole('complementary', { name: 'Why not this person?' });
  await expect(panel.getByRole('heading', { name: new RegExp(NAME) })).toBeVisible();
  const { body } = await (await clientFor('auditor')).get<{ sentences: string[] }>(`${API}/employees/${NUMBER}/diagnosis`);
  for (const sentence of body.sentences) await expect(panel.getByText(sentence, { exact: true })).toBeVisible();
  expect(clicks.spent).toHaveLength(3);

  // the address holds it all: a colleague opens the same
  await page.reload();
  await expect(panel.getByRole('heading', { name: new RegExp(NAME) })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search this list' })).toHaveValue('maryann von');
  await panel.getByRole('heading', { name: 'Why not this person?' }).press('Escape');
  await expect(panel).toBeHidden();
  expect(problems).toEqual([]);
});

test('an auditor is offered nothing that only an operator may do', async ({ page }) => {
  await open(page, 'auditor');
  await page.getByRole('button', { name: /^Waiting/ }).click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Provision/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeVisible();
});

test('an operator selects people who wait and tries a run over them by keyboard', async ({ page }) => {
  await open(page, 'operator');
  await page.getByRole('button', { name: /^Waiting/ }).press('Enter');
  const boxes = page.getByRole('table').getByRole('row').getByRole('checkbox');
  await boxes.nth(1).press('Space');
  await expect(page.getByText('1 selected of at most 200')).toBeVisible();
  await page.getByRole('button', { name: 'Dry run' }).press('Enter');
  await expect(page.getByText(/PP-\d+/).first()).toBeVisible();
  const operator = await clientFor('operator');
  const newest = async (): Promise<{ mode: string; total: number; status: string }> =>
    (await operator.get<{ processes: { mode: string; total: number; status: string }[] }>(`${API}/processes`)).body.processes[0]!;
  await expect.poll(newest, { timeout: 60_000 }).toMatchObject({ mode: 'DryRun', total: 1, status: 'Finished' });
});
