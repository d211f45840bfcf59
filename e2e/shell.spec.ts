import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { clientFor, sampleUser } from './org-client';
import { logIn } from './pages';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => {
    throw error;
  });
});

test('a wrong password says so and keeps the way to the page that was asked for', async ({ page }) => {
  const { username, password } = await sampleUser('admin');
  await page.goto('/lightning/n/View_Processes');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Log In' }).click();
  await expect(page.getByRole('alert')).toContainText('check your username and password');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log In' }).click();
  await expect(page).toHaveURL(/\/lightning\/n\/View_Processes$/);
  await expect(page).toHaveTitle(/^View Processes \|/);
});

test('Quick Find opens its only hit with Enter, and says when there is none', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/setup/SetupOneHome/home');
  const find = page.getByRole('searchbox', { name: 'Quick Find' });
  await find.fill('no such page');
  await expect(page.getByText('No setup page has this name.')).toBeVisible();
  await find.fill('view proc');
  await expect(page.getByRole('link', { name: 'View Processes' })).toBeVisible();
  await find.press('Enter');
  await expect(page).toHaveURL(/\/lightning\/setup\/ProvisioningProcesses\/home$/);
  await expect(page.getByRole('heading', { name: 'View Processes' })).toBeVisible();
});

test('the keyboard skips to the page, follows it and comes back from a window', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/n/Employee_User_Settings');
  await page.getByRole('button', { name: 'Run User Provisioning' }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const run = page.getByRole('button', { name: 'Run User Provisioning' });
  await run.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(run).toBeFocused();

  await page.getByRole('link', { name: 'View Processes' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Employee User Settings' })).toBeVisible();
});

test('addresses that lead nowhere say so', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/nowhere/at/all');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.goto('/lightning/n/No_Such_Tab');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.goto('/lightning/r/Contact/003000000000000AAA/view');
  await expect(page.getByRole('heading', { name: 'This record does not exist' })).toBeVisible();
  await page.goto('/lightning/o/Nothing__c/list');
  await expect(page.getByText('This org has no object Nothing__c')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Home' }).click();
  await expect(page).toHaveTitle(/^Overview \|/);
});

test('any object has a list, and any record a page that names what it refers to', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/o/Employee2/list');
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(51);
  await page.getByRole('button', { name: 'Load More' }).click();
  await expect(rows).toHaveCount(101);
  await rows.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/\/lightning\/r\/Employee2\/\w{18}\/view$/);
  const contact = page.locator('[data-field="ContactId"]').getByRole('link');
  const name = await contact.innerText();
  await contact.click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/lightning\/r\/Contact\//);
});

