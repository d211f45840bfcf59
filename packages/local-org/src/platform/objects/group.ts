import type { ObjectHook } from '../../data/hooks';
import { refusePairs } from '../rows';

/** Groups may be inserted and updated beside other objects; deleting one is setup (Apex Developer Guide, mixed DML). */
export const groupHook: ObjectHook = {
  object: 'Group',
  written: (_operation, _rows, context) => context.access.invalidate('assignments'),
  mixedDml: (operation) => (operation === 'insert' || operation === 'update' ? 'exempt' : 'setup'),
};

/** A user or group is a member of a group once. */
export const groupMemberHook: ObjectHook = {
  object: 'GroupMember',
  validate: (operation, rows, context) => {
    if (operation === 'insert') refusePairs(rows, context, 'GroupMember', 'GroupId', 'UserOrGroupId');
  },
  written: (_operation, _rows, context) => context.access.invalidate('assignments'),
};
