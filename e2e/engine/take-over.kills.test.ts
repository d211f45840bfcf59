import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { armKill, passages, unlessKilled } from './kills';
import { copyDatabase, serve, type ServedOrg } from './served-org';
import { API, idle, saveSettings, startRun } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'take-over-'));
const template = join(folder, 'template.db');
const dana = (employeeNumber: string): object => ({
  employeeNumber,
  firstName: 'Dana',
  lastName: 'Convert',
  email: 'dana.convert@people.example',
  status: 'Active',
  statusStartDate: '2024-01-15',
});
const load = (org: ServedOrg, ...numbers: string[]) => org.call('admin', 'POST', `${API}/employees`, { employees: numbers.map(dana) });
const takeOver = (org: ServedOrg, alias: string, more: object) =>
  org.call<{ mode: string }>(alias, 'POST', `${API}/employees/E-900/take-over`, { from: 'C-500', ...more });

/** Numbers of the employees who have the user, of the one whose key it bears, and of those marked as taken over. */
async function owners(org: ServedOrg): Promise<{ linked: string[]; owner: string[]; succeeded: string[] }> {
  const employees = await org.query<{ Id: string; EmployeeNumber: string; UserId: string | null }>(
    'SELECT Id, EmployeeNumber, UserId FROM Employee2 ORDER BY EmployeeNumber',
  );
  const users = await org.query<{ ProvisionedEmployee__c: string }>(
    'SELECT ProvisionedEmployee__c FROM User WHERE ProvisionedEmployee__c != null',
  );
  const marks = await org.query<{ EmployeeNumber__c: string }>('SELECT EmployeeNumber__c FROM EmployeeSuccession__c');
  const keys = users.map((user) => user.ProvisionedEmployee__c);
  return {
    linked: employees.filter((employee) => employee.UserId !== null).map((employee) => employee.EmployeeNumber),
    owner: employees.filter((employee) => keys.includes(`Employee2:${employee.Id}`)).map((employee) => employee.EmployeeNumber),
    succeeded: marks.map((mark) => mark.EmployeeNumber__c),
  };
}

const BEFORE = { linked: ['C-500'], owner: ['C-500'], succeeded: [] };
const AFTER = { linked: ['C-500', 'E-900'], owner: ['E-900'], succeeded: ['C-500'] };

beforeAll(async () => {
  const org = await serve({ db: template });
  await saveSettings(org);
  await load(org, 'C-500');
  await startRun(org);
  await idle(org);
  await load(org, 'E-900');
  await org.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R51: a user is taken over by whoever manages the settings, once, and only when it is confirmed', async () => {
  const org = await serve({ db: copyDatabase(template, join(folder, 'calls.db')) });
  for (const alias of ['operator', 'auditor', 'integration', 'nobody']) {
    expect([alias, (await takeOver(org, alias, { confirm: true })).status]).toEqual([alias, 403]);
  }
  const refusals = [{ from: 5 }, { from: '' }, { from: 'nobody' }, { confirm: 'yes' }, { other: 1 }, { from: 'E-900', confirm: true }];
  const statuses = [];
  for (const more of refusals) statuses.push((await takeOver(org, 'admin', more)).status);
  expect(statuses).toEqual([400, 400, 404, 400, 400, 409]);
  expect((await takeOver(org, 'admin', {})).body.mode).toBe('DryRun');
  expect(await owners(org)).toEqual(BEFORE);
  expect(await takeOver(org, 'admin', { confirm: true })).toMatchObject({ status: 200, body: { mode: 'Live' } });
  expect(await owners(org)).toEqual(AFTER);
  expect((await takeOver(org, 'admin', { confirm: true })).status).toBe(409);
  await org.stop();
});

test('R51: killed anywhere, the user has exactly one owner', async () => {
  const points = ['statement', 'commit.before', 'commit.after'];
  const ends = new Set<string>();
  for (const point of points) {
    for (const nth of passages()) {
      const db = copyDatabase(template, join(folder, `${point}-${nth}.db`));
      const org = await serve({ db });
      const answer = await unlessKilled(org, async () => {
        await armKill(org, { point, nth });
        return takeOver(org, 'admin', { confirm: true });
      });
      if (answer !== null) await org.stop();
      const again = await serve({ db });
      const left = await owners(again);
      expect([BEFORE, AFTER]).toContainEqual(left);
      ends.add(left.owner.join());
      await again.stop();
      if (answer !== null) break;
    }
  }
  expect([...ends].sort()).toEqual(['C-500', 'E-900']);
});
