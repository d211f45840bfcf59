import { ApexException } from '../kernel/exceptions';
import type { Store } from '../store/port';

/** A savepoint of a transaction. Invalid once an earlier one was rolled back to, or it was released. */
export interface Savepoint {
  readonly name: string;
  /** Length of the enqueue list when it was taken: a rollback takes the jobs back too. */
  readonly enqueued: number;
  /** Whether work was pending when it was taken. */
  readonly pending: boolean;
  /** What access needs to know of it when it is rolled back to. */
  readonly rights: number;
}

/** The valid savepoints of one transaction, oldest first, and the handles that Apex holds. */
export class Savepoints {
  private readonly store: Store;
  private open: Savepoint[] = [];
  private taken = 0;
  private readonly handles: Savepoint[] = [];

  constructor(store: Store) {
    this.store = store;
  }

  take(state: Omit<Savepoint, 'name'>): Savepoint {
    const savepoint = { ...state, name: `apex${++this.taken}` };
    this.store.savepoint(savepoint.name);
    this.open.push(savepoint);
    return savepoint;
  }

  rollbackTo(savepoint: Savepoint): void {
    const at = this.position(savepoint);
    this.store.rollbackTo(savepoint.name);
    this.open = this.open.slice(0, at + 1);
  }

  release(savepoint: Savepoint): void {
    const at = this.position(savepoint);
    this.store.release(savepoint.name);
    this.open = this.open.slice(0, at);
  }

  /** Number by which Apex knows a savepoint. */
  handleOf(savepoint: Savepoint): number {
    this.handles.push(savepoint);
    return this.handles.length - 1;
  }

  /** True while one of those that Apex knows is valid. */
  get held(): boolean {
    return this.handles.some((savepoint) => this.open.includes(savepoint));
  }

  /** Throws when there never was such a handle in this transaction. */
  byHandle(handle: number): Savepoint {
    const savepoint = this.handles[handle];
    if (!savepoint) throw invalid();
    return savepoint;
  }

  /** The transaction is over, or a test starts its middle part: nothing is left to come back to. */
  forget(): void {
    this.open = [];
  }

  private position(savepoint: Savepoint): number {
    const at = this.open.indexOf(savepoint);
    if (at < 0) throw invalid();
    return at;
  }
}

function invalid(): ApexException {
  return new ApexException('System.TypeException', 'Savepoint is invalid: it was released, or an earlier one was rolled back');
}
