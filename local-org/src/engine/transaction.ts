import type { DataContext, TriggerPort } from '../data/port';
import type { TriggerContext } from '../apex/port';
import { ApexException } from '../kernel/exceptions';
import { Limits, type LimitMode } from '../kernel/limits';
import { within } from '../kernel/context';
import type { ObjectType } from '../schema/model';
import type { Runtime } from './runtime';
import { rootScope, type Scope } from './scope';
import { triggerPort } from './triggers';

/** What kind of entry point a transaction came from; Apex sees it as System.isQueueable() and its like. */
export type TransactionKind = 'sync' | 'queueable' | 'finalizer' | 'future' | 'batch' | 'schedulable' | 'event';

export interface TransactionOptions {
  readonly userId: string;
  readonly mode?: LimitMode;
  readonly kind?: TransactionKind;
  readonly apiVersion?: number;
  /** Text of `Request.getRequestId()`; made up when absent. */
  readonly requestId?: string;
  readonly scope?: Scope;
}

/** A savepoint taken by Apex. Invalid once an earlier one was rolled back to, or it was released. */
export interface Savepoint {
  readonly name: string;
  /** Length of the enqueue list when it was taken: a rollback takes the jobs back too. */
  readonly enqueued: number;
}

/** A job that the running transaction has put into the queue; `async` holds the rest of it in the database. */
export interface EnqueuedJob {
  readonly id: string;
}

/**
 * One Apex transaction: limits, statics, user, mixed-DML state, and the database scope that opens at the first write.
 * Exactly one runs at a time; natives reach it through `current<Transaction>()`.
 */
export class Transaction implements DataContext {
  readonly runtime: Runtime;
  readonly kind: TransactionKind;
  readonly scope: Scope;
  readonly requestId: string;
  userId: string;
  apiVersion: number;
  limits: Limits;
  statics: unknown[] = [];
  readonly mixedDml: { setup: string | null; nonSetup: string | null } = { setup: null, nonSetup: null };
  readonly hookState = new Map<string, unknown>();
  readonly triggers: TriggerPort;
  /** Triggers on their way, outermost first; the last one is what `Trigger.*` shows. */
  readonly triggerStack: { readonly name: string; readonly object: string; readonly context: TriggerContext }[] = [];
  readonly enqueued: EnqueuedJob[] = [];
  /** Lines of System.debug, newest last. */
  readonly debugLog: string[] = [];
  /** Free storage per transaction for natives (test state, REST context), keyed by theme. */
  readonly state = new Map<string, unknown>();
  private writing = false;
  private savepoints: Savepoint[] = [];
  private savepointCount = 0;

  constructor(runtime: Runtime, options: TransactionOptions) {
    this.runtime = runtime;
    this.userId = options.userId;
    this.kind = options.kind ?? 'sync';
    this.limits = new Limits(options.mode ?? 'sync');
    this.apiVersion = options.apiVersion ?? runtime.apiVersion;
    this.scope = options.scope ?? rootScope(runtime.store);
    this.requestId = options.requestId ?? `TID:${runtime.counters.nextId('0rq')}`;
    this.triggers = triggerPort(this);
  }

  get schema() {
    return this.runtime.schema;
  }
  get store() {
    return this.runtime.store;
  }
  get access() {
    return this.runtime.access;
  }
  get clock() {
    return this.runtime.clock;
  }

  /** True once something was written: a callout is refused then. */
  get hasWritten(): boolean {
    return this.writing;
  }

  beginWrite(): void {
    if (this.writing) return;
    this.scope.begin();
    this.writing = true;
  }

  nextId(object: ObjectType): string {
    return this.runtime.counters.nextId(object.keyPrefix);
  }

  nextAutoNumber(object: ObjectType, field: string): number {
    return this.runtime.counters.nextAutoNumber(object.name, field);
  }

  /** Marks a point to come back to. Opens the write transaction, so that the rollback covers every later write. */
  savepoint(): Savepoint {
    this.beginWrite();
    const savepoint = { name: `apex${++this.savepointCount}`, enqueued: this.enqueued.length };
    this.store.savepoint(savepoint.name);
    this.savepoints.push(savepoint);
    return savepoint;
  }

  /** Undoes every write since the savepoint, jobs included. Statics and values in memory stay. Later savepoints become invalid. */
  rollbackTo(savepoint: Savepoint): void {
    const at = this.require(savepoint);
    this.store.rollbackTo(savepoint.name);
    this.savepoints = this.savepoints.slice(0, at + 1);
    this.enqueued.length = savepoint.enqueued;
    this.access.invalidate();
  }

  /** Forgets a savepoint and those after it; their writes stay. */
  release(savepoint: Savepoint): void {
    const at = this.require(savepoint);
    this.store.release(savepoint.name);
    this.savepoints = this.savepoints.slice(0, at);
  }

  /** Ends the transaction for good. */
  commit(): void {
    const { faults, counters } = this.runtime;
    faults.pass('commit.before');
    if (this.writing) {
      counters.flush();
      this.scope.commit();
      this.writing = false;
      if (this.enqueued.length > 0) this.runtime.onEnqueue();
    }
    faults.pass('commit.after');
  }

  /** Takes back every write of the transaction. */
  rollback(): void {
    this.savepoints = [];
    this.enqueued.length = 0;
    if (!this.writing) return;
    this.writing = false;
    this.scope.rollback();
    this.access.invalidate();
  }

  private require(savepoint: Savepoint): number {
    const at = this.savepoints.indexOf(savepoint);
    if (at < 0) throw new ApexException('System.TypeException', 'Savepoint is invalid: it was released or an earlier one was rolled back');
    return at;
  }
}

/** Runs `body` as one transaction: committed when it returns (unless `commit` is false), rolled back when it throws. */
export function runTransaction<R>(
  runtime: Runtime,
  options: TransactionOptions & { readonly commit?: boolean },
  body: (transaction: Transaction) => R,
): R {
  const transaction = new Transaction(runtime, options);
  return within(transaction, () => {
    try {
      const result = body(transaction);
      if (options.commit === false) transaction.rollback();
      else transaction.commit();
      return result;
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  });
}
