import type { Org, SampleUser } from '../../host/port';

/** What the calls of this folder know before anybody has signed in. */
export interface Anonymous {
  readonly org: Org;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly baseUrl: string;
}

/** A token request that says nothing clear. */
export class OAuthRefusal extends Error {}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Parameters of a form body; none may come twice (RFC 6749, section 3.2). */
export function formOf(body: Uint8Array): URLSearchParams {
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw new OAuthRefusal('the request is not encoded in UTF-8');
  }
  const form = new URLSearchParams(text);
  if (new Set(form.keys()).size < form.size) throw new OAuthRefusal('a parameter may be given only once');
  return form;
}

/** Letters and digits appended to a password: the security token of API logins; accepted and not checked. */
const SECURITY_TOKEN = /^[A-Za-z0-9]{10,32}$/;

/** The sample user whose username and password these are; null for wrong ones, inactive, frozen and locked users. */
export function authenticate(org: Org, username: string, password: string): SampleUser | null {
  const user = userNamed(org, username.trim().toLowerCase());
  if (!user) return null;
  const rest = password.startsWith(user.password) ? password.slice(user.password.length) : null;
  if (rest === null || (rest !== '' && !SECURITY_TOKEN.test(rest))) return null;
  return mayLogIn(org, user.userId) ? user : null;
}

/** The sample user who has this username now. */
function userNamed(org: Org, username: string): SampleUser | undefined {
  const binds = new Map([['ids', org.users.map((user) => user.userId)]]);
  const rows = org.step({ userId: '', commit: false }, () =>
    org.data.queryText('SELECT Id, Username FROM User WHERE Id IN :ids', binds, { mode: 'system', sharing: false, api: true }),
  );
  const found = rows.find((row) => row.get('Username') === username);
  return org.users.find((user) => user.userId === found?.id);
}

/** True for an active user that is neither frozen nor locked out. */
export function mayLogIn(org: Org, userId: string): boolean {
  const system = { mode: 'system', sharing: false, api: true } as const;
  const binds = new Map([['id', userId]]);
  return org.step({ userId, commit: false }, () => {
    if (org.data.countText('SELECT Id FROM User WHERE Id = :id AND IsActive = true', binds, system) === 0) return false;
    if (!org.schema.object('UserLogin')) return true;
    return (
      org.data.countText('SELECT Id FROM UserLogin WHERE UserId = :id AND (IsFrozen = true OR IsPasswordLocked = true)', binds, system) ===
      0
    );
  });
}
