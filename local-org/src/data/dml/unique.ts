import type { Field, ObjectType } from '../../schema/model';
import { fold, isFolded } from '../../soql/naming';
import type { SqlValue } from '../../store/port';
import { encode } from '../codec';
import { findByKey } from './keys';
import { isAlive, type Statement, type WorkRow } from './statement';
import { changes } from './validate';

/** What two values must share to be duplicates. */
export function keyOfValue(field: Field, value: unknown): SqlValue {
  return isFolded(field) && typeof value === 'string' ? fold(value) : encode(field, value);
}

/**
 * Unique fields, judged on the state after the whole statement: a row of the same statement that gives its value up is no
 * obstacle (facts 6.4), and deleted rows never are.
 */
export function checkUnique(rows: readonly WorkRow[], statement: Statement): void {
  const { object } = statement;
  for (const field of object.fields) {
    if (!field.unique || field.type === 'id') continue;
    const wanted = new Map<SqlValue, WorkRow[]>();
    for (const row of rows) {
      const value = row.record.values[field.slot];
      if (!isAlive(row) || value === null || value === undefined || !changes(row, field)) continue;
      const key = keyOfValue(field, value);
      const same = wanted.get(key);
      if (same) same.push(row);
      else wanted.set(key, [row]);
    }
    if (wanted.size > 0) checkField(field, wanted, statement);
  }
}

function checkField(field: Field, wanted: ReadonlyMap<SqlValue, readonly WorkRow[]>, statement: Statement): void {
  const holders = findByKey(statement.object, field, [...wanted.keys()], statement.context);
  for (const [key, claimants] of wanted) {
    const holder = (holders.get(key) ?? []).find((id) => !givesUp(id, field, key, statement));
    let first: WorkRow | null = null;
    for (const row of claimants) {
      const own = row.record.id;
      if (holder !== undefined && holder !== own) failDuplicate(row, field, holder);
      else if (first) failDuplicate(row, field, idOf(first, statement));
      else first = row;
    }
  }
}

/** A new record that others collide with gets its Id now, so that their message can name it. */
function idOf(row: WorkRow, statement: Statement): string {
  if (row.record.id === null) row.record.set('Id', statement.context.nextId(statement.object));
  return row.record.id as string;
}

/** True when this statement sets another value on the record that holds the key now. */
function givesUp(id: string, field: Field, key: SqlValue, statement: Statement): boolean {
  const row = rowById(statement).get(id);
  if (!row || !isAlive(row)) return false;
  const next = row.old ? row.record.values[field.slot] : row.source.values[field.slot];
  return next !== undefined && keyOfValue(field, next) !== key;
}

const rowsById = new WeakMap<Statement, Map<string, WorkRow>>();

function rowById(statement: Statement): Map<string, WorkRow> {
  let known = rowsById.get(statement);
  if (!known) {
    known = new Map();
    for (const row of statement.rows) if (row.operation === 'update' && row.source.id) known.set(row.source.id, row);
    rowsById.set(statement, known);
  }
  return known;
}

function failDuplicate(row: WorkRow, field: Field, holder: string): void {
  row.fail('DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${holder}`, [field.name]);
}

/** Fields that upsert may match on. */
export function externalIdField(object: ObjectType, name: string): Field | undefined {
  const field = object.field(name);
  return field && (field.externalId || field.idLookup || field.type === 'id') ? field : undefined;
}
