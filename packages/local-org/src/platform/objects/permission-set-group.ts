import type { ObjectHook } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { USER_PERMISSIONS } from '../../schema/standard/user-permissions';
import { insertFollowing, textAt } from '../rows';

/** A new group gets the permission set that stands for it in assignments (Object Reference, PermissionSet.Type `Group`). */
export const permissionSetGroupHook: ObjectHook = {
  object: 'PermissionSetGroup',
  written: (operation, rows, context) => {
    if (operation !== 'insert') return;
    const sets = rows.map(({ record }) => ({
      Name: `X${(record.id ?? '').slice(0, 15)}`,
      Label: textAt(record, 'MasterLabel'),
      Type: 'Group',
      IsCustom: true,
      PermissionSetGroupId: record.id,
    }));
    insertFollowing(context, 'PermissionSet', sets);
  },
};

/** Members decide which system permissions the group's own permission set shows. */
export const permissionSetGroupComponentHook: ObjectHook = {
  object: 'PermissionSetGroupComponent',
  written: (_operation, rows, context) => {
    const groups = new Set(rows.flatMap(({ record }) => textAt(record, 'PermissionSetGroupId') ?? []));
    for (const group of groups) recalculate(context, group);
    context.access.invalidate();
  },
};

function recalculate(context: DataContext, groupId: string): void {
  const columns = USER_PERMISSIONS.map((name) => `"Permissions${name}"`);
  const sums = context.store
    .prepare(
      `SELECT ${columns.map((column) => `ifnull(max(${column}), 0)`).join(', ')} FROM "PermissionSet"
       WHERE "Id" IN (SELECT "PermissionSetId" FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?)`,
    )
    .get(groupId);
  context.store
    .prepare(`UPDATE "PermissionSet" SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE "PermissionSetGroupId" = ?`)
    .run(...(sums ?? []), groupId);
}
