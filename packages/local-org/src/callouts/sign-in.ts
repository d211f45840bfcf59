import { UnsupportedError } from '../kernel/exceptions';
import type { ExternalCredential, NamedCredential, NamedValue, OrgMetadata } from '../metadata/model';
import { refuse } from './admission';
import { mergeFields, type MergeValues } from './merge-fields';
import type { Secret } from './secrets';
import { basic, requestToken, type TokenRequest } from './token';
import type { Outgoing } from './send';
import type { WireResponse } from './wire';

/** How a callout signs in, once its principal is chosen. */
export interface SignIn {
  /** Headers of the credential's own. */
  headers(): readonly NamedValue[];
  readonly mergeValues: MergeValues;
  /** Whether an answer with this status means that the token is no longer good; the next `headers` then have another one. */
  renews(status: number): boolean;
}

/** What signs a principal in: its secret, and the tokens that were already fetched, by principal. */
export interface Principals {
  /** `<credential>.<principal>` */
  readonly key: string;
  readonly secret: Secret | null;
  readonly tokens: Map<string, string>;
  readonly send: (outgoing: Outgoing) => WireResponse;
  /** Puts the addresses of side services in. */
  readonly address: (url: string) => string;
}

const NOTHING: SignIn = { headers: () => [], mergeValues: () => null, renews: () => false };

/** Of a secured endpoint. Metadata API Developer Guide, ExternalCredential. */
export function signInBy(named: NamedCredential, external: ExternalCredential, metadata: OrgMetadata, principal: Principals): SignIn {
  switch (external.protocol) {
    case 'NoAuthentication':
      return NOTHING;
    case 'Basic':
      return byPassword(named, secretOf(principal, 'username', 'password'));
    case 'Custom':
      return byHeaders(external, principal);
    case 'Oauth':
      return byToken(named, tokenRequest(external, metadata, principal), principal, external.refreshStatus);
    default:
      throw new UnsupportedError(`the authentication protocol ${external.protocol} of the external credential ${external.name}`);
  }
}

/** Of a legacy named credential, which carries its own protocol. */
export function signInOfLegacy(named: NamedCredential, metadata: OrgMetadata, principal: Principals): SignIn {
  const { protocol = 'NoAuthentication', username = null, authProvider = null, scope = null } = named.legacy ?? {};
  switch (protocol) {
    case 'NoAuthentication':
      return NOTHING;
    case 'Password':
      return byPassword(named, { ...(username === null ? {} : { username }), ...secretOf(principal, 'password') });
    case 'Oauth':
      return byToken(named, providerRequest(named.name, authProvider, scope, metadata, principal), principal, []);
    default:
      throw new UnsupportedError(`the protocol ${protocol} of the named credential ${named.name}`);
  }
}

function byPassword(named: NamedCredential, { username = '', password = '' }: Secret): SignIn {
  const authorization = basic(username, password);
  return {
    headers: () => (named.authorizes ? [{ name: 'Authorization', value: authorization }] : []),
    mergeValues: (path) =>
      ({ Username: username, Password: password, AuthorizationMethod: 'Basic', AuthorizationHeaderValue: authorization })[lastOf(path)] ??
      null,
    renews: () => false,
  };
}

/** A secret is the whole value of its header, or a part of it where the header's own formula names it. */
function byHeaders({ name, headers, parameters }: ExternalCredential, { key, secret }: Principals): SignIn {
  const fixed = Object.fromEntries(parameters.map((one) => [one.name, one.value]));
  const values: MergeValues = (path) => (path.startsWith(`${name}.`) ? (secret?.[lastOf(path)] ?? fixed[lastOf(path)] ?? null) : null);
  const valueOf = (header: NamedValue): string => {
    const whole = Object.entries(secret ?? {}).find(([one]) => one.toLowerCase() === header.name.toLowerCase());
    if (whole) return whole[1];
    const complete = fieldsOf(header.value).every((path) => values(path) !== null);
    return header.value !== '' && complete ? mergeFields(header.value, values) : noSecret(key, header.name);
  };
  return {
    headers: () => headers.map((header) => ({ name: header.name, value: valueOf(header) })),
    mergeValues: values,
    renews: () => false,
  };
}

function byToken(
  named: NamedCredential,
  request: TokenRequest,
  { key, tokens, send }: Principals,
  refreshStatus: readonly number[],
): SignIn {
  const token = (): string => {
    const known = tokens.get(key) ?? requestToken(request, send);
    tokens.set(key, known);
    return known;
  };
  return {
    headers: () => (named.authorizes ? [{ name: 'Authorization', value: `Bearer ${token()}` }] : []),
    mergeValues: (path) => {
      const fields: Readonly<Record<string, () => string>> = {
        OAuthToken: token,
        AuthorizationMethod: () => 'Bearer',
        AuthorizationHeaderValue: () => `Bearer ${token()}`,
        OAuthConsumerKey: () => request.secret['clientId'] ?? '',
      };
      return fields[lastOf(path)]?.() ?? null;
    },
    renews: (status) => (status === 401 || refreshStatus.includes(status)) && tokens.delete(key),
  };
}

const CLIENT_CREDENTIALS: Readonly<Record<string, { readonly secretInHeader: boolean }>> = {
  ClientCredentialsClientSecret: { secretInHeader: false },
  ClientCredentialsClientSecretBasic: { secretInHeader: true },
};

function tokenRequest(external: ExternalCredential, metadata: OrgMetadata, principal: Principals): TokenRequest {
  const { name, variant, tokenUrl, parameters, authProvider } = external;
  const scope = parameters.find((one) => one.name.toLowerCase() === 'scope')?.value ?? null;
  if (authProvider !== null) return providerRequest(name, authProvider, scope, metadata, principal);
  const how = CLIENT_CREDENTIALS[variant ?? ''];
  if (!how || tokenUrl === null)
    throw new UnsupportedError(`the OAuth variant ${variant ?? 'without a name'} of the external credential ${name}`);
  const secret = secretOf(principal, 'clientId', 'clientSecret');
  return { url: principal.address(tokenUrl), scope, secret, ...how };
}

/** The platform would send a person to the provider's sign-in page; here the client asks for itself. */
function providerRequest(
  owner: string,
  providerName: string | null,
  scope: string | null,
  { authProviders }: OrgMetadata,
  principal: Principals,
): TokenRequest {
  const provider = authProviders.find((one) => one.name.toLowerCase() === providerName?.toLowerCase());
  if (!provider || provider.tokenUrl === null)
    throw new UnsupportedError(`the credential ${owner} without an authentication provider that has a tokenUrl`);
  const { clientId, tokenUrl, scopes, secretInHeader } = provider;
  const secret = { ...(clientId === null ? {} : { clientId }), ...secretOf(principal, 'clientSecret') };
  return { url: principal.address(tokenUrl), scope: scope ?? scopes, secretInHeader, secret };
}

/** The secret, if it has all these parts. */
function secretOf({ key, secret }: Principals, ...parts: readonly string[]): Secret {
  const missing = parts.find((part) => secret?.[part] === undefined);
  return missing === undefined && secret ? secret : noSecret(key, missing ?? '');
}

function noSecret(key: string, part: string): never {
  return refuse(`There is no secret "${part}" for "${key}": put it into .local-org/secrets.json or LOCAL_ORG_SECRETS`);
}

/** A field is named alone, or with the external credential before it. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const fieldsOf = (formula: string): string[] => [...formula.matchAll(/\$Credential\.([\w.]+)/g)].map(([, path = '']) => path);
