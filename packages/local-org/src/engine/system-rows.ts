import { columnsOfField } from '../data/cells';
import { encode } from '../data/codec';
import { ApexDatetime } from '../kernel/values';
import type { Field, ObjectType, Schema } from '../schema/model';
import { isStored, tableOf } from '../soql';
import type { SqlValue } from '../store/port';
import type { SystemRows } from './runtime';
import type { Transaction } from './transaction';

type Values = Readonly<Record<string, unknown>>;

/** Writes rows past triggers, validation and limits: what the platform does for its own objects. Joins the running transaction. */
export const systemRows: SystemRows = {
  insert: (transaction, objectName, values) => {
    const object = requireObject(transaction.schema, objectName);
    transaction.beginWrite();
    const id = transaction.nextId(object);
    const now = new ApexDatetime(transaction.clock.now());
    const user = transaction.userId;
    const audit = {
      CreatedDate: now,
      CreatedById: user,
      LastModifiedDate: now,
      LastModifiedById: user,
      SystemModstamp: now,
      IsDeleted: false,
    };
    const cells = cellsOf(object, { ...defaultsOf(object), ...present(object, audit), ...values, Id: id });
    const columns = cells.map((cell) => cell.column).join(', ');
    const marks = cells.map(() => '?').join(', ');
    transaction.store.prepare(`INSERT INTO ${tableOf(object)} (${columns}) VALUES (${marks})`).run(...cells.map((cell) => cell.value));
    return id;
  },
  update: (transaction, objectName, id, values) => {
    const object = requireObject(transaction.schema, objectName);
    transaction.beginWrite();
    const now = new ApexDatetime(transaction.clock.now());
    const audit = { LastModifiedDate: now, LastModifiedById: transaction.userId, SystemModstamp: now };
    const cells = cellsOf(object, { ...present(object, audit), ...values });
    const sets = cells.map((cell) => `${cell.column} = ?`).join(', ');
    transaction.store.prepare(`UPDATE ${tableOf(object)} SET ${sets} WHERE "Id" = ?`).run(...cells.map((cell) => cell.value), id);
  },
  delete: (transaction, objectName, id) => {
    transaction.beginWrite();
    transaction.store.prepare(`DELETE FROM ${tableOf(requireObject(transaction.schema, objectName))} WHERE "Id" = ?`).run(id);
  },
};

function requireObject(schema: Schema, name: string): ObjectType {
  const object = schema.object(name);
  if (!object) throw new Error(`The schema has no ${name}`);
  return object;
}

/** Only those fields that the object has: platform objects differ in their audit fields. */
function present(object: ObjectType, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => object.field(name) !== undefined));
}

function defaultsOf(object: ObjectType): Values {
  const fields = object.fields.filter((field) => isStored(field) && (field.type === 'boolean' || field.defaultValue !== null));
  return Object.fromEntries(fields.map((field) => [field.name, field.defaultValue ?? false]));
}

function cellsOf(object: ObjectType, values: Values): { readonly column: string; readonly value: SqlValue }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = requireField(object, name);
    const stored = encode(field, value);
    return columnsOfField(field).map(({ sql, derive }) => ({ column: sql, value: derive ? derive(stored) : stored }));
  });
}

function requireField(object: ObjectType, name: string): Field {
  const field = object.field(name);
  if (!field) throw new Error(`${object.name} has no field ${name}`);
  return field;
}

/** `Test.setCreatedDate`: the one way to change an audit field of a saved record. */
export function setCreatedDate(transaction: Transaction, id: string, ms: number): void {
  const object = transaction.schema.objectByPrefix(id.slice(0, 3));
  if (!object) throw new Error(`No object has the prefix of ${id}`);
  systemRows.update(transaction, object.name, id, { CreatedDate: new ApexDatetime(ms) });
}
