import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MANAGED, hierarchy, managersOf, rolesOf } from './managers-org';
import { serve, type ServedOrg } from './served-org';
import { API, idle, processes, startRun } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'managers-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await hierarchy(org);
}, 120_000);
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const items = async (query = '') => {
  const [latest] = await processes(org);
  const answer = await org.call<{ items: { employeeNumber: string; code: string | null; outcome: string; message: string }[] }>(
    'admin',
    'GET',
    `${API}/processes/${latest!.id}/items?limit=200${query}`,
  );
  return answer.body.items;
};
const changes = async (): Promise<void> => {
  expect((await startRun(org, 'admin', { scope: 'Changes' })).status).toBe(202);
  await idle(org);
};
const correct = (employeeNumber: string, department: string) =>
  org.call('admin', 'POST', `${API}/employees`, { employees: [{ employeeNumber, department }] });

test('R55, R56: what a save refuses is named where it stands', async () => {
  const { body: settings } = await org.call<Record<string, unknown>>('admin', 'GET', `${API}/settings`);
  const fieldsOf = async (change: object): Promise<unknown> => {
    const answer = await org.call<{ fields: string[] }[]>('admin', 'PUT', `${API}/settings`, { ...settings, ...change });
    expect(answer.status, JSON.stringify(answer.body)).toBe(400);
    return answer.body[0]!.fields;
  };
  const rule = { name: 'All', when: { all: [{ field: 'EmployeeNumber', is: 'notEmpty', values: [] }] }, gives: { role: 'Nobody' } };
  expect(await fieldsOf({ role: 'Nobody' })).toEqual(['role']);
  expect(await fieldsOf({ assignmentRules: [rule] })).toEqual(['assignmentRules[0].gives.role']);
  const steps = [{ do: 'managerByNumber' }, { do: 'upper' }];
  expect(await fieldsOf({ fieldMappings: [{ userField: 'ManagerId', paths: ['Contact.Department'], steps }] })).toEqual([
    'fieldMappings[0].steps[0].do',
  ]);
  expect(settings).toMatchObject({ role: 'Sales_People', roleOfLinkedUsers: false, managerOfLinkedUsers: false });
  expect(settings['fieldMappings']).toMatchObject([{ userField: 'ManagerId', steps: [{ do: 'managerByNumber' }] }]);
});

test('R56: a dry run says who would have no manager, and writes none', async () => {
  await startRun(org, 'admin', { mode: 'DryRun' });
  await idle(org);
  expect((await processes(org))[0]).toMatchObject({ status: 'Finished', created: MANAGED.people, failed: 0 });
  const said = [...(await items()), ...(await items('&search=X'))].filter(({ code }) => code !== null);
  expect(new Set(said.map(({ employeeNumber, code }) => `${employeeNumber} ${code}`))).toEqual(new Set(MANAGED.said));
  expect(await managersOf(org)).toEqual({});
});

test('R55, R56: everybody gets the role and the manager, across chunks; a cycle and a wrong number are named', async () => {
  await startRun(org);
  await idle(org);
  expect((await processes(org))[0]).toMatchObject({
    status: 'Finished',
    total: MANAGED.people,
    processed: MANAGED.people,
    created: MANAGED.people,
  });
  expect(await managersOf(org)).toEqual(MANAGED.managers);
  expect(await rolesOf(org)).toEqual([{ role: 'Sales people', n: MANAGED.people }]);
  expect(new Set((await items()).map(({ employeeNumber, code }) => `${employeeNumber} ${code}`))).toEqual(new Set(MANAGED.said));
});

test('R56: corrected numbers bring the managers by a run over changes, and those who are in order are left alone', async () => {
  await correct('X002', 'X001');
  await correct('X003', 'X002');
  await correct('X001', 'M001');
  await correct('X004', 'M002');
  await changes();
  expect(await managersOf(org)).toEqual({ ...MANAGED.managers, X001: 'M001', X002: 'X001', X003: 'X002', X004: 'M002' });
  expect((await processes(org))[0]).toMatchObject({ status: 'Finished', updated: 4, failed: 0 });
  await changes();
  expect((await processes(org))[0]).toMatchObject({ updated: 0, failed: 0 });
  expect((await items()).filter(({ code }) => code?.startsWith('MANAGER'))).toEqual([]);
});

test('R56: the manager may be the person whom the person reports to', async () => {
  const { body: settings } = await org.call<Record<string, unknown>>('admin', 'GET', `${API}/settings`);
  const saved = await org.call('admin', 'PUT', `${API}/settings`, {
    ...settings,
    fieldMappings: [{ userField: 'ManagerId', paths: ['Contact.ReportsToId'] }],
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const contacts = await org.query<{ EmployeeNumber: string; ContactId: string }>(
    "SELECT EmployeeNumber, ContactId FROM Employee2 WHERE EmployeeNumber IN ('M003', 'M004', 'M005')",
  );
  const contactOf = (number: string): string => contacts.find(({ EmployeeNumber }) => EmployeeNumber === number)!.ContactId;
  const patched = await org.call('admin', 'PATCH', `/services/data/v62.0/sobjects/Contact/${contactOf('M003')}`, {
    ReportsToId: contactOf('M004'),
  });
  expect(patched.status, JSON.stringify(patched.body)).toBe(204);
  await changes();
  expect((await managersOf(org))['M003']).toBe('M004');
});
