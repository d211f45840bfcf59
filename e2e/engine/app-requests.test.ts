import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { API } from './workforce';

interface RequestJson {
  readonly id: string;
  readonly operation: string;
  readonly state: string;
  readonly approval: string;
  readonly waitsFor: string | null;
  readonly mayDecide: boolean;
  readonly cause: string | null;
  readonly message: string | null;
}
interface RowJson {
  readonly outcome: string;
  readonly code: string | null;
}
interface PreviewJson {
  readonly previewId: string;
  readonly verdict: string;
  readonly whyNotSent: string | null;
  readonly calls: readonly { method: string; path: string; body: object | null }[];
}

const folder = mkdtempSync(join(tmpdir(), 'app-requests-'));
let org: ServedOrg;
let appId: string;
let person: string;

const userId = async (alias: string): Promise<string> =>
  (await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${alias}@northwind.example'`))[0]!.Id;
const requests = async (alias: string): Promise<readonly RequestJson[]> =>
  (await org.call<{ requests: readonly RequestJson[] }>(alias, 'GET', `${API}/requests`)).body.requests;
const raise = (operation: string): Promise<{ body: { requests: readonly RowJson[] } }> =>
  org.call('appoperator', 'POST', `${API}/apps/${appId}/requests`, { operation, userIds: [person] });
const decide = async (alias: string, decision: string, id: string): Promise<RowJson> =>
  (await org.call<{ rows: readonly RowJson[] }>(alias, 'POST', `${API}/requests/${decision}`, { ids: [id] })).body.rows[0]!;
const settled = async (id: string): Promise<RequestJson> => {
  await expect
    .poll(async () => (await requests('appoperator')).find((one) => one.id === id)?.state, { timeout: 30_000 })
    .not.toMatch(/New|Requested/);
  return (await requests('appoperator')).find((one) => one.id === id)!;
};
const newest = async (): Promise<RequestJson> => (await requests('appoperator'))[0]!;

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const admin = <T>(method: string, path: string, body?: unknown) => org.call<T>('admin', method, API + path, body);
  appId = (await admin<{ id: string }>('POST', '/apps', { name: 'Crane Hire', permissionSets: ['Travel_Desk_User'] })).body.id;
  person = await userId('nobody');
  const settings = {
    ...(await admin<object>('GET', `/apps/${appId}/settings`)).body,
    version: null,
    connector: 'Mock',
    approval: { by: 'Users', users: [await userId('approver')], days: 2 },
  };
  await admin('PUT', `/apps/${appId}/settings`, settings);
  await admin('POST', `/apps/${appId}/test`, {});
  await admin('POST', `/apps/${appId}/confirm-empty`, { name: 'Crane Hire' });
  expect((await admin('PUT', `/apps/${appId}/settings`, { ...settings, enabled: true })).status).toBe(200);
  const [set] = await org.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Travel_Desk_User'");
  const path = '/services/data/v67.0/sobjects/PermissionSetAssignment';
  expect((await org.call('admin', 'POST', path, { AssigneeId: person, PermissionSetId: set!.Id })).status).toBe(201);
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('requests of apps', () => {
  test('what gives access waits for the word of who was asked, and a refusal is final until somebody tries again (R43)', async () => {
    expect((await raise('Create')).body.requests[0]).toMatchObject({ outcome: 'Done' });
    const [waiting] = await requests('approver');
    expect(waiting).toMatchObject({ operation: 'Create', state: 'New', approval: 'Required', mayDecide: true });
    expect(waiting!.waitsFor).toMatch(/^Waits for approval by /);
    expect(await decide('approver', 'deny', waiting!.id)).toMatchObject({ outcome: 'Done' });
    expect(await settled(waiting!.id)).toMatchObject({ state: 'Failed', approval: 'Denied', cause: 'DENIED' });

    expect(await decide('appoperator', 'retry', waiting!.id)).toMatchObject({ outcome: 'Done' });
    const again = await newest();
    expect(again).toMatchObject({ state: 'New', approval: 'Required' });
    expect(await decide('approver', 'approve', again.id)).toMatchObject({ outcome: 'Done' });
    expect(await settled(again.id)).toMatchObject({ state: 'Completed', approval: 'Approved' });
    expect(await decide('approver', 'approve', again.id)).toMatchObject({ outcome: 'Failed', code: 'NOT_POSSIBLE' });
  });

  test('what was shown is sent, and nothing else (R44)', async () => {
    const preview = async (operation: string) =>
      (await org.call<PreviewJson>('appoperator', 'POST', `${API}/apps/${appId}/preview`, { userId: person, operation })).body;
    const send = (previewId: string) => org.call<PreviewJson>('appoperator', 'POST', `${API}/apps/${appId}/send`, { previewId });
    const rename = (FirstName: string) => org.call('admin', 'PATCH', `/services/data/v67.0/sobjects/User/${person}`, { FirstName });
    await rename('Renata');
    const shown = await preview('Update');
    expect(shown.calls).toMatchObject([{ method: 'UPDATE', body: { ExternalFirstName: 'Renata' } }]);
    await rename('Rosa');
    expect((await send(shown.previewId)).status).toBe(409);
    const current = await preview('Update');
    expect((await send(current.previewId)).body).toMatchObject({ verdict: 'Updated' });
    expect((await send(current.previewId)).status).toBe(409);
    expect((await preview('Activate')).whyNotSent).toMatch(/approval/);
    expect(await newest()).toMatchObject({ operation: 'Update', state: 'Completed' });
  });
});
