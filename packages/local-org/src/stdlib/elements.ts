import { ApexList, ApexSet } from '../kernel/collections';
import { fail, nullPointer } from '../kernel/fail';
import { ListIterator } from '../kernel/iterators';

/** Elements of a List or Set, or of a platform iterator, in order; null is a NullPointerException. */
export function elementsOf(collection: unknown): Iterable<unknown> {
  if (collection instanceof ApexList) return collection.items;
  if (collection instanceof ApexSet) return collection.entries.values();
  if (collection instanceof ListIterator) return collection.rest();
  if (collection === null || collection === undefined) return nullPointer();
  return fail('System.TypeException', 'Not a collection');
}
