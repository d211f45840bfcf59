import { makeId } from '../kernel/ids';
import type { Store } from '../store/port';

/** Ids drawn by transactions that were rolled back and then lost in a crash are stepped over at open by this margin. */
const MARGIN = 100_000;

const TABLE = 'CREATE TABLE IF NOT EXISTS "local#counter" ("name" TEXT PRIMARY KEY, "value" INTEGER NOT NULL) WITHOUT ROWID';

/**
 * Counters behind record ids (one per key prefix) and auto numbers (one per field). Values are handed out in memory, survive a
 * rollback there, and are written in the commit that used them, so an id once handed out is never reused.
 */
export class Counters {
  private readonly store: Store;
  private values = new Map<string, number>();
  private dirty = new Set<string>();

  constructor(store: Store) {
    this.store = store;
    this.load();
  }

  /** Reads the stored values anew: at open, and after the database was emptied. */
  load(): void {
    this.store.exec(TABLE);
    this.values = new Map();
    this.dirty = new Set();
    for (const [name, value] of this.store.prepare('SELECT "name", "value" FROM "local#counter"').all()) {
      this.values.set(String(name), Number(value) + (String(name).startsWith('id:') ? MARGIN : 0));
    }
  }

  nextId(prefix: string): string {
    return makeId(prefix, this.draw(`id:${prefix}`));
  }

  nextAutoNumber(object: string, field: string): number {
    return this.draw(`auto:${object}.${field}`);
  }

  /** Writes what was drawn since the last commit; called inside the write transaction. */
  flush(): void {
    if (this.dirty.size === 0) return;
    const write = this.store.prepare(
      'INSERT INTO "local#counter" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"',
    );
    for (const name of this.dirty) write.run(name, this.values.get(name) ?? 0);
    this.dirty.clear();
  }

  private draw(name: string): number {
    const value = (this.values.get(name) ?? 0) + 1;
    this.values.set(name, value);
    this.dirty.add(name);
    return value;
  }
}
