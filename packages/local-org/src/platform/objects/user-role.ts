import type { ObjectHook } from '../../data/hooks';

/** Who is above whom decides what people see. */
export const userRoleHook: ObjectHook = {
  object: 'UserRole',
  written: (_operation, _rows, context) => context.access.invalidate('assignments'),
};
