import type { Field, ObjectType } from '../../schema/model';
import { columnOf, comparableColumnOf, tableOf } from '../../soql/naming';
import type { SqlValue } from '../../store/port';
import type { DataContext } from '../port';

/** Ids of live records by the key (`keyOfValue`) of one field. The condition fits the field's partial index. */
export function findByKey(object: ObjectType, field: Field, keys: readonly SqlValue[], context: DataContext): Map<SqlValue, string[]> {
  const column = comparableColumnOf(field);
  const deleted = object.field('IsDeleted');
  const found = context.store
    .prepare(
      `SELECT ${column}, "Id" FROM ${tableOf(object)} WHERE ${column} IN (SELECT value FROM json_each(?)) AND ${column} IS NOT NULL` +
        (deleted ? ` AND ${columnOf(deleted)} = 0` : ''),
    )
    .all(JSON.stringify(keys));
  const result = new Map<SqlValue, string[]>();
  for (const [key, id] of found) {
    const ids = result.get(key as SqlValue);
    if (ids) ids.push(id as string);
    else result.set(key as SqlValue, [id as string]);
  }
  return result;
}
