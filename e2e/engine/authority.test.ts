import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA, items, lastProcess, LIFECYCLE, provision, updateAll } from './lifecycle-org';
import { onCopy, serve, type ServedOrg } from './served-org';
import { API, apex, idle, insertAll, isOpen, load, people, processes, saveSettings, startRun, type ProcessJson } from './workforce';

type Process = ProcessJson & { readonly guard: string | null; readonly statusMessage: string | null };

const PEOPLE = 12;
const MAPPED = { ...LIFECYCLE, fieldMappings: [{ userField: 'Department', constant: 'Sales' }] };
/** Found by neither address nor number. */
const NEWCOMERS = [13, 14].map((i) => ({ number: `N${i}`, lastName: `New ${i}`, email: `new${i}@north.example` }));
/** All that somebody needs to save settings, and nothing that makes an administrator of more than users. */
const MAY_SAVE = { PermissionsViewSetup: true, PermissionsManageInternalUsers: true, PermissionsAssignPermissionSets: true };

const folder = mkdtempSync(join(tmpdir(), 'authority-'));
const template = join(folder, 'template.db');
let provisioning: ProcessJson;

beforeAll(async () => {
  const org = await serve({ db: template });
  provisioning = await provision(org, PEOPLE);
  await org.stop();
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R28: whoever may run starts, runs dry and retries with a mapping, and an arrival runs', async () => {
  await onCopy(template, 'mapping', async (org) => {
    await saveSettings(org, { ...MAPPED, automaticProvisioning: true });
    await load(org, [{ number: 'X1', lastName: 'No Address', email: null }]);
    for (const persona of ['operator', 'integration']) {
      expect((await startRun(org, persona, { mode: 'DryRun' })).status).toBe(202);
      await idle(org);
      const { status, body } = await startRun(org, persona);
      expect(status, JSON.stringify(body)).toBe(202);
      await idle(org);
      expect((await org.call(persona, 'POST', `${API}/processes/${body.id}/retry`, {})).status).toBe(202);
      await idle(org);
    }
    const row = { employeeNumber: 'N1', firstName: 'Nora', lastName: 'New', email: 'nora@north.example', status: 'Active' };
    const loaded = await org.call<{ outcome: string }[]>('integration', 'POST', `${API}/employees`, {
      employees: [{ ...row, statusStartDate: '2026-01-05' }],
    });
    expect(loaded.body).toMatchObject([{ outcome: 'Created' }]);
    await advance(org, '61s');
    expect((await processes(org))[0]).toMatchObject({ trigger: 'Automatic', status: 'Finished', created: 1 });
    expect(await org.query("SELECT Department FROM User WHERE EmployeeNumber = 'N1'")).toMatchObject([{ Department: 'Sales' }]);
  });
});

test('R14, R29: who loads employees takes no administrator over', async () => {
  await onCopy(template, 'takeover', async (org) => {
    const [user] = await org.query<{ Id: string; Email: string }>("SELECT Id, Email FROM User WHERE EmployeeNumber = 'W10001'");
    await makeAdministrator(org, user!.Id);
    await org.call('integration', 'POST', `${API}/employees`, { employees: [{ employeeNumber: 'W10001', email: 'mine@evil.example' }] });

    expect((await startRun(org, 'integration', { scope: 'Changes' })).status).toBe(202);
    const refused = await lastProcess(org);

    expect((await items(org, refused.id)).filter((item) => item[0] === 'W10001')).toMatchObject([['W10001', 'Failed', 'PRIVILEGED_USER', null]]);
    expect(await org.query(`SELECT Email FROM User WHERE Id = '${user!.Id}'`)).toMatchObject([{ Email: user!.Email }]);
    expect((await startRun(org, 'admin', { scope: 'Changes' })).status).toBe(202);
    expect(await items(org, (await lastProcess(org)).id)).toContainEqual(['W10001', 'Updated', null, JSON.stringify({ Email: user!.Email })]);
  });
}); // prettier-ignore

