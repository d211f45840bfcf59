import type { SObject } from '../../kernel/sobject';
import type { ObjectType, Schema } from '../../schema/model';
import { columnOf, tableOf } from '../../soql/naming';
import type { Store } from '../../store/port';
import type { DataContext, DmlRowResult } from '../port';

/**
 * `Database.emptyRecycleBin`: removes deleted records for good, with the details that went to the bin along with them. One DML
 * statement; a record that is not in the bin is an error of its row. No triggers fire.
 */
export function purge(records: readonly SObject[], context: DataContext): DmlRowResult[] {
  if (records.length === 0) return [];
  context.limits.use('dml');
  context.limits.use('dmlRows', records.length);
  context.beginWrite();
  const byObject = new Map<ObjectType, string[]>();
  for (const { shape, id } of records) {
    const object = shape as ObjectType;
    if (id !== null) byObject.set(object, [...(byObject.get(object) ?? []), id]);
  }
  const removed = new Set<string>();
  for (const [object, ids] of byObject) {
    const found = inBin(context.store, object, 'Id', ids);
    for (const id of found) removed.add(id);
    remove(context.store, context.schema, object, found);
  }
  return records.map(({ id }, index): DmlRowResult => {
    if (id !== null && removed.has(id)) return { id, success: true, created: false, errors: [] };
    const message = 'entity is not in the recycle bin';
    return { id, success: false, created: false, errors: [{ index, id, statusCode: 'UNDELETE_FAILED', message, fields: [] }] };
  });
}

function inBin(store: Store, object: ObjectType, fieldName: string, ids: readonly string[]): string[] {
  const field = object.field(fieldName);
  const deleted = object.field('IsDeleted');
  if (!field || !deleted) return [];
  return store
    .prepare(
      `SELECT "Id" FROM ${tableOf(object)} WHERE ${columnOf(field)} IN (SELECT value FROM json_each(?)) AND ${columnOf(deleted)} = 1`,
    )
    .all(JSON.stringify(ids))
    .map(([id]) => String(id));
}

function remove(store: Store, schema: Schema, object: ObjectType, ids: readonly string[]): void {
  if (ids.length === 0) return;
  for (const { childObject, field: name } of object.references) {
    const child = schema.object(childObject);
    const field = child?.field(name);
    if (child && field && (field.masterDetail || field.deleteRule === 'cascade'))
      remove(store, schema, child, inBin(store, child, name, ids));
  }
  store.prepare(`DELETE FROM ${tableOf(object)} WHERE "Id" IN (SELECT value FROM json_each(?))`).run(JSON.stringify(ids));
}
