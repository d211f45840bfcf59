import { toId18 } from '../../kernel/ids';
import type { Field, ObjectType } from '../../schema/model';
import { fold, isFolded } from '../../soql/naming';
import type { SqlValue } from '../../store/port';
import { encode } from '../codec';
import { findByKey } from './keys';
import { normalizeValue } from './normalize';
import { isAlive, type Statement, type WorkRow } from './statement';
import { changes } from './validate';

/** What two values must share to be duplicates. */
export function keyOfValue(field: Field, value: unknown): SqlValue {
  return isFolded(field) && typeof value === 'string' ? fold(value) : encode(field, value);
}

/**
 * Unique fields, judged on the state after the whole statement: a row of the same statement that gives its value up is no
 * obstacle (aer's changelog), and deleted rows never are. A row that fails keeps its value after all, so the check is repeated
 * until nothing changes.
 */
export function checkUnique(rows: readonly WorkRow[], statement: Statement): void {
  const fields = statement.object.fields.filter((field) => field.unique && field.type !== 'id');
  if (fields.length === 0) return;
  const movers = moversOf(rows, statement);
  let alive = -1;
  for (let left = rows.filter(isAlive); left.length !== alive; left = left.filter(isAlive)) {
    alive = left.length;
    for (const field of fields) {
      const wanted = wantedKeys(field, left.filter(isAlive));
      if (wanted.size > 0) checkField(field, wanted, movers, statement);
    }
  }
}

function wantedKeys(field: Field, rows: readonly WorkRow[]): Map<SqlValue, WorkRow[]> {
  const wanted = new Map<SqlValue, WorkRow[]>();
  for (const row of rows) {
    const value = row.record.values[field.slot];
    if (value === null || value === undefined || !changes(row, field)) continue;
    const key = keyOfValue(field, value);
    const same = wanted.get(key);
    if (same) same.push(row);
    else wanted.set(key, [row]);
  }
  return wanted;
}

type Movers = ReadonlyMap<string, WorkRow>;

/** Updated rows whose new values count: all of an all-or-none statement, else those that stand or fall together, the chunk's. */
function moversOf(chunk: readonly WorkRow[], statement: Statement): Movers {
  const movers = new Map<string, WorkRow>();
  for (const row of statement.options.allOrNone ? statement.rows : chunk) {
    const id = row.operation === 'update' && row.source.id ? toId18(row.source.id) : null;
    if (id !== null) movers.set(id, row);
  }
  return movers;
}

function checkField(field: Field, wanted: ReadonlyMap<SqlValue, readonly WorkRow[]>, movers: Movers, statement: Statement): void {
  const holders = findByKey(statement.object, field, [...wanted.keys()], statement.context);
  for (const [key, claimants] of wanted) {
    const holder = (holders.get(key) ?? []).find((id) => !givesUp(movers.get(id), field, key));
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

/** True when the row sets another value on the record that holds the key now. Rows of later chunks have no image yet. */
function givesUp(row: WorkRow | undefined, field: Field, key: SqlValue): boolean {
  if (!row || !isAlive(row)) return false;
  const next = row.old ? row.record.values[field.slot] : row.source.values[field.slot];
  if (next === undefined) return false;
  const normal = normalizeValue(field, next);
  return typeof normal !== 'symbol' && keyOfValue(field, normal) !== key;
}

function failDuplicate(row: WorkRow, field: Field, holder: string): void {
  row.fail('DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${holder}`, [field.name]);
}

/** Fields that upsert may match on. */
export function externalIdField(object: ObjectType, name: string): Field | undefined {
  const field = object.field(name);
  return field && (field.externalId || field.idLookup || field.type === 'id') ? field : undefined;
}
