import { createHash, randomBytes } from 'node:crypto';
import type { Row } from '../data/hooks';
import type { DataContext } from '../data/port';
import { updateRecords } from '../data/dml/write';
import { loadByIds } from '../data/whole';
import { SObject } from '../kernel/sobject';
import { ApexDatetime } from '../kernel/values';
import type { Store } from '../store/port';
import { changes, objectOf, textAt } from './rows';

/**
 * A new address of a user counts once the person has confirmed it, whoever wrote it and by whatever API; until then the old one stays. The
 * link works for 72 hours, and a second change makes a new one (Salesforce Help, "Change Email Address in Salesforce After Email Verification Link
 * Has Expired", 000385115). A new user has the address at once.
 */
const HOURS = 72;

/** What was asked of whom, by the hash of the token. The link itself is in the mail, which the outbox keeps as a mailbox would. */
const TABLE = `
CREATE TABLE IF NOT EXISTS "local#email_change" (
  user TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  expires INTEGER NOT NULL
) WITHOUT ROWID;
`;

/** A change that waits for its link to be followed. */
export interface EmailChange {
  readonly username: string;
  readonly address: string;
  readonly token: string;
  readonly hours: number;
}

/** Sends the link to the new address, with the running transaction. */
export type AskToConfirm = (change: EmailChange) => void;

export function createEmailChanges(store: Store): void {
  store.exec(TABLE);
}

const STATE = 'User.Email';

/** Puts the stored address back into rows that change it, and keeps the new ones for `askToConfirm`. */
export function holdBack(rows: readonly Row[], context: DataContext): void {
  const held = new Map<string, string>();
  context.hookState.set(STATE, held);
  for (const { record, old } of rows.filter((row) => row.old && changes(row, 'Email'))) {
    held.set(String(record.id), textAt(record, 'Email') ?? '');
    record.set('Email', old?.get('Email'));
  }
}

/** Asks whom the rows that were written belong to. */
export function askToConfirm(rows: readonly Row[], context: DataContext, ask: AskToConfirm): void {
  const held = context.hookState.get(STATE) as Map<string, string>;
  const put = context.store.prepare('INSERT OR REPLACE INTO "local#email_change" (user, address, token, expires) VALUES (?, ?, ?, ?)');
  for (const { record } of rows) {
    const address = held.get(String(record.id));
    if (address === undefined) continue;
    const token = randomBytes(32).toString('base64url');
    put.run(String(record.id), address, hash(token), context.clock.now() + HOURS * 3_600_000);
    ask({ username: textAt(record, 'Username') ?? '', address, token, hours: HOURS });
  }
}

/** Changes the address that the token stands for, once; gives it, or null for a link that is used, too old or replaced, or whose user is inactive. */
export function confirmEmailChange(context: DataContext, token: string): string | null {
  const { store, clock } = context;
  context.beginWrite();
  const row = store.prepare('SELECT user, address, expires FROM "local#email_change" WHERE token = ?').get(hash(token));
  if (!row) return null;
  const [user, address, expires] = row;
  store.prepare('DELETE FROM "local#email_change" WHERE user = ?').run(user!);
  const object = objectOf(context, 'User');
  const old = loadByIds(store, object, [String(user)]).get(String(user));
  if (old?.get('IsActive') !== true || Number(expires) <= clock.now()) return null;
  const record = new SObject(object);
  record.values = old.values.slice();
  const now = new ApexDatetime(Math.floor(clock.now() / 1000) * 1000);
  const changed = { Email: String(address), LastModifiedDate: now, LastModifiedById: String(user), SystemModstamp: now };
  for (const [field, value] of Object.entries(changed)) record.values[object.slotOf(field)] = value;
  updateRecords(store, object, [{ record, old }]);
  return String(address);
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
