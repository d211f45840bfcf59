import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startTarget } from '../../scim-target/target.mjs';
import { projectOf } from './project';

/** Name of the target, of its credential and of the permission set that entitles. */
export const NAME = 'Crane';

const PRINCIPAL = `${NAME}.Main`;

/** The environment of the orgs of all tests, those too that were started before there was a target: the secret by which Crane signs in. */
export const craneSecret = (): string => JSON.stringify({ [PRINCIPAL]: { clientId: 'crane', clientSecret: randomUUID() } });

export type Target = Awaited<ReturnType<typeof startTarget>>;

/** A SCIM target that outlives the orgs that call it, and the project of an org that knows it as the credential Crane. */
export interface TargetProject {
  readonly target: Target;
  readonly project: string;
}

/** `files`: further metadata of the customer's, by path. */
export async function targetProject(folder: string, files: Readonly<Record<string, string>> = {}): Promise<TargetProject> {
  const secrets = JSON.parse(process.env['LOCAL_ORG_SECRETS']!) as Record<string, { clientId: string; clientSecret: string }>;
  const target = await startTarget(secrets[PRINCIPAL]!);
  return { target, project: projectOf(join(folder, 'project'), { files: { ...credentialFiles(target.url), ...files } }) };
}

/** Metadata of a credential that signs in at the target, open to whoever has the permission set Crane. */
function credentialFiles(url: string): Record<string, string> {
  const xml = (type: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;
  const parameter = (element: string, name: string, type: string, more: string): string =>
    `<${element}><parameterName>${name}</parameterName><parameterType>${type}</parameterType>${more}</${element}>`;
  const value = (text: string): string => `<parameterValue>${text}</parameterValue>`;
  const of = 'externalCredentialParameters';
  return {
    [`namedCredentials/${NAME}.namedCredential-meta.xml`]: xml(
      'NamedCredential',
      `<calloutStatus>Enabled</calloutStatus><generateAuthorizationHeader>true</generateAuthorizationHeader><label>${NAME}</label>` +
        parameter('namedCredentialParameters', 'Url', 'Url', value(`${url}/scim/v2`)) +
        parameter('namedCredentialParameters', 'Auth', 'Authentication', `<externalCredential>${NAME}</externalCredential>`) +
        '<namedCredentialType>SecuredEndpoint</namedCredentialType>',
    ),
    [`externalCredentials/${NAME}.externalCredential-meta.xml`]: xml(
      'ExternalCredential',
      '<authenticationProtocol>Oauth</authenticationProtocol>' +
        parameter(of, 'Main', 'NamedPrincipal', '<sequenceNumber>1</sequenceNumber>') +
        parameter(of, 'Oauth', 'AuthProtocolVariant', value('ClientCredentialsClientSecretBasic')) +
        parameter(of, 'TokenEndpoint', 'AuthProviderUrl', value(`${url}/oauth/token`)) +
        `<label>${NAME}</label>`,
    ),
    [`permissionsets/${NAME}.permissionset-meta.xml`]: xml(
      'PermissionSet',
      '<externalCredentialPrincipalAccesses><enabled>true</enabled>' +
        `<externalCredentialPrincipal>${NAME}-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>` +
        `<hasActivationRequired>false</hasActivationRequired><label>${NAME}</label>`,
    ),
    [`permissionsets/${NAME}_User.permissionset-meta.xml`]: xml(
      'PermissionSet',
      `<hasActivationRequired>false</hasActivationRequired><label>${NAME} User</label>`,
    ),
  };
}
