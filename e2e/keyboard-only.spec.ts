import { expect, test, type Locator, type Page } from '@playwright/test';
import { clientFor, sampleUser } from './org-client';
import { collectProblems } from './pages';

const API = '/services/apexrest/provisioning/v1';
/** Presses of Tab until a person gives up. */
const PATIENCE = 300;

/** Goes to a control as somebody without a mouse does; what cannot be reached fails. */
async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const isThere = (): Promise<boolean> => control.evaluate((element) => element.matches(':focus'));
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `${control} is not reached by Tab`).toBeLessThan(PATIENCE);
    await page.keyboard.press('Tab');
  }
}

async function press(page: Page, control: Locator): Promise<void> {
  await reach(page, control);
  await page.keyboard.press('Enter');
}

/** Opens a list of choices and goes down to the one of that name. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await reach(page, box);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible();
  const active = (): Promise<string> =>
    box.evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant') ?? '';
      const row = (element.getRootNode() as Document | ShadowRoot).querySelector<HTMLElement>(`[id="${id}"]`);
      return row?.innerText.trim() ?? '';
    });
  for (let presses = 0; (await active()) !== option; presses++) {
    expect(presses, `${option} is not reached in ${label}`).toBeLessThan(PATIENCE);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(box).toContainText(option);
}

test('an admin sets provisioning up and gives everybody a user without a mouse', async ({ page }) => {
  const problems = collectProblems(page);
  const { username, password } = await sampleUser('admin');
  await page.goto('/lightning/n/View_Processes');
  await reach(page, page.getByLabel('Username'));
  await page.keyboard.type(username);
  await reach(page, page.getByLabel('Password'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();

  await press(page, page.getByRole('banner').getByRole('link', { name: 'Setup', exact: true }));
  await reach(page, page.getByRole('searchbox', { name: 'Quick Find' }));
  await page.keyboard.type('Employee User Settings');
  await press(page, page.getByRole('main').getByRole('link', { name: 'Employee User Settings' }));
  await expect(page.getByRole('heading', { name: 'Employee User Settings', level: 1 })).toBeVisible();

  await choose(page, 'Profile', 'Unified Employee');
  await choose(page, 'Email Encoding', 'Unicode (UTF-8)');
  await choose(page, 'Employee Status', 'Active');
  await reach(page, page.getByLabel('Username Suffix'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('keys.northwind.example');
  const set = 'Employee Hub Unified Employee User';
  if (await page.getByRole('listbox', { name: 'Available' }).getByRole('option', { name: set }).isVisible()) await take(page, set);
  await press(page, page.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('Settings saved')).toBeVisible();

  await press(page, page.getByRole('button', { name: 'Run User Provisioning' }));
  const run = page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true });
  await expect(run).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await press(page, page.getByRole('button', { name: 'View Processes' }));
  await press(page, page.getByRole('link', { name: /^PP-/ }).first());
  await expect(page.getByRole('heading', { name: /^PP-/, level: 1 })).toBeFocused();
  await expect(page.getByText(/^Finished/).first()).toBeVisible({ timeout: 120_000 });
  expect(problems).toEqual([]);

  const left = await (await clientFor('admin')).get<{ counts: Record<string, number> }>(`${API}/employees?view=Waiting&limit=1`);
  expect(left.body.counts.Waiting, 'whoever waits still is somebody whom the sample data fail').toBeLessThan(100);
});

/** Moves a permission set to Selected, with the keys that the list tells of. */
async function take(page: Page, set: string): Promise<void> {
  const options = page.getByRole('listbox', { name: 'Available' }).getByRole('option');
  await reach(page, options.first());
  const wanted = options.filter({ hasText: set });
  for (let presses = 0; !(await wanted.evaluate((element) => element.matches(':focus'))); presses++) {
    expect(presses, `${set} is not reached`).toBeLessThan(PATIENCE);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('listbox', { name: 'Selected' }).getByRole('option', { name: set })).toBeVisible();
}