test('R30: nobody locks an administrator out by pointing an employee at the user; a person is told every day', async () => {
  await onCopy(template, 'freeze', async (org) => {
    await saveSettings(org, { ...LIFECYCLE, leaverAction: 'Freeze', updateOnChange: false });
    expect((await startRun(org, 'admin', { scope: 'Leavers' })).status).toBe(202);
    await lastProcess(org);
    const [profile] = await org.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'System Administrator'");
    const [root] = await insertAll(org, [{ ...person('root'), ProfileId: profile!.Id }]);
    await load(org, [NEWCOMERS[0]!], 'Terminated');
    const [employee] = await org.query<{ Id: string }>(`SELECT Id FROM Employee2 WHERE EmployeeNumber = '${NEWCOMERS[0]!.number}'`);
    await updateAll(org, [{ attributes: { type: 'Employee2' }, Id: employee!.Id, UserId: root }]);

    expect((await startRun(org, 'integration', { scope: 'Leavers' })).status).toBe(202);
    const { id } = await lastProcess(org);
    expect(await items(org, id)).toEqual([[NEWCOMERS[0]!.number, 'Failed', 'PRIVILEGED_USER', null]]);

    for (const day of [1, 2]) {
      await advance(org, '24h');
      const told = await mails(org);
      expect(told.filter((mail) => mail.text.includes('users with administrative permissions'))).toHaveLength(day);
      expect(told.at(-1)!.to).toEqual(['admin@northwind.example']);
    }
    expect(await org.query(`SELECT IsActive FROM User WHERE Id = '${root}'`)).toMatchObject([{ IsActive: true }]);
    expect(await org.query(`SELECT Id FROM UserLogin WHERE UserId = '${root}' AND IsFrozen = true`)).toEqual([]);
  });
});

test('R25: what became administrative since is handed out by no resume and no process that waited', async () => {
  await onCopy(template, 'administrative', async (org) => {
    const handedOut = await permissionSet(org, 'Handed_Out', {});
    await letOperatorSave(org);
    await saveSettings(org, { ...LIFECYCLE, permissionSets: ['Handed_Out'], maximumCreates: 1 }, 'operator');
    await load(org, NEWCOMERS);
    const run = (await startRun(org, 'operator')).body;
    expect(await settled(org, run.id)).toMatchObject({ guard: 'MAXIMUM_CREATES' });
    const [waits] = await org.query<{ Id: string }>(`SELECT Id FROM Employee2 WHERE EmployeeNumber = '${NEWCOMERS[0]!.number}'`);
    const selection = (await startRun(org, 'operator', { employeeIds: [waits!.Id] })).body;
    await updateAll(org, [
      { attributes: { type: 'PermissionSet' }, Id: handedOut, PermissionsViewSetup: true, PermissionsManageRoles: true },
    ]);

    expect((await org.call('admin', 'POST', `${API}/processes/${run.id}/resume`, {})).status).toBe(202);

    for (const { id } of [run, selection]) {
      const refused = await settled(org, id);
      expect(refused).toMatchObject({ status: 'Failed', created: 0 });
      expect(refused.statusMessage).toContain('Handed_Out holds administrative permissions');
    }
    expect(await org.query(`SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${handedOut}'`)).toEqual([]);
    expect(await org.query("SELECT Id FROM User WHERE EmployeeNumber LIKE 'N1%'")).toEqual([]);
  });
});

test('R11: when its author has left one failed process says why, the check warns, and somebody takes the authority over', async () => {
  await onCopy(template, 'mandate', async (org) => {
    await letOperatorSave(org);
    // what says the same as the active version would stay that of its author
    await saveSettings(org, { ...LIFECYCLE, seatReserve: 1 }, 'operator');
    expect((await startRun(org, 'operator', { scope: 'Leavers' })).status).toBe(202);
    await lastProcess(org);
    const [author] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'operator@northwind.example'");
    await updateAll(org, [{ attributes: { type: 'User' }, Id: author!.Id, IsActive: false }]);

    await advance(org, '25h');
    await advance(org, '25h');
    const scheduled = (await processes(org)).filter((process) => process.trigger === 'Scheduled') as Process[];
    expect(scheduled).toMatchObject([{ status: 'Failed', scope: 'Leavers' }]);
    expect(scheduled[0]!.statusMessage).toContain('is not active any more');
    expect(await findingCodes(org)).toContain('NO_MANDATE');

    expect((await org.call('integration', 'POST', `${API}/settings/take-over-authority`)).status).toBe(403);
    const taken = await org.call<{ version: number; leaverStatuses: string[] }>('admin', 'POST', `${API}/settings/take-over-authority`);
    expect([taken.status, taken.body.leaverStatuses]).toEqual([200, ['Terminated']]);
    expect(await findingCodes(org)).not.toContain('NO_MANDATE');
    await advance(org, '25h');
    const after = (await processes(org)).filter((process) => process.trigger === 'Scheduled' && process.status === 'Finished');
    expect(new Set(after.map((process) => process.scope))).toEqual(new Set(['Leavers', 'Changes']));
  });
});

