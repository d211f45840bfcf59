import { describe, expect, it } from 'vitest';
import { garageOrg } from './org';

type Org = ReturnType<typeof garageOrg>;
const profile = (org: Org, name: string) => org.one('SELECT "Id" FROM "Profile" WHERE "Name" = ?', name) as string;
const user = (org: Org, name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  Username: `${name}@people.example`,
  LastName: name,
  Alias: name.slice(0, 8),
  Email: `${name}@people.example`,
  EmailEncodingKey: 'UTF-8',
  LanguageLocaleKey: 'en_US',
  LocaleSidKey: 'en_US',
  TimeZoneSidKey: 'Europe/Zurich',
  ProfileId: profile(org, 'Unified Employee'),
  ...more,
});
const isId = expect.stringMatching(/^005/);
const TAKEN =
  'DUPLICATE_USERNAME: Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be ' +
  "unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ";
const NICKNAME =
  'DUPLICATE_COMM_NICKNAME: Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.';

describe('a user that cannot be', () => {
  it('has a name that is taken, whatever the case, in the org or in the same statement', () => {
    const org = garageOrg();
    expect(org.save('insert', 'User', user(org, 'ada'), user(org, 'ADA'), user(org, 'bob', { Username: 'Admin@GARAGE.example' }))).toEqual([
      isId,
      TAKEN,
      TAKEN,
    ]);
  });

  it('has a nickname that is taken', () => {
    const org = garageOrg();
    expect(
      org.save('insert', 'User', user(org, 'ada', { CommunityNickname: 'ace' }), user(org, 'bob', { CommunityNickname: 'Ace' })),
    ).toEqual([isId, NICKNAME]);
  });

  it('has a username that is no e-mail address, or is too long, or misses required fields', () => {
    const org = garageOrg();
    const [form, long, missing, encoding] = org.save(
      'insert',
      'User',
      user(org, 'ada', { Username: 'ada' }),
      user(org, 'bob', { Username: `${'b'.repeat(70)}@people.example` }),
      { LastName: 'x' },
      user(org, 'eve', { EmailEncodingKey: 'EBCDIC' }),
    );
    expect(form).toBe('INVALID_EMAIL_ADDRESS: Username: invalid email address: ada');
    expect(long).toMatch(/^STRING_TOO_LONG: Username: data value too large: b+@people.example \(max length=80\)$/);
    expect(missing).toBe(
      'REQUIRED_FIELD_MISSING: Required fields are missing: [Alias, Email, EmailEncodingKey, LanguageLocaleKey, LocaleSidKey, ProfileId, TimeZoneSidKey, Username]',
    );
    expect(encoding).toMatch(/^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/);
  });

  // Object Reference, User: each active user takes a licence.
  it('finds no seat left; the rows before it keep theirs', () => {
    const org = garageOrg();
    const names = ['a', 'b', 'c', 'd'];
    expect(org.save('insert', 'User', ...names.map((name) => user(org, name)))).toEqual([
      isId,
      isId,
      isId,
      'LICENSE_LIMIT_EXCEEDED: License Limit Exceeded',
    ]);
    expect(org.save('insert', 'User', user(org, 'e', { IsActive: false }))).toEqual([isId]);
    const idle = org.one(`SELECT "Id" FROM "User" WHERE "Username" = 'e@people.example'`);
    expect(org.save('update', 'User', { Id: idle, IsActive: true })).toEqual(['LICENSE_LIMIT_EXCEEDED: License Limit Exceeded']);
    const first = org.one(`SELECT "Id" FROM "User" WHERE "Username" = 'a@people.example'`);
    expect(org.save('update', 'User', { Id: first, IsActive: false })).toEqual([isId]);
    expect(org.save('update', 'User', { Id: idle, IsActive: true })).toEqual([isId]);
    expect(org.one(`SELECT "UsedLicenses" FROM "UserLicense" WHERE "Name" = 'Unified Employee'`)).toBe(3);
  });
});

// Object Reference, User.ContactId.
describe('an external user', () => {
  it('needs a contact with an account, which no other user has; an internal one has none', () => {
    const org = garageOrg((project, metadata) => [
      { ...project, licenses: [...project.licenses, { name: 'Customer Community Plus', seats: 5 }] },
      metadata,
    ]);
    const [person] = org.save('insert', 'Account', { LastName: 'Guest' });
    const contact = org.one('SELECT "Id" FROM "Contact" WHERE "AccountId" = ?', person ?? null);
    const [lone] = org.save('insert', 'Contact', { LastName: 'Lone' });
    const external = { ProfileId: profile(org, 'Customer Community Plus User') };
    expect(
      org
        .save(
          'insert',
          'User',
          user(org, 'a', external),
          user(org, 'b', { ...external, ContactId: lone }),
          user(org, 'c', { ...external, ContactId: contact }),
          user(org, 'd', { ...external, ContactId: contact }),
          user(org, 'e', { ContactId: contact }),
        )
        .map((verdict) => verdict.replace(/:.*/, '')),
    ).toEqual([
      'FIELD_INTEGRITY_EXCEPTION',
      'FIELD_INTEGRITY_EXCEPTION',
      isId,
      'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT',
      'FIELD_INTEGRITY_EXCEPTION',
    ]);
    expect(org.rows('SELECT "UserType", "AccountId" FROM "User" WHERE "ContactId" = ?', contact as string)).toEqual([
      ['PowerCustomerSuccess', person],
    ]);
  });
});

