import type { Field, ObjectType } from '../schema/model';
import { ApexList } from './collections';
import { fail } from './fail';
import { type SObject, type Shape } from './sobject';
import { RuntimeType } from './types';

/** How natives read and write records: by slot of the record's shape. Facts 6.3. */
export function readField(record: SObject, slot: number): unknown {
  const value = record.values[slot];
  return value === undefined ? absentField(record, slot) : value;
}

/** A field that holds nothing: an error on a queried row, else null (false for a checkbox, which is never null). */
function absentField(record: SObject, slot: number): unknown {
  const field = fieldOf(record.shape, slot);
  if (record.queried && field?.name !== 'Id') notQueried(record.shape, record.shape.fieldNames[slot] ?? String(slot));
  return field?.type === 'boolean' ? false : null;
}

function notQueried(shape: Shape, name: string): never {
  return fail('System.SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${shape.name}.${name}`);
}

/** The schema's object when the shape is one; query results with aggregates have shapes of their own. */
export function objectTypeOf(shape: Shape): ObjectType | null {
  return 'fields' in shape ? (shape as ObjectType) : null;
}

export function fieldOf(shape: Shape, slot: number): Field | undefined {
  return objectTypeOf(shape)?.fields[slot];
}

/** Stores a value that already has the field's type. */
export function writeField(record: SObject, slot: number, value: unknown): void {
  if (record.readOnly) fail('System.FinalException', 'Record is read-only');
  if (value !== null && slot === record.shape.slotOf('Id')) checkIdPrefix(record.shape, value as string);
  record.values[slot] = value;
}

export function checkIdPrefix(shape: Shape, id: string): void {
  const prefix = objectTypeOf(shape)?.keyPrefix;
  if (prefix && !id.startsWith(prefix)) fail('System.TypeException', 'Invalid id value for this SObject type');
}

/** Parent record by relationship name; null when the lookup is empty or the row was not queried. */
export function readParent(record: SObject, relationship: string): SObject | null {
  const parent = record.related?.get(relationship.toLowerCase());
  if (parent !== undefined) return parent as SObject | null;
  if (record.queried) {
    const field = objectTypeOf(record.shape)?.parentField(relationship);
    const lookup = field && record.values[field.slot];
    // A selected lookup that is empty has no parent to have been queried.
    if (lookup !== null) notQueried(record.shape, field?.relationshipName ?? relationship);
  }
  return null;
}

export function writeParent(record: SObject, relationship: string, parent: SObject | null): void {
  if (record.readOnly) fail('System.FinalException', 'Record is read-only');
  (record.related ??= new Map()).set(relationship.toLowerCase(), parent);
}

/** Child records by relationship name; empty when there are none. */
export function readChildren(record: SObject, relationship: string): ApexList<SObject> {
  const key = relationship.toLowerCase();
  const children = record.related?.get(key);
  if (children instanceof ApexList) return children as ApexList<SObject>;
  const child = objectTypeOf(record.shape)?.child(relationship);
  if (record.queried && !Array.isArray(children)) notQueried(record.shape, child?.name ?? relationship);
  const type = RuntimeType.of('List', RuntimeType.of(child?.childObject ?? 'SObject'));
  const list = new ApexList<SObject>(type, Array.isArray(children) ? (children as SObject[]) : []);
  (record.related ??= new Map()).set(key, list);
  return list;
}