test('two editors cannot overwrite each other in silence', async () => {
  await onCopy(template, 'editors', async (org) => {
    const read = async () => (await org.call<Record<string, unknown>>('admin', 'GET', `${API}/settings`)).body;
    const [first, second] = [await read(), await read()];
    expect((await org.call('admin', 'PUT', `${API}/settings`, { ...first, seatReserve: 5 })).status).toBe(200);
    const { status, body } = await org.call<object[]>('admin', 'PUT', `${API}/settings`, { ...second, usernameSuffix: 'late.example' });
    expect(status).toBe(409);
    expect(body[0]).toMatchObject({ errorCode: 'VERSION_CONFLICT', version: Number(first['version']) + 1, changed: ['seatReserve'] });
    expect(await read()).toMatchObject({ seatReserve: 5, usernameSuffix: 'northwind.example' });
    const { problem } = await apex(org, 'admin', 'EmployeeUserSettingsController', 'saveSettings', {
      settings: { version: first['version'], profileName: 'Standard User', emailEncoding: 'UTF-8', employeeStatus: 'Active' },
    });
    expect(problem).toMatchObject({ reason: 'VERSION_CONFLICT' });
  });
});

test('R20: whom a live run created is listed page by page, and found by number', async () => {
  await onCopy(template, 'created', async (org) => {
    const numbers: string[] = [];
    let after = '';
    do {
      const { body } = await org.call<{ items: { employeeNumber: string; userId: string }[]; next: string | null }>(
        'auditor',
        'GET',
        `${API}/processes/${provisioning.id}/items?outcome=Created&limit=4${after}`,
      );
      numbers.push(...body.items.map((item) => item.employeeNumber));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(numbers).toHaveLength(provisioning.created);
    expect(new Set(numbers).size).toBe(provisioning.created);
    const found = await org.call<{ items: object[] }>(
      'auditor',
      'GET',
      `${API}/processes/${provisioning.id}/items?outcome=created&search=w10003`,
    );
    expect(found.body.items).toMatchObject([{ employeeNumber: people(4)[3]!.number, outcome: 'Created' }]);
  });
});

async function advance(org: ServedOrg, by: string): Promise<void> {
  await org.call('admin', 'POST', '/__local/clock', { advance: by });
  await idle(org);
}

/** The process once nothing happens in it by itself any more. */
async function settled(org: ServedOrg, id: string): Promise<Process> {
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const { body } = await org.call<Process>('auditor', 'GET', `${API}/processes/${id}`);
    if (body.guard !== null || !isOpen(body)) return body;
    await pause(20);
  }
}

/** A user as it can be inserted, without a profile. */
function person(name: string): object {
  return {
    attributes: { type: 'User' },
    Username: `${name}@north.example`,
    Email: `${name}@north.example`,
    LastName: name,
    Alias: name.slice(0, 8),
    CommunityNickname: name,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

async function makeAdministrator(org: ServedOrg, userId: string): Promise<void> {
  const [profile] = await org.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'System Administrator'");
  await updateAll(org, [{ attributes: { type: 'User' }, Id: userId, ProfileId: profile!.Id }]);
}

async function permissionSet(org: ServedOrg, name: string, permissions: object): Promise<string> {
  const answer = await org.call<{ id: string }>('admin', 'POST', `${DATA}/sobjects/PermissionSet`, {
    Name: name,
    Label: name,
    ...permissions,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

/** Settings may then be saved by somebody who is no administrator. */
async function letOperatorSave(org: ServedOrg): Promise<void> {
  const [operator] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'operator@northwind.example'");
  const [ours] = await org.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Provisioning_Admin'");
  for (const id of [await permissionSet(org, 'May_Save', MAY_SAVE), ours!.Id]) {
    await insertAll(org, [{ attributes: { type: 'PermissionSetAssignment' }, AssigneeId: operator!.Id, PermissionSetId: id }]);
  }
}

type Mail = { readonly to: readonly string[]; readonly text: string };
const mails = async (org: ServedOrg): Promise<readonly Mail[]> =>
  (await org.call<{ emails: Mail[] }>('admin', 'GET', '/__local/emails')).body.emails;

async function findingCodes(org: ServedOrg): Promise<unknown[]> {
  const { returnValue } = await apex<{ findings: { code: string | null }[] }>(org, 'admin', 'PreflightController', 'getPreflight');
  return returnValue.findings.map((finding) => finding.code);
}
