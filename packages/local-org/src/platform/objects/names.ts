import type { ObjectHook, Row } from '../../data/hooks';
import { fullName } from '../rows';

const compose = (rows: readonly Row[]): void => {
  for (const { record } of rows) record.set('Name', fullName(record));
};

/** Objects whose Name is composed of the parts of a person's name and has no other rules. */
export const nameHooks: readonly ObjectHook[] = ['Lead', 'Individual', 'Employee'].map((object) => ({
  object,
  prepare: (_operation, rows) => compose(rows),
  validate: (operation, rows) => {
    if (operation === 'insert' || operation === 'update') compose(rows);
  },
}));