test('a list is searched and sorted, and its views are those of the metadata', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/o/Contact/list');
  const [last] = await (await clientFor('admin')).query<{ Name: string }>('SELECT Name FROM Contact ORDER BY Name DESC LIMIT 1');
  await page.getByRole('button', { name: 'Full Name' }).click();
  await expect(page.getByRole('columnheader', { name: 'Full Name' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Full Name' }).click();
  await expect(page.getByRole('columnheader', { name: 'Full Name' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('rowheader').first()).toHaveText(last!.Name);
  await page.getByRole('searchbox', { name: 'Search Contacts' }).fill(last!.Name);
  await expect(page.getByRole('status').filter({ hasText: /^1 of 1, sorted by Full Name$/ })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search Contacts' }).fill('nobody is called 100% like_this');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();

  await page.goto('/lightning/o/ProvisioningProcess__c/list');
  await page.getByRole('button', { name: 'List view: All' }).click();
  await page.getByRole('menuitemradio', { name: 'Dry runs' }).click();
  await expect(page.getByRole('button', { name: 'List view: Dry runs' })).toBeVisible();
  await expect(page).toHaveURL(/filterName=Dry_Runs/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'List view: Dry runs' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('a record is changed with the save of REST: errors stand at the field, and only what changed is sent', async ({ page }) => {
  const admin = await clientFor('admin');
  const [one, other] = await admin.query<{ Id: string; EmployeeNumber: string; ContactId: string }>(
    'SELECT Id, EmployeeNumber, ContactId FROM Employee2 ORDER BY EmployeeNumber DESC LIMIT 2',
  );
  await signIn(page, 'admin', `/lightning/r/Contact/${one!.ContactId}/view`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('region', { name: /^Edit / });
  await expect(form.getByRole('combobox', { name: 'Account' })).toBeFocused();
  // the pickers of the base components have buttons and labels of their own making
  expect((await violations(page)).filter((line) => !/lightning-(date|time)picker/.test(line))).toEqual([]);
  const lastName = form.getByLabel('Last Name');
  const name = await lastName.inputValue();
  await lastName.fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Complete this field.')).toBeVisible();
  await expect(lastName).toBeFocused();
  await lastName.fill(name);
  const hobby = `Likes sailing, ${Date.now()}`;
  await form.getByLabel('Contact Description').fill(hobby);
  const sent = page.waitForRequest((request) => request.url().endsWith('/ui/call') && request.postData()?.includes('"PATCH"') === true);
  await form.getByRole('button', { name: 'Save' }).click();
  expect(((await sent).postDataJSON() as { body: unknown }).body).toEqual({ Description: hobby });
  await expect(page.locator('[data-field="Description"]')).toHaveText(hobby);
  await expect(form).toBeHidden();
  await expect(page.getByRole('region', { name: 'Employees (1)' }).getByText(one!.EmployeeNumber)).toBeVisible();

  await page.goto(`/lightning/r/Employee2/${one!.Id}/view`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await form.getByLabel('Employee Number').fill(other!.EmployeeNumber);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText(/duplicate/i).first()).toBeVisible();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('[data-field="EmployeeNumber"]')).toHaveText(one!.EmployeeNumber);
});

test('a record is made, and refers to another that is found by its name', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/o/Contact/list');
  await page.getByRole('button', { name: 'New' }).click();
  const form = page.getByRole('region', { name: 'New Contact' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Complete this field.')).toBeVisible();
  await form.getByLabel('Last Name').fill('Shellmade');
  const manager = form.getByRole('combobox', { name: 'Reports To' });
  const [boss] = await (await clientFor('admin')).query<{ Name: string }>('SELECT Name FROM Contact ORDER BY Name LIMIT 1');
  await manager.fill(boss!.Name);
  await expect(form.getByRole('option', { name: boss!.Name }).first()).toBeVisible();
  await manager.press('ArrowDown');
  await manager.press('Enter');
  await expect(manager).toHaveValue(boss!.Name);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Shellmade', level: 1 })).toBeVisible();
  await expect(page.locator('[data-field="ReportsToId"]').getByRole('link', { name: boss!.Name })).toBeVisible();
  const admin = await clientFor('admin');
  const made = await admin.query<{ Id: string }>("SELECT Id FROM Contact WHERE LastName = 'Shellmade'");
  expect(made).toHaveLength(1);
  const code = encodeURIComponent(`delete [SELECT Id FROM Contact WHERE Id = '${made[0]!.Id}'];`);
  await admin.get(`/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${code}`);
});

test('a record page has the components and the quick actions that the project gives it', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/o/Employee2/list');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Provision', exact: true })).toBeVisible();
  for (const round of [1, 2]) {
    await page.getByRole('button', { name: 'Why not?', exact: true }).click();
    await expect(page.getByRole('dialog'), `time ${round}`).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('who may only read gets no buttons to change, and who may not read is told so', async ({ page }) => {
  await signIn(page, 'auditor', '/lightning/o/Employee2/list');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('button', { name: 'New' })).toBeHidden();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.locator('[data-field="EmployeeNumber"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeHidden();
  await signOut(page, 'Auditor');
  await signIn(page, 'nobody', '/lightning/o/Employee2/list');
  await expect(page.getByText('This org has no object Employee2, or you may not see it.')).toBeVisible();
});

test('everybody sees only what they may', async ({ page }) => {
  await signIn(page, 'nobody', '/lightning/page/home');
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await signOut(page, 'Nobody');
  await signIn(page, 'auditor', '/lightning/n/Employee_User_Settings');
  await expect(page.getByText('You can see these settings but not change them.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Run User Provisioning' })).toBeHidden();
  await signOut(page, 'Auditor');
  await page.goto('/lightning/n/View_Processes');
  await expect(page.getByLabel('Username')).toBeVisible();
});

test('the bell says what is new, by mouse and by keyboard, and opens what it is about', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/setup/SetupOneHome/home');
  await page.getByRole('button', { name: /^Notifications/ }).waitFor();
  const admin = await clientFor('admin');
  const [contact] = await admin.query<{ Id: string; Name: string }>('SELECT Id, Name FROM Contact ORDER BY Name LIMIT 1');
  const code = `for (Integer i = 1; i <= 2; i++) new Messaging.CustomNotification([SELECT Id FROM CustomNotificationType LIMIT 1].Id, null,
    'Message ' + i, 'About a contact', '${contact!.Id}', null).send(new Set<String>{ UserInfo.getUserId() });`;
  const sent = await admin.get(`/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`);
  expect(sent.body).toMatchObject({ success: true });
  await page.reload();
  const bell = page.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName(/^Notifications, \d+ unread$/);
  const unread = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0]);

  await bell.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByRole('heading', { level: 3 }).first()).toHaveText('Unread: Message 2');
  await expect(panel).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(bell).toBeFocused();

  await bell.click();
  await panel.getByRole('link', { name: 'Message 2' }).click();
  await expect(page).toHaveURL(new RegExp(`/lightning/r/Contact/${contact!.Id}/view$`));
  await expect(page.getByRole('heading', { name: contact!.Name, level: 1 })).toBeVisible();
  await expect(panel).toBeHidden();
  await expect(bell).toHaveAccessibleName(unread === 1 ? 'Notifications' : `Notifications, ${unread - 1} unread`);
  await bell.click();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(bell).toHaveAccessibleName('Notifications');
  await page.getByRole('main').click();
  await expect(panel).toBeHidden();

  await signOut(page, 'Admin');
  await signIn(page, 'nobody', '/lightning/page/home');
  await page.getByRole('button', { name: 'Notifications' }).click();
  await expect(page.getByText('You have no notifications.')).toBeVisible();
});

test('the pages are accessible', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/n/Employee_User_Settings');
  await page.getByRole('button', { name: 'Save' }).waitFor();
  expect(await violations(page)).toEqual([]);
  for (const [address, heading] of [
    ['/lightning/setup/SetupOneHome/home', 'Setup'],
    ['/lightning/n/View_Processes', 'View Processes'],
    ['/lightning/o/Contact/list', 'Contacts'],
    ['/lightning/nowhere', 'Page not found'],
  ] as const) {
    await page.goto(address);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    expect(await violations(page), address).toEqual([]);
  }
});

test('the search finds pages and records by keyboard, and opens what was chosen', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/n/View_Processes');
  const [contact] = await (
    await clientFor('admin')
  ).query<{ Id: string; Name: string }>('SELECT Id, Name FROM Contact ORDER BY Name LIMIT 1');
  const search = page.getByRole('combobox', { name: 'Search records and pages' });
  await search.fill(contact!.Name);
  await expect(page.getByRole('group', { name: 'Contacts' }).getByRole('option', { name: contact!.Name })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await search.fill('employee user');
  await expect(page.getByRole('option', { name: /^Employee User Settings/ }).first()).toBeVisible();
  await search.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Employee User Settings/);
  await search.press('Enter');
  await expect(page).toHaveTitle(/^Employee User Settings \|/);
  await expect(search).toHaveValue('');
  await search.fill('no such thing anywhere');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found for “no such thing anywhere”.' })).toBeAttached();
  await search.press('Escape');
  await expect(search).toHaveAttribute('aria-expanded', 'false');
});

test('the user menu says who is signed in, changes the theme and works by keyboard', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/n/View_Processes');
  await page.getByRole('heading', { name: 'View Processes', level: 1 }).waitFor();
  const menu = page.getByRole('button', { name: 'User menu: Admin' });
  await menu.press('Enter');
  await expect(page.getByText(/admin@northwind\.example · .+ · .+/)).toBeVisible();
  await expect(page.getByRole('menuitemradio', { name: 'SLDS 1' })).toHaveAttribute('aria-checked', 'true');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await menu.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Log Out' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-theme', 'slds2-dark');
  await expect(page).toHaveURL(/\/lightning\/n\/View_Processes$/);
  await expect(page.getByRole('link', { name: 'Help, opens in a new tab' })).toHaveAttribute('href', '/help/docs/install.md');
});

