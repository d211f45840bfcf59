import type { ObjectHook } from '../../data/hooks';
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
