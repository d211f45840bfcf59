import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type ServedOrg } from './served-org';

const DATA = '/services/data/v67.0';
const folder = mkdtempSync(join(tmpdir(), 'setup-rights-'));
let org: ServedOrg;
const ids: Record<string, string> = {};

/** Setup objects, and what somebody would write there to get more; `{own}` is the caller. */
const SETUP: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  User: { ProfileId: '{Profile}' },
  UserLogin: { IsFrozen: true },
  UserRole: { Name: 'Chief', DeveloperName: 'Chief' },
  Group: { Name: 'Chiefs', DeveloperName: 'Chiefs', Type: 'Regular' },
  GroupMember: { GroupId: '{Group}', UserOrGroupId: '{own}' },
  Organization: { Name: 'Mine' },
  Profile: { Name: 'Mine', PermissionsModifyAllData: true },
  PermissionSet: { Name: 'Mine', Label: 'Mine', PermissionsModifyAllData: true },
  PermissionSetAssignment: { AssigneeId: '{own}', PermissionSetId: '{PermissionSet}' },
  PermissionSetGroup: { DeveloperName: 'Mine', MasterLabel: 'Mine' },
  PermissionSetLicenseAssign: { AssigneeId: '{own}', PermissionSetLicenseId: '{PermissionSet}' },
  ObjectPermissions: { ParentId: '{PermissionSet}', SobjectType: 'Lead', PermissionsRead: true, PermissionsEdit: true },
  FieldPermissions: {
    ParentId: '{PermissionSet}',
    SobjectType: 'Employee2',
    Field: 'Employee2.UserId',
    PermissionsRead: true,
    PermissionsEdit: true,
  },
  SetupEntityAccess: { ParentId: '{PermissionSet}', SetupEntityId: '{ApexClass}' },
  CustomPermission: { DeveloperName: 'Mine', MasterLabel: 'Mine' },
  EmployeeSource__mdt: { DeveloperName: 'Mine', MasterLabel: 'Mine' },
  ApexClass: { Name: 'Mine', Body: 'public class Mine {}' },
  OrgWideEmailAddress: { Address: 'a@b.example' },
};
const OBJECTS = Object.keys(SETUP);

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  const group = await org.call<{ id: string }>('admin', 'POST', `${DATA}/sobjects/Group`, { Name: 'All', DeveloperName: 'All_Of_Us', Type: 'Regular' });
  expect(group.status, JSON.stringify(group.body)).toBe(201);
  const member = { GroupId: group.body.id, UserOrGroupId: (await org.query<{ Id: string }>('SELECT Id FROM User LIMIT 1'))[0]!.Id };
  await org.call('admin', 'POST', `${DATA}/sobjects/GroupMember`, member);
  for (const object of OBJECTS) ids[object] = (await org.query<{ Id: string }>(`SELECT Id FROM ${object} LIMIT 1`))[0]?.Id ?? '';
  for (const [object, name] of [['Profile', 'System Administrator'], ['PermissionSet', 'Provisioning_Admin']] as const) {
    ids[object] = (await org.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE Name = '${name}'`))[0]!.Id;
  }
}); // prettier-ignore

afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const snapshot = () => Promise.all(OBJECTS.map((object) => org.query<object>(`SELECT FIELDS(ALL) FROM ${object} ORDER BY Id LIMIT 200`)));

// Object Reference, "Special Access Rules" of each object: only system permissions open setup objects, and our permission sets carry none.
test.each(['operator', 'auditor', 'integration', 'nobody'])('R32: %s gets no more rights through any setup object', async (alias) => {
  const [{ Id: own } = { Id: '' }] = await org.query<{ Id: string }>(`SELECT Id FROM User WHERE Username LIKE '${alias}@%'`);
  // Signing in leaves a row behind.
  await org.call(alias, 'GET', `${DATA}/limits`);
  const before = await snapshot();
  for (const object of OBJECTS) {
    const fields = Object.entries(SETUP[object]!).map(([name, value]) => [name, filled(value, own)]);
    const body = Object.fromEntries(fields) as Record<string, unknown>;
    const id = object === 'User' ? own : ids[object]!;
    const attempts: [string, string, object?][] = [
      ['POST', `/sobjects/${object}`, body],
      ['PATCH', `/sobjects/${object}/Id/${id}`, body],
      ['PATCH', `/sobjects/${object}/${id}`, body],
      ['DELETE', `/sobjects/${object}/${id}`],
    ];
    for (const [method, path, sent] of attempts) {
      const answer = await org.call(alias, method, DATA + path, sent);
      expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    }
  }
  expect(await snapshot()).toEqual(before);
});

const filled = (value: unknown, own: string): unknown =>
  typeof value === 'string' ? value.replace(/^\{(\w+)\}$/, (_, name: string) => (name === 'own' ? own : ids[name]!)) : value;