test('Setup has a way back to the app, and who may not open a page reads what is missing', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/setup/ProvisioningProcesses/home');
  await page.getByRole('button', { name: 'App Launcher' }).click();
  await page.getByRole('menuitem', { name: 'Employees', exact: true }).click();
  await expect(page).toHaveTitle(/^Employees \|/);
  await signOut(page, 'Admin');
  await signIn(page, 'nobody', '/lightning/setup/EmployeeUserSettings/home');
  await expect(page.getByRole('heading', { name: 'You cannot open Employee User Settings' })).toBeVisible();
  await expect(page.getByText('It needs the permission View Provisioning.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Setup' })).toBeHidden();
  await page.goto('/lightning/n/View_Processes');
  await expect(page.getByText(/The permission sets .+ and Provisioning Operator give it\./)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('at 320 px everything of the header is in reach, and nothing runs off sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'admin', '/lightning/n/View_Processes');
  await page.getByRole('heading', { name: 'View Processes', level: 1 }).waitFor();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const inWindow = async (box: { x: number; width: number } | null) => expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  await expect(page.getByRole('link', { name: 'View Processes' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'More tabs' }).click();
  await inWindow(await page.getByRole('menu', { name: 'More tabs' }).boundingBox());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await inWindow(await page.getByRole('dialog', { name: 'Notifications' }).boundingBox());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'User menu: Admin' }).click();
  await inWindow(await page.getByRole('menu', { name: 'User menu: Admin' }).boundingBox());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Search records and pages' })).toBeFocused();
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'More tabs' }).click();
  await page.getByRole('menuitem', { name: 'Employees', exact: true }).click();
  await expect(page).toHaveTitle(/^Employees \|/);
});

