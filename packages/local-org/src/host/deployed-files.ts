import type { Changes } from '../metadata';
import type { Store } from '../store/port';

const TABLE = 'CREATE TABLE IF NOT EXISTS "local#deployed" ("path" TEXT PRIMARY KEY, "body" BLOB, "at" INTEGER NOT NULL) WITHOUT ROWID';

/** What deployments have changed in this org: it lives with the org's rows and goes with them. */
export function readDeployedFiles(store: Store): Changes {
  store.exec(TABLE);
  const rows = store.prepare('SELECT "path", "body" FROM "local#deployed" ORDER BY "path"').all();
  return new Map(rows.map(([path, body]) => [String(path), body === null ? null : new Uint8Array(body as Uint8Array)]));
}

/** Written in the caller's transaction. */
export function writeDeployedFiles(store: Store, changes: Changes, at: number): void {
  store.exec(TABLE);
  const write = store.prepare(
    'INSERT INTO "local#deployed" ("path", "body", "at") VALUES (?, ?, ?) ON CONFLICT ("path") DO UPDATE SET "body" = excluded."body", "at" = excluded."at"',
  );
  for (const [path, body] of changes) write.run(path, body, at);
}
