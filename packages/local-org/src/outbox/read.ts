import type { SqlValue, Store } from '../store/port';
import type { SentEmail } from './email';
import type { SentNotification } from './notification';

/** An e-mail as `GET /__local/emails` lists it. */
export interface ListedEmail extends SentEmail {
  readonly id: number;
  /** ISO 8601. */
  readonly sentAt: string;
}

/** A notification as `GET /__local/notifications` lists it. */
export interface ListedNotification extends SentNotification {
  readonly id: string;
  readonly sentAt: string;
  readonly recipient: { readonly id: string; readonly username: string };
  readonly seen: boolean;
  readonly read: boolean;
}

const at = (milliseconds: SqlValue | undefined): string => new Date(Number(milliseconds)).toISOString();

/** Everything that was sent, oldest first. */
export function listEmails(store: Store): ListedEmail[] {
  return store
    .prepare('SELECT seq, created, message FROM "local#email" ORDER BY seq')
    .all()
    .map(([seq, created, message]) => ({ id: Number(seq), sentAt: at(created), ...(JSON.parse(String(message)) as SentEmail) }));
}

const COLUMNS = 'n.id, n.created, n.recipient, u."Username", n.seen, n.read, n.message';
const FROM = '"local#notification" n LEFT JOIN "User" u ON u."Id" = n.recipient';

function notificationOf([id, created, recipient, username, seen, read, message]: SqlValue[]): ListedNotification {
  return {
    id: String(id),
    sentAt: at(created),
    recipient: { id: String(recipient), username: String(username) },
    seen: seen === 1,
    read: read === 1,
    ...(JSON.parse(String(message)) as SentNotification),
  };
}

/** Every notification of every user, oldest first. */
export function listNotifications(store: Store): ListedNotification[] {
  return store.prepare(`SELECT ${COLUMNS} FROM ${FROM} ORDER BY n.seq`).all().map(notificationOf);
}

/** Which notifications of a user are meant; times in milliseconds, exclusive. */
export interface Choice {
  readonly ids?: readonly string[];
  readonly before?: number;
  readonly after?: number;
}

function condition(user: string, { ids, before, after }: Choice): { readonly sql: string; readonly binds: SqlValue[] } {
  const parts: [string, SqlValue][] = [['n.recipient = ?', user]];
  if (ids !== undefined) parts.push(['n.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)]);
  if (before !== undefined) parts.push(['n.created < ?', before]);
  if (after !== undefined) parts.push(['n.created > ?', after]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), binds: parts.map(([, bind]) => bind) };
}

/** A user's notifications, newest first. */
export function notificationsOf(store: Store, user: string, choice: Choice, size: number): ListedNotification[] {
  const { sql, binds } = condition(user, choice);
  return store
    .prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${sql} ORDER BY n.seq DESC LIMIT ?`)
    .all(...binds, size)
    .map(notificationOf);
}

/** Marks notifications of a user; a flag that is undefined stays. Gives how many were meant. */
export function markNotifications(store: Store, user: string, choice: Choice, marks: { seen?: boolean; read?: boolean }): number {
  const { sql, binds } = condition(user, choice);
  const sets = Object.entries(marks).flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${value ? 1 : 0}`]));
  return store.prepare(`UPDATE "local#notification" AS n SET ${sets.join(', ')} WHERE ${sql}`).run(...binds).changes;
}

/** What a bell shows: counts, and the time of the newest notification, null when there is none. */
export function notificationStatus(store: Store, user: string): { unread: number; unseen: number; last: string | null } {
  const [unread, unseen, last] =
    store.prepare('SELECT SUM(1 - read), SUM(1 - seen), MAX(created) FROM "local#notification" WHERE recipient = ?').get(user) ?? [];
  return { unread: Number(unread ?? 0), unseen: Number(unseen ?? 0), last: last === null || last === undefined ? null : at(last) };
}
