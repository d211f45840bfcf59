import { ApexList } from './collections';
import { SObject } from './sobject';
import { fieldOf } from './sobject-access';

export interface CloneOptions {
  readonly preserveId: boolean;
  /** Also copies parent records and child lists. */
  readonly deep: boolean;
  /** Keep CreatedDate, CreatedById, LastModifiedDate, LastModifiedById. */
  readonly preserveTimestamps: boolean;
  readonly preserveAutonumber: boolean;
}

const sources = new WeakMap<SObject, string | null>();
const TIMESTAMPS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];

/** `SObject.clone(...)`: keeps where the record came from (a queried row stays one), drops errors and the read-only mark. */
export function cloneRecord(record: SObject, options: CloneOptions): SObject {
  const copy = new SObject(record.shape);
  copy.values = record.values.slice();
  copy.queried = record.queried;
  if (record.related) {
    copy.related = new Map();
    for (const [name, value] of record.related) copy.related.set(name, options.deep ? deepCopy(value) : value);
  }
  const forget = (name: string): void => {
    const slot = record.shape.slotOf(name);
    if (slot >= 0) copy.values[slot] = undefined;
  };
  if (!options.preserveId) forget('Id');
  if (!options.preserveTimestamps) TIMESTAMPS.forEach(forget);
  if (!options.preserveAutonumber) {
    copy.values.forEach((_, slot) => {
      if (fieldOf(record.shape, slot)?.autoNumber) copy.values[slot] = undefined;
    });
  }
  sources.set(copy, record.id);
  return copy;
}

function deepCopy(value: unknown): unknown {
  const whole: CloneOptions = { preserveId: true, deep: true, preserveTimestamps: true, preserveAutonumber: true };
  if (value instanceof SObject) return cloneRecord(value, whole);
  if (value instanceof ApexList) return new ApexList(value.type, value.items.map(deepCopy));
  return Array.isArray(value) ? value.map(deepCopy) : value;
}

/** Id of the record that this one was cloned from; null when it is no clone or the source had none. */
export const cloneSourceOf = (record: SObject): string | null => sources.get(record) ?? null;
export const isClone = (record: SObject): boolean => sources.has(record);
