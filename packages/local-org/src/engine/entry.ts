import type { TransactionMode } from './limits';
import type { Scope } from './scope';

/** What kind of entry point a transaction came from: the names of System.Quiddity that the engine reports. */
export type TransactionKind =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'BULK_API'
  | 'FUTURE'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'SCHEDULED'
  | 'SYNCHRONOUS'
  | 'TRANSACTION_FINALIZER_QUEUEABLE'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'UNDEFINED';

/** The asynchronous job that a transaction runs. */
export interface RunningJob {
  readonly id: string;
  /** From 1; chained jobs count up. */
  readonly depth: number;
  readonly maxDepth: number | null;
  readonly delayMinutes: number;
  /** How often in a row a finalizer has put this failed job back. */
  readonly retries: number;
  /** In a finalizer: whether the job it belongs to failed. */
  readonly failed: boolean;
  /** Apex class of the job. */
  readonly className: string;
  /** Whether its code may call out. */
  readonly callouts: boolean;
}

export interface TransactionOptions {
  readonly userId: string;
  readonly mode?: TransactionMode;
  readonly kind?: TransactionKind;
  readonly apiVersion?: number;
  readonly job?: RunningJob | null;
  readonly sessionId?: string | null;
  readonly scope?: Scope;
}

/** A job that the running transaction has put into the queue; `async` holds the rest of it in the database. */
export interface EnqueuedJob {
  readonly id: string;
}
