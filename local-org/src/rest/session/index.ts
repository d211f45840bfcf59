import { XMLParser } from 'fast-xml-parser';
import type { Org } from '../../host/port';
import { ok, type Call, type Reply, type SessionUser } from '../shared/call';
import { escapeXml, invalidLogin, oauthError, soapFault, soapReply } from './errors';
import { bearerToken, organizationName, readUser, type Sessions } from './operations';
import { authenticate } from './validate';

export { bearerToken, cookieToken, createSessions, type Sessions } from './operations';

/** What the calls of this folder know before anybody has signed in. */
export interface Anonymous {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly baseUrl: string;
}

/**
 * `POST /services/oauth2/token`: grants `password` and `client_credentials`. Any client id is accepted locally; with
 * `client_credentials` it may be the alias of a sample user, else the user `integration` (or the first one) runs.
 */
export function token(request: Anonymous): Reply {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  const value = (name: string): string => form.get(name) ?? request.query.get(name) ?? '';
  const { org } = request;
  switch (value('grant_type')) {
    case 'password': {
      const user = authenticate(org, value('username'), value('password'));
      return user ? granted(request, user) : oauthError('invalid_grant', 'authentication failure');
    }
    case 'client_credentials': {
      const byAlias = (alias: string) => org.users.find((u) => u.alias === alias);
      const user = byAlias(clientId(request, value('client_id'))) ?? byAlias('integration') ?? org.users[0];
      return user ? granted(request, user) : oauthError('invalid_client', 'no client credentials user enabled');
    }
    case '':
      return oauthError('invalid_request', 'missing required parameter: grant_type');
    default:
      return oauthError('unsupported_grant_type', 'grant type not supported');
  }
}

function clientId(request: Anonymous, fromForm: string): string {
  const basic = /^basic\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  return basic ? (Buffer.from(basic, 'base64').toString('utf8').split(':')[0] ?? '') : fromForm;
}

function granted(request: Anonymous, user: SessionUser): Reply {
  const { org, sessions, baseUrl } = request;
  return ok({
    access_token: sessions.open(user),
    signature: Buffer.from(user.userId).toString('base64'),
    scope: 'api id',
    instance_url: baseUrl,
    id: `${baseUrl}/id/${org.organizationId}/${user.userId}`,
    token_type: 'Bearer',
    issued_at: String(org.clock.now()),
  });
}

/** `POST /services/oauth2/revoke` */
export function revoke(request: Anonymous): Reply {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  const given = form.get('token') ?? request.query.get('token') ?? bearerToken(request.headers);
  if (given === null) return oauthError('invalid_request', 'missing required parameter: token');
  request.sessions.close(given);
  return { status: 200, text: '' };
}

/** `POST /services/Soap/u/NN.0`: the operations login and logout, which API clients use to sign in and out. */
export function soap(request: Anonymous, params: Readonly<Record<string, string>>): Reply {
  const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true });
  const envelope = (parser.parse(Buffer.from(request.body).toString('utf8')) as { Envelope?: { Header?: unknown; Body?: unknown } })
    .Envelope;
  const body = envelope?.Body as Record<string, unknown> | undefined;
  if (!body || typeof body !== 'object') return soapFault('UNKNOWN_EXCEPTION', 'UNKNOWN_EXCEPTION: no SOAP body');
  if ('logout' in body) {
    const header = envelope?.Header as { SessionHeader?: { sessionId?: string } } | undefined;
    if (header?.SessionHeader?.sessionId) request.sessions.close(header.SessionHeader.sessionId);
    return soapReply(200, '<logoutResponse/>');
  }
  if (!('login' in body))
    return soapFault(
      'UNKNOWN_EXCEPTION',
      `No operation available for request ${Object.keys(body).join(', ')}: this server offers login and logout`,
    );
  const { username = '', password = '' } = (body['login'] ?? {}) as { username?: string; password?: string };
  const user = authenticate(request.org, username, password);
  return user ? loggedIn(request, user, params['version'] ?? '') : invalidLogin();
}

