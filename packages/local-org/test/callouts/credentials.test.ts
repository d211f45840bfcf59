import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundled } from '../../bin/bundle.mjs';
import { secretsOf } from '../../src/callouts';
import { openOrg, type OpenedOrg } from '../../src/host/open';
import { writeProject } from '../engine/project';
import { startTarget } from './target';

/** A token endpoint that wants `id:s3cret+/` in the header or the body, and a resource that takes its newest token. */
const HANDLER = `(() => {
  let issued = 0;
  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const json = (status, body) => { response.statusCode = status; response.end(JSON.stringify(body)); };
    if (pathname === '/token') {
      const form = new URLSearchParams(request.text);
      const basic = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString();
      const known = basic === 'id:s3cret%2B%2F' || (form.get('client_id') === 'id' && form.get('client_secret') === 's3cret+/');
      if (known) json(200, { access_token: 'token' + ++issued, token_type: 'Bearer' });
      else json(400, { error: 'invalid_client', error_description: 'not ' + request.text });
    } else if (pathname === '/revoke') { issued++; response.end(); }
    else if (pathname === '/api/guarded') json(request.headers.authorization === 'Bearer token' + issued ? 200 : 401, {});
    else response.end(JSON.stringify({ url: request.url, authorization: request.headers.authorization, headers: request.headers, body: request.text }));
  };
})()`;

