import type { Org, SampleUser } from '../../host/port';

/** Letters and digits appended to a password: the security token of API logins; accepted and not checked. */
const SECURITY_TOKEN = /^[A-Za-z0-9]{10,32}$/;

/** The sample user whose username and password these are; null for wrong ones, inactive and frozen users. */
export function authenticate(org: Org, username: string, password: string): SampleUser | null {
  const user = org.users.find((u) => u.username.toLowerCase() === username.trim().toLowerCase());
  if (!user) return null;
  const rest = password.startsWith(user.password) ? password.slice(user.password.length) : null;
  if (rest === null || (rest !== '' && !SECURITY_TOKEN.test(rest))) return null;
  return mayLogIn(org, user.userId) ? user : null;
}

/** True for an active user that is not frozen. */
export function mayLogIn(org: Org, userId: string): boolean {
  const system = { mode: 'system', sharing: false, api: true } as const;
  const binds = new Map([['id', userId]]);
  return org.step({ userId, commit: false }, () => {
    if (org.data.countText('SELECT Id FROM User WHERE Id = :id AND IsActive = true', binds, system) === 0) return false;
    if (!org.schema.object('UserLogin')) return true;
    return org.data.countText('SELECT Id FROM UserLogin WHERE UserId = :id AND IsFrozen = true', binds, system) === 0;
  });
}
