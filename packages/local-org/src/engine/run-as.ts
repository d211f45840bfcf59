import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { SObject } from '../kernel/sobject';
import { runDml } from './database';
import type { Transaction } from './transaction';

/**
 * `System.runAs(user) { ... }`: another user with mixed-DML state of its own; counts as a DML statement. User license limits are
 * ignored: new users can be created with no seat left. Source: Apex Developer Guide, "Using the runAs Method".
 */
export function runAs(transaction: Transaction, target: unknown, body: () => void): void {
  if (target === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  if (!(target instanceof SObject) || target.shape.name !== 'User') throw new UnsupportedError('System.runAs with anything but a User');
  const { mixedDml } = transaction;
  const former = { userId: transaction.userId, setup: mixedDml.setup, nonSetup: mixedDml.nonSetup };
  transaction.runAsDepth++;
  try {
    forgetMixedDml(transaction);
    transaction.userId = userToRunAs(transaction, target);
    forgetMixedDml(transaction);
    body();
  } finally {
    transaction.userId = former.userId;
    transaction.runAsDepth--;
    mixedDml.setup = former.setup;
    mixedDml.nonSetup = former.nonSetup;
  }
}

/** The guide runs as "an existing user or a new user": who is not inserted yet is inserted, and that is the DML statement of the call. */
function userToRunAs(transaction: Transaction, user: SObject): string {
  if (user.id === null) runDml(transaction, 'insert', [user], { mode: 'system', sharing: false, allOrNone: true });
  else transaction.limits.use('dml');
  if (user.id === null) throw new Error('An inserted user has an Id');
  return user.id;
}

function forgetMixedDml({ mixedDml }: Transaction): void {
  mixedDml.setup = null;
  mixedDml.nonSetup = null;
}
