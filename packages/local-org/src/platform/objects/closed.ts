import type { ObjectHook } from '../../data/hooks';
import { textAt } from '../rows';

/** Flags that follow from a status: `IsClosed` of Case, Task and Opportunity, `IsWon` of Opportunity (Object Reference). */
const RULES: readonly { object: string; status: string; flags: Readonly<Record<string, readonly string[]>> }[] = [
  { object: 'Case', status: 'Status', flags: { IsClosed: ['Closed'] } },
  { object: 'Task', status: 'Status', flags: { IsClosed: ['Completed'] } },
  { object: 'Opportunity', status: 'StageName', flags: { IsClosed: ['Closed Won', 'Closed Lost'], IsWon: ['Closed Won'] } },
];

export const closedHooks: readonly ObjectHook[] = RULES.map(({ object, status, flags }) => ({
  object,
  validate: (operation, rows) => {
    if (operation !== 'insert' && operation !== 'update') return;
    for (const { record } of rows) {
      for (const [flag, values] of Object.entries(flags)) record.set(flag, values.includes(textAt(record, status) ?? ''));
    }
  },
}));
