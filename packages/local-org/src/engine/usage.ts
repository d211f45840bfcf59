import type { LimitName } from '../kernel/limits';
import type { TransactionKind } from './entry';

/** What a transaction used of its governor limits, as `Limits` would say in its last line. */
export interface TransactionUsage {
  readonly kind: TransactionKind;
  /** Apex class of the job; of a finalizer, the class of the job that it stands by. Null outside jobs. */
  readonly className: string | null;
  /** AsyncApexJob id; null outside jobs. */
  readonly jobId: string | null;
  /** False when the transaction was rolled back. */
  readonly committed: boolean;
  /** Counters that are not zero: counts, `cpu` in milliseconds of abstract cost, `heap` in bytes. */
  readonly used: Readonly<Partial<Record<LimitName, number>>>;
  /** Loop turns and method entries, in steps of 2,000: the cost behind `cpu`, which is too coarse for short code. */
  readonly steps: number;
}

/** Told of every transaction that used any of its limits. */
export type UsageLog = (usage: TransactionUsage) => void;
