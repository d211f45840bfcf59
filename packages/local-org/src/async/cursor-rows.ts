import type { Store } from '../store/port';

const ID_LENGTH = 18;
/** Ids per page: as many as fit beside each other in one page of the file, so that a fetch reads what it wants and nothing before it. */
const PAGE = 200;

/** Keeps the ids of a cursor, 18 characters each, in their order. */
export function writeCursorRows(store: Store, cursor: string, ids: readonly string[]): void {
  const insert = store.prepare('INSERT OR REPLACE INTO "local#cursor_page" (cursor, page, ids) VALUES (?, ?, ?)');
  for (let page = 0; page * PAGE < ids.length; page++) insert.run(cursor, page, ids.slice(page * PAGE, (page + 1) * PAGE).join(''));
}

/** `count` ids from `position` on; fewer at the end. */
export function readCursorRows(store: Store, cursor: string, position: number, count: number): string[] {
  if (count === 0) return [];
  const first = Math.floor(position / PAGE);
  const text = store
    .prepare('SELECT ids FROM "local#cursor_page" WHERE cursor = ? AND page BETWEEN ? AND ? ORDER BY page')
    .all(cursor, first, Math.floor((position + count - 1) / PAGE))
    .map(([page]) => String(page))
    .join('');
  const from = (position - first * PAGE) * ID_LENGTH;
  const ids: string[] = [];
  for (let at = from; at < Math.min(from + count * ID_LENGTH, text.length); at += ID_LENGTH) ids.push(text.slice(at, at + ID_LENGTH));
  return ids;
}

/** Forgets the cursors opened before that moment, in milliseconds. */
export function deleteCursorsBefore(store: Store, created: number): void {
  store.prepare('DELETE FROM "local#cursor_page" WHERE cursor IN (SELECT id FROM "local#cursor" WHERE created < ?)').run(created);
  store.prepare('DELETE FROM "local#cursor" WHERE created < ?').run(created);
}

/** Databases of the first versions hold the ids of a cursor in one text. */
export function moveCursorRows(store: Store): void {
  for (const [cursor, text] of store.prepare(`SELECT id, ids FROM "local#cursor" WHERE ids <> ''`).all()) {
    writeCursorRows(store, String(cursor), String(text).match(/.{18}/g) ?? []);
    store.prepare(`UPDATE "local#cursor" SET ids = '' WHERE id = ?`).run(String(cursor));
  }
}
