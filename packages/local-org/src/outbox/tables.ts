import { deleteMeta, readMeta, writeMeta } from '../store';
import type { Store } from '../store/port';

/**
 * What the org would have delivered, one row per e-mail and one per notification and recipient. A row is written in the transaction that
 * sends: rolled back it never existed, committed it survives a crash. `message` is JSON; `created` in milliseconds of the org's clock.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS "local#email" (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  created INTEGER NOT NULL,
  message TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "local#notification" (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  created INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  read INTEGER NOT NULL DEFAULT 0,
  message TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS "local#notification_recipient" ON "local#notification" (recipient, seq);
`;

export function createOutbox(store: Store): void {
  store.exec(TABLES);
}

/** Setup, Deliverability, "Access to Send Email": `none` refuses every e-mail of Apex, as a new sandbox does. */
export type Deliverability = 'all' | 'none';
const KEY = 'email:deliverability';

export function deliverability(store: Store): Deliverability {
  return readMeta(store, KEY) === 'none' ? 'none' : 'all';
}

/** Joins the running write transaction. */
export function setDeliverability(store: Store, access: Deliverability): void {
  if (access === 'all') deleteMeta(store, KEY);
  else writeMeta(store, KEY, access);
}
