import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API, idle, processes, saveSettings, startRun } from './workforce';

const COUNTRIES = ['DE', 'pt', 'AT', ''] as const;
/** People of three countries, of which the table knows two, and of none, in two chunks. */
const PEOPLE = Array.from({ length: 220 }, (_, i) => ({
  employeeNumber: `M${1000 + i}`,
  firstName: 'Mia',
  lastName: `Mapped ${i}`,
  email: `mapped${i}@people.example`,
  department: ' Sales, north ',
  mailingCountry: COUNTRIES[i % 4],
  status: 'Active',
  statusStartDate: '2026-01-05',
}));
const OF_EACH = PEOPLE.length / 4;
const ZONES = {
  name: 'Zones',
  rows: [
    { from: 'DE', to: 'Europe/Berlin' },
    { from: 'PT', to: 'Europe/Lisbon' },
  ],
};
const MAPPED = {
  updateOnChange: true,
  valueTables: [ZONES],
  fieldMappings: [
    { userField: 'TimeZoneSidKey', paths: ['Contact.MailingCountry'], steps: [{ do: 'upper' }, { do: 'table', table: 'zones' }] },
    {
      userField: 'Department',
      paths: ['Contact.Department'],
      steps: [{ do: 'part', with: ',', n: 2 }, { do: 'upper' }, { do: 'left', length: 3 }],
    },
  ],
};
const AUSTRIAN = {
  outcome: 'Failed',
  cause: 'MAPPING_VALUE',
  message: 'The mapping of TimeZoneSidKey finds no row for "AT" in the value table Zones.',
};

const folder = mkdtempSync(join(tmpdir(), 'mapping-steps-'));
let org: ServedOrg;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org, MAPPED);
  for (let at = 0; at < PEOPLE.length; at += 200) {
    const { body } = await org.call<{ outcome: string }[]>('admin', 'POST', `${API}/employees`, { employees: PEOPLE.slice(at, at + 200) });
    expect(
      body.every(({ outcome }) => outcome === 'Created'),
      JSON.stringify(body[0]),
    ).toBe(true);
  }
}, 120_000);
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = async () => (await org.call<Record<string, unknown>>('admin', 'GET', `${API}/settings`)).body;

test('R50: what was saved is read as it was sent, and tables that a save leaves out stay', async () => {
  expect(await settings()).toMatchObject(MAPPED);
  const { valueTables: _, ...others } = await settings();
  expect((await org.call('admin', 'PUT', `${API}/settings`, others)).status).toBe(200);
  expect(await settings()).toMatchObject(MAPPED);
});

test('R50: preview, diagnosis and check say before a run whose value does not fit', async () => {
  const preview = await org.call<{ people: object[] }>('admin', 'POST', `${API}/settings/preview`, {
    settings: await settings(),
    employees: ['M1000', 'M1002'],
  });
  expect(preview.body.people).toMatchObject([
    { problems: [], values: { TimeZoneSidKey: 'Europe/Berlin', Department: 'NOR' } },
    { problems: [{ code: 'MAPPING_VALUE', field: 'TimeZoneSidKey', message: AUSTRIAN.message }] },
  ]);
  const diagnosis = await org.call<{ forecast: object }>('admin', 'GET', `${API}/employees/M1002/diagnosis`);
  expect(diagnosis.body.forecast).toMatchObject(AUSTRIAN);
  await org.call('admin', 'POST', `${API}/check`, {});
  await idle(org);
  const check = await org.call<{ findings: { code: string; count: number }[] }>('admin', 'GET', `${API}/check`);
  expect(check.body.findings).toContainEqual(expect.objectContaining({ code: 'MAPPING_VALUE', count: OF_EACH }));
});

test('R50: dry run, live run and retry agree across chunks', async () => {
  for (const mode of ['DryRun', 'Live']) {
    await startRun(org, 'admin', { mode });
    await idle(org);
    const [latest] = await processes(org);
    expect(latest).toMatchObject({ status: 'Finished', created: 3 * OF_EACH, failed: OF_EACH });
    const items = await org.call<{ items: object[] }>('admin', 'GET', `${API}/processes/${latest!.id}/items?outcome=Failed&limit=1`);
    expect(items.body.items[0]).toMatchObject(AUSTRIAN);
  }
  const users = await org.query<{ n: number; TimeZoneSidKey: string }>(
    "SELECT TimeZoneSidKey, COUNT(Id) n FROM User WHERE EmployeeNumber LIKE 'M1%' AND Department = 'NOR' GROUP BY TimeZoneSidKey",
  );
  expect(users).toContainEqual(expect.objectContaining({ TimeZoneSidKey: 'Europe/Berlin', n: OF_EACH }));
  expect(users).toContainEqual(expect.objectContaining({ TimeZoneSidKey: 'Europe/Lisbon', n: OF_EACH }));

  await org.call('admin', 'PUT', `${API}/settings`, { ...(await settings()), valueTables: [{ ...ZONES, otherwise: 'Europe/Vienna' }] });
  const failed = (await processes(org))[0]!;
  expect((await org.call('admin', 'POST', `${API}/processes/${failed.id}/retry`, {})).status).toBe(202);
  await idle(org);
  expect((await processes(org))[0]).toMatchObject({ status: 'Finished', created: OF_EACH, failed: 0 });
});

test('R50: a run over changes fails whose new value does not fit, and leaves the user as it is', async () => {
  await org.call('admin', 'PUT', `${API}/settings`, { ...(await settings()), valueTables: [ZONES] });
  await org.call('admin', 'POST', `${API}/employees`, {
    employees: [{ employeeNumber: 'M1000', mailingCountry: 'FR', department: 'Sales, south' }],
  });
  const [employee] = await org.query<{ Id: string }>("SELECT Id FROM Employee2 WHERE EmployeeNumber = 'M1000'");
  const started = await startRun(org, 'admin', { scope: 'Changes', employeeIds: [employee!.Id] });
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  await idle(org);
  const items = await org.call<{ items: object[] }>('admin', 'GET', `${API}/processes/${(await processes(org))[0]!.id}/items`);
  expect(items.body.items).toMatchObject([{ outcome: 'Failed', cause: 'MAPPING_VALUE' }]);
  expect(await org.query("SELECT Department FROM User WHERE EmployeeNumber = 'M1000'")).toMatchObject([{ Department: 'NOR' }]);
});
