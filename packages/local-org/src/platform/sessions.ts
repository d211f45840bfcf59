import { createHash, randomBytes } from 'node:crypto';
import type { DataContext } from '../data/port';
import type { Store } from '../store/port';
import { insertFollowing, lookUp } from './rows';

/** Sessions by the hash of their token, so that the database opens none of them to whoever reads it. */
const TABLE = `
CREATE TABLE IF NOT EXISTS "local#session" (
  token TEXT PRIMARY KEY,
  user TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS "local#session_user" ON "local#session" (user);
`;

export function createSessions(store: Store): void {
  store.exec(TABLE);
}

/**
 * Opens a session of the running user and gives its token. The first one makes the user's row of UserLogin: whoever never signed in has none,
 * and so cannot be frozen.
 */
export function openSession(context: DataContext, organizationId: string): string {
  const { store, schema, userId } = context;
  const token = `${organizationId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
  context.beginWrite();
  if (schema.object('UserLogin') && lookUp(context, 'UserLogin', ['Id'], 'UserId', [userId]).size === 0)
    insertFollowing(context, 'UserLogin', [{ UserId: userId }]);
  store.prepare('INSERT INTO "local#session" (token, user) VALUES (?, ?)').run(hash(token), userId);
  return token;
}

/** Id and username of whom a token belongs to; undefined for a token that opens nothing. */
export function sessionHolder(store: Store, token: string): { readonly userId: string; readonly username: string } | undefined {
  const row = store
    .prepare('SELECT u."Id", u."Username" FROM "local#session" s JOIN "User" u ON u."Id" = s.user WHERE s.token = ?')
    .get(hash(token));
  return row && { userId: String(row[0]), username: String(row[1]) };
}

export function closeSession(store: Store, token: string): void {
  store.prepare('DELETE FROM "local#session" WHERE token = ?').run(hash(token));
}

/** Ends every session of these users, with the commit of the running transaction. */
export function endSessions(store: Store, userIds: readonly string[]): void {
  if (userIds.length === 0) return;
  store.prepare('DELETE FROM "local#session" WHERE user IN (SELECT value FROM json_each(?))').run(JSON.stringify(userIds));
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
