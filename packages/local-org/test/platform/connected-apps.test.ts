import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store';
import { withConnectedApps } from './connected-apps';
import { garageOrg } from './org';

describe('connected apps', () => {
  const appId = (org: ReturnType<typeof garageOrg>, name: string) =>
    org.one('SELECT "Id" FROM "ConnectedApplication" WHERE "Name" = ?', name);
  const accesses = (org: ReturnType<typeof garageOrg>) =>
    org.rows(
      `SELECT ifnull(p."Name", s."Name"), a."SetupEntityType" FROM "SetupEntityAccess" a JOIN "PermissionSet" s ON s."Id" = a."ParentId"
       LEFT JOIN "Profile" p ON p."Id" = s."ProfileId" WHERE a."SetupEntityId" = ? ORDER BY 1`,
      appId(org, 'Crane Hire') as string,
    );

  it('come from their files, with the profiles and permission sets that may use them', () => {
    const org = garageOrg(withConnectedApps);
    expect(org.diagnostics).toEqual([]);
    const columns = ['Name', 'StartUrl', 'OptionsAllowAdminApprovedUsersOnly', 'OptionsHasSessionLevelPolicy', 'RefreshTokenValidityPeriod', 'OptionsRefreshTokenValidityMetric']; // prettier-ignore
    expect(org.rows(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "ConnectedApplication" ORDER BY "Name"`)).toEqual([
      ['Crane Hire', 'https://crane.example', 1, 0, 7, 1],
      ['Weather', null, 0, 1, null, 0],
    ]);
    expect(accesses(org)).toEqual([
      ['Mechanic', 'ConnectedApplication'],
      ['System Administrator', 'ConnectedApplication'],
    ]);
  });

  it('keep the access that was given or taken by hand until they are gone themselves', () => {
    const store = openStore(':memory:');
    const org = garageOrg(withConnectedApps, store);
    const mechanic = org.one('SELECT "Id" FROM "PermissionSet" WHERE "Name" = \'Mechanic\'');
    const given = org.one('SELECT "Id" FROM "SetupEntityAccess" WHERE "ParentId" = ? AND "SetupEntityType" = \'ConnectedApplication\'', mechanic as string); // prettier-ignore
    expect(org.save('delete', 'SetupEntityAccess', { Id: given })).toEqual([given]);
    expect(org.save('insert', 'SetupEntityAccess', { ParentId: mechanic, SetupEntityId: appId(org, 'Weather') })[0]).toMatch(/^0J0/);
    const renamed = garageOrg((project, metadata) => withConnectedApps({ ...project, name: 'Other' }, metadata), store);
    expect(accesses(renamed)).toEqual([['System Administrator', 'ConnectedApplication']]);
    expect(renamed.one('SELECT count(*) FROM "SetupEntityAccess" WHERE "SetupEntityId" = ?', appId(org, 'Weather') as string)).toBe(1);
    const without = garageOrg(
      (project, metadata) => [{ ...project, features: [...project.features, 'UserProvisioning'] }, metadata],
      store,
    );
    expect(without.one('SELECT count(*) FROM "ConnectedApplication"')).toBe(0);
    expect(without.one('SELECT count(*) FROM "SetupEntityAccess" WHERE "SetupEntityType" = \'ConnectedApplication\'')).toBe(0);
  });

  it('cannot share a label, which is their name', () => {
    const { diagnostics } = garageOrg((project, metadata) => {
      const [changed, apps] = withConnectedApps(project, metadata);
      const [first, second] = apps.connectedApps;
      return [changed, { ...apps, connectedApps: [first!, { ...second!, label: 'Crane Hire' }] }];
    });
    expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'connectedApps/Weather.connectedApp-meta.xml: There is another connected app with the label Crane Hire',
    ]);
  });

  it('cannot name profiles and permission sets that do not exist, nor any without approval of users', () => {
    const { diagnostics } = garageOrg((project, metadata) => {
      const [changed, apps] = withConnectedApps(project, metadata);
      const [first, second] = apps.connectedApps;
      return [
        changed,
        {
          ...apps,
          connectedApps: [
            { ...first!, permissionSets: ['Nope'] },
            { ...second!, permissionSets: ['Mechanic'] },
          ],
        },
      ];
    });
    expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'connectedApps/Crane_Hire.connectedApp-meta.xml: In field: permissionSetName - no PermissionSet named Nope found',
      'connectedApps/Weather.connectedApp-meta.xml: permissionSetName can be used only where isAdminApproved is true',
    ]);
  });
});

describe('external client apps', () => {
  it('come from their files and go with them', () => {
    const store = openStore(':memory:');
    const app = {
      ...{ name: 'Till', label: 'The Till', contactEmail: 'till@example.com', contactPhone: null, description: null },
      ...{ distributionState: 'Local', iconUrl: null, infoUrl: null, logoUrl: null, orgScopedExternalApp: null },
    };
    const org = garageOrg((project, metadata) => [project, { ...metadata, externalClientApps: [app] }], store);
    expect(org.rows('SELECT "DeveloperName", "MasterLabel", "DistributionState" FROM "ExternalClientApplication"')).toEqual([
      ['Till', 'The Till', 'Local'],
    ]);
    expect(org.access.hasObject(org.userId('nobody'), org.object('ExternalClientApplication'), 'read')).toBe(false);
    const without = garageOrg((project, metadata) => [{ ...project, name: 'Other' }, metadata], store);
    expect(without.one('SELECT count(*) FROM "ExternalClientApplication"')).toBe(0);
  });
});

describe('setup entity access', () => {
  it('says what kind of thing it opens, and a permission set gives it once', () => {
    const org = garageOrg();
    const [set] = org.save('insert', 'PermissionSet', { Name: 'Fresh', Label: 'Fresh' });
    const access = { ParentId: set, SetupEntityId: org.one('SELECT "Id" FROM "CustomPermission"') };
    const [id] = org.save('insert', 'SetupEntityAccess', access);
    expect(org.one('SELECT "SetupEntityType" FROM "SetupEntityAccess" WHERE "Id" = ?', id ?? null)).toBe('CustomPermission');
    expect(org.save('insert', 'SetupEntityAccess', access)).toEqual([
      `DUPLICATE_VALUE: duplicate value found: ParentId duplicates value on record with id: ${id}`,
    ]);
  });
});

describe('configurations of user provisioning from files', () => {
  const config = {
    ...{ name: 'Crane', path: 'UserProvisioningConfigs/Crane.userProvisioningConfig-meta.xml', label: 'Crane', connectedApp: 'Crane_Hire' },
    ...{ namedCredential: null, enabled: true, enabledOperations: 'Create,Update', approvalRequired: null, onUpdateAttributes: 'Email' },
    ...{ reconFilter: null, notes: null, userAccountMapping: null },
  };

  it('belong to a connected app', () => {
    const org = garageOrg((project, metadata) => {
      const [changed, apps] = withConnectedApps(project, metadata);
      return [changed, { ...apps, userProvisioningConfigs: [config] }];
    });
    expect(org.diagnostics).toEqual([]);
    expect(
      org.rows(
        `SELECT c."DeveloperName", c."Enabled", c."EnabledOperations", a."Name" FROM "UserProvisioningConfig" c
         JOIN "ConnectedApplication" a ON a."Id" = c."ConnectedAppId"`,
      ),
    ).toEqual([['Crane', 1, 'Create,Update', 'Crane Hire']]);
  });

  it('are refused where the app, the credential or the feature is missing', () => {
    const lost = garageOrg((project, metadata) => {
      const [changed, apps] = withConnectedApps(project, metadata);
      return [changed, { ...apps, userProvisioningConfigs: [{ ...config, connectedApp: 'Nope', namedCredential: 'Gone' }] }];
    });
    expect(lost.diagnostics.map(({ message }) => message)).toEqual([
      'In field: connectedApp - no ConnectedApp named Nope found',
      'In field: namedCredential - no NamedCredential named Gone found',
    ]);
    const off = garageOrg((project, metadata) => [project, { ...metadata, userProvisioningConfigs: [config] }]);
    expect(off.diagnostics.map(({ message }) => message)).toEqual([
      'Not available for deploy for this organization: UserProvisioningConfig',
    ]);
  });
});
