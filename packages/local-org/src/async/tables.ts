import type { Store } from '../store/port';
import { moveCursorRows } from './cursor-rows';

/**
 * Tables of the queue, beside those of the objects. `#` cannot stand in an object's API name.
 * `local#job`: one row per waiting or running job and per finalizer that has yet to run; `due` and `created` in milliseconds of the org's clock.
 * `local#job_payload`: the serialized instance of a job, apart, so that marking the job does not write it again; `local#job.payload` is empty
 * but for jobs of databases that kept it there.
 * `local#cursor_page`: the ids of a cursor; `local#cursor.ids` is empty.
 * `local#schedule`: `scope` is that of a scheduled batch (0 for the default), null for a Schedulable.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS "local#job" (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  running INTEGER NOT NULL DEFAULT 0,
  class TEXT NOT NULL,
  payload TEXT NOT NULL,
  user TEXT NOT NULL,
  due INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  max_depth INTEGER,
  delay_minutes INTEGER NOT NULL,
  signature TEXT UNIQUE,
  retries INTEGER NOT NULL,
  outcome TEXT
);
CREATE TABLE IF NOT EXISTS "local#job_payload" (
  seq INTEGER PRIMARY KEY,
  payload TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS "local#job_due" ON "local#job" (running, due, seq);
CREATE INDEX IF NOT EXISTS "local#job_id" ON "local#job" (id);
CREATE TABLE IF NOT EXISTS "local#cursor" (
  id TEXT PRIMARY KEY,
  created INTEGER NOT NULL,
  soql TEXT NOT NULL,
  mode TEXT NOT NULL,
  sharing INTEGER NOT NULL,
  count INTEGER NOT NULL,
  ids TEXT NOT NULL,
  binds TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "local#cursor_page" (
  cursor TEXT NOT NULL,
  page INTEGER NOT NULL,
  ids TEXT NOT NULL,
  PRIMARY KEY (cursor, page)
);
CREATE TABLE IF NOT EXISTS "local#schedule" (
  id TEXT PRIMARY KEY,
  detail TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  cron TEXT NOT NULL,
  class TEXT NOT NULL,
  payload TEXT NOT NULL,
  user TEXT NOT NULL,
  zone TEXT NOT NULL,
  due INTEGER NOT NULL,
  fired INTEGER NOT NULL,
  scope INTEGER
) WITHOUT ROWID;
`;

export function createTables(store: Store): void {
  store.exec(TABLES);
  addColumn(store, 'local#cursor', 'binds', 'TEXT');
  addColumn(store, 'local#schedule', 'scope', 'INTEGER');
  moveCursorRows(store);
}

/** Databases of the first versions lack it. */
function addColumn(store: Store, table: string, column: string, type: string): void {
  const columns = store.prepare('SELECT name FROM pragma_table_info(?)').all(table);
  if (!columns.some(([name]) => name === column)) store.exec(`ALTER TABLE "${table}" ADD COLUMN ${column} ${type}`);
}
