import { finding } from '../schema/parsed';
import { addOnce, type Draft } from './draft';
import type { ConnectedAppMetadata } from './model';
import type { MetadataFile } from './readers';
import { flagOf, nodesOf, textOf, textsOf, type XmlNode } from './xml';

/** Files of connected apps, external client apps and what provisions users to them (Metadata API Developer Guide). */
export function readConnectedApp(draft: Draft, { path, name, node }: MetadataFile): void {
  const label = textOf(node, 'label');
  if (label === null) {
    draft.diagnostics.push(finding(path, 'Required field is missing: label'));
    return;
  }
  const app: ConnectedAppMetadata = {
    ...{ name, path, label },
    startUrl: textOf(node, 'startUrl'),
    mobileStartUrl: textOf(node, 'mobileStartUrl'),
    adminApproved: nodesOf(node, 'oauthConfig').some((config) => flagOf(config, 'isAdminApproved')),
    highAssurance: nodesOf(node, 'sessionPolicy').some((policy) => textOf(policy, 'sessionLevel') === 'HIGH_ASSURANCE'),
    refreshToken: refreshTokenOf(nodesOf(node, 'oauthPolicy')),
    profiles: textsOf(node, 'profileName'),
    permissionSets: textsOf(node, 'permissionSetName'),
  };
  addOnce(draft, draft.connectedApps, app, path);
}

/** `specific_lifetime:1:DAYS` counts from the token's birth, `specific_inactivity:7:DAYS` from its last use. */
function refreshTokenOf(policies: readonly XmlNode[]): ConnectedAppMetadata['refreshToken'] {
  const policy = policies.map((node) => textOf(node, 'refreshTokenPolicy')).find((text) => text !== null) ?? 'infinite';
  const [kind, number] = policy.split(':');
  const period = kind === 'zero' ? 0 : number === undefined ? null : Number(number);
  return { period, fromLastUse: kind === 'specific_inactivity' };
}

export function readExternalClientApp(draft: Draft, { path, name, node }: MetadataFile): void {
  const text = (element: string): string | null => textOf(node, element);
  const app = {
    ...{ name, label: text('label') ?? name, contactEmail: text('contactEmail'), contactPhone: text('contactPhone') },
    ...{ description: text('description'), distributionState: text('distributionState') ?? 'Local', iconUrl: text('iconUrl') },
    ...{ infoUrl: text('infoUrl'), logoUrl: text('logoUrl'), orgScopedExternalApp: text('orgScopedExternalApp') },
  };
  addOnce(draft, draft.externalClientApps, app, path);
}

export function readUserProvisioningConfig(draft: Draft, { path, name, node }: MetadataFile): void {
  const text = (element: string): string | null => textOf(node, element);
  const config = {
    ...{
      name,
      path,
      label: text('masterLabel') ?? name,
      connectedApp: text('connectedApp') ?? '',
      namedCredential: text('namedCredential'),
    },
    ...{ enabled: flagOf(node, 'enabled'), enabledOperations: text('enabledOperations'), approvalRequired: text('approvalRequired') },
    ...{ onUpdateAttributes: text('onUpdateAttributes'), reconFilter: text('reconFilter'), notes: text('notes') },
    ...{ userAccountMapping: text('userAccountMapping') },
  };
  addOnce(draft, draft.userProvisioningConfigs, config, path);
}
