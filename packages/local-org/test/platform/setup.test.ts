import { describe, expect, it } from 'vitest';
import { DEFAULT_PROJECT } from '../../src/metadata';
import { garageOrg } from './org';

describe('deploySetup', () => {
  it('refuses, like a deployment, grants to what does not exist', () => {
    const { diagnostics } = garageOrg((project, metadata) => [
      project,
      {
        ...metadata,
        permissionSets: [
          {
            name: 'Wrong',
            label: 'Wrong',
            description: '',
            license: 'No Such Licence',
            objectPermissions: [
              {
                object: 'Nothing__c',
                read: true,
                create: false,
                edit: false,
                delete: false,
                viewAll: false,
                viewAllFields: false,
                modifyAll: false,
              },
            ],
            fieldPermissions: [
              { field: 'Repair__c.Nope__c', readable: true, editable: false },
              { field: 'Repair__c.Plate__c', readable: true, editable: true },
            ],
            userPermissions: ['FlyToTheMoon'],
            customPermissions: ['Nope'],
            classAccesses: ['Nope'],
            customMetadataTypeAccesses: [],
            customSettingAccesses: [],
            principalAccesses: [],
            tabSettings: [],
          },
        ],
      },
    ]);
    expect(diagnostics.filter((d) => d.path === 'permissionsets/Wrong').map((d) => d.message)).toEqual([
      'In field: license - no UserLicense named No Such Licence found',
      'In field: object - no CustomObject named Nothing__c found',
      'In field: field - no CustomField named Repair__c.Nope__c found',
      'You cannot deploy to a required field: Repair__c.Plate__c',
      'In field: apexClass - no ApexClass named Nope found',
      'In field: customPermission - no CustomPermission named Nope found',
    ]);
    expect(diagnostics.filter((d) => d.path === 'local-org.json').map((d) => d.message)).toEqual([
      'User mechanic: there is no permission set or permission set group "Mechanic"',
    ]);
  });

  it('says which licence a sample user lacks', () => {
    const { diagnostics } = garageOrg((project, metadata) => [{ ...project, licenses: [] }, metadata]);
    expect(diagnostics[0]?.message).toBe('In field: license - no UserLicense named Salesforce found');
    expect(diagnostics.at(-1)?.message).toBe(
      'User nobody: this org has no profile "Minimum Access - Salesforce"; is its licence among "licenses"?',
    );
  });

  it('does not count grants on fields that the schema has already given up', () => {
    const { diagnostics } = garageOrg((project, metadata) => [
      project,
      {
        ...metadata,
        permissionSets: metadata.permissionSets.map((set) => ({
          ...set,
          fieldPermissions: [{ field: 'Repair__c.Total__c', readable: true, editable: false }],
        })),
      },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('gives a project without a project file every licence that its metadata names', () => {
    const { diagnostics, rows } = garageOrg((_project, metadata) => [
      DEFAULT_PROJECT,
      { ...metadata, permissionSets: metadata.permissionSets.map((set) => ({ ...set, license: 'Cloud Integration User' })) },
    ]);
    expect(diagnostics.filter((d) => d.message.includes('UserLicense'))).toEqual([]);
    expect(rows(`SELECT "TotalLicenses" FROM "UserLicense" WHERE "Name" = 'Cloud Integration User'`)).toEqual([[100]]);
  });

  it('names the organization as the project file says', () => {
    expect(garageOrg().rows('SELECT "Name" FROM "Organization"')).toEqual([['Local Org']]);
    const named = garageOrg((project, metadata) => [{ ...project, name: 'Garage' }, metadata]);
    expect(named.rows('SELECT "Name" FROM "Organization"')).toEqual([['Garage']]);
  });

  it('writes the org that the project describes', () => {
    const org = garageOrg();
    expect(org.diagnostics).toEqual([]);
    expect(org.rows('SELECT "Name", "TotalLicenses", "UsedLicenses" FROM "UserLicense" ORDER BY 1')).toEqual([
      ['Salesforce', 5, 3],
      ['Salesforce Platform', 2, 0],
      ['Unified Employee', 3, 0],
    ]);
    expect(org.rows('SELECT "Username", "UserType", "IsActive" FROM "User" ORDER BY 1')).toEqual([
      ['admin@garage.example', 'Standard', 1],
      ['autoproc@local-org.invalid', 'AutomatedProcess', 1],
      ['mechanic@garage.example', 'Standard', 1],
      ['nobody@garage.example', 'Standard', 1],
    ]);
    expect(org.rows('SELECT "Name" FROM "Profile" ORDER BY 1').flat()).toEqual([
      'Contract Manager',
      'Marketing User',
      'Minimum Access - Salesforce',
      'Read Only',
      'Solution Manager',
      'Standard Platform User',
      'Standard User',
      'System Administrator',
      'Unified Employee',
    ]);
    expect(org.rows('SELECT "IsPersonType", "SobjectType", "Name" FROM "RecordType"')).toEqual([[1, 'Account', 'Person Account']]);
    expect(org.rows('SELECT "DeveloperName", "MasterLabel", "Rate__c", "Active__c", "QualifiedApiName" FROM "Tariff__mdt"')).toEqual([
      ['Night', 'Night tariff', 1.5, 1, 'Night'],
    ]);
    expect(org.rows('SELECT "Name", "ApiVersion", "IsValid" FROM "ApexClass"')).toEqual([['RepairService', 67, 1]]);
    expect(
      org.rows('SELECT "Name", "TableEnumOrId", "UsageBeforeInsert", "UsageAfterUpdate", "UsageAfterDelete" FROM "ApexTrigger"'),
    ).toEqual([['RepairTrigger', 'Repair__c', 1, 1, 0]]);
    expect(org.rows('SELECT "Name", "ContentType", "BodyLength", CAST("Body" AS TEXT) FROM "StaticResource"')).toEqual([
      ['Wheels', 'text/csv', 16, 'Name\nFront\nRear\n'],
    ]);
    expect(org.rows('SELECT count(*) FROM "Organization"')).toEqual([[1]]);
    expect(org.one('SELECT "Id" FROM "User" WHERE "CreatedById" IS NULL')).toBeUndefined();
  });

  it('changes nothing and no id when it runs again', () => {
    const org = garageOrg();
    const dump = () =>
      [
        'User',
        'Profile',
        'PermissionSet',
        'PermissionSetAssignment',
        'ObjectPermissions',
        'FieldPermissions',
        'SetupEntityAccess',
        'Tariff__mdt',
      ].map((table) => org.rows(`SELECT * FROM "${table}" ORDER BY "Id"`));
    const before = dump();
    garageOrg(undefined, org.store);
    expect(dump()).toEqual(before);
    org.rows(`DELETE FROM "$meta" WHERE key = 'setup'`);
    garageOrg(undefined, org.store);
    expect(dump()).toEqual(before);
  });

  it('takes away what the project no longer grants, and keeps what people changed about users', () => {
    const org = garageOrg();
    const mechanic = org.userId('mechanic');
    org.store.exec(`UPDATE "User" SET "LastName" = 'Changed' WHERE "Id" = '${mechanic}'`);
    org.store.exec(`DELETE FROM "PermissionSetAssignment" WHERE "AssigneeId" = '${mechanic}'`);
    garageOrg(
      (project, metadata) => [
        project,
        { ...metadata, hash: 'new', permissionSets: metadata.permissionSets.map((set) => ({ ...set, fieldPermissions: [] })) },
      ],
      org.store,
    );
    expect(org.one('SELECT count(*) FROM "FieldPermissions"')).toBe(0);
    expect(org.one('SELECT "LastName" FROM "User" WHERE "Id" = ?', mechanic)).toBe('Changed');
    expect(org.one('SELECT count(*) FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?', mechanic)).toBe(0);
  });
});
