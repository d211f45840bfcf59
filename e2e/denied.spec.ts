import { expect, test } from '@playwright/test';
import { settled } from './look';
import { collectProblems, logIn } from './pages';

/** Every page of the product, by its address below `/lightning/`, with its name. */
const PAGES = {
  'n/Provisioning_Overview': 'Overview',
  'n/Employee_User_Settings': 'Employee User Settings',
  'n/View_Processes': 'View Processes',
  'n/Provisioning_Employees': 'Employees',
  'n/Import_Employees': 'Import employees',
  'n/Leavers_And_Changes': 'Leavers and changes',
  'n/Review_Links': 'Review links',
  'n/Connected_Apps': 'Connected apps',
  'n/User_Provisioning_Requests': 'User Provisioning Requests',
  'setup/EmployeeUserSettings/home': 'Employee User Settings',
  'setup/ProvisioningProcesses/home': 'View Processes',
  'setup/ManageConnectedApps/home': 'Manage Connected Apps',
} as const;
type Address = keyof typeof PAGES;

const WATCHED: readonly Address[] = [
  'n/Provisioning_Overview',
  'n/Employee_User_Settings',
  'n/View_Processes',
  'n/Provisioning_Employees',
  'n/Leavers_And_Changes',
  'n/Review_Links',
];
const APPS: readonly Address[] = ['n/Connected_Apps', 'n/User_Provisioning_Requests'];
const SETUP: readonly Address[] = ['setup/EmployeeUserSettings/home', 'setup/ProvisioningProcesses/home'];
/** Who opens which pages. Everything else is closed to that person. */
const OPEN: Readonly<Record<string, readonly Address[]>> = {
  admin: [...WATCHED, 'n/Import_Employees', ...APPS, ...SETUP, 'setup/ManageConnectedApps/home'],
  operator: [...WATCHED, ...APPS, ...SETUP, 'setup/ManageConnectedApps/home'],
  auditor: [...WATCHED, ...APPS, ...SETUP, 'setup/ManageConnectedApps/home'],
  integration: ['n/Import_Employees'],
  appadmin: [...APPS, 'setup/ManageConnectedApps/home'],
  appoperator: [...APPS, 'setup/ManageConnectedApps/home'],
  approver: ['n/User_Provisioning_Requests'],
  nobody: [],
};

/** Names that only a developer knows: of classes, of our objects and fields, of permissions. */
const INTERNAL = /\b\w+(?:Controller|Service|Exception)\b|\w+__[ce]\b|\b(?:View|Manage|Run|Import)_[A-Z]\w+|\bSystem\.\w+|\b500\b/;

for (const [alias, open] of Object.entries(OPEN)) {
  test(`${alias} opens what is theirs, and of the rest is told who gives it and how to go back`, async ({ page }) => {
    const problems = collectProblems(page);
    await logIn(page, alias, '/lightning/page/home');
    await settled(page);
    for (const [address, name] of Object.entries(PAGES)) {
      await test.step(address, async () => {
        await page.goto(`/lightning/${address}`);
        await settled(page);
        const main = page.getByRole('main');
        if (open.includes(address as Address)) {
          await expect(main.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
          await expect(main.getByText('You cannot open')).toHaveCount(0);
        } else {
          await expect(main.getByRole('heading', { name: `You cannot open ${name}`, level: 1 })).toBeVisible();
          await expect(main.getByText(/(?:The permission sets? .+ gives? it|No permission set .+ gives it)/)).toBeVisible();
          expect(await main.innerText()).not.toMatch(INTERNAL);
          await expect(main.getByRole('link', { name: 'Go to Home' })).toHaveAttribute('href', '/lightning/page/home');
        }
      });
    }
    expect(problems).toEqual([]);
    if (open.length < Object.keys(PAGES).length) {
      const closed = Object.keys(PAGES).find((address) => !open.includes(address as Address))!;
      await page.goto(`/lightning/${closed}`);
      await page.getByRole('main').getByRole('link', { name: 'Go to Home' }).click();
      await expect(page).toHaveURL(/\/lightning\/page\/home$/);
    }
  });
}
