import { mapGet, mapPut, mapPutAll, newSet, setAdd } from '../kernel/collection-operations';
import { ApexList, ApexMap, type ApexSet } from '../kernel/collections';
import { equalsExactly, hashOf, keyOf } from '../kernel/equality';
import { keySetOf } from '../kernel/key-set';
import { ListIterator } from '../kernel/iterators';
import { SObject } from '../kernel/sobject';
import { cloneRecord } from '../kernel/sobject-clone';
import { toText } from '../kernel/text';
import { SObjectTypeToken } from '../kernel/tokens';
import { RuntimeType } from '../kernel/types';
import { elementsOf } from './elements';
import { members, merge, type Theme } from './registry';

const argument = (type: RuntimeType, index: number): RuntimeType => type.args[index] ?? RuntimeType.of('Object');

function keysOf(source: unknown): ReadonlySet<unknown> {
  const keys = new Set<unknown>();
  for (const value of elementsOf(source)) keys.add(keyOf(value));
  return keys;
}

const sets: Theme = members('System.Set', {
  'add/1': setAdd,
  'addAll/1': (set: ApexSet, source: unknown) => {
    let changed = false;
    for (const value of [...elementsOf(source)]) changed = setAdd(set, value) || changed;
    return changed;
  },
  'clear/0': (set: ApexSet) => set.entries.clear(),
  'clone/0': (set: ApexSet) => newSet(set.type, set),
  'contains/1': (set: ApexSet, value: unknown) => set.entries.has(keyOf(value)),
  'containsAll/1': (set: ApexSet, source: unknown) => {
    for (const value of elementsOf(source)) if (!set.entries.has(keyOf(value))) return false;
    return true;
  },
  'equals/1': (set: ApexSet, other: unknown) => equalsExactly(set, other),
  'hashCode/0': (set: ApexSet) => hashOf(set),
  'isEmpty/0': (set: ApexSet) => set.entries.size === 0,
  'iterator/0': (set: ApexSet) => new ListIterator([...set.entries.values()]),
  'remove/1': (set: ApexSet, value: unknown) => set.entries.delete(keyOf(value)),
  'removeAll/1': (set: ApexSet, source: unknown) => {
    const size = set.entries.size;
    for (const key of keysOf(source)) set.entries.delete(key);
    return set.entries.size !== size;
  },
  'retainAll/1': (set: ApexSet, source: unknown) => {
    const kept = keysOf(source);
    const size = set.entries.size;
    for (const key of [...set.entries.keys()]) if (!kept.has(key)) set.entries.delete(key);
    return set.entries.size !== size;
  },
  'size/0': (set: ApexSet) => set.entries.size,
  'toString/0': toText,
});

function copyMap(map: ApexMap, copyValue: (value: unknown) => unknown): ApexMap {
  const copy = new ApexMap(map.type);
  for (const [hash, [key, value]] of map.entries) copy.entries.set(hash, [key, copyValue(value)]);
  return copy;
}

const maps: Theme = members('System.Map', {
  'clear/0': (map: ApexMap) => map.entries.clear(),
  'clone/0': (map: ApexMap) => copyMap(map, (value) => value),
  'deepClone/0': (map: ApexMap) =>
    copyMap(map, (value) =>
      value instanceof SObject
        ? cloneRecord(value, { preserveId: true, deep: true, preserveTimestamps: true, preserveAutonumber: true })
        : value,
    ),
  'containsKey/1': (map: ApexMap, key: unknown) => map.entries.has(keyOf(key)),
  'equals/1': (map: ApexMap, other: unknown) => equalsExactly(map, other),
  'get/1': mapGet,
  'getSObjectType/0': (map: ApexMap) => {
    const first: unknown = map.entries.values().next().value?.[1];
    return first instanceof SObject ? SObjectTypeToken.of(first.shape) : null;
  },
  'hashCode/0': (map: ApexMap) => hashOf(map),
  'isEmpty/0': (map: ApexMap) => map.entries.size === 0,
  'keySet/0': keySetOf,
  'put/2': mapPut,
  'putAll/1': (map: ApexMap, source: unknown) => mapPutAll(map, source),
  'remove/1': (map: ApexMap, key: unknown) => {
    const hash = keyOf(key);
    const value = map.entries.get(hash)?.[1] ?? null;
    map.entries.delete(hash);
    return value;
  },
  'size/0': (map: ApexMap) => map.entries.size,
  'toString/0': toText,
  'values/0': (map: ApexMap) => {
    const values: unknown[] = [];
    for (const entry of map.entries.values()) values.push(entry[1]);
    return new ApexList(RuntimeType.of('List', argument(map.type, 1)), values);
  },
});

/** `Set` and `Map`: insertion order, keys as Java compares them. Generated code makes them itself. */
export const setsAndMaps: Theme = merge(sets, maps);
