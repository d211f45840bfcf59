import type { ObjectHook } from '../../data/hooks';
import { refusePairs, textAt } from '../rows';

/** Access to one class, app or permission: its kind follows from its id, and a permission set gives it once (Object Reference, SetupEntityAccess). */
export const setupEntityAccessHook: ObjectHook = {
  object: 'SetupEntityAccess',
  prepare: (operation, rows, context) => {
    if (operation !== 'insert') return;
    for (const { record } of rows) {
      const kind = context.schema.objectByPrefix((textAt(record, 'SetupEntityId') ?? '').slice(0, 3));
      record.set('SetupEntityType', kind?.name ?? null);
    }
  },
  validate: (operation, rows, context) => {
    if (operation === 'insert') refusePairs(rows, context, 'SetupEntityAccess', 'ParentId', 'SetupEntityId');
  },
};
