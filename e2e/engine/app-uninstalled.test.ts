import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';
import { TargetOrg } from './target-org';
import { targetProject, type TargetProject } from './target-project';
import { API } from './workforce';

const APP = 'Hoist';
const FILE = `connectedApps/${APP}.connectedApp-meta.xml`;
const METADATA = `<?xml version="1.0" encoding="UTF-8"?>
<ConnectedApp xmlns="http://soap.sforce.com/2006/04/metadata">
    <contactEmail>hoist@example.com</contactEmail>
    <label>${APP}</label>
    <oauthConfig>
        <callbackUrl>https://hoist.example/back</callbackUrl>
        <isAdminApproved>true</isAdminApproved>
        <scopes>Basic</scopes>
    </oauthConfig>
</ConnectedApp>
`;
/** Beginning of what every refusal and every waiting request says then. */
const GONE = 'The connected app does not exist in this org any more.';

let folder: string;
let hoist: TargetProject;
let before: TargetOrg;
let after: ServedOrg;
let people: string[];
let waiting: string;
let sent: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uninstalled-'));
  hoist = await targetProject(folder, { [FILE]: METADATA });
  const db = join(folder, 'org.db');
  before = await TargetOrg.prepare(db, hoist, { connectedApp: APP });
  people = await before.hire(3);
  await before.run('Create', people);
  await before.ask('Create', [(waiting = await before.hireOne())]);
  await before.org.stop();
  sent = before.calls().length;
  rmSync(join(hoist.project, 'customer/main/default', FILE));
  after = await serve({ db, project: hoist.project });
});
afterAll(async () => {
  await after?.stop();
  await hoist?.target.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a connected app that is uninstalled between two transactions of a run (R40)', () => {
  test('sends nothing more, and nobody loses the account there with the entitlement', async () => {
    for (const time of ['0m', '60m', '1440m', '1440m']) {
      await after.call('admin', 'POST', '/__local/clock', { advance: time });
      await after.call('admin', 'POST', '/__local/jobs/run', {});
    }
    expect(before.calls(sent)).toEqual([]);
    const accounts = await after.query('SELECT Status__c, LinkState__c FROM AppAccount__c');
    expect(accounts).toEqual(people.map(() => expect.objectContaining({ Status__c: 'Active', LinkState__c: 'linked' })));
  });

  test('says so in the list, of the request that waits, and to whoever starts something', async () => {
    const { body } = await after.call<{ apps: object[] }>('admin', 'GET', `${API}/apps`);
    expect(body.apps).toContainEqual(
      expect.objectContaining({ name: APP, provisioning: 'NotPossible', reason: expect.stringContaining(GONE) }),
    );
    const [app] = await after.query<{ Key__c: string }>(`SELECT Key__c FROM ProvisionedApp__c WHERE Name = '${APP}'`);
    const path = `${API}/apps/${app!.Key__c}`;
    const listed = await after.call<{ requests: object[] }>('admin', 'GET', `${path}/requests`);
    expect(listed.body.requests).toContainEqual(expect.objectContaining({ userId: waiting, state: 'New', waitsFor: expect.stringContaining(GONE) })); // prettier-ignore
    for (const kind of ['Collect', 'Analyze', 'Commit', 'ProcessAll']) {
      const refused = await after.call('admin', 'POST', `${path}/processes`, { kind, mode: 'Live' });
      expect([kind, refused.status, refused.body]).toEqual([
        kind,
        409,
        [expect.objectContaining({ errorCode: 'NOT_POSSIBLE', message: expect.stringContaining(GONE) })],
      ]);
    }
  });
});