const xml = (type: string, body: string): string => `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const parameter = (element: string, type: string, name: string, value = '', more = ''): string =>
  `<${element}><parameterName>${name}</parameterName><parameterType>${type}</parameterType>` +
  `${value === '' ? '' : `<parameterValue>${value}</parameterValue>`}${more}</${element}>`;
const external = (protocol: string, ...parameters: string[]): string =>
  xml(
    'ExternalCredential',
    `<authenticationProtocol>${protocol}</authenticationProtocol><label>x</label>${parameters.join('')}` +
      parameter('externalCredentialParameters', 'NamedPrincipal', 'Main', '', '<sequenceNumber>1</sequenceNumber>'),
  );
const named = (url: string, credential: string, more = ''): string =>
  xml(
    'NamedCredential',
    `<label>x</label><namedCredentialType>SecuredEndpoint</namedCredentialType><calloutStatus>Enabled</calloutStatus>${more}` +
      parameter('namedCredentialParameters', 'Url', 'Url', url) +
      parameter('namedCredentialParameters', 'Authentication', 'Auth', '', `<externalCredential>${credential}</externalCredential>`),
  );
const oauth = (variant: string, url: string): string =>
  external(
    'Oauth',
    parameter('externalCredentialParameters', 'AuthProtocolVariant', 'Oauth', variant),
    parameter('externalCredentialParameters', 'AuthProviderUrl', 'TokenEndpoint', `${url}/token`),
    parameter('externalCredentialParameters', 'AuthParameter', 'Scope', 'scim'),
  );

const CODE = `public with sharing class Code {
  public static String get(String endpoint, String headerName, String headerValue, String body) {
    HttpRequest request = new HttpRequest();
    request.setMethod('POST');
    request.setEndpoint(endpoint);
    if (headerName != null) request.setHeader(headerName, headerValue);
    if (body != null) request.setBody(body);
    try {
      HttpResponse response = new Http().send(request);
      return response.getStatusCode() + ' ' + response.getBody();
    } catch (CalloutException e) {
      return e.getMessage();
    }
  }
}`;

const SECRETS = {
  'Basic.Main': { username: 'service', password: 'pä:ss' },
  'Header.Main': { 'X-Api-Key': 'whole value', Token: 'part' },
  'Oauth.Main': { clientId: 'id', clientSecret: 's3cret+/' },
  'OauthBody.Main': { clientId: 'id', clientSecret: 's3cret+/' },
  'OauthWrong.Main': { clientId: 'id', clientSecret: 'wr0ng' },
  'ByProvider.Main': { clientSecret: 's3cret+/' },
  'Legacy.NamedUser': { password: 'old' },
};

let target: Awaited<ReturnType<typeof startTarget>>;
let org: OpenedOrg;
let secretsFile: string;
const call = (endpoint: string, header: readonly [string, string] | null = null, body: string | null = null, alias = 'admin'): string => {
  const userId = org.users.find((user) => user.alias === alias)?.userId ?? '';
  return String(org.step({ userId }, () => org.program.invokeStatic('Code', 'get', [endpoint, ...(header ?? [null, null]), body])));
};
/** What the target saw of the call. */
const seen = (...parts: Parameters<typeof call>): { url: string; authorization?: string; headers: Record<string, string>; body: string } =>
  JSON.parse(call(...parts).replace(/^200 /, '')) as ReturnType<typeof seen>;
const writeSecrets = (text = JSON.stringify(SECRETS), mode = 0o600): void => {
  writeFileSync(secretsFile, text);
  chmodSync(secretsFile, mode);
};

beforeAll(async () => {
  target = await startTarget(HANDLER);
  const { url } = target;
  const externals = {
    Basic: external('Basic'),
    Open: external('NoAuthentication'),
    Header: external(
      'Custom',
      parameter('externalCredentialParameters', 'AuthHeader', 'X-Api-Key'),
      parameter('externalCredentialParameters', 'AuthHeader', 'X-Part', '{!&apos;Token &apos; &amp; $Credential.Header.Token}'),
    ),
    Oauth: oauth('ClientCredentialsClientSecretBasic', url),
    OauthBody: oauth('ClientCredentialsClientSecret', url),
    OauthWrong: oauth('ClientCredentialsClientSecretBasic', url),
    Untold: external('Basic'),
    Closed: external('Basic'),
    Jwt: external('Jwt'),
    ByProvider: external(
      'Oauth',
      parameter('externalCredentialParameters', 'AuthProvider', 'Provider', '', '<authProvider>Provider</authProvider>'),
    ),
  };
  const merging = '<allowMergeFieldsInHeader>true</allowMergeFieldsInHeader><allowMergeFieldsInBody>true</allowMergeFieldsInBody>';
  const metadata: Record<string, string> = {
    'namedCredentials/Merging.namedCredential': named(
      `${url}/api/`,
      'Basic',
      `${merging}<generateAuthorizationHeader>false</generateAuthorizationHeader>` +
        parameter('namedCredentialParameters', 'HttpHeader', 'X-Tenant', 'acme'),
    ),
    'namedCredentials/Missing.namedCredential': named(url, 'Nowhere'),
    'namedCredentials/Legacy.namedCredential': xml(
      'NamedCredential',
      `<label>x</label><endpoint>${url}/api</endpoint><principalType>NamedUser</principalType><protocol>Password</protocol><username>old</username>`,
    ),
    'namedCredentials/Side.namedCredential': named('{services.target}/api', 'Open'),
    'namedCredentials/Stopped.namedCredential': named('{services.stopped}/api', 'Open'),
    'authproviders/Provider.authprovider': xml(
      'AuthProvider',
      `<consumerKey>id</consumerKey><tokenUrl>${url}/token</tokenUrl><sendClientCredentialsInHeader>true</sendClientCredentialsInHeader>`,
    ),
    'permissionsets/Callers.permissionset': xml(
      'PermissionSet',
      '<label>Callers</label>' +
        Object.keys(externals)
          .filter((name) => name !== 'Closed')
          .map(
            (name) =>
              `<externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>${name}-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`,
          )
          .join(''),
    ),
  };
  for (const [name, text] of Object.entries(externals)) {
    metadata[`externalCredentials/${name}.externalCredential`] = text;
    metadata[`namedCredentials/${name}.namedCredential`] = named(`${url}/api`, name);
  }
  const user = (alias: string, permissionSets: string[]) => ({
    ...{ alias, permissionSets, username: `${alias}@apex.example`, profile: 'System Administrator', persona: alias },
  });
  const users = [user('admin', ['Callers']), user('other', []), { ...user('nobody', []), profile: 'Minimum Access - Salesforce' }];
  const root = writeProject({ classes: { Code: CODE }, metadata, org: { users } });
  mkdirSync(join(root, '.local-org'), { recursive: true });
  secretsFile = join(root, '.local-org', 'secrets.json');
  org = openOrg({ root, dbFile: ':memory:', calloutEntry: (await bundled()).url('callouts'), services: { target: url } });
}, 60_000);
beforeEach(() => writeSecrets());
afterAll(async () => {
  org.close();
  await target.close();
});

describe('a callout by a named credential', () => {
  it('goes to its address with the rest of the path, and signs in by name and password', () => {
    const { url, authorization } = seen('callout:Basic/Users?filter=a%20b');
    expect(url).toBe('/api/Users?filter=a%20b');
    expect(Buffer.from((authorization ?? '').replace('Basic ', ''), 'base64').toString()).toBe('service:pä:ss');
    expect(seen('callout:basic').url).toBe('/api');
    expect(seen('callout:Merging/Users').url).toBe('/api/Users');
  });

  it('carries the headers that a custom credential declares: whole values, or parts in a formula', () => {
    expect(seen('callout:Header', ['x-api-key', 'forged']).headers).toMatchObject({ 'x-api-key': 'whole value', 'x-part': 'Token part' });
  });

  it('signs in as nobody where there is nothing to sign in to', () => {
    expect(seen('callout:Open').authorization).toBeUndefined();
  });

  it.each(['Oauth', 'OauthBody', 'ByProvider'])('asks for a token once, and for another one when it is refused: %s', async (name) => {
    const before = (await target.journal()).filter(({ url }) => url === '/token').length;
    const requests = async (): Promise<number> => (await target.journal()).filter(({ url }) => url === '/token').length - before;
    expect(call(`callout:${name}/guarded`)).toBe('200 {}');
    expect(call(`callout:${name}/guarded`)).toBe('200 {}');
    expect(await requests()).toBe(1);
    await fetch(`${target.url}/revoke`);
    expect(call(`callout:${name}/guarded`)).toBe('200 {}');
    expect(await requests()).toBe(2);
  });

  it('tells of a token that is refused its code, and nothing that was sent', () => {
    expect(call('callout:OauthWrong/guarded')).toBe('Unable to fetch the OAuth token. Error: invalid_client.');
  });

  it('merges fields of the credential into headers and body where it allows it, and leaves Authorization alone', () => {
    const merged = seen(
      'callout:Merging',
      ['X-User', '{!$Credential.Username}'],
      `{"auth":"{!BASE64ENCODE($Credential.Username & ":" & 'x')}","name":"{!HTMLENCODE('<')}"}`,
    );
    expect(merged.headers).toMatchObject({ 'x-user': 'service', 'x-tenant': 'acme' });
    expect(merged.body).toBe(`{"auth":"${Buffer.from('service:x').toString('base64')}","name":"&#60;"}`);
    expect(merged.authorization).toBeUndefined();
    expect(seen('callout:Basic', ['X-User', '{!$Credential.Username}'], '{!x}')).toMatchObject({
      headers: { 'x-user': '{!$Credential.Username}' },
      body: '{!x}',
    });
    expect(() => call('callout:Merging', ['X-User', '{!$User.Email}'])).toThrow(
      'does not support the merge field {!$User.Email} in a callout',
    );
  });

  it('reads a legacy credential, whose access is not a matter of permission sets', () => {
    const { authorization } = seen('callout:Legacy', null, null, 'other');
    expect(Buffer.from((authorization ?? '').replace('Basic ', ''), 'base64').toString()).toBe('old:old');
  });

  it('reaches a side service by its name', () => {
    expect(seen('callout:Side/x').url).toBe('/api/x');
    expect(call('callout:Stopped/x')).toBe('The side service stopped does not run');
  });

  it.each([
    [
      'Unknown',
      `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "Unknown" might not exist.`,
    ],
    [
      'Missing',
      `We couldn't access the credential(s). You might not have the required permissions, or the external credential "Nowhere" might not exist.`,
    ],
    [
      'Closed',
      `We couldn't access the credential(s). You might not have the required permissions, or the external credential "Closed" might not exist.`,
    ],
    ['Untold', 'There is no secret "username" for "Untold.Main": put it into .local-org/secrets.json or LOCAL_ORG_SECRETS'],
  ])('is refused without a credential, without access to its principal, or without a secret: %s', (name, message) => {
    expect(call(`callout:${name}`)).toBe(message);
  });

  it('is open to whom a permission set opens the principal, from the moment of the assignment', () => {
    expect(call('callout:Basic', null, null, 'other')).toContain("We couldn't access the credential(s).");
    const users = new Map(org.users.map(({ alias, userId }) => [alias, userId]));
    const soql = `SELECT Id FROM PermissionSet WHERE Name = 'Callers'`;
    org.step({ userId: users.get('admin') ?? '' }, () => {
      const [set] = org.data.queryText(soql, new Map(), { mode: 'system', sharing: false });
      org.exec(
        `insert new PermissionSetAssignment(AssigneeId = '${users.get('other')}', PermissionSetId = '${set?.id}');`,
        users.get('admin') ?? '',
      );
    });
    expect(seen('callout:Basic', null, null, 'other').url).toBe('/api');
  });

  it('refuses what the local org cannot do with its name', () => {
    expect(() => call('callout:Jwt')).toThrow('does not support the authentication protocol Jwt of the external credential Jwt');
  });
});

