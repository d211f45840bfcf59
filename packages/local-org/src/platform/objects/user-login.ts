import type { ObjectHook } from '../../data/hooks';
import { changes, textAt } from '../rows';
import { endSessions } from '../sessions';

/** Whoever is frozen is out at once: a session does not outlive the right to log in, and none comes back with it. */
export const userLoginHook: ObjectHook = {
  object: 'UserLogin',
  written: (_operation, rows, context) => {
    const frozen = rows.filter((row) => row.record.get('IsFrozen') === true && changes(row, 'IsFrozen'));
    endSessions(context.store, frozen.flatMap(({ record }) => textAt(record, 'UserId') ?? [])); // prettier-ignore
  },
};
