import { finding } from '../schema/parsed';
import { addOnce, type Draft } from './draft';
import type { ExternalCredential, NamedCredential, Principal } from './model';
import type { MetadataFile } from './readers';
import { flagOf, nodesOf, textOf, type XmlNode } from './xml';

/** Parameters of a credential by type, in the order of the file. */
function parametersOf(node: XmlNode, element: string) {
  const all = nodesOf(node, element);
  const ofType = (type: string): readonly XmlNode[] => all.filter((one) => textOf(one, 'parameterType') === type);
  const value = (type: string): string | null => textOf(ofType(type)[0] ?? {}, 'parameterValue');
  const pairs = (type: string) =>
    ofType(type).map((one) => ({ name: textOf(one, 'parameterName') ?? '', value: textOf(one, 'parameterValue') ?? '' }));
  return { ofType, value, pairs };
}

/** Metadata API Developer Guide, NamedCredential: a secured endpoint names an external credential, a legacy one carries its own protocol. */
export function readNamedCredential(draft: Draft, { path, name, node }: MetadataFile): void {
  const { ofType, value, pairs } = parametersOf(node, 'namedCredentialParameters');
  const legacy = (textOf(node, 'namedCredentialType') ?? 'Legacy') === 'Legacy';
  const endpoint = legacy ? textOf(node, 'endpoint') : value('Url');
  const externalCredential = textOf(ofType('Authentication')[0] ?? {}, 'externalCredential');
  if (endpoint === null)
    draft.diagnostics.push(finding(path, `Required field is missing: ${legacy ? 'endpoint' : 'a parameter of type Url'}`));
  const generated = textOf(node, 'generateAuthorizationHeader');
  const credential: NamedCredential = {
    name,
    label: textOf(node, 'label') ?? name,
    endpoint: endpoint ?? '',
    enabled: textOf(node, 'calloutStatus') !== 'Disabled',
    mergeInBody: flagOf(node, 'allowMergeFieldsInBody'),
    mergeInHeader: flagOf(node, 'allowMergeFieldsInHeader'),
    authorizes: generated === null || generated === 'true',
    headers: pairs('HttpHeader'),
    externalCredential,
    legacy: legacy
      ? {
          principalType: textOf(node, 'principalType') ?? 'Anonymous',
          protocol: textOf(node, 'protocol') ?? 'NoAuthentication',
          authProvider: textOf(node, 'authProvider'),
          scope: textOf(node, 'oauthScope'),
          username: textOf(node, 'username'),
        }
      : null,
  };
  addOnce(draft, draft.namedCredentials, credential, path);
}

/** Metadata API Developer Guide, ExternalCredential. Principals come by their sequence numbers. */
export function readExternalCredential(draft: Draft, { path, name, node }: MetadataFile): void {
  const { ofType, value, pairs } = parametersOf(node, 'externalCredentialParameters');
  const principals = (type: Principal['type']) =>
    ofType(type).map((one) => ({ name: textOf(one, 'parameterName') ?? '', type, sequence: Number(textOf(one, 'sequenceNumber') ?? 0) }));
  const credential: ExternalCredential = {
    name,
    label: textOf(node, 'label') ?? name,
    protocol: textOf(node, 'authenticationProtocol') ?? '',
    variant: value('AuthProtocolVariant'),
    tokenUrl: value('AuthProviderUrl'),
    authProvider: textOf(ofType('AuthProvider')[0] ?? {}, 'authProvider'),
    refreshStatus: pairs('AdditionalRefreshStatusCode').map((one) => Number(one.value)),
    headers: pairs('AuthHeader'),
    parameters: pairs('AuthParameter'),
    principals: [...principals('NamedPrincipal'), ...principals('PerUserPrincipal')].sort((a, b) => a.sequence - b.sequence),
  };
  if (credential.protocol === '') draft.diagnostics.push(finding(path, 'Required field is missing: authenticationProtocol'));
  addOnce(draft, draft.externalCredentials, credential, path);
}

/** Metadata API Developer Guide, AuthProvider: what asking it for a token needs. Its secret is never read from the project. */
export function readAuthProvider(draft: Draft, { path, name, node }: MetadataFile): void {
  const provider = {
    name,
    tokenUrl: textOf(node, 'tokenUrl'),
    scopes: textOf(node, 'defaultScopes'),
    clientId: textOf(node, 'consumerKey'),
    secretInHeader: flagOf(node, 'sendClientCredentialsInHeader'),
  };
  addOnce(draft, draft.authProviders, provider, path);
}

/** Metadata API Developer Guide, RemoteSiteSetting. */
export function readRemoteSite(draft: Draft, { path, name, node }: MetadataFile): void {
  const url = textOf(node, 'url');
  if (url === null) draft.diagnostics.push(finding(path, 'Required field is missing: url'));
  else addOnce(draft, draft.remoteSites, { name, url, active: textOf(node, 'isActive') !== 'false' }, path);
}
