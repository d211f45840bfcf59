import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { changes, lookUp, textAt } from '../rows';

/** A circle of parents ends here. */
const DEEPEST = 1_000;

/** An asset stands one level below its parent, and one without a parent on the first (Object Reference, Asset.AssetLevel). */
export const assetHook: ObjectHook = {
  object: 'Asset',
  validate: (operation, rows, context) => {
    if (operation === 'insert' || operation === 'update') setLevels(rows, context);
  },
  written: (operation, rows, context) => {
    const moved = operation === 'update' ? rows.filter((row) => changes(row, 'AssetLevel')) : [];
    if (moved.length > 0) moveBelow(moved, context);
  },
};

function setLevels(rows: readonly Row[], context: DataContext): void {
  const parents = lookUp(context, 'Asset', ['AssetLevel'], 'Id', rows.flatMap(({ record }) => textAt(record, 'ParentId') ?? [])); // prettier-ignore
  const saved = new Map(rows.flatMap(({ record }) => (record.id ? [[record.id, record] as const] : [])));
  // a parent of the same save may move, too
  const level = (parent: string | null, depth: number): number => {
    if (parent === null || depth > DEEPEST) return depth;
    const together = saved.get(parent);
    return together ? level(textAt(together, 'ParentId'), depth + 1) : Number(parents.get(parent)?.[0] ?? 0) + depth;
  };
  for (const { record } of rows) record.set('AssetLevel', level(textAt(record, 'ParentId'), 1));
}

/** The whole branch goes along. */
function moveBelow(moved: readonly Row[], context: DataContext): void {
  context.store
    .prepare(
      `WITH RECURSIVE "below"("Id", "Level") AS (
         SELECT "Id", "AssetLevel" FROM "Asset" WHERE "Id" IN (SELECT value FROM json_each(?))
         UNION SELECT "Asset"."Id", "Level" + 1 FROM "Asset" JOIN "below" ON "Asset"."ParentId" = "below"."Id" WHERE "Level" < ?
       )
       UPDATE "Asset" SET "AssetLevel" = (SELECT MAX("Level") FROM "below" WHERE "below"."Id" = "Asset"."Id")
       WHERE "Id" IN (SELECT "Id" FROM "below")`,
    )
    .run(JSON.stringify(moved.map(({ record }) => record.id)), DEEPEST);
}