function loggedIn(request: Anonymous, user: SessionUser, version: string): Reply {
  const { org, baseUrl } = request;
  const profile = readUser(org, user.userId);
  const org15 = org.organizationId.slice(0, 15);
  const tag = (name: string, value: string | null | undefined): string =>
    value === null || value === undefined ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(value)}</${name}>`;
  const info = [
    tag('organizationId', org.organizationId),
    tag('organizationName', organizationName(org)),
    tag('profileId', profile['ProfileId']),
    tag('sessionSecondsValid', '7200'),
    tag('userEmail', profile['Email']),
    tag('userFullName', profile['Name']),
    tag('userId', user.userId),
    tag('userLanguage', profile['LanguageLocaleKey']),
    tag('userLocale', profile['LocaleSidKey']),
    tag('userName', profile['Username']),
    tag('userTimeZone', profile['TimeZoneSidKey']),
    tag('userType', profile['UserType']),
  ].join('');
  const result = [
    tag('metadataServerUrl', `${baseUrl}/services/Soap/m/${version}/${org15}`),
    tag('passwordExpired', 'false'),
    tag('sandbox', 'false'),
    tag('serverUrl', `${baseUrl}/services/Soap/u/${version}/${org15}`),
    tag('sessionId', request.sessions.open(user)),
    tag('userId', user.userId),
    `<userInfo>${info}</userInfo>`,
  ].join('');
  return soapReply(200, `<loginResponse><result>${result}</result></loginResponse>`);
}

/** `GET /services/oauth2/userinfo` */
export function userInfo(call: Call): Reply {
  const { org, user, baseUrl } = call;
  const profile = readUser(org, user.userId);
  return ok({
    sub: `${baseUrl}/id/${org.organizationId}/${user.userId}`,
    user_id: user.userId,
    organization_id: org.organizationId,
    preferred_username: profile['Username'] ?? null,
    nickname: profile['CommunityNickname'] ?? null,
    name: profile['Name'] ?? null,
    email: profile['Email'] ?? null,
    email_verified: true,
    given_name: profile['FirstName'] ?? null,
    family_name: profile['LastName'] ?? null,
    zoneinfo: profile['TimeZoneSidKey'] ?? null,
    language: profile['LanguageLocaleKey'] ?? null,
    locale: profile['LocaleSidKey'] ?? null,
    user_type: userType(profile['UserType']),
    active: true,
    urls: urls(call),
  });
}

/** `GET /id/<organization>/<user>`; a user sees only its own identity. */
export function identity(call: Call, params: Readonly<Record<string, string>>): Reply {
  const { org, user, baseUrl } = call;
  const same = (a: string | undefined, b: string): boolean => (a ?? '').slice(0, 15) === b.slice(0, 15);
  if (!same(params['organization'], org.organizationId) || !same(params['user'], user.userId)) return { status: 403, text: 'Wrong_Org' };
  const profile = readUser(org, user.userId);
  return ok({
    id: `${baseUrl}/id/${org.organizationId}/${user.userId}`,
    asserted_user: true,
    user_id: user.userId,
    organization_id: org.organizationId,
    username: profile['Username'] ?? null,
    nick_name: profile['CommunityNickname'] ?? null,
    display_name: profile['Name'] ?? null,
    email: profile['Email'] ?? null,
    email_verified: true,
    first_name: profile['FirstName'] ?? null,
    last_name: profile['LastName'] ?? null,
    timezone: profile['TimeZoneSidKey'] ?? null,
    language: profile['LanguageLocaleKey'] ?? null,
    locale: profile['LocaleSidKey'] ?? null,
    user_type: userType(profile['UserType']),
    active: true,
    urls: urls(call),
  });
}

function userType(value: string | null | undefined): string {
  return (value ?? 'Standard').toUpperCase();
}

/** `{version}` stays a placeholder, as the platform sends it. */
function urls({ org, user, baseUrl }: Call): Record<string, string> {
  const data = `${baseUrl}/services/data/v{version}/`;
  return {
    enterprise: `${baseUrl}/services/Soap/c/{version}/${org.organizationId.slice(0, 15)}`,
    metadata: `${baseUrl}/services/Soap/m/{version}/${org.organizationId.slice(0, 15)}`,
    partner: `${baseUrl}/services/Soap/u/{version}/${org.organizationId.slice(0, 15)}`,
    rest: data,
    sobjects: `${data}sobjects/`,
    query: `${data}query/`,
    profile: `${baseUrl}/${user.userId}`,
    custom_domain: baseUrl,
  };
}
