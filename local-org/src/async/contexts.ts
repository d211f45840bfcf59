import { ApexException } from '../kernel/exceptions';
import { NativeObject } from '../kernel/natives';
import type { Outcome } from './queue';

/** What a queueable's `execute` receives. */
export class QueueableContext extends NativeObject {
  readonly apexType = 'System.QueueableContext';
  readonly jobId: string;
  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}

/** What a schedulable's `execute` receives. */
export class SchedulableContext extends NativeObject {
  readonly apexType = 'System.SchedulableContext';
  /** CronTrigger id. */
  readonly triggerId: string;
  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }
}

/** What a finalizer's `execute` receives. */
export class FinalizerContext extends NativeObject {
  readonly apexType = 'System.FinalizerContext';
  readonly jobId: string;
  readonly outcome: Outcome;
  /** Null after a success. */
  readonly exception: ApexException | null;
  constructor(jobId: string, outcome: Outcome) {
    super();
    this.jobId = jobId;
    this.outcome = outcome;
    this.exception = outcome.exception ? new ApexException(outcome.exception.type, outcome.exception.message) : null;
    if (this.exception) this.exception.apexStack = outcome.exception?.stack ?? null;
  }
}

/** What the methods of a batch receive. */
export class BatchableContext extends NativeObject {
  readonly apexType = 'Database.BatchableContext';
  readonly jobId: string;
  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}
