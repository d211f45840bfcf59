import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API } from './workforce';

const SOBJECTS = '/services/data/v67.0/sobjects';
const folder = mkdtempSync(join(tmpdir(), 'app-mirror-'));
let org: ServedOrg;
let appId: string;
let person: string;

interface AccountRow {
  readonly Id: string;
  readonly Status: string;
  readonly LinkState: string;
  readonly ExternalUserId: string;
  readonly SalesforceUserId: string | null;
}
interface RequestRow {
  readonly Id: string;
  readonly State: string;
  readonly Operation: string;
}
interface DriftJson {
  readonly kind: string;
  readonly mirrorId: string | null;
  readonly here: Readonly<Record<string, unknown>>;
  readonly there: Readonly<Record<string, unknown>>;
}

const admin = <T>(method: string, path: string, body?: unknown) => org.call<T>('admin', method, path, body);
const platformAccounts = () =>
  org.query<AccountRow>(
    `SELECT Id, Status, LinkState, ExternalUserId, SalesforceUserId FROM UserProvAccount WHERE ConnectedAppId = '${appId}' ORDER BY Name`,
  );
const platformRequests = () =>
  org.query<RequestRow>(`SELECT Id, State, Operation FROM UserProvisioningRequest WHERE ConnectedAppId = '${appId}' ORDER BY Name`);
const drift = async () =>
  (await admin<{ drift: readonly DriftJson[] }>('GET', `${API}/apps/${appId}/drift`)).body.drift.filter(
    ({ mirrorId }) => mirrorId !== null,
  );
const raise = async (operation: string): Promise<void> => {
  const body = { operation, userIds: [person] };
  expect((await admin('POST', `${API}/apps/${appId}/requests`, body)).status).toBe(200);
};
const quiet = () =>
  expect
    .poll(async () => (await org.query("SELECT Id FROM AppRequest__c WHERE State__c IN ('New', 'Requested')")).length, { timeout: 30_000 })
    .toBe(0);
const step = async (kind: string): Promise<void> => {
  const started = await admin<{ id: string }>('POST', `${API}/apps/${appId}/processes`, { kind, mode: 'Live' });
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  const status = async () => (await admin<{ status: string }>('GET', `${API}/processes/${started.body.id}`)).body.status;
  await expect.poll(status, { timeout: 30_000 }).toBe('Finished');
};

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const { apps } = (await admin<{ apps: readonly { id: string; name: string }[] }>('GET', `${API}/apps`)).body;
  appId = apps.find(({ name }) => name === 'Wiki')!.id;
  person = (await org.query<{ Id: string }>("SELECT Id FROM User WHERE Username = 'nobody@northwind.example'"))[0]!.Id;
  const settings = { connector: 'Mock', permissionSets: ['Travel_Desk_User'], operations: ['Create', 'Update', 'EnableAndDisable'] };
  expect((await admin('PUT', `${API}/apps/${appId}/settings`, settings)).status).toBe(200);
  await admin('POST', `${API}/apps/${appId}/test`, {});
  await admin('POST', `${API}/apps/${appId}/confirm-empty`, { name: 'Wiki' });
  expect((await admin('PUT', `${API}/apps/${appId}/settings`, { ...settings, enabled: true })).status).toBe(200);
  const [set] = await org.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Travel_Desk_User'");
  await admin('POST', `${SOBJECTS}/PermissionSetAssignment`, { AssigneeId: person, PermissionSetId: set!.Id });
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the platform’s own records of a connected app', () => {
  test('say what we did, and the configuration is never enabled (R40, R42)', async () => {
    await raise('Create');
    await quiet();
    expect(await platformAccounts()).toMatchObject([{ Status: 'Active', SalesforceUserId: person }]);
    expect(await platformRequests()).toMatchObject([{ State: 'Completed', Operation: 'Create' }]);
    const configs = await org.query<object>(
      `SELECT Enabled, EnabledOperations FROM UserProvisioningConfig WHERE ConnectedAppId = '${appId}'`,
    );
    expect(configs).toMatchObject([{ Enabled: false, EnabledOperations: 'Create,Update,EnableAndDisable' }]);
  });

  test('are drift when somebody wrote something else, and nothing is sent of it (R42)', async () => {
    const [account] = await platformAccounts();
    await admin('PATCH', `${SOBJECTS}/UserProvAccount/${account!.Id}`, { Status: 'Deactivated' });
    const typed = { ConnectedAppId: appId, ExternalUserId: 'plugged', LinkState: 'Linked', Status: 'Active' };
    expect((await admin('POST', `${SOBJECTS}/UserProvAccount`, typed)).status).toBe(201);
    const found = await drift();
    expect(found.map(({ kind }) => kind)).toEqual(['ATTRIBUTES', 'UNKNOWN']);
    expect(found[0]).toMatchObject({
      mirrorId: account!.Id,
      here: { 'UserProvAccount.Status': 'Active' },
      there: { 'UserProvAccount.Status': 'Deactivated' },
    });
    expect(await org.query('SELECT Id FROM UserProvMockTarget')).toHaveLength(1);
    expect(await platformRequests()).toHaveLength(1);
  });

  test('a new request that somebody inserted is worked on under our rules (R37)', async () => {
    const asked = { ConnectedAppId: appId, Operation: 'Deactivate', State: 'New', ApprovalStatus: 'NotRequired', SalesforceUserId: person };
    const { id } = (await admin<{ id: string }>('POST', `${SOBJECTS}/UserProvisioningRequest`, asked)).body;
    await raise('Update');
    await quiet();
    const theirs = (await platformRequests()).find(({ Id }) => Id === id);
    expect(theirs?.State).toBe('Manually Completed');
    expect(await org.query('SELECT Id FROM UserProvMockTarget'), 'who is wanted keeps the account').toHaveLength(1);
  });

  test('accounts that somebody staged by hand are analyzed and committed (R41)', async () => {
    const typed = { ConnectedAppId: appId, ExternalUserId: 'typed', ExternalUsername: 'typed', LinkState: 'Orphaned', Status: 'Active' };
    expect((await admin('POST', `${SOBJECTS}/UserProvAccountStaging`, typed)).status).toBe(201);
    await step('Analyze');
    await step('Commit');
    const found = (await platformAccounts()).find(({ ExternalUserId }) => ExternalUserId === 'typed');
    expect(found).toMatchObject({ LinkState: 'orphaned' });
    expect(await org.query('SELECT Id FROM UserProvAccountStaging')).toEqual([]);
  });

  test('go with an erased person, who is inactive at the target first (R20)', async () => {
    const erase = () => admin<readonly { errorCode?: string; message: string }[]>('DELETE', `${API}/employees/${person}/items`);
    const refused = await erase();
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([409, expect.stringContaining('Wiki')]);
    await admin('PATCH', `${SOBJECTS}/User/${person}`, { IsActive: false });
    await raise('Deactivate');
    await quiet();
    expect((await erase()).status).toBe(200);
    const about = (object: string, field: string) => org.query(`SELECT Id FROM ${object} WHERE ${field} = '${person}'`);
    for (const [object, field] of [
      ['UserProvAccount', 'SalesforceUserId'],
      ['UserProvisioningRequest', 'SalesforceUserId'],
      ['UserProvisioningLog', 'UserId'],
      ['AppAccount__c', 'UserId__c'],
      ['AppRequest__c', 'UserId__c'],
    ] as const)
      expect(await about(object, field), object).toEqual([]);
  });
});

