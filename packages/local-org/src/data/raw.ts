import type { SObject } from '../kernel/sobject';
import type { ObjectType } from '../schema/model';
import { comparableColumnOf, tableOf } from '../soql/naming';
import type { SqlValue, Store } from '../store/port';
import { keyOfValue } from './dml/unique';
import { insertRecords, updateRecords } from './dml/write';
import { loadByIds, loadWhere } from './whole';

/**
 * Writes whole records as they are: no triggers, limits, access, validation or audit. For deployers (profiles, custom
 * metadata, sample users) and hooks that keep derived rows. Records carry their Id.
 */
export function writeRaw(store: Store, object: ObjectType, records: readonly SObject[]): void {
  const known = loadByIds(store, object, records.map((record) => record.id).filter((id) => id !== null)); // prettier-ignore
  const fresh = records.filter((record) => record.id === null || !known.has(record.id));
  if (fresh.some((record) => record.id === null)) throw new Error(`A record of ${object.name} without Id cannot be written raw`);
  insertRecords(store, object, fresh);
  const changed = records.filter((record) => record.id !== null && known.has(record.id));
  updateRecords(store, object, changed.map((record) => ({ record: merged(record, known.get(record.id as string) as SObject), old: known.get(record.id as string) as SObject }))); // prettier-ignore
}

/** Unset fields keep what the database holds. */
function merged(record: SObject, old: SObject): SObject {
  old.values.forEach((value, slot) => {
    if (record.values[slot] === undefined) record.values[slot] = value;
  });
  return record;
}

/** Like `writeRaw`, matching by a key field; the record gets the stored Id, or one from `nextId` when it is new. */
export function upsertRaw(
  store: Store,
  object: ObjectType,
  keyField: string,
  records: readonly SObject[],
  nextId: (object: ObjectType) => string,
): void {
  const field = object.field(keyField);
  if (!field) throw new Error(`No field ${keyField} on ${object.name}`);
  for (const record of records) {
    const key: SqlValue = keyOfValue(field, record.values[field.slot]);
    const found = store.prepare(`SELECT "Id" FROM ${tableOf(object)} WHERE ${comparableColumnOf(field)} = ?`).get(key);
    record.set('Id', found ? found[0] : (record.id ?? nextId(object)));
  }
  writeRaw(store, object, records);
}

export function deleteRaw(store: Store, object: ObjectType, ids: readonly string[]): void {
  store.prepare(`DELETE FROM ${tableOf(object)} WHERE "Id" IN (SELECT value FROM json_each(?))`).run(JSON.stringify(ids));
}

export { loadByIds, loadWhere };
