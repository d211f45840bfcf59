import vm from 'node:vm';
import { UnsupportedError } from './exceptions';

/**
 * The engine is synchronous: exactly one transaction runs at a time, and natives reach it here instead of through every
 * signature. `engine` declares what it holds; everything to its left sees only the part it needs.
 */
let active: unknown = null;

/** The running transaction. Throws outside one: that is a defect of the local org. */
export function current<T>(): T {
  if (active === null) throw new UnsupportedError('platform calls outside a transaction');
  return active as T;
}

/** Runs `body` with `transaction` as the current one and puts the former one back, whatever happens. */
export function within<R>(transaction: unknown, body: () => R): R {
  const former = active;
  active = transaction;
  try {
    return body();
  } finally {
    active = former;
  }
}

/** The running transaction, or null outside one: for code that also serves compilation and tests. */
export function transactionOrNull(): unknown {
  return active;
}

/** File of the one frame at which a stack trace of Apex ends. */
export const BOTTOM = 'transaction-bottom:';

const fromBottom = vm.runInThisContext('(body) => body()', { filename: BOTTOM }) as <R>(body: () => R) => R;

/** Runs `body`, which begins transactions of its own, above one that waits: it sees neither that one nor its frames. */
export function apart<R>(body: () => R): R {
  return within(null, () => fromBottom(body));
}
