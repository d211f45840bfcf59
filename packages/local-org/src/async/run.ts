import type { Runtime } from '../engine/runtime';
import type { Scope } from '../engine/scope';
import type { TransactionKind, TransactionOptions } from '../engine/entry';
import { runTransaction, Transaction } from '../engine/transaction';
import { within } from '../kernel/context';
import type { ApexException } from '../kernel/exceptions';
import { textSize } from '../kernel/heap';
import { afterFailedChunk, continueBatch, endBatch, runBatchStep } from './batch';
import { FinalizerContext, QueueableContext } from './contexts';
import { deliver } from './events';
import { asApexException } from './failures';
import { mayCallOut } from './may-call-out';
import { runFuture } from './future';
import { setEnded, setProcessing, setQueued } from './job-rows';
import { addJob, markRunning, nextJob, outcomeOf, putBack, removeJob, runningJobs, type JobKind, type QueuedJob } from './queue';

/** How jobs get their database scope: the database's own transaction, or a savepoint inside an Apex test. */
export type NewScope = () => Scope;

/**
 * Runs the next job that is due, in three commits: dequeue (`Processing`); the job with `Completed`; after a failure, `Failed`.
 * The finalizer is put into the queue by the commit that ends its job. Returns what ran and how it ended; null when nothing is due.
 */
export function runNextJob(
  runtime: Runtime,
  newScope: NewScope,
  kinds: 'all' | 'events' | 'no events' = 'all',
): { readonly job: QueuedJob; readonly failure: ApexException | null } | null {
  const job = nextJob(runtime.store, runtime.clock.now(), kinds);
  if (!job) return null;
  runTransaction(runtime, { userId: job.userId, scope: newScope() }, (transaction) => {
    transaction.beginWrite();
    markRunning(runtime.store, job);
    if (hasRow(job)) setProcessing(transaction, job.id);
  });
  runtime.faults.pass('dequeue');
  return { job, failure: RUNNERS[job.kind](runtime, job, newScope) };
}

/** Jobs that AsyncApexJob lists. */
function hasRow({ kind }: QueuedJob): boolean {
  return kind !== 'finalizer' && kind !== 'event';
}

function runJob(runtime: Runtime, job: QueuedJob, newScope: NewScope): ApexException | null {
  const transaction = new Transaction(runtime, optionsOf(runtime, job, KINDS[job.kind], newScope));
  return within(transaction, () => {
    try {
      execute(transaction, job);
      transaction.commit();
      return null;
    } catch (error) {
      const failure = asApexException(error);
      if (transaction.committed) return failure;
      transaction.discard();
      fail(runtime, job, failure, transaction, newScope);
      return failure;
    }
  });
}

/** The job itself, and what its commit says about it. */
function execute(transaction: Transaction, job: QueuedJob): void {
  const { runtime } = transaction;
  transaction.limits.allocate(textSize(job.payload));
  if (job.kind === 'batch') {
    const state = runBatchStep(transaction, job);
    transaction.beginWrite();
    if (state) continueBatch(transaction, job, state);
    else endBatch(transaction, job);
    return;
  }
  if (job.kind === 'future') runFuture(runtime, job);
  else runtime.program.invoke(runtime.program.deserialize(job.payload), 'execute', [new QueueableContext(job.id)]);
  transaction.beginWrite();
  removeJob(runtime.store, job.seq);
  setEnded(transaction, job.id, 'Completed', null);
  queueFinalizer(transaction, job, null);
}

/** The commit that says a job has failed and hands over to its finalizer. A batch goes on with its next chunk. */
function fail(runtime: Runtime, job: QueuedJob, failure: ApexException, ended: Transaction, newScope: NewScope): void {
  runTransaction(runtime, { userId: job.userId, scope: newScope() }, (transaction) => {
    transaction.beginWrite();
    const next = job.kind === 'batch' ? afterFailedChunk(job, failure.message) : null;
    if (next) {
      continueBatch(transaction, job, next);
      return;
    }
    removeJob(runtime.store, job.seq);
    setEnded(transaction, job.id, 'Failed', `${failure.typeName}: ${failure.message}`);
    transaction.finalizer = ended.finalizer;
    queueFinalizer(transaction, job, failure, ended.requestId);
  });
}

