import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyDatabase, onCopy, serve, type ServedOrg } from './served-org';
import { confirmations, count, DATA, items, lastProcess, letSignIn, LIFECYCLE, provision, terminate } from './lifecycle-org';
import { API, apex, processes, saveSettings, startRun, type ProcessJson } from './workforce';

const PEOPLE = 450;
const LONGEST_RUN_MS = 60_000;
/** Of the 450, every tenth had a user before. */
const KNOWN = 45;

const folder = mkdtempSync(join(tmpdir(), 'lifecycle-'));
const template = join(folder, 'template.db');
let provisioning: ProcessJson;

beforeAll(async () => {
  const org = await serve({ db: template });
  provisioning = await provision(org, PEOPLE);
  expect(provisioning).toMatchObject({ status: 'Finished', created: PEOPLE - KNOWN, linked: KNOWN });
  await org.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('R30, R14, R21: a dry run of leavers foresees what the live run then does, and users from before stay active', async () => {
  await onCopy(template, 'leavers', async (org) => {
    await terminate(org, 250);

    const dry = await run(org, { scope: 'Leavers', mode: 'DryRun' });
    const foreseen = await items(org, dry.id);
    expect(await activeUsers(org)).toBe(PEOPLE);
    const live = await run(org, { scope: 'Leavers' });

    expect(live).toMatchObject({ status: 'Finished', total: 250, processed: 250, updated: 225, failed: 25, skipped: 0 });
    expect(await items(org, live.id)).toEqual(foreseen);
    expect(await activeUsers(org)).toBe(PEOPLE - 225);
    expect(foreseen.filter((item) => item[1] === 'Failed').every((item) => item[2] === 'FOREIGN_USER')).toBe(true);
    expect(await linked(org)).toBe(PEOPLE);

    expect(await run(org, { scope: 'Leavers' })).toMatchObject({ total: 25, failed: 25, updated: 0 });
  });
});

test('R30, R14, R21: who has signed in is frozen; who never has is deactivated when ours, and left to a person when not', async () => {
  letSignIn(copyDatabase(template, join(folder, 'freeze.db')), 3);
  const org = await serve({ db: join(folder, 'freeze.db') });
  await saveSettings(org, { ...LIFECYCLE, leaverAction: 'Freeze' });
  await terminate(org, 60);

  const dry = await run(org, { scope: 'Leavers', mode: 'DryRun' });
  const live = await run(org, { scope: 'Leavers' });

  // Of the 60 every third has signed in, and every tenth had a user before: 0 and 30 are both.
  expect(live).toMatchObject({ status: 'Finished', total: 60, updated: 56, failed: 4 });
  expect(await items(org, live.id)).toEqual(await items(org, dry.id));
  expect(await count(org, 'SELECT COUNT(Id) n FROM UserLogin WHERE IsFrozen = true')).toBe(20);
  expect(await activeUsers(org)).toBe(PEOPLE - 36);
  const said = await org.query<{ Code__c: string | null; n: number }>(
    `SELECT Code__c, COUNT(Id) n FROM ProvisioningProcessItem__c WHERE Process__c = '${live.id}' GROUP BY Code__c ORDER BY Code__c`,
  );
  expect(said.map(({ Code__c, n }) => [Code__c, n])).toEqual([
    [null, 20],
    ['FROZEN_BY_DEACTIVATION', 36],
    ['NEVER_SIGNED_IN', 4],
  ]);
  expect(await run(org, { scope: 'Leavers' })).toMatchObject({ total: 4, failed: 4 });
  await org.stop();
});

test('R29, R14: a renamed person account reaches the user; the address reaches only users of our own', async () => {
  await onCopy(template, 'changes', async (org) => {
    const accounts = await org.query<{ Id: string }>(
      "SELECT Id FROM Account WHERE AccountNumber IN ('W10000', 'W10001') ORDER BY AccountNumber",
    );
    for (const [i, account] of accounts.entries()) {
      const edit = { LastName: `Renamed ${i}`, PersonEmail: `renamed${i}@north.example` };
      expect((await org.call('admin', 'PATCH', `${DATA}/sobjects/Account/${account.Id}`, edit)).status).toBe(204);
    }

    const live = await run(org, { scope: 'Changes' });

    // The 44 other users from before take the name of their person as well.
    expect(live).toMatchObject({ status: 'Finished', total: PEOPLE, updated: KNOWN + 1, skipped: PEOPLE - KNOWN - 1 });
    const [before, ours] = await org.query<{ LastName: string; Email: string }>(
      "SELECT LastName, Email FROM User WHERE EmployeeNumber IN ('W10000', 'W10001') ORDER BY EmployeeNumber",
    );
    expect(before).toMatchObject({ LastName: 'Renamed 0', Email: 'before.w10000@north.example' });
    expect(ours).toMatchObject({ LastName: 'Renamed 1', Email: 'person1@north.example' });
    expect((await confirmations(org)).map(({ address }) => address)).toEqual(['renamed1@north.example']);
    const page = await org.call<{ items: { employeeNumber: string; valuesBefore: object }[] }>(
      'admin',
      'GET',
      `${API}/processes/${live.id}/items?outcome=Updated&limit=200`,
    );
    expect(page.body.items.find((item) => item.employeeNumber === 'W10001')?.valuesBefore).toEqual({
      LastName: 'Worker 1',
      Email: 'person1@north.example',
    });
    expect(await run(org, { scope: 'Changes' })).toMatchObject({ updated: 0, skipped: PEOPLE });
  });
});

test('R29, R21, R33: a new address waits for the person: asked once, counted before, and asked again when it changes or 72 hours are over', async () => {
  await onCopy(template, 'addresses', async (org) => {
    const settle = await run(org, { scope: 'Changes' });
    expect(settle.status).toBe('Finished');
    const numbers = ['W10001', 'W10002', 'W10003'];
    for (const number of numbers) await moveTo(org, number, `${number.toLowerCase()}.a@north.example`);
    expect(await announced(org)).toBe(3);

    const dry = await run(org, { scope: 'Changes', mode: 'DryRun' });
    expect([await confirmations(org), await pending(org, dry.id)]).toEqual([[], numbers.map((number) => [number, 'Updated'])]);
    const first = await run(org, { scope: 'Changes' });
    expect(await pending(org, first.id)).toEqual(await pending(org, dry.id));
    expect([await asked(org, dry.id), await asked(org, first.id)]).toEqual([3, 3]);
    const mails = await confirmations(org);
    expect(mails.map(({ address }) => address)).toEqual(numbers.map((number) => `${number.toLowerCase()}.a@north.example`));
    expect(await addressOf(org, 'W10001')).toBe('person1@north.example');

    expect((await fetch(mails[0]!.link)).status).toBe(200);
    expect(await addressOf(org, 'W10001')).toBe('w10001.a@north.example');
    await moveTo(org, 'W10002', 'w10002.b@north.example');
    const second = await run(org, { scope: 'Changes' });
    expect(await pending(org, second.id)).toEqual([
      ['W10002', 'Updated'],
      ['W10003', 'Skipped'],
    ]);
    expect((await confirmations(org)).slice(3).map(({ address }) => address)).toEqual(['w10002.b@north.example']);
    expect([(await fetch(mails[1]!.link)).status, await addressOf(org, 'W10002')]).toEqual([404, 'person2@north.example']);

    // The daily run after the third day asks again, once, whoever was touched since or not.
    for (let day = 0; day < 4; day++) await nextScheduled(org, day);
    expect(
      (await confirmations(org))
        .slice(4)
        .map(({ address }) => address)
        .sort(),
    ).toEqual(['w10002.b@north.example', 'w10003.a@north.example']);
  });
});

test('R29, R33: whose address somebody else changed while it waited is asked anew, and counted before, whoever was touched or not', async () => {
  await onCopy(template, 'replaced', async (org) => {
    expect((await run(org, { scope: 'Changes' })).status).toBe('Finished');
    await moveTo(org, 'W10004', 'w10004.a@north.example');
    expect(await asked(org, (await run(org, { scope: 'Changes' })).id)).toBe(1);
    // Beyond what the runs overlap.
    await org.call('admin', 'POST', '/__local/clock', { advance: '1h' });
    expect((await run(org, { scope: 'Changes' })).updated).toBe(0);
    const [user] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'W10004'");
    await org.call('admin', 'PATCH', `${DATA}/sobjects/User/${user!.Id}`, { Email: 'by.hand@north.example' });
    const [dead, byHand] = await confirmations(org);
    expect([(await fetch(dead!.link)).status, (await fetch(byHand!.link)).status]).toEqual([404, 200]);

    expect(await announced(org)).toBe(1);
    expect(await asked(org, (await run(org, { scope: 'Changes', mode: 'DryRun' })).id)).toBe(1);
    expect(await pending(org, (await run(org, { scope: 'Changes' })).id)).toEqual([['W10004', 'Updated']]);
    const mail = (await confirmations(org)).at(-1)!;
    expect([mail.address, (await fetch(mail.link)).status]).toEqual(['w10004.a@north.example', 200]);
    expect(await addressOf(org, 'W10004')).toBe('w10004.a@north.example');
    expect(await announced(org)).toBeUndefined();
  });
});

test('R29: the schedule looks once a day, and only at whom somebody touched since', async () => {
  await onCopy(template, 'daily', async (org) => {
    const first = await nextScheduled(org, 0);
    expect(first).toMatchObject({ scope: 'Changes', status: 'Finished', total: PEOPLE });
    const [account] = await org.query<{ Id: string }>("SELECT Id FROM Account WHERE AccountNumber = 'W10007'");
    await org.call('admin', 'PATCH', `${DATA}/sobjects/Account/${account!.Id}`, { LastName: 'Daily' });

    const second = await nextScheduled(org, 1);

    expect(second).toMatchObject({ scope: 'Changes', status: 'Finished', total: 1, updated: 1 });
    expect(await org.query("SELECT LastName FROM User WHERE EmployeeNumber = 'W10007'")).toMatchObject([{ LastName: 'Daily' }]);
  });
});

test('R31: what a run created is deactivated without its assignments; who was edited since is kept; nobody is unlinked', async () => {
  await onCopy(template, 'deactivate', async (org) => {
    const [edited] = await org.query<{ Id: string }>("SELECT Id FROM User WHERE EmployeeNumber = 'W10001'");
    expect((await org.call('admin', 'PATCH', `${DATA}/sobjects/User/${edited!.Id}`, { Title: 'Agent' })).status).toBe(204);
    const path = `${API}/processes/${provisioning.id}/deactivate`;

    expect((await org.call('auditor', 'POST', path, {})).status).toBe(403);
    expect((await org.call('admin', 'POST', path, {})).status).toBe(202);

    const done = await lastProcess(org);
    expect(done).toMatchObject({ status: 'Finished', total: PEOPLE - KNOWN, updated: PEOPLE - KNOWN - 1, skipped: 1 });
    expect(await activeUsers(org)).toBe(KNOWN + 1);
    expect(await linked(org)).toBe(PEOPLE);
    expect(
      await count(
        org,
        `SELECT COUNT(Id) n FROM PermissionSetAssignment WHERE Assignee.ProvisioningProcessId__c = '${provisioning.id}' AND PermissionSet.IsOwnedByProfile = false`,
      ),
    ).toBe(1);
    expect((await items(org, done.id)).find((item) => item[1] === 'Skipped')?.[2]).toBe('IN_USE');

    expect((await org.call('admin', 'POST', `${API}/processes/${done.id}/deactivate`, {})).status).toBe(409);
  });
});

test('R4: leavers and changes run at the same time; a deactivation waits for the leavers', async () => {
  await onCopy(template, 'lock', async (org) => {
    await terminate(org, 250);
    const [first, second, third] = await Promise.all([
      startRun(org, 'admin', { scope: 'Leavers' }),
      startRun(org, 'operator', { scope: 'Changes' }),
      org.call<ProcessJson>('admin', 'POST', `${API}/processes/${provisioning.id}/deactivate`, {}),
    ]);

    expect([first.status, second.status, third.status]).toEqual([202, 202, 202]);
    for (let waiting = true; waiting;) {
      waiting = (await processes(org)).some((process) => !['Finished', 'Failed'].includes(process.status));
      await pause(20);
    }
    expect((await processes(org)).slice(0, 3).every((process) => process.status === 'Finished')).toBe(true);
  });
}, 180_000);

async function run(org: ServedOrg, body: object): Promise<ProcessJson> {
  const started = await startRun(org, 'admin', body);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  return lastProcess(org);
}

/** What the schedule starts within the next day, when it started that many before. */
async function nextScheduled(org: ServedOrg, before: number): Promise<ProcessJson> {
  await org.call('admin', 'POST', '/__local/clock', { advance: '24h' });
  const deadline = performance.now() + LONGEST_RUN_MS;
  for (;;) {
    await org.call('admin', 'POST', '/__local/jobs/run', {});
    const scheduled = (await processes(org)).filter((process) => process.trigger === 'Scheduled');
    if (scheduled.length > before && scheduled[0]!.status === 'Finished') return scheduled[0]!;
    if (performance.now() > deadline) throw new Error(`Not started: ${JSON.stringify(scheduled)}`);
    await pause(20);
  }
}

async function moveTo(org: ServedOrg, number: string, PersonEmail: string): Promise<void> {
  const [account] = await org.query<{ Id: string }>(`SELECT Id FROM Account WHERE AccountNumber = '${number}'`);
  expect((await org.call('admin', 'PATCH', `${DATA}/sobjects/Account/${account!.Id}`, { PersonEmail })).status).toBe(204);
}

async function addressOf(org: ServedOrg, number: string): Promise<string> {
  return (await org.query<{ Email: string }>(`SELECT Email FROM User WHERE EmployeeNumber = '${number}'`))[0]!.Email;
}

/** Number and outcome of those whose item has the code. */
async function pending(org: ServedOrg, processId: string): Promise<unknown[][]> {
  const rows = await org.query<{ EmployeeNumber__c: string; Outcome__c: string }>(
    `SELECT EmployeeNumber__c, Outcome__c FROM ProvisioningProcessItem__c WHERE Process__c = '${processId}' AND Code__c = 'EMAIL_PENDING' ORDER BY EmployeeNumber__c`,
  );
  return rows.map((row) => [row.EmployeeNumber__c, row.Outcome__c]);
}

/** How many mails the window before a run foresees. */
async function announced(org: ServedOrg): Promise<number | null | undefined> {
  type Preview = { findings: { code: string | null; count: number | null }[] };
  const { returnValue } = await apex<Preview>(org, 'admin', 'ProvisioningController', 'getRunPreview');
  return returnValue.findings.find(({ code }) => code === 'EMAIL_CONFIRMATIONS')?.count;
}

async function asked(org: ServedOrg, processId: string): Promise<number> {
  return (await org.call<{ emailConfirmations: number }>('admin', 'GET', `${API}/processes/${processId}`)).body.emailConfirmations;
}

const activeUsers = (org: ServedOrg) => count(org, 'SELECT COUNT(Id) n FROM User WHERE IsActive = true AND ProvisionedEmployee__c != null');
const linked = (org: ServedOrg) => count(org, 'SELECT COUNT(Id) n FROM Employee2 WHERE UserId != null');
