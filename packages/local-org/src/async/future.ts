import type { Runtime } from '../engine/runtime';
import type { Transaction } from '../engine/transaction';
import { ApexList } from '../kernel/collections';
import { ApexException } from '../kernel/exceptions';
import { asyncJobRow } from './job-rows';
import { addJob, plainJob, type QueuedJob } from './queue';

/** What the queue holds of an @future call. */
interface FutureCall {
  readonly method: string;
  /** Serialized list of the arguments. */
  readonly args: string;
}

/**
 * A call of an @future method: a job of the running transaction. Source: Apex Developer Guide, "Future Methods" (at most 50 a
 * transaction, none from a future or batch method).
 */
export function future(transaction: Transaction, className: string, method: string, args: readonly unknown[]): void {
  const { kind, runtime } = transaction;
  if (kind === 'FUTURE' || kind === 'BATCH_APEX') {
    throw new ApexException(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${className}.${method}`,
    );
  }
  transaction.limits.use('futures');
  transaction.beginWrite();
  const call: FutureCall = { method, args: runtime.program.serialize(ApexList.ofType('Object', [...args])) };
  const id = asyncJobRow(transaction, {
    jobType: 'Future',
    className,
    parentJobId: null,
    cronTriggerId: null,
    status: 'Queued',
    methodName: method,
  });
  addJob(
    runtime.store,
    plainJob({
      id,
      kind: 'future',
      className,
      payload: JSON.stringify(call),
      userId: transaction.userId,
      due: runtime.clock.now(),
    }),
  );
  transaction.enqueued.push({ id });
}

/** Name of the method that an @future job calls. */
export function futureMethod(job: QueuedJob): string {
  return (JSON.parse(job.payload) as FutureCall).method;
}

export function runFuture(runtime: Runtime, job: QueuedJob): void {
  const { method, args } = JSON.parse(job.payload) as FutureCall;
  const { program } = runtime;
  program.invokeStatic(job.className, method, (program.deserialize(args) as ApexList).items);
}
