import type { DataContext, TriggerPort } from '../data/port';
import type { TriggerContext } from '../apex/port';
import type { Limits } from '../kernel/limits';
import { within } from '../kernel/context';
import type { ObjectType } from '../schema/model';
import type { Runtime } from './runtime';
import type { EnqueuedJob, RunningJob, TransactionKind, TransactionOptions } from './entry';
import { limitsFor } from './limits';
import { readUser, type RunningUser } from './running-user';
import { Savepoints, type Savepoint } from './savepoints';
import { rootScope, type Scope } from './scope';
import { triggerPort } from './triggers';

/**
 * One Apex transaction: limits, statics, user, mixed-DML state, and the database scope that opens at the first write.
 * Exactly one runs at a time; natives reach it through `current<Transaction>()`.
 */
export class Transaction implements DataContext {
  readonly runtime: Runtime;
  readonly kind: TransactionKind;
  readonly scope: Scope;
  readonly sessionId: string | null;
  readonly job: RunningJob | null;
  userId: string;
  /** Time that callouts took so far. */
  calloutMs = 0;
  /** Blocks of `System.runAs` around what runs now. */
  runAsDepth = 0;
  apiVersion: number;
  limits: Limits;
  statics: unknown[];
  /** Cost so far, in units of the table that CPU time is derived from. */
  costUnits = 0;
  readonly mixedDml: { setup: string | null; nonSetup: string | null } = { setup: null, nonSetup: null };
  readonly hookState = new Map<string, unknown>();
  readonly triggers: TriggerPort;
  /** Triggers on their way, outermost first; the last one is what `Trigger.*` shows. */
  readonly triggerStack: { readonly name: string; readonly object: string; readonly context: TriggerContext }[] = [];
  readonly enqueued: EnqueuedJob[] = [];
  /** Finalizer attached by the running job; kept in memory so that a rolled back job still has it. */
  finalizer: object | null = null;
  /** Writes that outlive a rollback of the transaction: events that are published at once. */
  readonly outlasting: (() => void)[] = [];
  /** Writes that wait for the end of the transaction, so that none of them keeps a callout back. */
  private readonly deferred: (() => void)[] = [];
  /** Lines of System.debug, newest last. */
  readonly debugLog: string[] = [];
  /** Storage of the standard library for this transaction (REST context and the like), keyed by theme. */
  readonly stdlibState = new Map<string, unknown>();
  private readonly users = new Map<string, RunningUser>();
  private request: string | null = null;
  private writing = false;
  /** What access needs to know of the first write when all are taken back. */
  private rights = 0;
  /** Something was written, or enqueued, that a callout may not overtake; a row lock alone is nothing of that kind. */
  private pending = false;
  /** In an Apex test: whether work was pending before startTest. */
  private pendingOutside = false;
  private done = false;
  private readonly savepoints: Savepoints;

