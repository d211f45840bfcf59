import { ok, type Call, type Reply } from '../shared/call';
import { readUser } from './operations';

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
