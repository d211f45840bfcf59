import type { ObjectHook } from '../../data/hooks';
import { alive, changes, lookUp, textAt } from '../rows';

/** Rules of Employee2 (Object Reference, Employee2). */
export const employee2Hook: ObjectHook = {
  object: 'Employee2',
  validate: (operation, rows, context) => {
    if (operation === 'update') {
      for (const row of rows) {
        // Once it has a value, the user of an employee cannot be changed.
        if (row.old && textAt(row.old, 'UserId') !== null && changes(row, 'UserId')) {
          row.fail('FIELD_INTEGRITY_EXCEPTION', "User: you can't change the user of an employee once it is set", ['UserId']);
        }
      }
    }
    if (operation !== 'insert' || !context.schema.features.has('UnifiedEmployeePersona')) return;
    // The validation hook of the Unified Employee licence: the person must have an e-mail and a last name.
    const asking = alive(rows);
    const people = lookUp(context, 'Contact', ['Email', 'LastName'], 'Id', asking.flatMap(({ record }) => textAt(record, 'ContactId') ?? [])); // prettier-ignore
    for (const row of asking) {
      const [email, lastName] = people.get(textAt(row.record, 'ContactId') ?? '') ?? [];
      const missing = [...(email ? [] : ['Email']), ...(lastName ? [] : ['LastName'])];
      if (missing.length > 0)
        row.fail('FIELD_INTEGRITY_EXCEPTION', `UnifiedEmployeePersona: the contact needs ${missing.join(' and ')}`, ['ContactId']);
    }
  },
};
