import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decide, employee, links, loadEmployees, usersBefore } from './links-org';
import { serve, type ServedOrg } from './served-org';
import { strayKeys } from './stray-keys';
import { API, idle, processes, saveSettings, startRun } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'links-'));
let org: ServedOrg;
let serial = 0;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org, { usernameSuffix: 'corp.example.hr' });
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Users whose names no other test of this file has. */
const users = (...rows: readonly object[]) =>
  usersBefore(
    org,
    rows.map((row) => {
      serial++;
      return { Username: `there${serial}@corp.example`, Alias: `there${serial}`, CommunityNickname: `there${serial}`, ...row };
    }),
  );
const usersOf = (email: string) => org.query<{ Id: string; Username: string; EmployeeNumber: string | null }>(
  `SELECT Id, Username, EmployeeNumber FROM User WHERE Email = '${email}'`,
); // prettier-ignore
const userOf = async (employeeNumber: string): Promise<string | null> =>
  (await org.query<{ UserId: string | null }>(`SELECT UserId FROM Employee2 WHERE EmployeeNumber = '${employeeNumber}'`))[0]!.UserId;

test('R57, F3: who had a user before the first run is found, linked, and gets no second one', async () => {
  await users(
    { FirstName: 'Olga', LastName: 'Exist', Email: 'olga.exist@corp.example' },
    { FirstName: 'Paul', LastName: 'Exist', Email: 'paul.exist@corp.example', IsActive: false },
  );
  await loadEmployees(org, [
    employee('1', 'Olga', 'Exist', 'olga.exist@corp.example'),
    employee('2', 'Paul', 'Exist', 'paul.exist@corp.example'),
  ]);
  expect((await org.call('operator', 'POST', `${API}/check`, {})).status).toBe(202);
  await idle(org);
  const { body: check } = await org.call<{ findings: { code: string; count: number }[] }>('auditor', 'GET', `${API}/check`);
  expect(check.findings).toContainEqual(expect.objectContaining({ code: 'ADDRESS_OF_UNMATCHED_USER', count: 2 }));

  const [olga, paul] = [...(await links(org, '?state=Open'))].sort((a, b) => a.employeeNumber.localeCompare(b.employeeNumber));

  expect(olga).toMatchObject({ employeeNumber: '1', name: 'Olga Exist', active: true, exact: true, reasons: ['SAME_EMAIL', 'SAME_NAME'], state: 'Open' });
  expect(paul).toMatchObject({ employeeNumber: '2', active: false, exact: false });
  const answer = await decide(org, { decision: 'Link', ids: [olga!.id, paul!.id] });
  expect(answer.status).toBe(200);
  expect(answer.body.rows).toMatchObject([
    { id: olga!.id, outcome: 'Done', code: null },
    { id: paul!.id, outcome: 'Failed', code: 'INACTIVE_MATCH' },
  ]);
  await idle(org);
  expect((await processes(org)).find(({ id }) => id === answer.body.processId)).toMatchObject({ scope: 'Links', status: 'Finished', linked: 1 });
  await startRun(org);
  await idle(org);
  expect((await usersOf('olga.exist@corp.example')).map(({ Id }) => Id)).toEqual([await userOf('1')]);
  expect((await usersOf('paul.exist@corp.example')).length).toBe(2);
  expect(await links(org, '?state=Linked')).toMatchObject([{ id: olga!.id, state: 'Linked' }]);
  expect((await decide(org, { decision: 'Link', ids: [olga!.id] })).body.rows).toMatchObject([{ outcome: 'Unchanged' }]);
}); // prettier-ignore

test('R57, F4: zeros that a spreadsheet lost make nobody two people; all exact ones are a process, dry first', async () => {
  await users(
    { FirstName: 'Nora', LastName: 'Zero', Email: 'nora@old.example', EmployeeNumber: '00123' },
    { FirstName: 'Emil', LastName: 'Name', Email: 'emil@old.example' },
  );
  await loadEmployees(org, [
    employee('123', 'Nora', 'Zero', 'nora.zero@corp.example'),
    employee('124', 'Emil', 'Name', 'emil.name@corp.example'),
  ]);
  expect(await links(org, '?exact=true')).toMatchObject([{ employeeNumber: '123', reasons: ['SAME_NAME', 'SAME_NUMBER_WITHOUT_ZEROS'] }]);
  expect(await links(org, '?exact=false&search=124')).toMatchObject([{ employeeNumber: '124', reasons: ['SAME_NAME'] }]);

  const dry = await decide(org, { decision: 'Link', all: 'Exact', mode: 'DryRun' });
  expect(dry.status).toBe(202);
  await idle(org);
  expect(await processes(org)).toContainEqual(expect.objectContaining({ id: dry.body.id, scope: 'Links', total: 1, linked: 1 }));
  expect(await userOf('123')).toBeNull();
  const live = await decide(org, { decision: 'Link', all: 'Exact', mode: 'Live' });
  await idle(org);

  expect(await processes(org)).toContainEqual(expect.objectContaining({ id: live.body.id, status: 'Finished', total: 1, linked: 1 }));
  const [nora] = await usersOf('nora@old.example');
  expect([await userOf('123'), nora!.EmployeeNumber]).toEqual([nora!.Id, '00123']);
  expect(await userOf('124')).toBeNull();
  expect(await strayKeys(org)).toEqual([]);
});

test('R57: never and later are kept, whatever is found again, and bad calls change nothing', async () => {
  const [emil] = await links(org);
  expect(emil).toMatchObject({ employeeNumber: '124' });
  const none = await decide(org, { decision: 'Link', ids: Array.from({ length: 201 }, (_, i) => `x${i}`) });
  expect(none.status).toBe(400);
  for (const body of [{}, { decision: 'Link' }, { decision: 'Link', ids: [] }, { decision: 'Perhaps', ids: [emil!.id] }, { decision: 'Link', all: 'Exact' }]) {
    expect([(await decide(org, body)).status, body]).toEqual([400, body]);
  }
  for (const alias of ['operator', 'auditor', 'integration', 'nobody']) {
    expect([alias, (await decide(org, { decision: 'Never', ids: [emil!.id] }, alias)).status]).toEqual([alias, 403]);
  }
  expect((await decide(org, { decision: 'Never', ids: [emil!.id, 'nobody'] })).body.rows).toMatchObject([
    { outcome: 'Done' },
    { outcome: 'Failed', code: 'NOT_FOUND' },
  ]);
  expect(await links(org)).toEqual([]);
  await org.call('operator', 'POST', `${API}/check`, {});
  await idle(org);
  expect(await links(org)).toEqual([]);
  expect(await links(org, '?state=Never')).toMatchObject([{ id: emil!.id }]);
}); // prettier-ignore

test('R57: a user who is promoted after the pair was shown is neither linked nor shown any more', async () => {
  const [id] = await users({ FirstName: 'Prim', LastName: 'Rose', Email: 'prim@corp.example' });
  await loadEmployees(org, [employee('P1', 'Prim', 'Rose', 'prim@corp.example')]);
  const [prim] = await links(org);
  const [{ Id: ProfileId } = { Id: '' }] = await org.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'System Administrator'");
  await org.call('admin', 'PATCH', `/services/data/v67.0/sobjects/User/${id!}`, { ProfileId });

  expect((await decide(org, { decision: 'Link', ids: [prim!.id] })).body.rows).toMatchObject([{ outcome: 'Failed', code: 'PRIVILEGED_MATCH' }]);
  expect(await links(org)).toEqual([]);
  expect(await userOf('P1')).toBeNull();
}); // prettier-ignore
