import { enumConstant } from '../kernel/enums';
import { equalsExactly, hashOf } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import type { TransactionKind } from '../engine/entry';
import type { BatchableContext, FinalizerContext, QueueableContext, SchedulableContext } from '../async';
import { NATIVE_STATE, registerNative } from '../kernel/native-state';
import { toText } from '../kernel/text';
import { ApexEnumValue } from '../kernel/values';
import { Bean, beanMembers } from './bean';
import { Signature, signatureMembers } from './duplicate-signature';
import type { EnqueueOptions, StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** Options of a job; a job may hold those of the jobs that it will enqueue. */
class AsyncOptions extends Bean {
  constructor(values: Readonly<Record<string, unknown>> = {}) {
    super('System.AsyncOptions', values);
  }
  [NATIVE_STATE](): unknown {
    const signature = this.get<Signature | null>('DuplicateSignature');
    return { ...Object.fromEntries(this.values), duplicatesignature: signature?.text ?? null };
  }
}
registerNative('System.AsyncOptions', (state) => {
  const { duplicatesignature: text, ...values } = state as Record<string, unknown>;
  return new AsyncOptions({ ...values, duplicatesignature: typeof text === 'string' ? new Signature(text) : null });
});

/** Options of `System.enqueueJob`: nothing, a delay in minutes, or AsyncOptions. */
function enqueueOptions(given: unknown): EnqueueOptions {
  const plain: EnqueueOptions = { delayMinutes: null, maxDepth: null, signature: null };
  if (given === undefined || given === null) return plain;
  if (typeof given === 'number') return { ...plain, delayMinutes: checkedDelay(given) };
  const options = given as Bean;
  const delay = options.get<number | null>('MinimumQueueableDelayInMinutes');
  const depth = options.get<number | null>('MaximumQueueableStackDepth');
  if (depth !== null && depth < 1) fail('System.IllegalArgumentException', 'MaximumQueueableStackDepth must be at least 1');
  return {
    delayMinutes: delay === null ? null : checkedDelay(delay),
    maxDepth: depth,
    signature: options.get<Signature | null>('DuplicateSignature')?.text ?? null,
  };
}

function checkedDelay(minutes: number): number {
  if (minutes < 0 || minutes > 10) fail('System.IllegalArgumentException', 'The delay must be between 0 and 10 minutes');
  return minutes;
}

/** `System.*` that concerns the transaction and its jobs; `assert*`, `now` and `today` live with their themes. */
export function system(ports: StdlibPorts): Theme {
  const kindIs =
    (...kinds: TransactionKind[]) =>
    () =>
      kinds.includes(ports.transaction().kind);
  return merge(
    members('System.System', {
      'debug/1': (value: unknown) => ports.debug('DEBUG', toText(value)),
      'debug/2': (level: unknown, value: unknown) =>
        ports.debug(level instanceof ApexEnumValue ? level.name : toText(level), toText(value)),
      'equals/2': equalsExactly,
      'hashCode/1': hashOf,
      'enqueueJob/1,2': (job: unknown, given?: unknown) => ports.jobs.enqueue(need(job), enqueueOptions(given)),
      'attachFinalizer/1': (finalizer: unknown) => ports.jobs.attachFinalizer(need(finalizer)),
      'abortJob/1': (id: string) => ports.jobs.abort(need(id)),
      'schedule/3': (name: string, cron: string, job: unknown) => ports.jobs.schedule(need(name), need(cron), need(job)),
      'scheduleBatch/3,4': (job: unknown, name: string, minutes: number, scope?: number) =>
        ports.jobs.scheduleBatch(need(job), need(name), need(minutes), scope ?? null),
      'setPassword/2': (userId: string, password: string) => ports.setPassword(need(userId), need(password)),
      'isBatch/0': kindIs('BATCH_APEX'),
      'isFuture/0': kindIs('FUTURE'),
      'isQueueable/0': kindIs('QUEUEABLE'),
      'isScheduled/0': kindIs('SCHEDULED'),
      'getApplicationReadWriteMode/0': () => enumConstant('System.ApplicationReadWriteMode', 'DEFAULT'),
    }),
    members('System.Request', {
      'getCurrent/0': () => new Bean('System.Request'),
      'getQuiddity/0': () => enumConstant('System.Quiddity', ports.transaction().kind),
      'getRequestId/0': () => ports.transaction().requestId,
    }),
    asyncInfo(ports),
    beanMembers('System.AsyncOptions', ['DuplicateSignature', 'MaximumQueueableStackDepth', 'MinimumQueueableDelayInMinutes']),
    members('System.AsyncOptions', { '<init>/0': () => new AsyncOptions() }),
    signatureMembers,
    contexts,
  );
}

function asyncInfo(ports: StdlibPorts): Theme {
  const job = () => ports.transaction().job ?? fail('System.AsyncException', 'AsyncInfo methods can be called only from a queueable job');
  return members('System.AsyncInfo', {
    'getCurrentQueueableStackDepth/0': () => job().depth,
    'getMaximumQueueableStackDepth/0': () =>
      job().maxDepth ?? fail('System.AsyncException', 'Maximum queueable stack depth is not set for this job'),
    'getMinimumQueueableDelayInMinutes/0': () => job().delayMinutes,
    'hasMaxStackDepth/0': () => job().maxDepth !== null,
  });
}

/** What jobs are handed; `async` makes the objects. */
const jobId = (context: QueueableContext | FinalizerContext): string => context.jobId;
const contexts: Theme = merge(
  members('System.QueueableContext', { 'getJobId/0': jobId }),
  members('Database.BatchableContext', {
    'getJobId/0': (context: BatchableContext) => context.jobId,
    'getChildJobId/0': (context: BatchableContext) => context.jobId,
  }),
  members('System.SchedulableContext', { 'getTriggerId/0': (context: SchedulableContext) => context.triggerId }),
  members('System.FinalizerContext', {
    'getAsyncApexJobId/0': jobId,
    'getRequestId/0': (context: FinalizerContext) => context.outcome.requestId,
    'getException/0': (context: FinalizerContext) => context.exception,
    'getResult/0': (context: FinalizerContext) =>
      enumConstant('System.ParentJobResult', context.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
  }),
);
