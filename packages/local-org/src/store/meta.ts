import type { Store } from './port';

/** Facts about the org that belong to no object: clock offset, id counters, hashes. Written in the caller's transaction. */
export function readMeta(store: Store, key: string): string | null {
  const row = store.prepare('SELECT value FROM "$meta" WHERE key = ?').get(key);
  return row ? (row[0] as string) : null;
}

export function writeMeta(store: Store, key: string, value: string): void {
  store.prepare('INSERT INTO "$meta" (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}

export function deleteMeta(store: Store, key: string): void {
  store.prepare('DELETE FROM "$meta" WHERE key = ?').run(key);
}
