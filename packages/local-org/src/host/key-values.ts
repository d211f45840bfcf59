import { transactionOrNull } from '../kernel/context';
import { Transaction } from '../engine';
import type { Store } from '../store/port';
import { deleteMeta, readMeta, writeMeta } from '../store';
import type { KeyValues } from './port';

const PREFIX = 'kv:';
/** Sorts after every character that a key holds. */
const LAST = '\u{10FFFF}';

/** Named values in the org's database. Inside a step they are written with its commit; outside one, at once. */
export function keyValues(store: Store): KeyValues {
  const join = (): void => {
    const running = transactionOrNull();
    if (running instanceof Transaction && running.store === store) running.beginWrite();
  };
  return {
    get: (key) => readMeta(store, PREFIX + key),
    set: (key, value) => {
      join();
      writeMeta(store, PREFIX + key, value);
    },
    delete: (key) => {
      join();
      deleteMeta(store, PREFIX + key);
    },
    list: (prefix) => {
      const from = PREFIX + prefix;
      // A range of the key's own order: the rows of uploads, which lie beside, are not read.
      return store
        .prepare('SELECT key, value FROM "$meta" WHERE key >= ? AND key < ? ORDER BY key')
        .all(from, from + LAST)
        .map(([key, value]) => ({ key: String(key).slice(PREFIX.length), value: String(value) }));
    },
  };
}
