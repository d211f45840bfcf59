import { equalsExactly } from '../../kernel/equality';
import type { SObject } from '../../kernel/sobject';
import type { ObjectType } from '../../schema/model';
import { tableOf } from '../../soql/naming';
import type { SqlValue, Store } from '../../store/port';
import { columnsOfObject, type Column } from '../cells';
import { encode } from '../codec';

/** Rows per INSERT: large enough that the statement's own cost vanishes, small enough for SQLite's 32,766 parameters. */
const BATCHES = [50, 10, 1] as const;
const MAX_PARAMETERS = 30_000;

/** Inserts records as they are: ids and audit fields are already set. Columns that are empty (or unchecked) in all of them are left out. */
export function insertRecords(store: Store, object: ObjectType, records: readonly SObject[]): void {
  if (records.length === 0) return;
  const columns: Column[] = [];
  const contents: SqlValue[][] = [];
  for (const ofField of columnsOfObject(object)) {
    const slot = (ofField[0] as Column).field.slot;
    const field = (ofField[0] as Column).field;
    if (!records.some((record) => hasContent(record.values[slot]))) continue;
    const encoded = records.map((record) => encode(field, record.values[slot]));
    for (const column of ofField) {
      const content = column.derive ? encoded.map(column.derive) : encoded;
      if (column.derive && content.every((value) => value === null)) continue;
      columns.push(column);
      contents.push(content);
    }
  }
  const head = `INSERT INTO ${tableOf(object)} (${columns.map((column) => column.sql).join(', ')}) VALUES `;
  const one = `(${columns.map(() => '?').join(', ')})`;
  let at = 0;
  for (const size of BATCHES) {
    if (size > 1 && (size * columns.length > MAX_PARAMETERS || records.length - at < size)) continue;
    const statement = store.prepare(head + Array<string>(size).fill(one).join(', '));
    for (; records.length - at >= size; at += size) {
      const binds: SqlValue[] = [];
      for (let row = at; row < at + size; row++) for (const content of contents) binds.push(content[row] as SqlValue);
      statement.run(...binds);
    }
  }
}

/** False for what a column holds by default: nothing, or an unchecked box. */
function hasContent(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== '';
}

/** Writes the fields that differ from the old image. */
export function updateRecords(store: Store, object: ObjectType, rows: readonly { record: SObject; old: SObject | null }[]): void {
  for (const { record, old } of rows) {
    const sets: string[] = [];
    const binds: SqlValue[] = [];
    for (const ofField of columnsOfObject(object)) {
      const { field } = ofField[0] as Column;
      const value = record.values[field.slot] ?? null;
      if (field.type === 'id' || (old && equalsExactly(value, old.values[field.slot] ?? null))) continue;
      const encoded = encode(field, value);
      for (const column of ofField) {
        sets.push(`${column.sql} = ?`);
        binds.push(column.derive ? column.derive(encoded) : encoded);
      }
    }
    if (sets.length > 0) store.prepare(`UPDATE ${tableOf(object)} SET ${sets.join(', ')} WHERE "Id" = ?`).run(...binds, record.id);
  }
}
