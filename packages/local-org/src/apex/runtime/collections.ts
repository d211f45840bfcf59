import { listSet, newMap } from '../../kernel/collection-operations';
import { ApexList, ApexMap, ApexSet } from '../../kernel/collections';
import { keyOf } from '../../kernel/equality';
import { fail, need, nullPointer } from '../../kernel/fail';
import { RuntimeType } from '../../kernel/types';

const outOfBounds = (index: number): never => fail('System.ListException', `List index out of bounds: ${index}`);

/** Values of a List, Set or other iterable platform value. */
export function itemsOf(source: unknown): readonly unknown[] {
  if (source instanceof ApexList) return source.items;
  if (source instanceof ApexSet) return [...source.entries.values()];
  return nullPointer();
}

/** Collections as generated code makes and reads them; their methods are natives. */
export const collections = {
  List: ApexList,
  listGet: (list: ApexList | null, index: number | null): unknown => {
    const at = need(index);
    const { items } = need(list);
    return at < 0 || at >= items.length ? outOfBounds(at) : (items[at] ?? null);
  },
  listSet: <T>(list: ApexList<T> | null, index: number | null, value: T): T => {
    listSet(need(list) as ApexList, need(index), value);
    return value;
  },
  newSet: (type: RuntimeType, values: readonly unknown[]): ApexSet => {
    const set = new ApexSet(type);
    for (const value of values) addTo(set, value);
    return set;
  },
  /** `flat`: key, value, key, value, ... */
  newMap: (type: RuntimeType, flat: readonly unknown[]): ApexMap => {
    const map = new ApexMap(type);
    for (let i = 0; i < flat.length; i += 2) map.entries.set(keyOf(flat[i]), [flat[i], flat[i + 1]]);
    return map;
  },
  newListOfSize: (size: number | null, type: string): ApexList => new ApexList(RuntimeType.parse(type), new Array(need(size)).fill(null)),
  /** `new List<T>(null)` is empty; Set and Map of null throw (aer's changelog). */
  copyList: (source: unknown, type: string): ApexList => new ApexList(RuntimeType.parse(type), source === null ? [] : [...itemsOf(source)]),
  copySet: (source: unknown, type: string): ApexSet => {
    const set = new ApexSet(RuntimeType.parse(type));
    for (const value of itemsOf(need(source))) addTo(set, value);
    return set;
  },
  copyMap: (source: ApexMap | null, type: string): ApexMap => {
    const map = new ApexMap(RuntimeType.parse(type));
    for (const [key, pair] of need(source).entries) map.entries.set(key, [pair[0], pair[1]]);
    return map;
  },
  mapOfRows: (rows: ApexList | null, type: string): ApexMap => newMap(RuntimeType.parse(type), need(rows)),
  modified: (): never => fail('System.FinalException', 'Cannot modify a collection while it is being iterated.'),
  batches: (rows: ApexList | null, type: RuntimeType): ApexList[] => {
    const { items } = need(rows);
    const lists: ApexList[] = [];
    for (let i = 0; i < items.length; i += 200) lists.push(new ApexList(type, items.slice(i, i + 200)));
    return lists;
  },
};

function addTo(set: ApexSet, value: unknown): void {
  const key = keyOf(value);
  if (!set.entries.has(key)) set.entries.set(key, value);
}