function queueFinalizer(transaction: Transaction, job: QueuedJob, failure: ApexException | null, requestId = transaction.requestId): void {
  const { finalizer, runtime } = transaction;
  if (finalizer === null) return;
  const className = runtime.program.classNameOf(finalizer) ?? '';
  addJob(runtime.store, {
    ...job,
    kind: 'finalizer',
    className: job.className,
    payload: runtime.program.serialize(finalizer),
    due: runtime.clock.now(),
    signature: null,
    outcome: { ...outcomeOf(requestId, failure), finalizer: className },
  });
  transaction.enqueued.push({ id: job.id });
}

/** A finalizer has synchronous limits except for heap and enqueueJob (Apex Developer Guide, "Transaction Finalizers"); its own failure changes nothing. */
function runFinalizer(runtime: Runtime, job: QueuedJob, newScope: NewScope): ApexException | null {
  const { outcome } = job;
  if (!outcome) throw new Error(`Finalizer of ${job.id} without an outcome`);
  try {
    runTransaction(runtime, optionsOf(runtime, job, KINDS.finalizer, newScope), (transaction) => {
      const { program } = runtime;
      program.invoke(program.deserialize(job.payload), 'execute', [new FinalizerContext(job.id, outcome)]);
      transaction.beginWrite();
      removeJob(runtime.store, job.seq);
    });
    return null;
  } catch (error) {
    runTransaction(runtime, { userId: job.userId, scope: newScope() }, (transaction) => {
      transaction.beginWrite();
      removeJob(runtime.store, job.seq);
    });
    return asApexException(error);
  }
}

const KINDS: Readonly<Record<JobKind, TransactionKind>> = {
  queueable: 'QUEUEABLE',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  future: 'FUTURE',
  batch: 'BATCH_APEX',
  event: 'SYNCHRONOUS',
};

const RUNNERS: Readonly<Record<JobKind, (runtime: Runtime, job: QueuedJob, newScope: NewScope) => ApexException | null>> = {
  queueable: runJob,
  future: runJob,
  batch: runJob,
  finalizer: runFinalizer,
  event: deliver,
};

function optionsOf(runtime: Runtime, job: QueuedJob, kind: TransactionKind, newScope: NewScope): TransactionOptions {
  const finalizer = kind === 'TRANSACTION_FINALIZER_QUEUEABLE';
  const className = finalizer ? (job.outcome?.finalizer ?? job.className) : job.className;
  const apiVersion = runtime.program.classInfo(className)?.apiVersion ?? runtime.apiVersion;
  const { id, depth, maxDepth, delayMinutes, retries } = job;
  const failed = job.outcome?.result === 'UNHANDLED_EXCEPTION';
  return {
    userId: job.userId,
    mode: finalizer ? 'finalizer' : 'async',
    kind,
    apiVersion,
    scope: newScope(),
    job: { id, depth, maxDepth, delayMinutes, retries, className: job.className, failed, callouts: mayCallOut(runtime.program, job) },
  };
}

/** What happens to jobs that a crash interrupted: run again with the same id, or `Failed` without a finalizer, as after an unexpected termination. */
export type Interrupted = 'resume' | 'fail';

/** Settles what a crash left running; called once when the database is opened. */
export function recoverJobs(runtime: Runtime, interrupted: Interrupted, systemUserId: string): number {
  const jobs = runningJobs(runtime.store);
  if (jobs.length === 0) return 0;
  runTransaction(runtime, { userId: systemUserId }, (transaction) => {
    transaction.beginWrite();
    for (const job of jobs) {
      if (interrupted === 'resume') {
        putBack(runtime.store, job.seq);
        if (hasRow(job)) setQueued(transaction, job.id);
      } else {
        removeJob(runtime.store, job.seq);
        if (hasRow(job)) setEnded(transaction, job.id, 'Failed', 'Unexpected termination');
      }
    }
  });
  return jobs.length;
}
