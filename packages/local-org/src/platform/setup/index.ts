import { createHash } from 'node:crypto';
import { GERMAN_PROFILES, LICENSES, STANDARD_PERMISSION_SETS, STANDARD_PROFILES } from '../../access';
import type { Diagnostic, OrgMetadata, ProjectFile } from '../../metadata/model';
import { readMeta, writeMeta } from '../../store';
import { deployCode, deployCustomPermissions, deployNotificationTypes, deployStaticResources } from './code';
import { deployConnectedApps, deployExternalClientApps } from './connected-apps';
import type { Deployment } from './context';
import { checkEventSubscribers } from './event-subscribers';
import { deployOrganizationGroup, deployPublicGroups, deployQueues, deployRoles } from './groups';
import { deployImplementors, type Implementor } from './implementors';
import { deployNamedCredentials } from './named-credentials';
import { deployLicenses, deployOrganization, deployPermissionSetLicenses } from './organization';
import { deployPermissionSetGroups, deployPermissionSets, deployProfiles } from './profiles';
import { deployCustomMetadata, deployRecordTypes, deployObjectDefinitions } from './records';
import { checkValidationRules } from './validation-rules';
import { createSetupRows, type SetupParts } from './rows';
import { countUsedLicenses } from './seats';
import { deployUserProvisioningConfigs } from './user-provisioning';
import { deployAutomatedProcess, deployUsers } from './users';

/** Raise it when the rows that a deployment writes change, so that existing databases are brought up to date. */
const VERSION = 4;
const META_KEY = 'setup';

export interface SetupDeployment extends SetupParts {
  readonly metadata: OrgMetadata;
  readonly project: ProjectFile;
  /** Classes of the program that implement interfaces. */
  readonly implementors: readonly Implementor[];
  /** Files of classes and triggers that the program does without, because they do not compile. */
  readonly invalid: readonly string[];
}

/**
 * Brings the setup rows (organization, licences, profiles, permission sets, record types, custom metadata, code, sample users)
 * in line with the project. Call it at every start, inside the write transaction: it does nothing when nothing has changed
 * since the last time, and rows keep their ids. Findings are what a deployment to the platform would refuse.
 */
export function deploySetup(parts: SetupDeployment): { readonly diagnostics: readonly Diagnostic[] } {
  const { schema, metadata, project, store } = parts;
  const state = createHash('sha256')
    .update(
      JSON.stringify([
        VERSION,
        schema.hash,
        metadata.hash,
        project.name,
        project.organization,
        project.licenses,
        project.permissionSetLicenses,
        project.users,
        LICENSES,
        STANDARD_PROFILES,
        GERMAN_PROFILES,
        STANDARD_PERMISSION_SETS,
        parts.invalid,
      ]),
    )
    .digest('hex');
  if (readMeta(store, META_KEY) === state) return { diagnostics: [] };
  if (!store.inTransaction) throw new Error('deploySetup writes inside the transaction of its caller; there is none');
  let author = '';
  const deployment: Deployment = {
    ...{ schema, metadata, project, implementors: parts.implementors, invalid: parts.invalid },
    rows: createSetupRows(parts, () => author),
    licenseIds: new Map(),
    permissionSetLicenseIds: new Map(),
    profileIds: new Map(),
    permissionSetIds: new Map(),
    permissionSetGroupIds: new Map(),
    added: new Set(),
    classIds: new Map(),
    customPermissionIds: new Map(),
    connectedAppIds: new Map(),
    diagnostics: [],
  };
  checkValidationRules(deployment);
  author = deployAutomatedProcess(deployment);
  deployOrganization(deployment);
  deployOrganizationGroup(deployment);
  deployRoles(deployment);
  deployPublicGroups(deployment);
  deployLicenses(deployment);
  deployPermissionSetLicenses(deployment);
  deployCode(deployment);
  deployImplementors(deployment);
  deployCustomPermissions(deployment);
  deployStaticResources(deployment);
  deployNamedCredentials(deployment);
  deployNotificationTypes(deployment);
  deployProfiles(deployment);
  deployPermissionSets(deployment);
  deployPermissionSetGroups(deployment);
  deployConnectedApps(deployment);
  deployExternalClientApps(deployment);
  deployUserProvisioningConfigs(deployment);
  deployRecordTypes(deployment);
  deployObjectDefinitions(deployment);
  deployCustomMetadata(deployment);
  deployUsers(deployment);
  deployQueues(deployment);
  checkEventSubscribers(deployment);
  countUsedLicenses(store, parts.clock);
  // With findings the deployment is repeated at the next start, so that they are reported again.
  if (deployment.diagnostics.length === 0) writeMeta(store, META_KEY, state);
  return { diagnostics: deployment.diagnostics };
}
