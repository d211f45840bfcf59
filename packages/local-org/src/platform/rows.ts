import { equalsExactly } from '../kernel/equality';
import { SObject } from '../kernel/sobject';
import { ApexDatetime } from '../kernel/values';
import { formatAutoNumber } from '../data/dml/identify';
import { insertRecords } from '../data/dml/write';
import type { Row } from '../data/hooks';
import type { DataContext } from '../data/port';
import type { ObjectType } from '../schema/model';

/** Text of a field of the row's record; null when it is empty. */
export function textAt(record: SObject, field: string): string | null {
  const value = record.get(field);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** True for a new row with a value, and for a changed row whose value differs from the stored one. */
export function changes(row: Row, field: string): boolean {
  const value = row.record.get(field) ?? null;
  return row.old ? !equalsExactly(value, row.old.get(field) ?? null) : value !== null;
}

export const alive = (rows: readonly Row[]): Row[] => rows.filter((row) => row.errors.length === 0);

/** Fails new rows whose two references another record has too, or a row before them. */
export function refusePairs(rows: readonly Row[], context: DataContext, object: string, first: string, second: string): void {
  const find = context.store.prepare(`SELECT "Id" FROM "${object}" WHERE "${first}" = ? AND "${second}" = ? LIMIT 1`);
  const claimed = new Set<string>();
  for (const row of alive(rows)) {
    const [one, other] = [textAt(row.record, first), textAt(row.record, second)];
    const holder = find.get(one, other)?.[0] ?? (claimed.has(`${one}|${other}`) ? '<unknown>' : undefined);
    claimed.add(`${one}|${other}`);
    if (holder === undefined) continue;
    row.fail('DUPLICATE_VALUE', `duplicate value found: ${first} duplicates value on record with id: ${String(holder)}`, [first]);
  }
}

/** The object, which the schema has whenever a hook for it or for one of its references runs. */
export function objectOf(context: DataContext, name: string): ObjectType {
  const object = context.schema.object(name);
  if (!object) throw new Error(`No object ${name} in this org`);
  return object;
}

/**
 * Inserts rows that follow from other rows: no triggers, no validation, no limits. A row without `Id` draws one, and
 * every row its auto numbers. Gives the ids in order.
 */
export function insertFollowing(context: DataContext, name: string, rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  if (rows.length === 0) return [];
  const object = objectOf(context, name);
  const now = new ApexDatetime(Math.floor(context.clock.now() / 1000) * 1000);
  const blank = object.fields.map((field) => field.defaultValue ?? null);
  const audit = {
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
    CreatedById: context.userId,
    LastModifiedById: context.userId,
  };
  for (const [field, value] of Object.entries(audit)) if (object.slotOf(field) >= 0) blank[object.slotOf(field)] = value;
  const slots = new Map(Object.keys(rows[0] ?? {}).map((field) => [field, object.slotOf(field)]));
  const idSlot = object.slotOf('Id');
  const autoNumbers = object.fields.filter((field) => field.autoNumber);
  const records = rows.map((values) => {
    const record = new SObject(object);
    record.values = blank.slice();
    for (const [field, slot] of slots) record.values[slot] = values[field] ?? null;
    record.values[idSlot] ??= context.nextId(object);
    for (const field of autoNumbers)
      record.values[field.slot] = formatAutoNumber(field, context.nextAutoNumber(object, field.name), context.clock.now());
    return record;
  });
  insertRecords(context.store, object, records);
  return records.map((record) => record.id ?? '');
}

/** First columns by id: one query for all ids. */
export function lookUp(
  context: DataContext,
  name: string,
  columns: readonly string[],
  column: string,
  ids: Iterable<string>,
): Map<string, (string | number | null)[]> {
  const list = [column, ...columns].map((c) => `"${c}"`).join(', ');
  const rows = context.store
    .prepare(`SELECT ${list} FROM "${name}" WHERE "${column}" IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify([...new Set(ids)]));
  return new Map(rows.map(([key, ...values]) => [String(key), values as (string | number | null)[]]));
}

/** A person's full name as the platform composes it, without the salutation. */
export function fullName(record: SObject): string | null {
  const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].map((field) => textAt(record, field));
  const name = parts.filter((part) => part !== null).join(' ');
  return name === '' ? null : name;
}
