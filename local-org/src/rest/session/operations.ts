import { createHash, randomBytes } from 'node:crypto';
import type { Org } from '../../host/port';
import { fieldLabel } from '../../schema/field-label';
import type { Field } from '../../schema/model';
import type { Actor, SessionUser } from '../shared/call';
import { mayLogIn } from './validate';

const PREFIX = 'session:';

export interface Sessions {
  /** Opens a session and returns its token; only the token's hash is stored. */
  open(user: SessionUser): string;
  /** Who a token belongs to; null when it is unknown or its user may not log in any more. */
  find(token: string): SessionUser | null;
  close(token: string): void;
}

/** Sessions of an org. They outlive a restart because their hashes are kept in the database; they end at logout or with their user. */
export function createSessions(org: Org): Sessions {
  const keyOf = (token: string): string => PREFIX + createHash('sha256').update(token).digest('hex');
  return {
    open: (user) => {
      const token = `${org.organizationId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
      org.kv.set(keyOf(token), JSON.stringify({ userId: user.userId, username: user.username, since: org.clock.now() }));
      return token;
    },
    find: (token) => {
      const stored = org.kv.get(keyOf(token));
      if (stored === null) return null;
      const user = JSON.parse(stored) as SessionUser;
      return mayLogIn(org, user.userId) ? { userId: user.userId, username: user.username } : null;
    },
    close: (token) => org.kv.delete(keyOf(token)),
  };
}

/** The token of `Authorization: Bearer|OAuth <token>`: the only proof of identity that the API takes, because no browser adds it by itself. */
export function bearerToken(headers: Readonly<Record<string, string>>): string | null {
  return /^(?:bearer|oauth)\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? null;
}

/** The token of the session cookie, which a browser sends along whoever wrote the page that asks. */
export function cookieToken(headers: Readonly<Record<string, string>>): string | null {
  const cookie = /(?:^|;\s*)sid=([^;]+)/.exec(headers['cookie'] ?? '')?.[1];
  if (!cookie) return null;
  try {
    return decodeURIComponent(cookie);
  } catch {
    // A cookie that is not ours: it opens nothing.
    return null;
  }
}

/** A row of User as login answers need it. */
export interface Profile {
  readonly [field: string]: string | null | undefined;
}

/** Reads text fields of a user in system mode. */
export function readUser(org: Org, userId: string): Profile {
  const fields = [
    'Username',
    'Name',
    'FirstName',
    'LastName',
    'Email',
    'CommunityNickname',
    'TimeZoneSidKey',
    'LocaleSidKey',
    'LanguageLocaleKey',
    'UserType',
    'ProfileId',
  ];
  const known = fields.filter((f) => org.schema.object('User')?.field(f));
  const text = `SELECT ${known.join(', ')} FROM User WHERE Id = :id`;
  const row = org.step({ userId, commit: false }, () =>
    org.data.queryText(text, new Map([['id', userId]]), { mode: 'system', sharing: false, api: true }),
  )[0];
  const profile: Record<string, string | null> = {};
  for (const field of known) profile[field] = (row?.get(field) as string | null | undefined) ?? null;
  return profile;
}

/** Labels of fields for a user. */
export function fieldLabelsFor({ org, user }: Actor): (field: Field) => string {
  let language: string | undefined;
  return (field) => fieldLabel(field, () => (language ??= readUser(org, user.userId)['LanguageLocaleKey'] ?? 'en_US'));
}

/** Name of the organization, as its row has it now. */
export function organizationName(org: Org): string {
  const rows = org.step({ userId: org.organizationId, commit: false }, () =>
    org.data.queryText('SELECT Name FROM Organization', new Map(), { mode: 'system', sharing: false, api: true }),
  );
  return String(rows[0]?.get('Name') ?? '');
}
