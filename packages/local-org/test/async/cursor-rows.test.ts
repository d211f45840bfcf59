import { describe, expect, it } from 'vitest';
import { deleteCursorsBefore, readCursorRows, writeCursorRows } from '../../src/async/cursor-rows';
import { createTables } from '../../src/async/tables';
import { openStore, type Store } from '../../src/store';

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `005${String(i).padStart(15, '0')}`);

function prepared(): Store {
  const store = openStore(':memory:');
  createTables(store);
  return store;
}

const addCursor = (store: Store, id: string, created: number, ids = ''): void =>
  void store
    .prepare('INSERT INTO "local#cursor" (id, created, soql, mode, sharing, count, ids) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(id, created, 'SELECT Id FROM User', 'system', 0, 0, ids);

describe('the rows of a cursor', () => {
  it('come back in order from any position, across the pages that hold them', () => {
    const store = prepared();
    const ids = idsOf(1_234);
    writeCursorRows(store, 'one', ids);
    writeCursorRows(store, 'other', ids.slice().reverse());
    const fetches = [
      [0, 1],
      [0, 200],
      [199, 2],
      [150, 700],
      [1_000, 234],
      [1_233, 1],
      [600, 0],
    ] as const;
    for (const [position, count] of fetches) {
      expect(readCursorRows(store, 'one', position, count)).toEqual(ids.slice(position, position + count));
    }
  });

  it('are read without the pages before them, however long the cursor is', () => {
    const store = prepared();
    writeCursorRows(store, 'one', idsOf(5_000));
    const plan = store.prepare('EXPLAIN QUERY PLAN SELECT ids FROM "local#cursor_page" WHERE cursor = ? AND page BETWEEN ? AND ? ORDER BY page').all('one', 3, 4); // prettier-ignore
    expect(plan.map((step) => step[3])).toEqual([expect.stringMatching(/^SEARCH .*cursor=\? AND page>\? AND page<\?/)]);
  });

  it('go with their cursor', () => {
    const store = prepared();
    addCursor(store, 'old', 1);
    addCursor(store, 'new', 3);
    for (const id of ['old', 'new']) writeCursorRows(store, id, idsOf(250));
    deleteCursorsBefore(store, 2);
    expect(store.prepare('SELECT id FROM "local#cursor"').all()).toEqual([['new']]);
    expect(store.prepare('SELECT DISTINCT cursor FROM "local#cursor_page"').all()).toEqual([['new']]);
  });

  it('are found in databases that kept them in one text', () => {
    const store = prepared();
    const ids = idsOf(450);
    addCursor(store, 'before', 1, ids.join(''));
    createTables(store);
    createTables(store);
    expect(readCursorRows(store, 'before', 0, 450)).toEqual(ids);
    expect(store.prepare('SELECT ids FROM "local#cursor"').all()).toEqual([['']]);
  });
});
