import { describe, expect, it } from 'vitest';
import { garageOrg } from './org';

type Org = ReturnType<typeof garageOrg>;
const USER = { mode: 'user', sharing: true } as const;
const DENIED = 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id';
const idOf = (org: Org, object: string, name: string) => org.one(`SELECT "Id" FROM "${object}" WHERE "Name" = ?`, name) as string;

/** One update of a user as somebody, in user mode: null or why not. */
function update(org: Org, as: string, whom: string, values: Readonly<Record<string, unknown>>, options: object = USER): string | null {
  const [result] = org.transaction(() => org.write('update', [org.record('User', { Id: org.userId(whom), ...values })], options), as);
  return result!.success ? null : result!.errors.map((error) => `${error.statusCode}: ${error.message}`).join('; ');
}

// Object Reference, User, "Special Access Rules": to create or update a User needs Manage Internal Users.
describe('somebody who does not manage users', () => {
  const org = garageOrg();
  const managed = {
    ProfileId: idOf(org, 'Profile', 'System Administrator'),
    Username: 'boss@garage.example',
    IsActive: false,
    UserRoleId: null,
    FederationIdentifier: 'boss',
    EmployeeNumber: '1',
    ManagerId: org.userId('admin'),
    UserPermissionsMarketingUser: true,
    ForecastEnabled: true,
  };

  it.each(Object.entries(managed))('does not change %s, not even of the own record', (name, value) => {
    for (const who of ['mechanic', 'nobody']) expect(update(org, who, who, { Title: 'Boss', [name]: value })).toBe(DENIED);
    expect(org.one('SELECT "Title" FROM "User" WHERE "Id" = ?', org.userId('nobody'))).toBeNull();
  });

  it('keeps the own personal settings', () => {
    const own = { LastName: 'Ohm', Email: 'ohm@garage.example', Title: 'Chief', TimeZoneSidKey: 'Europe/Berlin', LanguageLocaleKey: 'de' };
    expect(update(org, 'nobody', 'nobody', own)).toBeNull();
  });

  it('changes nothing of anybody else', () => {
    expect(update(org, 'mechanic', 'nobody', { Title: 'x' })).toBe(DENIED);
    expect(update(org, 'mechanic', 'admin', { ProfileId: managed.ProfileId })).toBe(DENIED);
  });

  it('creates nobody', () => {
    const values = { LastName: 'New', Username: 'new@garage.example', ProfileId: managed.ProfileId };
    const [result] = org.transaction(() => org.write('insert', [org.record('User', values)], USER), 'mechanic');
    expect(result!.errors[0]!.message).toBe("Access to entity 'User' denied");
  });

  it('is free where Apex runs in system mode', () => {
    expect(update(org, 'mechanic', 'nobody', { EmployeeNumber: '7' }, { mode: 'system', sharing: false })).toBeNull();
  });
});

it.each(['ManageInternalUsers', 'ManageUsers'])('somebody with %s changes whom they like', (permission) => {
  const org = garageOrg();
  org.store.begin();
  org.rows(`UPDATE "PermissionSet" SET "Permissions${permission}" = 1 WHERE "Name" = 'Mechanic'`);
  org.store.commit();
  org.access.invalidate();
  expect(update(org, 'mechanic', 'nobody', { EmployeeNumber: '7' })).toBeNull();
  expect(update(org, 'mechanic', 'mechanic', { FederationIdentifier: 'm' })).toBeNull();
});
