import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA, lastProcess, LIFECYCLE, provision } from './lifecycle-org';
import { serve, type ServedOrg } from './served-org';
import { API, saveSettings, startRun, type ProcessJson } from './workforce';

interface Person {
  readonly employeeId: string;
  readonly employeeNumber: string;
  readonly name: string;
}
interface Listed extends Person {
  readonly status: string | null;
  readonly userId: string;
  readonly isDeleted: boolean;
}
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly count: number;
  readonly sample: readonly Person[];
}

const folder = mkdtempSync(join(tmpdir(), 'deleted-'));
const SETTINGS = { ...LIFECYCLE, updateOnChange: false, deletedEmployees: 'Leavers', deletedGraceDays: 2 };
/** Users of others are no engine's to deactivate: every tenth person's is one. */
const GONE = ['W10001', 'W10002', 'W10010'];
let org: ServedOrg;
let ids: readonly string[];

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await provision(org, 20);
  const records = await org.query<{ Id: string }>(
    `SELECT Id FROM Employee2 WHERE EmployeeNumber IN ('${GONE.join("', '")}') ORDER BY EmployeeNumber`,
  );
  ids = records.map(({ Id }) => Id);
  for (const id of ids) expect((await org.call('admin', 'DELETE', `${DATA}/sobjects/Employee2/${id}`)).status).toBe(204);
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const read = async <T>(path: string): Promise<T> => (await org.call<T>('admin', 'GET', API + path)).body;
const leave = async (): Promise<ProcessJson> => {
  expect((await startRun(org, 'admin', { scope: 'Leavers' })).status).toBe(202);
  return lastProcess(org);
};
const active = async (): Promise<readonly string[]> =>
  (
    await org.query<{ EmployeeNumber: string }>(
      `SELECT EmployeeNumber FROM User WHERE EmployeeNumber IN ('${GONE.join("', '")}') AND IsActive = true ORDER BY EmployeeNumber`,
    )
  ).map((user) => user.EmployeeNumber);

test('R58: the check tells of them, the list of leavers and the diagnosis name them', async () => {
  expect((await org.call('admin', 'POST', `${API}/check`, {})).status).toBe(202);
  const { findings } = await read<{ findings: readonly Finding[] }>('/check');
  const found = findings.find(({ code }) => code === 'DELETED_EMPLOYEES')!;
  expect(found).toMatchObject({ count: 3, message: '3 employees were deleted and have a user who can sign in.' });
  const { people } = await read<{ people: readonly Person[] }>('/check/people?code=DELETED_EMPLOYEES');
  expect(people.map((person) => person.employeeNumber)).toEqual(GONE);

  const page = await read<{ employees: readonly Listed[]; counts: Record<string, number> }>('/employees?view=Leavers');
  expect(page.counts['Leavers']).toBe(3);
  expect(page.employees.map(({ employeeId, status, isDeleted }) => [employeeId, status, isDeleted])).toEqual(
    ids.map((id) => [id, null, true]),
  );
  expect(await read(`/employees/${ids[0]}/diagnosis`)).toMatchObject({
    reasonCode: 'DELETED',
    employeeNumber: 'W10001',
    userId: page.employees[0]!.userId,
  });
});

test('R58: settings that say nothing leave them alone, and wrong ones are refused by name', async () => {
  expect(await leave()).toMatchObject({ total: 0 });
  for (const [field, value] of [
    ['deletedEmployees', 'Sometimes'],
    ['deletedGraceDays', 366],
    ['deletedGraceDays', -1],
  ] as const) {
    const settings = await read<object>('/settings');
    const answer = await org.call<{ errorCode: string; fields: string[] }[]>('admin', 'PUT', `${API}/settings`, {
      ...settings,
      [field]: value,
    });
    expect([answer.status, answer.body[0]!.fields]).toEqual([400, [field]]);
  }
});

test('R30, R58: after the days of grace the daily run locks them out, once a person has let one finish', async () => {
  await saveSettings(org, SETTINGS);
  await org.call('admin', 'POST', '/__local/clock', { advance: '25h' });
  await lastProcess(org);
  expect(await leave()).toMatchObject({ trigger: 'API', total: 0 });
  await org.call('admin', 'POST', '/__local/clock', { advance: '25h' });

  const daily = await lastProcess(org);

  expect(daily).toMatchObject({ trigger: 'Scheduled', scope: 'Leavers', status: 'Finished', total: 3, updated: 2, failed: 1 });
  expect(await active()).toEqual(['W10010']);
  const { items } = await read<{ items: readonly { employeeNumber: string; name: string; cause: string | null }[] }>(
    `/processes/${daily.id}/items?outcome=Failed`,
  );
  expect(items).toMatchObject([{ employeeNumber: 'W10010', cause: 'FOREIGN_USER' }]);
});
