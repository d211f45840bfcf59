import type { Transaction } from '../engine/transaction';
import { ApexException } from '../kernel/exceptions';
import { addJob, signatureIsQueued } from './queue';
import { asyncJobRow } from './job-rows';

/** Same shape as the standard library's `EnqueueOptions`. */
export interface EnqueueOptions {
  /** 0 to 10 minutes; null when not given. */
  readonly delayMinutes: number | null;
  readonly maxDepth: number | null;
  readonly signature: string | null;
}

const MAX_DELAY_MINUTES = 10;
/** Times in a row that a finalizer may put its failed job back (Apex Developer Guide, "Transaction Finalizers"). */
const MAX_RETRIES = 5;

/**
 * `System.enqueueJob`: writes the job's row and its serialized instance in the running transaction and gives the AsyncApexJob id.
 * Throws System.AsyncException and System.DuplicateMessageException with the platform's texts.
 */
export function enqueue(transaction: Transaction, instance: unknown, options: EnqueueOptions): string {
  const { store, clock, runtime, job: parent } = transaction;
  const className = runtime.program.classNameOf(instance);
  if (className === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  const delayMinutes = options.delayMinutes ?? 0;
  if (delayMinutes < 0 || delayMinutes > MAX_DELAY_MINUTES) {
    throw new ApexException('System.AsyncException', 'The delay must be between 0 and 10 minutes.');
  }
  transaction.limits.use('queueables');
  const depth = (parent?.depth ?? 0) + 1;
  const maxDepth = options.maxDepth ?? parent?.maxDepth ?? null;
  checkDepth(transaction, depth, maxDepth);
  const retries = countRetries(transaction, className);
  const payload = runtime.program.serialize(instance);
  transaction.beginWrite();
  if (options.signature !== null && signatureIsQueued(store, options.signature)) {
    throw new ApexException('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  const id = asyncJobRow(transaction, { jobType: 'Queueable', className, parentJobId: null, cronTriggerId: null, status: 'Queued' });
  addJob(store, {
    id,
    kind: 'queueable',
    className,
    payload,
    userId: transaction.userId,
    due: runtime.test ? clock.now() : clock.now() + delayMinutes * 60_000,
    depth,
    maxDepth,
    delayMinutes,
    signature: options.signature,
    retries,
    outcome: null,
  });
  transaction.enqueued.push({ id });
  return id;
}

/**
 * In an Apex test a job may not chain another one unless its stack depth was set (Apex Developer Guide, "Queueable Apex"); its
 * finalizer may.
 */
function checkDepth(transaction: Transaction, depth: number, maxDepth: number | null): void {
  const chainsInTest = transaction.runtime.test !== null && transaction.kind === 'QUEUEABLE';
  if (maxDepth === null ? chainsInTest : depth > maxDepth) {
    throw new ApexException('System.AsyncException', 'Maximum stack depth has been reached.');
  }
}

function countRetries(transaction: Transaction, className: string): number {
  const { job, kind } = transaction;
  if (!job || kind !== 'TRANSACTION_FINALIZER_QUEUEABLE' || !job.failed || job.className !== className) return 0;
  if (job.retries >= MAX_RETRIES) {
    throw new ApexException('System.AsyncException', 'A failed job can be re-enqueued by its finalizer at most five consecutive times.');
  }
  return job.retries + 1;
}

/** `System.attachFinalizer`: one per queueable job. */
export function attachFinalizer(transaction: Transaction, instance: unknown): void {
  if (transaction.kind !== 'QUEUEABLE') {
    throw new ApexException('System.HandledException', 'Finalizer can only be attached to a Queueable job');
  }
  if (transaction.finalizer !== null) {
    throw new ApexException('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  }
  if (instance === null || typeof instance !== 'object') {
    throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  }
  transaction.finalizer = instance;
}
