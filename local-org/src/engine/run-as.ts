import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { SObject } from '../kernel/sobject';
import type { Transaction } from './transaction';

/**
 * `System.runAs(user) { ... }`: another user with mixed-DML state of its own; counts as a DML statement. User license limits are
 * ignored: new users can be created with no seat left. Source: Apex Developer Guide, "Using the runAs Method".
 */
export function runAs(transaction: Transaction, target: unknown, body: () => void): void {
  if (!(target instanceof SObject)) throw new UnsupportedError('System.runAs with anything but a User');
  const userId = target.id;
  if (userId === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  transaction.limits.use('dml');
  const { mixedDml } = transaction;
  const former = { userId: transaction.userId, setup: mixedDml.setup, nonSetup: mixedDml.nonSetup };
  transaction.userId = userId;
  transaction.runAsDepth++;
  mixedDml.setup = null;
  mixedDml.nonSetup = null;
  try {
    body();
  } finally {
    transaction.userId = former.userId;
    transaction.runAsDepth--;
    mixedDml.setup = former.setup;
    mixedDml.nonSetup = former.nonSetup;
  }
}
