import { createHash } from 'node:crypto';
import type { Field, ObjectType, Schema } from '../schema/model';
import { columnOf, comparableColumnOf, isStored, isText, ROW_COLUMN, tableOf } from '../soql/naming';
import { readMeta, writeMeta } from '../store';
import type { SqlValue, Store } from '../store/port';
import { columnsOfObject, type Column } from './cells';
import { sqlTypeOf } from './codec';

/** A field whose type changed so that the stored values no longer fit. */
export class ChangedFieldError extends Error {
  constructor(object: string, field: string, from: string, to: string) {
    super(
      `The type of ${object}.${field} changed from ${from} to ${to}; the stored records do not fit. Start with --reset or another --db`,
    );
    this.name = 'ChangedFieldError';
  }
}

/**
 * Makes the database fit the schema: a table per object, a column per stored field, indexes where lookups need them. New
 * fields are added, removed ones stay. Throws ChangedFieldError, with nothing changed, when a field's type changed.
 */
export function migrate(store: Store, schema: Schema): void {
  const wanted = signatureOf(schema);
  if (readMeta(store, 'tables') === wanted) return;
  const own = !store.inTransaction;
  if (own) store.begin();
  try {
    const keys = keyNames(schema);
    for (const object of schema.objects) migrateObject(store, object, keys);
    writeMeta(store, 'tables', wanted);
    if (own) store.commit();
  } catch (error) {
    if (own) store.rollback();
    throw error;
  }
}

/** Changes exactly when a table, a column or an index does: the schema's own hash knows only the project's files. */
function signatureOf(schema: Schema): string {
  const hash = createHash('sha256');
  const keys = keyNames(schema);
  for (const object of schema.objects) {
    hash.update(`${object.name}:`);
    for (const column of columnsOf(object)) hash.update(`${column.sql} ${column.type}${isIndexed(column.field, keys) ? '*' : ''},`);
  }
  return hash.digest('hex');
}

function migrateObject(store: Store, object: ObjectType, keys: ReadonlySet<string>): void {
  const existing = new Map(
    store
      .prepare('SELECT name, type FROM pragma_table_info(?)')
      .all(object.name)
      .map(([name, type]) => [name as string, type as string]),
  );
  const wanted = columnsOf(object);
  if (existing.size === 0) {
    const columns = [`${ROW_COLUMN} INTEGER PRIMARY KEY`, ...wanted.map(declarationOf)];
    store.exec(`CREATE TABLE ${tableOf(object)} (${columns.join(', ')})`);
  } else {
    for (const column of wanted) {
      const name = column.sql.slice(1, -1);
      const type = existing.get(name);
      if (type === undefined) addColumn(store, object, column, existing.has(column.field.name));
      else if (type !== column.type) throw new ChangedFieldError(object.name, column.field.name, type, column.type);
    }
  }
  for (const field of object.fields) if (isIndexed(field, keys)) createIndex(store, object, field);
}

interface TypedColumn extends Column {
  readonly type: string;
}

function columnsOf(object: ObjectType): TypedColumn[] {
  return columnsOfObject(object).flatMap((columns) =>
    columns.map((column) => ({ ...column, type: column.derive ? 'TEXT' : sqlTypeOf(column.field) })),
  );
}

/** Unchecked boxes are the default, so that inserts may leave them out. */
function declarationOf(column: TypedColumn): string {
  return `${column.sql} ${column.type}${column.field.type === 'boolean' ? ' NOT NULL DEFAULT 0' : ''}`;
}

function addColumn(store: Store, object: ObjectType, column: TypedColumn, hasValues: boolean): void {
  store.exec(`ALTER TABLE ${tableOf(object)} ADD COLUMN ${declarationOf(column)}`);
  if (column.field.defaultValue === true) store.exec(`UPDATE ${tableOf(object)} SET ${column.sql} = 1`);
  if (hasValues && column.derive) fillDerived(store, object, column, column.derive);
}

/** A field that became filterable or sortable gets what its new column would hold had it always been there. */
function fillDerived(store: Store, object: ObjectType, column: TypedColumn, derive: (value: SqlValue) => SqlValue): void {
  const rows = store
    .prepare(`SELECT ${ROW_COLUMN}, ${columnOf(column.field)} FROM ${tableOf(object)} WHERE ${columnOf(column.field)} IS NOT NULL`)
    .all();
  const update = store.prepare(`UPDATE ${tableOf(object)} SET ${column.sql} = ? WHERE ${ROW_COLUMN} = ?`);
  for (const [row, value] of rows) update.run(derive(value as SqlValue), row as SqlValue);
}

/** Names of text fields that identify a record of some object. */
function keyNames(schema: Schema): ReadonlySet<string> {
  const keys = schema.objects.flatMap((object) =>
    object.fields.filter((f) => isText(f) && !f.nameField && (f.unique || f.externalId || f.idLookup)),
  );
  return new Set(keys.map((field) => field.name));
}

/**
 * Only what lookups need, because an index costs every insert: ids, lookups, keys, and text named like the key of another
 * object, which is what records are matched by (a user's EmployeeNumber).
 */
function isIndexed(field: Field, keys: ReadonlySet<string>): boolean {
  if (!isStored(field) || AUDIT.has(field.name)) return false;
  if (field.type === 'id' || field.type === 'reference' || field.unique || field.externalId || field.idLookup) return true;
  return isText(field) && field.filterable && keys.has(field.name);
}

/** Their index would cost every write and serve no lookup of ours. */
const AUDIT: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById', 'OwnerId', 'RecordTypeId']);

function createIndex(store: Store, object: ObjectType, field: Field): void {
  const column = comparableColumnOf(field);
  const name = `"${object.name}.${field.name}"`;
  if (field.type === 'id') store.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${name} ON ${tableOf(object)} (${column})`);
  else store.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${tableOf(object)} (${column}) WHERE ${column} IS NOT NULL`);
}
