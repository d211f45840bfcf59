import { SObject } from '../kernel/sobject';
import type { Field, ObjectType } from '../schema/model';
import { columnOf, isStored, tableOf } from '../soql/naming';
import type { SqlValue, Store } from '../store/port';
import { decoderOf, type Decoder } from './codec';

interface WholeReader {
  readonly select: string;
  readonly cells: readonly { readonly slot: number; readonly decode: Decoder }[];
}

const readers = new WeakMap<ObjectType, WholeReader>();

function wholeReader(object: ObjectType): WholeReader {
  let known = readers.get(object);
  if (!known) {
    const fields: Field[] = object.fields.filter(isStored);
    known = {
      select: `SELECT ${fields.map(columnOf).join(', ')} FROM ${tableOf(object)}`,
      cells: fields.map((field) => ({ slot: field.slot, decode: decoderOf(field) })),
    };
    readers.set(object, known);
  }
  return known;
}

function readWhole(object: ObjectType, reader: WholeReader, row: readonly SqlValue[]): SObject {
  const record = new SObject(object);
  const values: unknown[] = new Array<unknown>(object.fields.length).fill(null);
  reader.cells.forEach((cell, i) => {
    values[cell.slot] = cell.decode(row[i] as SqlValue);
  });
  record.values = values;
  return record;
}

/** Whole records by id, deleted ones included: what DML loads as old images. No limits, no access checks. */
export function loadByIds(store: Store, object: ObjectType, ids: readonly string[]): Map<string, SObject> {
  return new Map(
    loadWhere(store, object, '"Id" IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]).map((r) => [r.id as string, r]),
  );
}

/** Whole records by a SQL condition of ours (columns quoted, values as binds), in insertion order. */
export function loadWhere(store: Store, object: ObjectType, condition: string, binds: readonly SqlValue[]): SObject[] {
  const reader = wholeReader(object);
  return store
    .prepare(`${reader.select} WHERE ${condition} ORDER BY "$row"`)
    .all(...binds)
    .map((row) => readWhole(object, reader, row));
}
