import { checkChangeable, listAdd, listGet, listIndexOf, listSet, outOfBounds } from '../kernel/collection-operations';
import { ApexList } from '../kernel/collections';
import { compareApex, equalsExactly, hashOf } from '../kernel/equality';
import { need } from '../kernel/fail';
import { ListIterator } from '../kernel/iterators';
import { SObject } from '../kernel/sobject';
import { cloneRecord, type CloneOptions } from '../kernel/sobject-clone';
import { toText } from '../kernel/text';
import { SObjectTypeToken } from '../kernel/tokens';
import { elementsOf } from './elements';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';
import { compareRecords } from './record-order';
import { Collator } from './collator';

/** `List`, `Iterator`, `Iterable`, `Collator`. Generated code makes lists itself. */
export function lists(ports: StdlibPorts): Theme {
  return merge(
    members('System.List', {
      'add/1': listAdd,
      'add/2': (list: ApexList, index: number, value: unknown) => {
        checkChangeable(list);
        if (!(index >= 0 && index <= list.items.length) || index === null) outOfBounds(index);
        list.items.splice(index, 0, value);
      },
      'addAll/1': (list: ApexList, source: unknown) => {
        const added = [...elementsOf(source)];
        checkChangeable(list);
        for (const value of added) list.items.push(value);
      },
      'clear/0': (list: ApexList) => {
        checkChangeable(list);
        list.items.length = 0;
      },
      'clone/0': (list: ApexList) => new ApexList(list.type, list.items.slice()),
      'contains/1': (list: ApexList, value: unknown) => listIndexOf(list, value) >= 0,
      'deepClone/0,1,2,3': (list: ApexList, preserveId = false, preserveTimestamps = false, preserveAutonumber = false) => {
        const options: CloneOptions = { preserveId, deep: true, preserveTimestamps, preserveAutonumber };
        return new ApexList(
          list.type,
          list.items.map((item) => (item instanceof SObject ? cloneRecord(item, options) : item)),
        );
      },
      'equals/1': (list: ApexList, other: unknown) => equalsExactly(list, other),
      'get/1': listGet,
      'getSObjectType/0': (list: ApexList) => declaredRecordType(ports, list) ?? recordTypeOf(list),
      'hashCode/0': (list: ApexList) => hashOf(list),
      'indexOf/1': listIndexOf,
      'isEmpty/0': (list: ApexList) => list.items.length === 0,
      'iterator/0': (list: ApexList) => new ListIterator(list.items),
      'remove/1': (list: ApexList, index: number) => {
        checkChangeable(list);
        if (!(index >= 0 && index < list.items.length) || index === null) outOfBounds(index);
        return list.items.splice(index, 1)[0];
      },
      'set/2': listSet,
      'size/0': (list: ApexList) => list.items.length,
      'sort/0': (list: ApexList) => {
        checkChangeable(list);
        list.items.sort(list.items[0] instanceof SObject ? compareRecords : compareApex);
      },
      'sort/1': (list: ApexList, comparator: unknown) => {
        checkChangeable(list);
        if (need(comparator) instanceof Collator) {
          list.items.sort((a, b) => (comparator as Collator).compare(a, b));
          return;
        }
        const program = ports.program();
        // A copy: the comparator may read the list, and JavaScript empties nothing while it sorts.
        list.items = list.items.slice().sort((a, b) => program.invoke(comparator, 'compare', [a, b]) as number);
      },
      'toString/0': toText,
    }),
    members('System.Iterator', {
      'hasNext/0': (iterator: ListIterator) => iterator.hasNext(),
      'next/0': (iterator: ListIterator) => iterator.next(),
    }),
    members('System.Iterable', {
      'iterator/0': (collection: unknown) => new ListIterator([...elementsOf(collection)]),
    }),
    members('System.Collator', {
      'getInstance/0': () => new Collator(),
      'compare/2': (collator: Collator, a: unknown, b: unknown) => collator.compare(a, b),
    }),
  );
}

/** A list of a concrete type knows it even when it is empty. */
function declaredRecordType(ports: StdlibPorts, list: ApexList): SObjectTypeToken | null {
  const object = ports.transaction().schema.object(list.type.args[0]?.name ?? '');
  return object ? SObjectTypeToken.of(object) : null;
}

/** The type that all records share; null for an empty list or a mixed one. */
function recordTypeOf(list: ApexList): SObjectTypeToken | null {
  const first = list.items[0];
  if (!(first instanceof SObject)) return null;
  const same = list.items.every((item) => item instanceof SObject && item.shape === first.shape);
  return same ? SObjectTypeToken.of(first.shape) : null;
}