describe('a new user', () => {
  it('gets name, user type and the permission set of the profile, and no login before somebody signs in', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'User', user(org, 'ada', { Username: 'ADA@People.example', FirstName: 'Ada', MiddleName: 'K' })) as [
      string,
    ];
    expect(org.rows('SELECT "Username", "Name", "UserType", "IsActive", "DigestFrequency" FROM "User" WHERE "Id" = ?', id)).toEqual([
      ['ada@people.example', 'Ada K ada', 'Standard', 1, 'D'],
    ]);
    expect(org.one('SELECT "CommunityNickname" FROM "User" WHERE "Id" = ?', id)).toMatch(/^User\d+$/);
    expect(org.one('SELECT count(*) FROM "UserLogin" WHERE "UserId" = ?', id)).toBe(0);
    expect(
      org.rows(
        'SELECT s."Type", p."Name" FROM "PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId" JOIN "Profile" p ON p."Id" = s."ProfileId" WHERE a."AssigneeId" = ?',
        id,
      ),
    ).toEqual([['Profile', 'Unified Employee']]);
    expect(org.access.hasPermission(id, 'ApiEnabled')).toBe(true);
  });

  it('changes rights with the profile', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'User', user(org, 'ada')) as [string];
    expect(org.access.hasPermission(id, 'ViewSetup')).toBe(false);
    org.save('update', 'User', { Id: id, ProfileId: profile(org, 'Standard User') });
    expect(org.access.hasPermission(id, 'ViewSetup')).toBe(true);
    expect(org.one('SELECT count(*) FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?', id)).toBe(1);
    expect(org.rows(`SELECT "Name", "UsedLicenses" FROM "UserLicense" WHERE "Name" <> 'Salesforce Platform' ORDER BY 1`)).toEqual([
      ['Salesforce', 4],
      ['Unified Employee', 0],
    ]);
  });
});

// Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations".
describe('mixed DML', () => {
  const after = (org: Org, operation: 'insert' | 'update', values: Readonly<Record<string, unknown>>) =>
    org.transaction(() => {
      org.write('insert', [org.record('Account', { Name: 'First' })]);
      return org.write(operation, [org.record('User', values)])[0]?.errors[0]?.statusCode ?? 'ok';
    });

  it('allows a user without role, refuses one with', () => {
    const org = garageOrg();
    const [role] = org.save('insert', 'UserRole', { Name: 'Chief' });
    expect(after(org, 'insert', user(org, 'ada'))).toBe('ok');
    expect(after(org, 'insert', user(org, 'bob', { UserRoleId: role }))).toBe('MIXED_DML_OPERATION');
  });

  it('allows changes of a user other than of the listed fields', () => {
    const org = garageOrg();
    const id = org.userId('nobody');
    expect(after(org, 'update', { Id: id, Title: 'Nobody' })).toBe('ok');
    expect(after(org, 'update', { Id: id, IsActive: true })).toBe('ok');
    for (const change of [
      { IsActive: false },
      { Username: 'other@garage.example' },
      { ProfileId: profile(org, 'Standard User') },
      { ForecastEnabled: true },
    ]) {
      expect(after(org, 'update', { Id: id, ...change }), JSON.stringify(change)).toBe('MIXED_DML_OPERATION');
    }
  });

  it('has no exception for permission set assignments', () => {
    const org = garageOrg();
    const set = org.one(`SELECT "Id" FROM "PermissionSet" WHERE "Name" = 'Overseer'`);
    const code = org.transaction(() => {
      org.write('insert', [org.record('Account', { Name: 'First' })]);
      return org.write('insert', [org.record('PermissionSetAssignment', { AssigneeId: org.userId('nobody'), PermissionSetId: set })])[0]
        ?.errors[0]?.statusCode;
    });
    expect(code).toBe('MIXED_DML_OPERATION');
  });

  it('lets groups be made and changed, not deleted', () => {
    const org = garageOrg();
    const code = (operation: 'insert' | 'update' | 'delete', values: Readonly<Record<string, unknown>>) =>
      org.transaction(() => {
        org.write('insert', [org.record('Account', { Name: 'First' })]);
        return org.write(operation, [org.record('Group', values)])[0]?.errors[0]?.statusCode ?? 'ok';
      });
    expect(code('insert', { Name: 'All', Type: 'Regular' })).toBe('ok');
    const Id = org.one('SELECT "Id" FROM "Group"');
    expect(code('update', { Id, Name: 'Some' })).toBe('ok');
    expect(code('delete', { Id })).toBe('MIXED_DML_OPERATION');
  });
});
