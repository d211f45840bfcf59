import type { Org } from '../../host/port';
import { isStorable } from '../../kernel/text';
import type { SessionUser } from '../shared/call';
import { OAuthRefusal } from './errors';

/** What the calls of this folder know before anybody has signed in. */
export interface Anonymous {
  readonly org: Org;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly baseUrl: string;
}

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

/** The user whose username and password these are; null for wrong ones, inactive, frozen and locked users. */
export function authenticate(org: Org, username: string, password: string): SessionUser | null {
  const user = userNamed(org, username.trim().toLowerCase());
  if (!user || !opens(org, user.userId, password)) return null;
  return mayLogIn(org, user.userId) ? user : null;
}

/** A password that was set counts alone: of its hash nobody can tell where a security token begins. Sample users have one from the start. */
function opens(org: Org, userId: string, password: string): boolean {
  const isSet = org.isPassword(userId, password);
  if (isSet !== null) return isSet;
  const sample = org.users.find((user) => user.userId === userId);
  if (!sample || !password.startsWith(sample.password)) return false;
  const rest = password.slice(sample.password.length);
  return rest === '' || SECURITY_TOKEN.test(rest);
}

function userNamed(org: Org, username: string): SessionUser | null {
  // No record holds such a text, and the store refuses to look for it.
  if (!isStorable(username)) return null;
  const rows = org.step({ userId: '', commit: false }, () =>
    org.data.queryText('SELECT Id FROM User WHERE Username = :username', new Map([['username', username]]), {
      mode: 'system',
      sharing: false,
      api: true,
    }),
  );
  const id = rows[0]?.id;
  return id ? { userId: id, username } : null;
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
