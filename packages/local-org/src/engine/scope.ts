import type { Store } from '../store/port';

/**
 * Where a transaction's writes live: the database's own transaction, or, for everything that runs inside an Apex test,
 * a savepoint of the transaction that the test run will throw away.
 */
export interface Scope {
  begin(): void;
  commit(): void;
  rollback(): void;
}

/** A transaction of the database. */
export function rootScope(store: Store): Scope {
  return { begin: () => store.begin(), commit: () => store.commit(), rollback: () => store.rollback() };
}

let nested = 0;

/** A savepoint inside a database transaction that somebody else holds open. */
export function nestedScope(store: Store): Scope {
  const name = `scope${++nested}`;
  return {
    begin: () => store.savepoint(name),
    commit: () => store.release(name),
    rollback: () => {
      store.rollbackTo(name);
      store.release(name);
    },
  };
}
