import type { SqlValue, Store } from '../store/port';

/** Text of an id column; null where the row has none. */
export type Row = readonly SqlValue[];

/** Quoted name of the table of an object or of a column, as `data` lays them out. */
export const quoted = (name: string): string => `"${name}"`;

/** Rows of one object with `column` among `ids`, which are bound as one JSON list so that the statement stays the same. */
export function rowsIn(store: Store, object: string, columns: readonly string[], column: string, ids: readonly string[]): Row[] {
  const list = columns.map(quoted).join(', ');
  const sql = `SELECT ${list} FROM ${quoted(object)} WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))`;
  return store.prepare(sql).all(JSON.stringify(ids));
}

export const textOf = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);
export const isTrue = (value: SqlValue | undefined): boolean => value === 1 || value === 1n;
