import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe';
import { settled, tooWide } from './look';
import { clientFor, type Client } from './org-client';
import { collectProblems, logIn, WORKING_SETTINGS } from './pages';

const API = '/services/apexrest/provisioning/v1';
const SIZES = [
  { width: 1366, height: 900 },
  { width: 320, height: 640 },
];
/** First names of 40 characters and last names of 80: more a person has no room for. */
const fill = (text: string, length: number): string => text + 'W'.repeat(length - text.length);
const HURT = '<img src=x onerror=window.hurt=1>';
const NAMES = [
  { number: 'LONG-1', firstName: 'W'.repeat(40), lastName: 'W'.repeat(80) },
  { number: 'LONG-2', firstName: fill('\u202Egnp.tpircs', 40), lastName: fill(`\u202E${HURT}`, 80) },
  { number: 'LONG-3', firstName: fill('👩🏽‍💻👨‍👩‍👧‍👦', 40), lastName: fill('<script>window.hurt=1</script>', 80) },
];
/** Of the sample people one who looks like a user who was there before. */
const PAIR = 'E100611';
let admin: Client;

/** Of each name one person who fails for want of an address, one who leaves; and one name for somebody who looks like a user. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  admin = await clientFor('admin');
  const prepared = await admin.query<{ Id: string }>(
    "SELECT Id FROM Employee2 WHERE EmployeeNumber = 'L-LONG-3' AND EmployeeStatus = 'Terminated'",
  );
  if (prepared.length === 0) await prepare();
  run = (await admin.get<{ processes: { id: string }[] }>(`${API}/processes?search=LONG-&limit=1`)).body.processes[0]!.id;
});
let run = '';

async function prepare(): Promise<void> {
  const settings = { ...WORKING_SETTINGS, leaverStatuses: ['Terminated'], leaverAction: 'Deactivate' };
  expect((await admin.put(`${API}/settings`, settings)).status).toBe(200);
  const row = (kind: string, email: (number: string) => string | undefined) =>
    NAMES.map(({ number, firstName, lastName }) => ({
      employeeNumber: `${kind}-${number}`,
      firstName,
      lastName,
      email: email(`${kind}-${number}`.toLowerCase()),
      status: 'Active',
      statusStartDate: '2026-01-31T08:00:00Z',
    }));
  const here = (number: string): string => `${number}@northwind.example`;
  const employees = [...row('F', () => undefined), ...row('L', here)];
  const loaded = await admin.post<{ outcome: string }[]>(`${API}/employees`, { employees });
  expect(
    loaded.body.map(({ outcome }) => outcome),
    JSON.stringify(loaded.body),
  ).toEqual(employees.map(() => 'Created'));
  const [pair] = await admin.query<{ Contact: { AccountId: string } }>(
    `SELECT Contact.AccountId FROM Employee2 WHERE EmployeeNumber = '${PAIR}'`,
  );
  const { firstName, lastName } = NAMES[1]!;
  const renamed = await admin.patch(`/services/data/v67.0/sobjects/Account/${pair!.Contact.AccountId}`, {
    FirstName: firstName,
    LastName: lastName,
  });
  expect(renamed.status, JSON.stringify(renamed.body)).toBe(204);
  const ids = await admin.query<{ Id: string }>(
    "SELECT Id FROM Employee2 WHERE EmployeeNumber LIKE 'F-LONG-%' OR EmployeeNumber LIKE 'L-LONG-%'",
  );
  const started = await admin.post<{ id: string }>(`${API}/processes`, { mode: 'Live', employeeIds: ids.map(({ Id }) => Id) });
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  const status = async (): Promise<string> => (await admin.get<{ status: string }>(`${API}/processes/${started.body.id}`)).body.status;
  await expect.poll(status, { timeout: 120_000 }).toBe('Finished');
  const leaving = await admin.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber LIKE 'L-LONG-%'");
  for (const { Id } of leaving)
    expect((await admin.patch(`/services/data/v67.0/sobjects/Employee2/${Id}`, { EmployeeStatus: 'Terminated' })).status).toBe(204);
}

/** Everything that a row says and offers lies within the window. */
async function inSight(page: Page, name: string): Promise<void> {
  const outside = await page
    .getByRole('row', { name: new RegExp(name) })
    .first()
    .evaluate((row) =>
      [...row.children]
        .filter((cell) => cell.getClientRects().length > 0)
        .map((cell) => cell.getBoundingClientRect())
        .filter(({ left, right }) => left < -1 || right > innerWidth + 1)
        .map(({ left, right }) => `${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`),
    );
  expect(outside, `columns of ${name}`).toEqual([]);
}

const PAGES = [
  { name: 'Employees', at: () => 'n/Provisioning_Employees?c__search=F-LONG', row: 'F-LONG-1' },
  { name: 'the page of a run', at: () => `n/View_Processes?c__process=${run}`, row: 'F-LONG-2' },
  { name: 'Leavers and changes', at: () => 'n/Leavers_And_Changes', row: 'L-LONG-3' },
  { name: 'Review links', at: () => `n/Review_Links?c__search=${PAIR}`, row: PAIR },
];

for (const { name, at, row } of PAGES) {
  test(`long and hostile names neither break ${name} nor run on it`, async ({ page }) => {
    const problems = collectProblems(page);
    await logIn(page, 'admin', '/lightning/page/home');
    await settled(page);
    for (const size of SIZES) {
      await test.step(`${size.width} px`, async () => {
        await page.setViewportSize(size);
        await page.goto(`/lightning/${at()}`);
        await settled(page);
        await expect(page.getByRole('row', { name: new RegExp(row) }).first()).toBeVisible();
        expect.soft(await tooWide(page), 'sideways scrolling').toBe(0);
        await inSight(page, row);
        expect.soft(await violations(page), 'axe').toEqual([]);
      });
    }
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(problems).toEqual([]);
  });
}