describe('the object NamedCredential', () => {
  const names = (alias: string): string[] => {
    const userId = org.users.find((user) => user.alias === alias)?.userId ?? '';
    const soql = `SELECT DeveloperName, Endpoint FROM NamedCredential WHERE DeveloperName IN ('Basic', 'Legacy') ORDER BY DeveloperName`;
    return org.step({ userId }, () =>
      org.data
        .queryText(soql, new Map(), { mode: 'user', sharing: true })
        .map((row) => `${String(row.get('DeveloperName'))} ${String(row.get('Endpoint'))}`),
    );
  };

  it('shows what there is to who may view setup, and nobody may write it', () => {
    expect(names('admin')).toEqual(['Basic null', `Legacy ${target.url}/api`]);
    expect(() => names('nobody')).toThrow("sObject type 'NamedCredential' is not supported");
    const admin = org.users[0]?.userId ?? '';
    expect(org.exec(`insert new NamedCredential(DeveloperName = 'X', MasterLabel = 'X');`, admin).success).toBe(false);
  });
});

describe('secrets', () => {
  it('of the environment go before those of the file', () => {
    const secrets = secretsOf(secretsFile, JSON.stringify({ 'Basic.Main': { username: 'from the environment', password: 'x' } }));
    expect(secrets('Basic.Main')).toMatchObject({ username: 'from the environment' });
    expect(secrets('Oauth.Main')).toEqual(SECRETS['Oauth.Main']);
    expect(secrets('Other.Main')).toBeNull();
    expect(() => secretsOf(secretsFile, '{"s3cret')('Basic.Main')).toThrow('LOCAL_ORG_SECRETS has to be one JSON object');
  });

  it('are read at each callout, so that one may be changed or taken away', () => {
    writeSecrets(JSON.stringify({ 'Basic.Main': { username: 'new', password: 'x' } }));
    expect(Buffer.from((seen('callout:Basic').authorization ?? '').slice(6), 'base64').toString()).toBe('new:x');
    writeSecrets('{}');
    expect(call('callout:Basic')).toContain('There is no secret');
  });

  it.each([
    ['not JSON', '{"Basic.Main": s3cret', 0o600, 'secrets.json has to be one JSON object'],
    ['a list', '["s3cret"]', 0o600, 'secrets.json has to be one JSON object'],
    [
      'a secret of another shape',
      '{"Basic.Main": {"password": {"s3cret": 1}}}',
      0o600,
      'The secret "Basic.Main" has to be an object of texts',
    ],
    ['a file that others may read', '{}', 0o640, 'secrets.json may be read by others: chmod 600'],
  ])('in %s are refused without a word of them', (_, text, mode, message) => {
    writeSecrets(text, mode);
    const heard = call('callout:Basic');
    expect(heard).toContain(message);
    expect(heard).not.toContain('s3cret');
  });
});
