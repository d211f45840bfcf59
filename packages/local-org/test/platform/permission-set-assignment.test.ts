import { describe, expect, it } from 'vitest';
import { garageOrg } from './org';

type Org = ReturnType<typeof garageOrg>;
const set = (org: Org, name: string) => org.one('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ?', name) as string;
const withWorker = () =>
  garageOrg((project, metadata) => [
    {
      ...project,
      users: [
        ...project.users,
        { alias: 'worker', username: 'worker@garage.example', profile: 'Unified Employee', permissionSets: [], persona: '' },
      ],
    },
    metadata,
  ]);

describe('an assignment that cannot be', () => {
  it('is there already, or twice in the statement', () => {
    const org = garageOrg();
    const existing = org.one(
      'SELECT "Id" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ?',
      org.userId('mechanic'),
      set(org, 'Mechanic'),
    );
    const nobody = { AssigneeId: org.userId('nobody'), PermissionSetId: set(org, 'Overseer') };
    expect(
      org.save(
        'insert',
        'PermissionSetAssignment',
        { AssigneeId: org.userId('mechanic'), PermissionSetId: set(org, 'Mechanic') },
        nobody,
        nobody,
      ),
    ).toEqual([
      `DUPLICATE_VALUE: duplicate value found: AssigneeId duplicates value on record with id: ${existing}`,
      expect.stringMatching(/^0Pa/),
      'DUPLICATE_VALUE: duplicate value found: AssigneeId duplicates value on record with id: <unknown>',
    ]);
  });

  it('names no set', () => {
    const org = garageOrg();
    expect(org.save('insert', 'PermissionSetAssignment', { AssigneeId: org.userId('nobody') })).toEqual([
      'REQUIRED_FIELD_MISSING: Required fields are missing: [PermissionSetId]',
    ]);
  });

  it('names a set or a group that does not exist', () => {
    const org = garageOrg();
    const AssigneeId = org.userId('nobody');
    expect(
      org.save(
        'insert',
        'PermissionSetAssignment',
        { AssigneeId, PermissionSetId: '0PS000000000999AAA' },
        { AssigneeId, PermissionSetGroupId: '0PG000000000999AAA' },
      ),
    ).toEqual(['INVALID_CROSS_REFERENCE_KEY: invalid cross reference id', 'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id']);
  });

  // Text: SalesforceLabs/MultiOrgSecuritySummary issue 5; rule: Object Reference, PermissionSetAssignment ("User Licenses").
  it('gives what the licence of the user cannot carry', () => {
    const org = withWorker();
    const [chatter] = org.save('insert', 'PermissionSet', { Name: 'Talk', Label: 'Talk', PermissionsChatterInternalUser: true });
    const group = org.one('SELECT "Id" FROM "PermissionSetGroup"');
    const AssigneeId = org.userId('worker');
    expect(
      org.save(
        'insert',
        'PermissionSetAssignment',
        { AssigneeId, PermissionSetId: chatter },
        { AssigneeId, PermissionSetId: set(org, 'Overseer') },
        { AssigneeId, PermissionSetId: set(org, 'Mechanic') },
        { AssigneeId, PermissionSetGroupId: group },
        { AssigneeId, PermissionSetId: set(org, 'Employee_Hub_Unified_Employee_User') },
        { AssigneeId: org.userId('nobody'), PermissionSetId: set(org, 'Employee_Hub_Unified_Employee_User') },
      ),
    ).toEqual([
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Talk to user Worker. The user license doesn't allow the permission: ChatterInternalUser",
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Overseer to user Worker. The user license doesn't allow the permission: Read Repair__c",
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Mechanic to user Worker. The user license doesn't match the permission set's license",
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Crew to user Worker. The user license doesn't allow the permission: Read Repair__c",
      expect.stringMatching(/^0Pa/),
      "FIELD_INTEGRITY_EXCEPTION: Can't assign permission set Employee Hub Unified Employee User to user Nobody. The user license doesn't match the permission set's license",
    ]);
  });
});

