import type { QueryOptions } from '../data/port';
import type { Transaction } from '../engine/transaction';
import { ApexMap } from '../kernel/collections';
import { ApexException } from '../kernel/exceptions';
import type { SObject } from '../kernel/sobject';
import { requireQuery } from '../soql';
import { deleteCursorsBefore, readCursorRows, writeCursorRows } from './cursor-rows';

const LIFETIME_MS = 48 * 3_600_000;

/**
 * `Database.getCursor`: fixes the row set now, as a list of ids, in the running transaction. The cursor's id survives
 * serialization into jobs and restarts. Rows of the set do not count as query rows until they are fetched.
 */
export function openCursor(transaction: Transaction, soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions): string {
  const { store, clock, runtime } = transaction;
  transaction.limits.use('queries');
  const { ids } = runtime.data.open(soql, binds, { ...options, api: true });
  transaction.beginWrite();
  deleteCursorsBefore(store, clock.now() - LIFETIME_MS);
  const id = runtime.counters.nextId('0Uc');
  store
    .prepare('INSERT INTO "local#cursor" (id, created, soql, mode, sharing, count, ids, binds) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, clock.now(), soql, options.mode, options.sharing ? 1 : 0, ids.length, '', savedBinds(transaction, soql, binds));
  writeCursorRows(store, id, ids);
  return id;
}

/** `Cursor.getNumRecords()`. */
export function countCursor(transaction: Transaction, id: string): number {
  return find(transaction, id).count;
}

/** `Cursor.fetch(position, count)`: rows in the cursor's order; deleted ones are left out. One SOQL query and one fetch call. */
export function fetchCursor(transaction: Transaction, id: string, position: number, count: number): SObject[] {
  transaction.limits.use('cursorFetches');
  const cursor = find(transaction, id);
  if (position < 0 || count < 0 || position > cursor.count || position + count > cursor.count) {
    throw new ApexException(
      'System.InvalidParameterValueException',
      `Cursor fetch out of range: position ${position}, count ${count}, rows ${cursor.count}`,
    );
  }
  if (count === 0) return [];
  const ids = readCursorRows(transaction.store, id, position, count);
  transaction.limits.use('queries');
  return [...transaction.runtime.data.open(cursor.soql, cursor.binds, cursor.options, ids).page(0, count)];
}

interface Cursor {
  readonly soql: string;
  readonly count: number;
  readonly options: QueryOptions;
  readonly binds: ReadonlyMap<string, unknown>;
}

/** Values of the binds that child queries use, which run anew for every page; null when there are none. */
function savedBinds({ runtime, schema }: Transaction, soql: string, binds: ReadonlyMap<string, unknown>): string | null {
  const names = new Set(requireQuery(soql, schema).select.flatMap((item) => (item.kind === 'child' ? item.query.binds : [])));
  if (names.size === 0) return null;
  const values = ApexMap.ofType<string, unknown>('String', 'Object');
  for (const name of names) values.entries.set(name, [name, binds.get(name) ?? null]);
  return runtime.program.serialize(values);
}

function readBinds({ runtime }: Transaction, saved: unknown): ReadonlyMap<string, unknown> {
  if (typeof saved !== 'string') return new Map();
  const { entries } = runtime.program.deserialize(saved) as ApexMap<string, unknown>;
  return new Map(entries.values());
}

function find(transaction: Transaction, id: string): Cursor {
  const { store, clock } = transaction;
  const row = store.prepare('SELECT soql, mode, sharing, count, created, binds FROM "local#cursor" WHERE id = ?').get(id);
  if (!row || Number(row[4]) < clock.now() - LIFETIME_MS) {
    throw new ApexException('System.FatalCursorException', 'The cursor has expired or does not exist.');
  }
  const mode = row[1] === 'user' ? 'user' : 'system';
  return { soql: String(row[0]), count: Number(row[3]), options: { mode, sharing: row[2] === 1 }, binds: readBinds(transaction, row[5]) };
}