describe('an app for which the platform’s own engine works', () => {
  let travelId: string;
  const app = async () =>
    (await admin<{ provisioning: string; reason: string | null; requests: object }>('GET', `${API}/apps/${travelId}`)).body;
  const check = async () => (await admin<{ problem: string | null; fix: string | null }>('POST', `${API}/apps/${travelId}/test`, {})).body;

  test('is on once it is enabled there, and Setup with the reason until then (R40)', async () => {
    const { apps } = (await admin<{ apps: readonly { id: string; name: string }[] }>('GET', `${API}/apps`)).body;
    travelId = apps.find(({ name }) => name === 'Travel Desk')!.id;
    const saved = await admin('PUT', `${API}/apps/${travelId}/settings`, { engine: 'Platform', enabled: true });
    expect(saved.status).toBe(200);
    expect(await app()).toMatchObject({ provisioning: 'Setup', reason: expect.stringContaining('not enabled') as string });
    expect(await check()).toMatchObject({ problem: expect.stringContaining('not enabled') as string, fix: expect.any(String) as string });
    const config = { DeveloperName: 'Travel', MasterLabel: 'Travel', ConnectedAppId: travelId, Enabled: true };
    expect((await admin('POST', `${SOBJECTS}/UserProvisioningConfig`, config)).status).toBe(201);
    expect(await check()).toMatchObject({ problem: null });
    expect(await app()).toMatchObject({ provisioning: 'On', reason: null });
    const ours = await admin<readonly { errorCode: string }[]>('PUT', `${API}/apps/${travelId}/settings`, {
      connector: 'Mock',
      enabled: true,
    });
    expect([ours.status, JSON.stringify(ours.body)]).toEqual([409, expect.stringContaining('PLATFORM_ENGINE_ON')]);
  });

  test('has the platform’s requests, which are retried by its rules', async () => {
    const asked = { ConnectedAppId: travelId, Operation: 'Create', State: 'New', ApprovalStatus: 'NotRequired', SalesforceUserId: person };
    const { id } = (await admin<{ id: string }>('POST', `${SOBJECTS}/UserProvisioningRequest`, asked)).body;
    const listed = async () =>
      (
        await admin<{ requests: readonly { id: string; state: string; message: string; attempt: number; parentId: string | null }[] }>(
          'GET',
          `${API}/apps/${travelId}/requests`,
        )
      ).body.requests;
    expect(await listed()).toMatchObject([{ id, state: 'Failed', message: expect.stringContaining('flow') as string, attempt: 1 }]);
    expect(await app()).toMatchObject({ requests: { Failed: 1 } });
    const log = await admin<{ entries: readonly { status: string }[] }>('GET', `${API}/requests/${id}/log`);
    expect(log.body.entries).toMatchObject([{ status: 'Failed' }]);
    const retried = await admin<{ rows: readonly object[] }>('POST', `${API}/requests/retry`, { ids: [id] });
    expect(retried.body.rows).toMatchObject([{ outcome: 'Done' }]);
    expect(await listed()).toMatchObject([
      { attempt: 2, parentId: id },
      { id, state: 'Retried' },
    ]);
    const raised = await admin('POST', `${API}/apps/${travelId}/requests`, { operation: 'Create', userIds: [person] });
    expect(raised.status).toBe(409);
  });
});
