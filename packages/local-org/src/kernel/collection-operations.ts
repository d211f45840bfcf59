import { ApexList, ApexMap, ApexSet } from './collections';
import { equalsExactly, keyOf } from './equality';
import { fail, nullPointer } from './fail';
import { SObject } from './sobject';
import type { RuntimeType } from './types';

/** What natives do with List, Set and Map. */

export function outOfBounds(index: unknown): never {
  if (index === null || index === undefined) nullPointer();
  return fail('System.ListException', `List index out of bounds: ${String(index)}`);
}

/** Call before adding, removing or reordering. A change during a for-each is found by the loop itself. */
export function checkChangeable(list: ApexList): void {
  if (list.readOnly) fail('System.FinalException', 'Collection is read-only');
}

export function listGet(list: ApexList, index: number): unknown {
  const value = list.items[index];
  return value === undefined ? outOfBounds(index) : value;
}

export function listSet(list: ApexList, index: number, value: unknown): void {
  if (list.readOnly) checkChangeable(list);
  if (!(index >= 0 && index < list.items.length) || index === null) outOfBounds(index);
  list.items[index] = value;
}

export function listAdd(list: ApexList, value: unknown): void {
  if (list.readOnly) checkChangeable(list);
  list.items.push(value);
}

/** Position of the first equal element, or -1. Text is compared exactly. */
export function listIndexOf(list: ApexList, value: unknown): number {
  if (typeof value !== 'object' || value === null) {
    const at = list.items.indexOf(value);
    if (at >= 0 || typeof value === 'string' || typeof value === 'boolean' || value === null) return at;
  }
  return list.items.findIndex((item) => equalsExactly(item, value));
}

export function setAdd(set: ApexSet, value: unknown): boolean {
  const key = keyOf(value);
  if (set.entries.has(key)) return false;
  set.entries.set(key, value);
  return true;
}

export function mapGet(map: ApexMap, key: unknown): unknown {
  const entry = map.entries.get(typeof key === 'string' ? key : keyOf(key));
  return entry === undefined ? null : entry[1];
}

/** Gives the value that the key had, or null. */
export function mapPut(map: ApexMap, key: unknown, value: unknown): unknown {
  const hash = typeof key === 'string' ? key : keyOf(key);
  const entry = map.entries.get(hash);
  if (entry === undefined) {
    map.entries.set(hash, [key, value]);
    return null;
  }
  const former = entry[1];
  entry[1] = value;
  return former;
}

/** `new Set<T>(source)`: a List or Set; null is a NullPointerException. */
export function newSet(type: RuntimeType, source?: unknown): ApexSet {
  const set = new ApexSet(type);
  if (source === undefined) return set;
  if (source instanceof ApexSet) for (const [key, value] of source.entries) set.entries.set(key, value);
  else if (source instanceof ApexList) for (const value of source.items) setAdd(set, value);
  else nullPointer();
  return set;
}

/** `new Map<K,V>(source)`: a Map, or a list of records by their Ids; null is a NullPointerException. */
export function newMap(type: RuntimeType, source?: unknown): ApexMap {
  const map = new ApexMap(type);
  if (source !== undefined) mapPutAll(map, source, true);
  return map;
}

/** `Map.putAll`. Rows without an Id are refused; rows with the same Id too when a map is made of them. */
export function mapPutAll(map: ApexMap, source: unknown, refuseDuplicates = false): void {
  if (source instanceof ApexMap) {
    for (const [hash, [key, value]] of source.entries) map.entries.set(hash, [key, value]);
    return;
  }
  if (!(source instanceof ApexList)) nullPointer();
  source.items.forEach((record, index) => {
    if (!(record instanceof SObject)) nullPointer();
    const id = record.id;
    if (id === null) fail('System.ListException', `Row with null Id at index: ${index}`);
    if (refuseDuplicates && map.entries.has(id)) fail('System.ListException', `Row with duplicate Id at index: ${index}`);
    map.entries.set(id, [id, record]);
  });
}