  constructor(runtime: Runtime, options: TransactionOptions) {
    this.runtime = runtime;
    this.userId = options.userId;
    this.kind = options.kind ?? 'SYNCHRONOUS';
    this.limits = limitsFor(options.mode ?? 'sync');
    this.apiVersion = options.apiVersion ?? runtime.apiVersion;
    this.scope = options.scope ?? rootScope(runtime.store);
    this.statics = runtime.test?.statics ?? [];
    this.sessionId = options.sessionId ?? null;
    this.job = options.job ?? null;
    this.triggers = triggerPort(this);
    this.savepoints = new Savepoints(runtime.store);
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
  get ignoresUserLicenses(): boolean {
    return this.runAsDepth > 0;
  }

  /** Address that serves the org, for example `http://127.0.0.1:3000`. */
  get baseUrl(): string {
    return this.runtime.baseUrl;
  }

  /** The org's address as Apex knows it. */
  get orgUrl(): string {
    const { host, baseUrl } = this.runtime;
    return host === null ? baseUrl : `https://${host}`;
  }

  /** Text of `Request.getRequestId()`, unique per transaction. */
  get requestId(): string {
    this.request ??= this.runtime.counters.nextId('TID');
    return this.request;
  }

  /** Trigger in progress, innermost; null outside. */
  get trigger(): TriggerContext | null {
    return this.triggerStack.at(-1)?.context ?? null;
  }

  /** True once something was written and not rolled back: a callout is refused then. */
  get hasPendingWork(): boolean {
    return this.pending;
  }

  /** True while Apex holds a savepoint that it did not release. */
  get hasSavepoint(): boolean {
    return this.savepoints.held;
  }

  /** The running user as Apex shows it; read once per transaction. */
  user(): RunningUser {
    let user = this.users.get(this.userId);
    if (!user) {
      user = readUser(this, this.userId);
      this.users.set(this.userId, user);
    }
    return user;
  }

  beginWrite(): void {
    this.lockRows();
    this.pending = true;
  }

  lockRows(): void {
    if (this.writing) return;
    this.scope.begin();
    this.rights = this.access.mark();
    this.writing = true;
  }

  /** A callout gives up the row locks that FOR UPDATE took (Apex Developer Guide, "Locking Statements"). Only where no work is pending. */
  releaseLocks(): void {
    if (!this.writing) return;
    this.scope.commit();
    this.writing = false;
  }

  /**
   * Between startTest and stopTest a callout is not refused for the work before (Apex Developer Guide, "Performing DML Operations and Mock
   * Callouts"); both ends release all savepoints.
   */
  keepApart(apart: boolean): void {
    if (apart) this.pendingOutside = this.pending;
    this.pending = apart ? false : this.pending || this.pendingOutside;
    this.savepoints.forget();
  }

  nextId(object: ObjectType): string {
    return this.runtime.counters.nextId(object.keyPrefix);
  }

  nextAutoNumber(object: ObjectType, field: string): number {
    return this.runtime.counters.nextAutoNumber(object.name, field);
  }

  /** Marks a point to come back to. Opens the write transaction, so that the rollback covers every later write. */
  savepoint(): Savepoint {
    this.lockRows();
    return this.savepoints.take({ enqueued: this.enqueued.length, pending: this.pending, rights: this.access.mark() });
  }

  /** Undoes every write since the savepoint, jobs included. Statics and values in memory stay. Later savepoints become invalid. */
  rollbackTo(savepoint: Savepoint): void {
    this.savepoints.rollbackTo(savepoint);
    this.enqueued.length = savepoint.enqueued;
    this.pending = savepoint.pending;
    this.access.takenBack(savepoint.rights);
  }

  /** Forgets a savepoint and those after it; their writes stay. */
  release(savepoint: Savepoint): void {
    this.savepoints.release(savepoint);
  }

  /** `Database.setSavepoint()`: counts as a DML statement and gives a handle. */
  setSavepoint(): number {
    this.limits.use('dml');
    return this.savepoints.handleOf(this.savepoint());
  }

  /** `Database.rollback(savepoint)`: counts as a DML statement. */
  rollback(handle: number): void {
    this.limits.use('dml');
    this.rollbackTo(this.savepoints.byHandle(handle));
  }

  /** `Database.releaseSavepoint(savepoint)`. */
  releaseSavepoint(handle: number): void {
    this.release(this.savepoints.byHandle(handle));
  }

  /** Puts a write off to the end of the transaction; a rollback to a savepoint does not reach it, one of the transaction does. */
  defer(write: () => void): void {
    this.deferred.push(write);
  }

  /** Writes what was put off. */
  settleDeferred(): void {
    if (this.deferred.length === 0) return;
    this.beginWrite();
    for (const write of this.deferred.splice(0)) write();
  }

  /** Ends the transaction for good. */
  commit(): void {
    const { faults, counters } = this.runtime;
    faults.pass('commit.before');
    this.settleDeferred();
    this.settleOutlasting();
    if (this.writing) {
      counters.flush();
      this.scope.commit();
      this.writing = false;
      if (this.enqueued.length > 0) this.runtime.onEnqueue();
    }
    this.done = true;
    this.reportUsage();
    faults.pass('commit.after');
  }

  /** True once the commit has happened, whatever failed after it. */
  get committed(): boolean {
    return this.done;
  }

  /** Takes back every write of the transaction. */
  discard(): void {
    if (!this.done) this.reportUsage();
    this.savepoints.forget();
    this.enqueued.length = 0;
    this.deferred.length = 0;
    if (this.writing) {
      this.writing = false;
      this.scope.rollback();
      this.access.takenBack(this.rights);
    }
    if (this.outlasting.length === 0) return;
    this.settleOutlasting();
    this.runtime.counters.flush();
    this.writing = false;
    this.scope.commit();
    this.runtime.onEnqueue();
  }

  private reportUsage(): void {
    const { usageLog } = this.runtime;
    const used = usageLog === null ? {} : this.limits.usage();
    if (usageLog === null || Object.keys(used).length === 0) return;
    const { kind, job, done: committed } = this;
    usageLog({ kind, className: job?.className ?? null, jobId: job?.id ?? null, committed, used, steps: this.costUnits });
  }

  /** What outlives the transaction does not wait for a callout's answer. Only where no work is pending. */
  letOutlastingGo(): void {
    if (this.outlasting.length === 0) return;
    this.settleOutlasting();
    this.runtime.counters.flush();
    this.releaseLocks();
    this.pending = false;
    this.runtime.onEnqueue();
  }

  /** Writes what does not wait for the end of the transaction, within it or, after a rollback, anew. */
  settleOutlasting(): void {
    if (this.outlasting.length === 0) return;
    this.beginWrite();
    for (const write of this.outlasting.splice(0)) write();
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
      if (options.commit === false) transaction.discard();
      else transaction.commit();
      return result;
    } catch (error) {
      transaction.discard();
      throw error;
    }
  });
}
