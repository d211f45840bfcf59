import { makeId } from '../kernel/ids';
import type { ObjectType } from '../schema/model';
import { readMeta, writeMeta } from '../store';
import type { Store } from '../store/port';

/** Skipped at open, for ids that were handed out but whose transaction never committed. */
const BLOCK = 10_000;

/** Source of record ids and auto numbers; `flush` belongs into every commit that wrote. */
export interface IdAllocator {
  readonly nextId: (object: ObjectType) => string;
  readonly nextAutoNumber: (object: ObjectType, field: string) => number;
  /** Writes the counters that moved, inside the open write transaction. */
  readonly flush: () => void;
}

/**
 * Counters live in memory and only grow, so a rollback gives no id back; they are persisted with the commit. At open a
 * block is skipped: no id is ever handed out twice, not even across a crash. Auto numbers continue without a gap.
 */
export function createIdAllocator(store: Store): IdAllocator {
  const counters = new Map<string, number>();
  const moved = new Set<string>();
  const next = (key: string, skip: number): number => {
    let current = counters.get(key);
    if (current === undefined) {
      const persisted = readMeta(store, key);
      current = persisted === null ? 0 : Number(persisted) + skip;
    }
    counters.set(key, ++current);
    moved.add(key);
    return current;
  };
  return {
    nextId: (object) => makeId(object.keyPrefix, next(`id:${object.keyPrefix}`, BLOCK)),
    nextAutoNumber: (object, field) => next(`auto:${object.name}.${field}`, 0),
    flush: () => {
      for (const key of moved) writeMeta(store, key, String(counters.get(key)));
      moved.clear();
    },
  };
}
