import type { ObjectHook } from '../../data/hooks';
import { alive, textAt } from '../rows';

/** Groups may be inserted and updated beside other objects; deleting one is setup (Apex Developer Guide, mixed DML). */
export const groupHook: ObjectHook = {
  object: 'Group',
  mixedDml: (operation) => (operation === 'insert' || operation === 'update' ? 'exempt' : 'setup'),
};

/** A user or group is a member of a group once. */
export const groupMemberHook: ObjectHook = {
  object: 'GroupMember',
  validate: (operation, rows, context) => {
    if (operation !== 'insert') return;
    const find = context.store.prepare('SELECT "Id" FROM "GroupMember" WHERE "GroupId" = ? AND "UserOrGroupId" = ? LIMIT 1');
    const claimed = new Set<string>();
    for (const row of alive(rows)) {
      const [group, member] = [textAt(row.record, 'GroupId'), textAt(row.record, 'UserOrGroupId')];
      const holder = find.get(group, member)?.[0] ?? (claimed.has(`${group}|${member}`) ? '<unknown>' : undefined);
      claimed.add(`${group}|${member}`);
      if (holder === undefined) continue;
      row.fail('DUPLICATE_VALUE', `duplicate value found: GroupId duplicates value on record with id: ${String(holder)}`, ['GroupId']);
    }
  },
};
