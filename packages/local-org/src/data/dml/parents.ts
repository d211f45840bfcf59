import { SObject } from '../../kernel/sobject';
import type { Field, ObjectType } from '../../schema/model';
import type { SqlValue } from '../../store/port';
import { findByKey } from './keys';
import { normalizeValue } from './normalize';
import type { Statement, WorkRow } from './statement';
import { keyOfValue } from './unique';

interface Reference {
  readonly row: WorkRow;
  readonly lookup: Field;
  readonly target: ObjectType;
  readonly key: Field;
  readonly value: unknown;
}

/**
 * Lookups given as a parent record with an external id (`new Car__c(Driver__r = new Person__c(Code__c = 'x'))`, `Driver__r.Code__c`
 * in REST and Bulk) instead of an Id. Gives the ids by row and slot; a key that nobody or several have fails the row.
 */
export function resolveParents(rows: readonly WorkRow[], statement: Statement): Map<WorkRow, Map<number, string>> {
  const byKey = new Map<Field, Reference[]>();
  for (const row of rows) {
    for (const reference of referencesOf(row, statement)) {
      const same = byKey.get(reference.key);
      if (same) same.push(reference);
      else byKey.set(reference.key, [reference]);
    }
  }
  const result = new Map<WorkRow, Map<number, string>>();
  for (const [key, references] of byKey) {
    const target = (references[0] as Reference).target;
    const keyed = references.map((r) => ({ ...r, sql: sqlKeyOf(key, r.value) }));
    const found = findByKey(target, key, keyed.map((r) => r.sql).filter((k) => k !== null), statement.context); // prettier-ignore
    for (const { row, lookup, value, sql } of keyed) {
      const ids = sql === null ? [] : (found.get(sql) ?? []);
      if (ids.length === 1) {
        let slots = result.get(row);
        if (!slots) result.set(row, (slots = new Map()));
        slots.set(lookup.slot, ids[0] as string);
      } else if (ids.length === 0) {
        row.fail('INVALID_FIELD', `Foreign key external ID: ${String(value)} not found for field ${key.name} in entity ${target.name}`, [
          lookup.name,
        ]);
      } else row.fail('DUPLICATE_EXTERNAL_ID', `More than one record found for external id field: [${ids.join(', ')}]`, [lookup.name]);
    }
  }
  return result;
}

function referencesOf(row: WorkRow, statement: Statement): Reference[] {
  const result: Reference[] = [];
  for (const [name, parent] of row.source.related ?? []) {
    const lookup = statement.object.parentField(name);
    if (!lookup || !(parent instanceof SObject) || parent.queried || row.source.values[lookup.slot] !== undefined) continue;
    const target = parent.shape as ObjectType;
    const keys = target.fields.filter((f) => (f.externalId || f.idLookup) && f.type !== 'id' && parent.values[f.slot] !== undefined && parent.values[f.slot] !== null); // prettier-ignore
    const key = keys[0];
    if (keys.length === 1 && key) result.push({ row, lookup, target, key, value: parent.values[key.slot] });
    else
      row.fail('INVALID_FIELD', `More than 1 field provided in an external foreign key reference in entity: ${target.name}`, [lookup.name]);
  }
  return result;
}

function sqlKeyOf(field: Field, value: unknown): SqlValue {
  const normal = normalizeValue(field, value);
  return normal === null || typeof normal === 'symbol' ? null : keyOfValue(field, normal);
}
