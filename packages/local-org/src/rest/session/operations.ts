import type { Org } from '../../host/port';
import { fieldLabel } from '../../schema/field-label';
import type { Field } from '../../schema/model';
import type { Actor } from '../shared/call';

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
