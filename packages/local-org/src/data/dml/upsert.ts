import { ApexException } from '../../kernel/exceptions';
import { SObject } from '../../kernel/sobject';
import type { Field, ObjectType } from '../../schema/model';
import type { SqlValue } from '../../store/port';
import type { DataContext, DmlOptions } from '../port';
import { findByKey } from './keys';
import { normalizeValue } from './normalize';
import { makeRow, type WorkRow } from './statement';
import { externalIdField, keyOfValue } from './unique';

/** Decides for every record of an upsert whether it is new, by Id or by an external id. */
export function upsertRows(
  object: ObjectType,
  records: readonly { record: SObject; index: number }[],
  options: DmlOptions,
  context: DataContext,
): WorkRow[] {
  const name = options.externalIdField ?? 'Id';
  if (name.toLowerCase() === 'id') {
    return records.map(({ record, index }) => makeRow(record, index, record.id === null ? 'insert' : 'update'));
  }
  const field = externalIdField(object, name);
  if (!field) throw new ApexException('System.SObjectException', `Invalid field ${name} for upsert of ${object.name}: not an external id`);
  const keys = records.map(({ record }) => keyOf(field, record));
  const known = findByKey(
    object,
    field,
    keys.filter((key) => key !== null),
    context,
  );
  const seen = new Map<SqlValue, number>();
  for (const key of keys) if (key !== null) seen.set(key, (seen.get(key) ?? 0) + 1);
  return records.map(({ record, index }, i) => {
    const key = keys[i] as SqlValue;
    const ids = key === null ? [] : (known.get(key) ?? []);
    const row = ids.length === 1 ? makeRow(withId(record, ids[0] as string), index, 'update') : makeRow(record, index, 'insert');
    const shown = String(record.values[field.slot] ?? '');
    if (key === null) row.fail('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);
    else if ((seen.get(key) ?? 0) > 1) row.fail('DUPLICATE_VALUE', `Duplicate external id specified: ${shown}`, [field.name]);
    else if (ids.length > 1)
      row.fail('DUPLICATE_VALUE', `more than one record found for external id field: [${ids.join(', ')}]`, [field.name]);
    return row;
  });
}

function keyOf(field: Field, record: SObject): SqlValue {
  const value = normalizeValue(field, record.values[field.slot]);
  return value === null || typeof value === 'symbol' ? null : keyOfValue(field, value);
}

/** The caller's record is not touched before the statement succeeds, so the Id goes on a copy. */
function withId(record: SObject, id: string): SObject {
  const copy = new SObject(record.shape);
  copy.values = record.values.slice();
  copy.set('Id', id);
  return copy;
}