describe('an assignment', () => {
  it('counts at once, and no longer once deleted', () => {
    const org = garageOrg();
    const nobody = org.userId('nobody');
    const sees = () => org.access.hasObject(nobody, org.object('Repair__c'), 'viewAll');
    expect(sees()).toBe(false);
    const [id] = org.save('insert', 'PermissionSetAssignment', {
      AssigneeId: nobody,
      PermissionSetGroupId: org.one('SELECT "Id" FROM "PermissionSetGroup"'),
    });
    expect(sees()).toBe(true);
    org.save('delete', 'PermissionSetAssignment', { Id: id });
    expect(sees()).toBe(false);
  });

  it('follows what Apex changes in the permission set', () => {
    const org = garageOrg();
    const nobody = org.userId('nobody');
    const [id] = org.save('insert', 'PermissionSet', { Name: 'New', Label: 'New' });
    org.save('insert', 'PermissionSetAssignment', { AssigneeId: nobody, PermissionSetId: id });
    expect(org.access.hasObject(nobody, org.object('Account'), 'read')).toBe(false);
    org.save('insert', 'ObjectPermissions', { ParentId: id, SobjectType: 'Account', PermissionsRead: true });
    expect(org.access.hasObject(nobody, org.object('Account'), 'read')).toBe(true);
  });

  it('of a group made by Apex carries what its members permit', () => {
    const org = garageOrg();
    const [member] = org.save('insert', 'PermissionSet', { Name: 'Member', Label: 'Member', PermissionsManageUsers: true });
    const [group] = org.save('insert', 'PermissionSetGroup', { DeveloperName: 'Squad', MasterLabel: 'Squad' });
    org.save('insert', 'PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId: member });
    org.save('insert', 'PermissionSetAssignment', { AssigneeId: org.userId('nobody'), PermissionSetGroupId: group });
    expect(org.access.hasPermission(org.userId('nobody'), 'ManageUsers')).toBe(true);
    const assigned =
      'SELECT s."PermissionsManageUsers" FROM "PermissionSetAssignment" a JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId" WHERE a."PermissionSetGroupId" = ?';
    expect(org.one(assigned, group ?? null)).toBe(1);
  });
});

describe('a permission set licence', () => {
  const withSeats = (seats: number) =>
    garageOrg((project, metadata) => [
      { ...project, permissionSetLicenses: [{ name: 'Field Service', seats }] },
      {
        ...metadata,
        permissionSets: metadata.permissionSets.map((file) => (file.name === 'Overseer' ? { ...file, license: 'Field Service' } : file)),
      },
    ]);
  const used = (org: Org) => org.one('SELECT "UsedLicenses" FROM "PermissionSetLicense" WHERE "MasterLabel" = \'Field Service\'');

  // Salesforce Help, "Permission Set Licenses": the licence is assigned with the set.
  it('comes with its set, and nobody gets the set when no seat is left', () => {
    const org = withSeats(1);
    const before = Number(used(org));
    const assign = (alias: string) =>
      org.save('insert', 'PermissionSetAssignment', { AssigneeId: org.userId(alias), PermissionSetId: set(org, 'Overseer') });
    expect(before).toBe(0);
    expect(assign('nobody')).toEqual([expect.stringMatching(/^0Pa/)]);
    expect(used(org)).toBe(1);
    expect(org.one('SELECT "AssigneeId" FROM "PermissionSetLicenseAssign"')).toBe(org.userId('nobody'));
    expect(assign('mechanic')).toEqual(['LICENSE_LIMIT_EXCEEDED: License Limit Exceeded']);
  });

  it('is taken once, by sets and groups together', () => {
    const org = withSeats(2);
    const group = org.one('SELECT "Id" FROM "PermissionSetGroup"');
    const AssigneeId = org.userId('nobody');
    expect(
      org.save(
        'insert',
        'PermissionSetAssignment',
        { AssigneeId, PermissionSetId: set(org, 'Overseer') },
        { AssigneeId, PermissionSetGroupId: group },
      ),
    ).toEqual([expect.stringMatching(/^0Pa/), expect.stringMatching(/^0Pa/)]);
    expect(used(org)).toBe(1);
  });
});
