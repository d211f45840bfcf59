import { within } from '../kernel/context';
import type { Transaction } from './transaction';

/** Runs a query or DML of the runtime itself: the transaction's limits do not see it. */
export function uncounted<R>(transaction: Transaction, body: () => R): R {
  const counters = transaction.limits.snapshot();
  try {
    return within(transaction, body);
  } finally {
    transaction.limits.restore(counters);
  }
}
