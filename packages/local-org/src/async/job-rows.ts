import { uncounted } from '../engine/uncounted';
import type { Transaction } from '../engine/transaction';
import { ApexDatetime } from '../kernel/values';

export interface NewJobRow {
  readonly jobType: 'Queueable' | 'Future' | 'ScheduledApex' | 'BatchApex';
  readonly className: string;
  readonly parentJobId: string | null;
  readonly cronTriggerId: string | null;
  readonly status: 'Queued' | 'Processing';
  readonly methodName?: string;
  readonly totalJobItems?: number;
}

/** Adds the AsyncApexJob row of a new job. Item counters stay 0 for everything but batches, as on the platform. */
export function asyncJobRow(transaction: Transaction, job: NewJobRow): string {
  return transaction.runtime.systemRows.insert(transaction, 'AsyncApexJob', {
    ApexClassId: classId(transaction, job.className),
    JobType: job.jobType,
    Status: job.status,
    MethodName: job.methodName ?? null,
    ParentJobId: job.parentJobId,
    CronTriggerId: job.cronTriggerId,
    JobItemsProcessed: 0,
    TotalJobItems: job.totalJobItems ?? 0,
    NumberOfErrors: 0,
  });
}

export type EndStatus = 'Completed' | 'Failed' | 'Aborted';

export function setProcessing(transaction: Transaction, id: string): void {
  transaction.runtime.systemRows.update(transaction, 'AsyncApexJob', id, { Status: 'Processing' });
}

export function setQueued(transaction: Transaction, id: string): void {
  transaction.runtime.systemRows.update(transaction, 'AsyncApexJob', id, { Status: 'Queued' });
}

/** @param detail text of the first error; cut to what ExtendedStatus holds */
export function setEnded(transaction: Transaction, id: string, status: EndStatus, detail: string | null): void {
  const length = transaction.schema.object('AsyncApexJob')?.field('ExtendedStatus')?.length ?? 0;
  const text = detail === null || length === 0 ? detail : detail.slice(0, length);
  transaction.runtime.systemRows.update(transaction, 'AsyncApexJob', id, {
    Status: status,
    ExtendedStatus: text,
    NumberOfErrors: status === 'Failed' ? 1 : 0,
    CompletedDate: new ApexDatetime(Math.floor(transaction.clock.now() / 1000) * 1000),
  });
}

/** ApexClass id of a job's class; an inner class is listed under its outer one. */
function classId(transaction: Transaction, className: string): string | null {
  const outer = className.split('.')[0] ?? className;
  const rows = uncounted(transaction, () =>
    transaction.runtime.data.queryText('SELECT Id FROM ApexClass WHERE Name = :name', new Map([['name', outer]]), {
      mode: 'system',
      sharing: false,
    }),
  );
  return rows[0]?.id ?? null;
}
