import { ApexSet, type ApexMap } from './collections';
import { fail } from './fail';
import { RuntimeType } from './types';

type MapEntries<K> = Map<unknown, [K, unknown]>;

/** The keys of a map, seen through the map's own entries. */
class KeyEntries<K> extends Map<unknown, K> {
  private readonly source: MapEntries<K>;

  constructor(source: MapEntries<K>) {
    super();
    this.source = source;
  }
  override get size(): number {
    // Map's constructor asks before there is a source.
    return (this.source as MapEntries<K> | undefined)?.size ?? 0;
  }
  override has(hash: unknown): boolean {
    return this.source.has(hash);
  }
  override get(hash: unknown): K | undefined {
    return this.source.get(hash)?.[0];
  }
  override set(): this {
    return fail('System.FinalException', 'Collection is read-only');
  }
  override delete(hash: unknown): boolean {
    return this.source.delete(hash);
  }
  override clear(): void {
    this.source.clear();
  }
  override *entries(): MapIterator<[unknown, K]> {
    for (const [hash, [key]] of this.source) yield [hash, key];
  }
  override keys(): MapIterator<unknown> {
    return this.source.keys();
  }
  override *values(): MapIterator<K> {
    for (const [key] of this.source.values()) yield key;
  }
  override [Symbol.iterator](): MapIterator<[unknown, K]> {
    return this.entries();
  }
  override forEach(visit: (key: K, hash: unknown, map: Map<unknown, K>) => void): void {
    for (const [hash, key] of this) visit(key, hash, this);
  }
}

/**
 * `Map.keySet()`: a view. Removing from it removes from the map, adding to it is a FinalException (observed on the platform:
 * salesforce.stackexchange.com/q/207388).
 */
class KeySet<K> extends ApexSet<K> {
  override readonly entries: Map<unknown, K>;

  constructor(map: ApexMap<K>) {
    super(RuntimeType.of('Set', map.type.args[0] ?? RuntimeType.of('Object')));
    this.entries = new KeyEntries(map.entries as MapEntries<K>);
  }
}

export const keySetOf = <K>(map: ApexMap<K>): ApexSet<K> => new KeySet(map);