for (const theme of ['slds1', 'slds2', 'slds2-dark']) {
  test(`the pages are readable in ${theme}, which is remembered`, async ({ page }) => {
    await signIn(page, 'admin', `/lightning/n/Employee_User_Settings?theme=${theme}`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await expect(page).toHaveURL(/\/lightning\/n\/Employee_User_Settings$/);
    expect(await violations(page)).toEqual([]);
    for (const [address, heading] of [
      ['/lightning/n/View_Processes', 'View Processes'],
      ['/lightning/o/Contact/list', 'Contacts'],
    ] as const) {
      await page.goto(address);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await expect(page.locator('body')).toHaveAttribute('data-theme', theme);
      expect(await brightness(page), address).toBe(theme === 'slds2-dark' ? 'dark' : 'light');
      expect(await violations(page), address).toEqual([]);
    }
  });
}

test('a theme that there is not is refused by name, and says which there are', async ({ page }) => {
  await signIn(page, 'admin', '/lightning/page/home');
  const answer = await page.goto('/lightning/page/home?theme=pink');
  expect(answer?.status()).toBe(400);
  await expect(page.getByText('There is no theme pink: use one of slds1, slds2, slds2-dark.')).toBeVisible();
});

async function signIn(page: Page, alias: string, address: string): Promise<void> {
  await logIn(page, alias, `/?startURL=${encodeURIComponent(address)}`);
  await expect(page.getByRole('main')).toBeVisible();
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Log Out' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
}

/** What axe has to say, one line for each rule that is broken. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map((node) => node.target))}`);
  });
}

/** Whether text is written dark on light or the other way round. */
async function brightness(page: Page): Promise<'dark' | 'light'> {
  return page
    .getByRole('heading', { level: 1 })
    .first()
    .evaluate((heading) => {
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = getComputedStyle(heading).color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return red + green + blue > 384 ? 'dark' : 'light';
    });
}
