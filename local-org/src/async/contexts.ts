import { ApexException } from '../kernel/exceptions';
import { NATIVE_STATE, registerNative } from '../kernel/native-state';
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
  [NATIVE_STATE](): unknown {
    return this.jobId;
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
  [NATIVE_STATE](): unknown {
    return this.triggerId;
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
  [NATIVE_STATE](): unknown {
    return { jobId: this.jobId, outcome: this.outcome };
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
  [NATIVE_STATE](): unknown {
    return this.jobId;
  }
}

/** What a publish callback is told. */
export class EventOutcome extends NativeObject {
  readonly apexType: string;
  readonly uuids: readonly string[];
  constructor(success: boolean, uuids: readonly string[]) {
    super();
    this.apexType = success ? 'eventbus.SuccessResult' : 'eventbus.FailureResult';
    this.uuids = uuids;
  }
}

// A job may hold the context that it was given, and so may the jobs it enqueues.
registerNative('System.QueueableContext', (id) => new QueueableContext(id as string));
registerNative('System.SchedulableContext', (id) => new SchedulableContext(id as string));
registerNative('Database.BatchableContext', (id) => new BatchableContext(id as string));
registerNative('System.FinalizerContext', (state) => {
  const { jobId, outcome } = state as { jobId: string; outcome: Outcome };
  return new FinalizerContext(jobId, outcome);
});
