import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { checkBinds, countParameters } from './binds';
import { IncompatibleDatabaseError } from './errors';
import { lockFile } from './lock';
import type { SqlValue, Statement, Store } from './port';

/** Layout version of the file. Raise it whenever an older file can no longer be read. */
export const STORE_VERSION = 2;
const MAX_CACHED_STATEMENTS = 2_000;
/** Characters of a statement that is kept: longer ones are hardly run twice, and would fill the memory. */
const LONGEST_CACHED = 50_000;
/** Pages in the log before they go to the file: a load writes the same index pages in every commit, and each goes over once. */
const CHECKPOINT = 'wal_autocheckpoint=8000';
const SAVEPOINT_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export interface StoreOptions {
  /** What to do with a file of another version: refuse it (default) or delete it and start empty. */
  readonly onIncompatible?: 'fail' | 'reset';
}

/**
 * Opens (and creates) the database file, or one in memory. Durable at each commit against a killed process.
 * Throws DatabaseInUseError when another process holds the file, IncompatibleDatabaseError for a file of another version.
 */
export function openStore(file: string, options: StoreOptions = {}): Store {
  const inMemory = file === ':memory:';
  if (!inMemory) mkdirSync(dirname(file), { recursive: true });
  const unlock = inMemory ? () => {} : lockFile(file);
  let db: Database.Database | null = null;
  try {
    db = new Database(file);
    const found = versionOf(db);
    if (found !== STORE_VERSION && found !== null) {
      if (options.onIncompatible !== 'reset') throw new IncompatibleDatabaseError(file, found, STORE_VERSION);
      db.close();
      removeFiles(file);
      db = new Database(file);
    }
    prepareDatabase(db);
    return wrap(db, unlock);
  } catch (error) {
    db?.close();
    unlock();
    throw error;
  }
}

/** Deletes a database with everything beside it. The file must not be open. */
export function removeFiles(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Null for an empty database. */
function versionOf(db: Database.Database): number | null {
  let version: number;
  let tables: number;
  try {
    version = Number((db.prepare('PRAGMA user_version').raw(true).get() as unknown[])[0]);
    tables = Number((db.prepare('SELECT count(*) FROM sqlite_master').raw(true).get() as unknown[])[0]);
  } catch (error) {
    if (error instanceof Error && /not a database/i.test(error.message)) return -1;
    throw error;
  }
  return version === 0 && tables === 0 ? null : version;
}

function prepareDatabase(db: Database.Database): void {
  for (const pragma of ['journal_mode=WAL', 'synchronous=NORMAL', 'temp_store=MEMORY', 'cache_size=-65536', CHECKPOINT]) {
    const statement = db.prepare(`PRAGMA ${pragma}`);
    if (statement.reader) statement.get();
    else statement.run();
  }
  if (versionOf(db) !== null) return;
  db.exec(
    `BEGIN; CREATE TABLE "$meta" (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID; PRAGMA user_version=${STORE_VERSION}; COMMIT`,
  );
}

function wrap(db: Database.Database, unlock: () => void): Store {
  const cache = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    if (sql.length > LONGEST_CACHED) return prepareGuarded(db, sql);
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size >= MAX_CACHED_STATEMENTS) cache.delete(cache.keys().next().value as string);
    const made = prepareGuarded(db, sql);
    cache.set(sql, made);
    return made;
  };
  const named = (verb: string, name: string): void => {
    if (!SAVEPOINT_NAME.test(name)) throw new Error(`Not a savepoint name: ${name}`);
    db.exec(`${verb} ${name}`);
  };
  let closed = false;
  return {
    prepare,
    exec: (sql) => void db.exec(sql),
    get inTransaction() {
      return db.inTransaction;
    },
    begin: () => void db.exec('BEGIN IMMEDIATE'),
    commit: () => void db.exec('COMMIT'),
    rollback: () => void db.exec('ROLLBACK'),
    savepoint: (name) => named('SAVEPOINT', name),
    rollbackTo: (name) => named('ROLLBACK TO', name),
    release: (name) => named('RELEASE', name),
    close: () => {
      if (closed) return;
      closed = true;
      cache.clear();
      // SQLite closes the file for good when the last statement is garbage: until then nobody else may need the log beside it
      db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      db.close();
      unlock();
    },
  };
}

function prepareGuarded(db: Database.Database, sql: string): Statement {
  const arity = countParameters(sql);
  const statement = db.prepare(sql);
  const reader = statement.reader;
  if (reader) statement.raw(true);
  return {
    run: (...binds: SqlValue[]) => {
      checkBinds(binds, arity, sql);
      if (reader) return { changes: statement.all(binds).length };
      return { changes: statement.run(binds).changes };
    },
    all: (...binds: SqlValue[]) => {
      checkBinds(binds, arity, sql);
      return statement.all(binds) as SqlValue[][];
    },
    get: (...binds: SqlValue[]) => {
      checkBinds(binds, arity, sql);
      return statement.get(binds) as SqlValue[] | undefined;
    },
  };
}
