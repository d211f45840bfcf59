import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DataContext } from '../data/port';
import { ApexException } from '../kernel/exceptions';
import type { Store } from '../store/port';

/** Passwords that were set, as salted hashes only. */
const TABLE = `
CREATE TABLE IF NOT EXISTS "local#password" (
  user TEXT PRIMARY KEY,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL
) WITHOUT ROWID;
`;

/** Either lets people set the passwords of others (Salesforce Help, "Reset Passwords for Your Users"); everybody sets their own. */
const SETTERS = ['ResetPasswords', 'ManageUsers'] as const;

export function createPasswords(store: Store): void {
  store.exec(TABLE);
}

export function maySetPassword({ access, userId }: DataContext, ofUserId: string): boolean {
  return userId === ofUserId || SETTERS.some((permission) => access.hasPermission(userId, permission));
}

/** What the default password policy of an org has against a password, or null. */
export function passwordFault(password: string): string | null {
  if (password.length < 8) return 'Your password must be at least 8 characters long.';
  return /\p{L}/u.test(password) && /\d/.test(password) ? null : 'Your password must have a mix of letters and numbers.';
}

/** `System.setPassword`: sets a user's password with the running transaction. The types of its exceptions are from memory. */
export function setPassword(context: DataContext, ofUserId: string, password: string): void {
  const { store } = context;
  if (!maySetPassword(context, ofUserId))
    throw new ApexException('System.NoAccessException', 'You do not have permission to view this record.');
  const fault = passwordFault(password);
  if (fault !== null) throw new ApexException('System.InvalidParameterValueException', `INVALID_NEW_PASSWORD: ${fault}`);
  if (!store.prepare('SELECT 1 FROM "User" WHERE "Id" = ?').get(ofUserId))
    throw new ApexException('System.InvalidParameterValueException', `INVALID_ID_FIELD: ${ofUserId}`);
  context.beginWrite();
  const salt = randomBytes(16);
  store.prepare('INSERT OR REPLACE INTO "local#password" (user, salt, hash) VALUES (?, ?, ?)').run(ofUserId, salt, hash(password, salt));
}

/** Whether this is the password that was set for the user; null where none was. */
export function isPassword(store: Store, userId: string, password: string): boolean | null {
  const row = store.prepare('SELECT salt, hash FROM "local#password" WHERE user = ?').get(userId);
  return row ? timingSafeEqual(hash(password, row[0] as Uint8Array), row[1] as Uint8Array) : null;
}

const hash = (password: string, salt: Uint8Array): Uint8Array => scryptSync(password, salt, 32);
