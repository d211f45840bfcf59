import type { UserProvisioningConfigMetadata } from '../../metadata/model';
import { report, type Deployment } from './context';

/** Configurations of user provisioning. Those that somebody made by hand stay. */
export function deployUserProvisioningConfigs(deployment: Deployment): void {
  const { rows, metadata, schema } = deployment;
  for (const config of metadata.userProvisioningConfigs) {
    if (!schema.object('UserProvisioningConfig')) {
      report(deployment, config.path, 'Not available for deploy for this organization: UserProvisioningConfig');
      continue;
    }
    const values = {
      MasterLabel: config.label,
      ConnectedAppId: connectedAppOf(deployment, config),
      Enabled: config.enabled,
      EnabledOperations: config.enabledOperations,
      ApprovalRequired: config.approvalRequired,
      OnUpdateAttributes: config.onUpdateAttributes,
      ReconFilter: config.reconFilter,
      Notes: config.notes,
      UserAccountMapping: config.userAccountMapping,
      NamedCredentialId: credentialOf(deployment, config),
    };
    rows.put('UserProvisioningConfig', { DeveloperName: config.name }, values);
  }
}

/** The Metadata API Developer Guide calls it an id, and writes a name in its example. */
function connectedAppOf(deployment: Deployment, config: UserProvisioningConfigMetadata): string | null {
  const { rows, connectedAppIds } = deployment;
  const named = connectedAppIds.get(config.connectedApp.toLowerCase()) ?? rows.find('ConnectedApplication', { Id: config.connectedApp });
  if (named === null) report(deployment, config.path, `In field: connectedApp - no ConnectedApp named ${config.connectedApp} found`);
  return named;
}

function credentialOf(deployment: Deployment, { path, namedCredential }: UserProvisioningConfigMetadata): string | null {
  const { rows } = deployment;
  if (namedCredential === null) return null;
  const id = rows.find('NamedCredential', { DeveloperName: namedCredential }) ?? rows.find('NamedCredential', { Id: namedCredential });
  if (id === null) report(deployment, path, `In field: namedCredential - no NamedCredential named ${namedCredential} found`);
  return id;
}
