import { columnsOfField } from '../../data/cells';
import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { changes, insertFollowing, objectOf, textAt } from '../rows';

/** The groups through which records are shared with a role, without and with the roles below (Object Reference, Group, `Type`). */
export const ROLE_GROUPS: readonly string[] = ['Role', 'RoleAndSubordinates'];

/** A role comes with its groups and takes them along; who is above whom decides what people see. */
export const userRoleHook: ObjectHook = {
  object: 'UserRole',
  written: (operation, rows, context) => {
    context.access.invalidate('assignments');
    if (operation === 'insert') addGroups(rows, context);
    if (operation === 'update') renameGroups(rows, context);
    if (operation !== 'delete') return;
    const gone = context.store.prepare('DELETE FROM "Group" WHERE "RelatedId" = ?');
    for (const { record } of rows) gone.run(record.id);
  },
};

function addGroups(rows: readonly Row[], context: DataContext): void {
  const groups = rows.flatMap(({ record }) =>
    ROLE_GROUPS.map((type) => ({
      Type: type,
      DeveloperName: textAt(record, 'DeveloperName'),
      RelatedId: record.id,
      OwnerId: context.userId,
    })),
  );
  insertFollowing(context, 'Group', groups);
}

function renameGroups(rows: readonly Row[], context: DataContext): void {
  const renamed = rows.filter((row) => changes(row, 'DeveloperName'));
  const field = objectOf(context, 'Group').field('DeveloperName');
  if (!field || renamed.length === 0) return;
  const columns = columnsOfField(field);
  const rename = context.store.prepare(
    `UPDATE "Group" SET ${columns.map((column) => `${column.sql} = ?`).join(', ')} WHERE "RelatedId" = ?`,
  );
  for (const { record } of renamed) {
    const name = textAt(record, 'DeveloperName');
    rename.run(...columns.map((column) => (column.derive ? column.derive(name) : name)), record.id);
  }
}
