import type { ObjectHook } from '../../data/hooks';
import { textAt } from '../rows';

const NAMED_BY = { ContactPointEmail: 'EmailAddress', ContactPointPhone: 'TelephoneNumber' };

/** Name of a contact point is what it leads to: nobody can set it (Object Reference: it is required, and neither created nor updated). */
export const contactPointHooks: readonly ObjectHook[] = Object.entries(NAMED_BY).map(([object, field]) => ({
  object,
  prepare: (_operation, rows) => {
    for (const { record } of rows) record.set('Name', textAt(record, field));
  },
}));
