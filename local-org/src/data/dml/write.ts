import { equalsExactly } from '../../kernel/equality';
import type { SObject } from '../../kernel/sobject';
import type { Field, ObjectType } from '../../schema/model';
import { columnOf, fold, foldedColumnOf, isFolded, isStored, tableOf } from '../../soql/naming';
import type { SqlValue, Store } from '../../store/port';
import { encode } from '../codec';

/** Rows per INSERT: large enough that the statement's own cost vanishes, small enough for SQLite's 32,766 parameters. */
const BATCHES = [50, 10, 1] as const;
const MAX_PARAMETERS = 30_000;

const stored = new WeakMap<ObjectType, readonly Field[]>();

function storedFieldsOf(object: ObjectType): readonly Field[] {
  let known = stored.get(object);
  if (!known) stored.set(object, (known = object.fields.filter(isStored)));
  return known;
}

function addBinds(binds: SqlValue[], field: Field, folded: boolean, value: unknown): void {
  const encoded = encode(field, value);
  binds.push(encoded);
  if (folded) binds.push(typeof encoded === 'string' ? fold(encoded) : null);
}

/** Inserts records as they are: ids and audit fields are already set. Columns that are null in all of them are left out. */
export function insertRecords(store: Store, object: ObjectType, records: readonly SObject[]): void {
  if (records.length === 0) return;
  const fields = storedFieldsOf(object).filter((f) => f.type === 'boolean' || records.some((r) => r.values[f.slot] !== null && r.values[f.slot] !== undefined)); // prettier-ignore
  const folded = fields.map(isFolded);
  const columns = fields.flatMap((field, i) => (folded[i] ? [columnOf(field), foldedColumnOf(field)] : [columnOf(field)]));
  const one = `(${columns.map(() => '?').join(', ')})`;
  let at = 0;
  for (const size of BATCHES) {
    if (size > 1 && size * columns.length > MAX_PARAMETERS) continue;
    const rest = records.length - at;
    if (rest < size) continue;
    const statement = store.prepare(`INSERT INTO ${tableOf(object)} (${columns.join(', ')}) VALUES ${Array(size).fill(one).join(', ')}`);
    for (; records.length - at >= size; at += size) {
      const binds: SqlValue[] = [];
      for (let i = at; i < at + size; i++) {
        const { values } = records[i] as SObject;
        for (let f = 0; f < fields.length; f++) {
          const field = fields[f] as Field;
          addBinds(binds, field, folded[f] as boolean, values[field.slot]);
        }
      }
      statement.run(...binds);
    }
  }
}

/** Writes the fields that differ from the old image. */
export function updateRecords(store: Store, object: ObjectType, rows: readonly { record: SObject; old: SObject | null }[]): void {
  const fields = storedFieldsOf(object);
  for (const { record, old } of rows) {
    const changed = fields.filter(
      (field) => field.type !== 'id' && (!old || !equalsExactly(record.values[field.slot] ?? null, old.values[field.slot] ?? null)),
    );
    if (changed.length === 0) continue;
    const binds: SqlValue[] = [];
    const sets: string[] = [];
    for (const field of changed) {
      const folded = isFolded(field);
      sets.push(`${columnOf(field)} = ?`);
      if (folded) sets.push(`${foldedColumnOf(field)} = ?`);
      addBinds(binds, field, folded, record.values[field.slot]);
    }
    store.prepare(`UPDATE ${tableOf(object)} SET ${sets.join(', ')} WHERE "Id" = ?`).run(...binds, record.id);
  }
}
