import type { ConnectedAppMetadata } from '../../metadata/model';
import { report, type Deployment } from './context';

/** Connected apps and who may use them; those that are no longer in the project go, with every access to them. */
export function deployConnectedApps(deployment: Deployment): void {
  const { rows, metadata, connectedAppIds } = deployment;
  for (const app of metadata.connectedApps) {
    const values = {
      StartUrl: app.startUrl,
      MobileStartUrl: app.mobileStartUrl,
      OptionsAllowAdminApprovedUsersOnly: app.adminApproved,
      OptionsHasSessionLevelPolicy: app.highAssurance,
      OptionsRefreshTokenValidityMetric: app.refreshToken.fromLastUse,
      RefreshTokenValidityPeriod: app.refreshToken.period,
    };
    const { id, created } = rows.put('ConnectedApplication', { Name: app.label }, values);
    if ([...connectedAppIds.values()].includes(id))
      report(deployment, app.path, `There is another connected app with the label ${app.label}`);
    connectedAppIds.set(app.name.toLowerCase(), id);
    grantAccess(deployment, app, id, created);
  }
  for (const gone of rows.deleteOthers('ConnectedApplication', {}, new Set(connectedAppIds.values())))
    rows.deleteOthers('SetupEntityAccess', { SetupEntityId: gone }, new Set());
}

/**
 * Profiles and permission sets of the app's file, where an administrator has to approve its users. Given once, with the app or the set:
 * who takes it away by hand keeps it away at the next start.
 */
function grantAccess(deployment: Deployment, app: ConnectedAppMetadata, appId: string, isNew: boolean): void {
  const { rows, permissionSetIds, profileIds, added } = deployment;
  const put = (kind: string, name: string, setId: string | null | undefined): void => {
    if (setId === null || setId === undefined)
      report(deployment, app.path, `In field: ${kind} - no ${kind === 'profileName' ? 'Profile' : 'PermissionSet'} named ${name} found`); // prettier-ignore
    else if (!app.adminApproved) report(deployment, app.path, `${kind} can be used only where isAdminApproved is true`);
    else if (isNew || added.has(name.toLowerCase()))
      rows.put('SetupEntityAccess', { ParentId: setId, SetupEntityId: appId }, { SetupEntityType: 'ConnectedApplication' });
  };
  for (const name of app.permissionSets) put('permissionSetName', name, permissionSetIds.get(name.toLowerCase()));
  for (const name of app.profiles) {
    const profileId = profileIds.get(name.toLowerCase());
    put('profileName', name, profileId === undefined ? null : rows.find('PermissionSet', { ProfileId: profileId }));
  }
}

/** External client apps; those that are no longer in the project go. */
export function deployExternalClientApps({ rows, metadata }: Deployment): void {
  const ids = metadata.externalClientApps.map((app) => {
    const values = {
      MasterLabel: app.label,
      ContactEmail: app.contactEmail,
      ContactPhone: app.contactPhone,
      Description: app.description,
      DistributionState: app.distributionState,
      IconUrl: app.iconUrl,
      InfoUrl: app.infoUrl,
      LogoUrl: app.logoUrl,
      OrgScopedExternalApp: app.orgScopedExternalApp,
      Language: 'en_US',
    };
    return rows.put('ExternalClientApplication', { DeveloperName: app.name }, values).id;
  });
  rows.deleteOthers('ExternalClientApplication', {}, new Set(ids));
}
