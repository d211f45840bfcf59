import { ApexMap } from '../kernel/collections';
import { RuntimeType } from '../kernel/types';

/** Entries whose text keys are found in any case; they are stored in lower case (aer's changelog). */
class FoldedEntries<V> extends Map<unknown, [string, V]> {
  override get(key: unknown): [string, V] | undefined {
    return super.get(typeof key === 'string' ? key.toLowerCase() : key);
  }
  override has(key: unknown): boolean {
    return super.has(typeof key === 'string' ? key.toLowerCase() : key);
  }
}

class DescribeMap<V> extends ApexMap<string, V> {
  override readonly entries = new FoldedEntries<V>();
}

/** A `Map<String, valueType>` of describe tokens. */
export function describeMap<V>(valueType: string, values: readonly (readonly [name: string, value: V])[]): ApexMap<string, V> {
  const map = new DescribeMap<V>(RuntimeType.of('Map', RuntimeType.of('String'), RuntimeType.of(valueType)));
  for (const [name, value] of values) map.entries.set(name.toLowerCase(), [name.toLowerCase(), value]);
  return map;
}
