import { ApexException } from '../kernel/exceptions';
import { NATIVE_STATE, registerNative } from '../kernel/native-state';
import { NativeObject } from '../kernel/natives';
import type { Outcome } from './queue';

/** A context of which one id is all there is to know: a job that keeps it keeps the id. */
abstract class ContextOf extends NativeObject {
  protected readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  [NATIVE_STATE](): unknown {
    return this.id;
  }
}

/** What a queueable's `execute` receives. */
export class QueueableContext extends ContextOf {
  readonly apexType = 'System.QueueableContext';
  get jobId(): string {
    return this.id;
  }
}

/** What a schedulable's `execute` receives. */
export class SchedulableContext extends ContextOf {
  readonly apexType = 'System.SchedulableContext';
  /** CronTrigger id. */
  get triggerId(): string {
    return this.id;
  }
}

/** What the methods of a batch receive. */
export class BatchableContext extends ContextOf {
  readonly apexType = 'Database.BatchableContext';
  get jobId(): string {
    return this.id;
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
