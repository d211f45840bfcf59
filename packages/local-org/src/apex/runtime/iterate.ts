import { ApexList } from '../../kernel/collections';
import { UnsupportedError } from '../../kernel/exceptions';
import { need } from '../../kernel/fail';
import type { Native } from '../../kernel/natives';
import type { ApexHost } from '../port';
import { itemsOf } from './collections';

/** Elements of an Iterable or Iterator of the program or of the platform. */
export function* iterate(source: unknown, host: ApexHost): Generator<unknown> {
  const call = (object: unknown, name: string, key: string): unknown => {
    const own = (object as Record<string, unknown>)[name];
    if (typeof own === 'function') return (own as Native).call(object);
    const native = host.native(key);
    if (!native) throw new UnsupportedError(`iterating this value (${key})`);
    return native(object);
  };
  const target = source as Record<string, unknown>;
  if (source instanceof ApexList || 'entries' in target) {
    yield* itemsOf(source);
    return;
  }
  const iterator =
    'iterator/0' in target
      ? call(source, 'iterator/0', 'system.iterable.iterator/0')
      : 'hasnext/0' in target
        ? source
        : call(source, 'iterator/0', 'system.iterable.iterator/0');
  if (iterator instanceof ApexList) {
    yield* iterator.items;
    return;
  }
  while (call(need(iterator), 'hasnext/0', 'system.iterator.hasnext/0')) yield call(iterator, 'next/0', 'system.iterator.next/0');
}
