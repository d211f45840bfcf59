import type { Field, ObjectType } from '../schema/model';
import { columnOf, fold, foldedColumnOf, hasSortColumn, isFolded, isStored, sortColumnOf, sortKey } from '../soql/naming';
import type { SqlValue } from '../store/port';

/** One column of a table and how its content follows from the encoded value of a field. */
export interface Column {
  readonly sql: string;
  readonly field: Field;
  /** Null for the column that holds the value itself. */
  readonly derive: ((encoded: SqlValue) => SqlValue) | null;
}

const foldValue = (encoded: SqlValue): SqlValue => (typeof encoded === 'string' ? fold(encoded) : null);
const sortValue = (encoded: SqlValue): SqlValue => (typeof encoded === 'string' ? sortKey(fold(encoded)) : null);
const byField = new WeakMap<Field, readonly Column[]>();
const byObject = new WeakMap<ObjectType, readonly (readonly Column[])[]>();

/** The columns that a stored field occupies: its value first, then what is derived for comparing and sorting. */
export function columnsOfField(field: Field): readonly Column[] {
  let known = byField.get(field);
  if (!known) {
    const columns: Column[] = [{ sql: columnOf(field), field, derive: null }];
    if (isFolded(field)) columns.push({ sql: foldedColumnOf(field), field, derive: foldValue });
    if (hasSortColumn(field)) columns.push({ sql: sortColumnOf(field), field, derive: sortValue });
    byField.set(field, (known = columns));
  }
  return known;
}

/** Columns of every stored field of an object, by field. */
export function columnsOfObject(object: ObjectType): readonly (readonly Column[])[] {
  let known = byObject.get(object);
  if (!known) byObject.set(object, (known = object.fields.filter(isStored).map(columnsOfField)));
  return known;
}
