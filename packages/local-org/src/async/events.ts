import { randomUUID } from 'node:crypto';
import { faultOf } from '../data';
import { TriggerFailure, type DmlRowResult } from '../data/port';
import { fireSubscriber, subscribersTo } from '../engine/triggers';
import type { Runtime } from '../engine/runtime';
import { runTransaction, Transaction } from '../engine/transaction';
import { within } from '../kernel/context';
import { ApexList } from '../kernel/collections';
import { ApexException, type DmlRowError } from '../kernel/exceptions';
import { SObject } from '../kernel/sobject';
import { ApexDatetime } from '../kernel/values';
import type { EventSubscriber } from '../metadata/model';
import type { ObjectType } from '../schema/model';
import { EventOutcome } from './contexts';
import { asApexException } from './failures';
import { addJob, nextJob, plainJob, removeJob, type NewJob, type QueuedJob } from './queue';
import type { NewScope } from './run';

/** Times that a trigger may ask for the same events again (Platform Events Developer Guide, "Retry Event Triggers"). */
const MAX_RETRIES = 9;
/** Milliseconds before the first retry; each further one waits twice as long. */
const RETRY_DELAY_MS = 1_000;

/** Events of one object that one call published, on their way to the triggers. */
interface EventBatch {
  readonly object: string;
  /** The trigger that gets them; null when only a callback waits. */
  readonly trigger: string | null;
  /** Serialized list of records. */
  readonly events: string;
  /** Serialized callback that is told how publishing ended; null without. */
  readonly callback: string | null;
  readonly lastError: string | null;
}

/** What `EventBus.TriggerContext` shows; in the transaction's state under DELIVERY while a trigger of events runs. */
export interface Delivery {
  readonly retries: number;
  readonly lastError: string | null;
  /** ReplayId of the last event that need not come again. */
  checkpoint: string | null;
}
export const DELIVERY = 'event delivery';

/**
 * `EventBus.publish`: one verdict per event. An event that is published after commit goes with its transaction; one that is published
 * immediately outlives a rollback (Platform Events Developer Guide, "Decoupled Publishing and Subscription").
 */
export function publish(transaction: Transaction, records: readonly SObject[], callback: unknown = null): DmlRowResult[] {
  const objects = new Set(records.map((record) => record.shape as ObjectType));
  for (const object of objects) {
    if (object.kind !== 'event') throw new ApexException('System.TypeException', `${object.name} is not a platform event`);
    transaction.limits.use(object.publishImmediately ? 'publishImmediate' : 'dml');
  }
  const accepted = new Map<ObjectType, SObject[]>();
  const results = records.map((record): DmlRowResult => {
    const object = record.shape as ObjectType;
    const errors = errorsOf(record, object);
    if (errors.length > 0) return { id: null, success: false, created: false, errors };
    accepted.set(object, [...(accepted.get(object) ?? []), stamped(transaction, record, object)]);
    return { id: transaction.nextId(object), success: true, created: true, errors: [] };
  });
  for (const [object, events] of accepted) {
    for (const batch of batchesOf(transaction, object, events, callback)) {
      const job = eventJob(transaction, batch);
      if (object.publishImmediately) transaction.outlasting.push(() => addJob(transaction.store, job));
      else {
        transaction.beginWrite();
        addJob(transaction.store, job);
      }
      transaction.enqueued.push({ id: job.id });
    }
  }
  return results;
}

/**
 * What goes to whom: every trigger is a subscriber of its own, which gets its events in batches of its own size (Platform Events
 * Developer Guide, "Configure the User and Batch Size for Your Platform Event Trigger"). The first batch brings the callback.
 */
function batchesOf(transaction: Transaction, object: ObjectType, events: readonly SObject[], callback: unknown): EventBatch[] {
  const { program } = transaction.runtime;
  const written = (some: readonly SObject[]): string => program.serialize(ApexList.ofType(object.name, [...some]));
  const batches = subscribersTo(transaction, object).flatMap((trigger) =>
    partsOf(events, configOf(transaction.runtime, trigger)?.batchSize ?? events.length).map((part): EventBatch => ({
      object: object.name,
      trigger,
      events: written(part),
      callback: null,
      lastError: null,
    })),
  );
  if (callback === null) return batches;
  const [first = { object: object.name, trigger: null, events: written(events), callback: null, lastError: null }, ...others] = batches;
  return [{ ...first, callback: program.serialize(callback) }, ...others];
}

function partsOf<T>(all: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function configOf({ eventSubscribers }: Runtime, trigger: string | null): EventSubscriber | undefined {
  return eventSubscribers.find((config) => config.trigger.toLowerCase() === trigger?.toLowerCase());
}

function errorsOf({ values }: SObject, object: ObjectType): DmlRowError[] {
  const error = (statusCode: string, message: string, fields: string[]): DmlRowError => ({
    index: 0,
    id: null,
    statusCode,
    message,
    fields,
  });
  const empty = (value: unknown): boolean => value === null || value === undefined;
  const own = object.fields.filter((field) => field.createable);
  const missing = own
    .filter((f) => !f.nillable && !f.defaultedOnCreate && f.type !== 'boolean' && empty(values[f.slot]))
    .map((f) => f.name);
  return [
    ...(missing.length > 0 ? [error('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing)] : []),
    ...own.flatMap((f) => {
      const fault = faultOf(f, values[f.slot]);
      return fault ? [error(fault.statusCode, fault.message, [f.name])] : [];
    }),
  ];
}

/** A copy, as triggers get it: with defaults and the fields that the bus itself fills. */
function stamped(transaction: Transaction, record: SObject, object: ObjectType): SObject {
  const event = new SObject(object);
  for (const field of object.fields) event.values[field.slot] = record.values[field.slot] ?? field.defaultValue ?? null;
  event.set('EventUuid', (record.get('EventUuid') as string | null | undefined) ?? randomUUID());
  event.set('ReplayId', String(transaction.nextAutoNumber(object, 'ReplayId')));
  event.set('CreatedDate', new ApexDatetime(transaction.clock.now()));
  event.set('CreatedById', transaction.userId);
  return event;
}

function eventJob(transaction: Transaction, batch: EventBatch, retries = 0, delay = 0): NewJob {
  const job = plainJob({
    id: `event:${randomUUID()}`,
    kind: 'event',
    className: batch.object,
    payload: JSON.stringify(batch),
    userId: runningUser(transaction.runtime, batch.trigger),
    due: transaction.clock.now() + delay,
  });
  return { ...job, retries };
}

/** The configured user while active, else Automated Process: nobody's trigger stands still because somebody left [org 7]. */
function runningUser(runtime: Runtime, trigger: string | null): string {
  const username = configOf(runtime, trigger)?.username?.toLowerCase();
  if (username === undefined) return automatedProcess(runtime);
  const configured = runtime.store.prepare(`SELECT "Id" FROM "User" WHERE "Username" = ? AND "IsActive" = 1`).get(username)?.[0];
  return configured === undefined ? automatedProcess(runtime) : String(configured);
}

function automatedProcess({ store }: Runtime): string {
  return String(store.prepare(`SELECT "Id" FROM "User" WHERE "UserType" = 'AutomatedProcess'`).get()?.[0] ?? '');
}

/**
 * Hands a batch of events to a trigger, in a transaction of its own as its running user, and then tells the callback.
 * What a trigger did not get through, by its checkpoint or by a RetryableException, comes again; other failures lose the batch.
 */
export function deliver(runtime: Runtime, job: QueuedJob, newScope: NewScope): ApexException | null {
  const batch = JSON.parse(job.payload) as EventBatch;
  const delivery: Delivery = { retries: job.retries, lastError: batch.lastError, checkpoint: null };
  const failure = fire(runtime, job, batch, delivery, newScope);
  if (batch.callback !== null && job.retries === 0) {
    const told = tell(runtime, job, batch, true, newScope);
    return failure ?? told;
  }
  return failure;
}

function fire(runtime: Runtime, job: QueuedJob, batch: EventBatch, delivery: Delivery, newScope: NewScope): ApexException | null {
  const transaction = new Transaction(runtime, { userId: job.userId, scope: newScope() });
  const object = runtime.schema.object(batch.object);
  return within(transaction, () => {
    try {
      transaction.stdlibState.set(DELIVERY, delivery);
      const { items } = runtime.program.deserialize(batch.events) as ApexList<SObject>;
      for (const event of items) event.readOnly = true;
      if (object && batch.trigger !== null) fireSubscriber(transaction, object, batch.trigger, items);
      transaction.beginWrite();
      removeJob(runtime.store, job.seq);
      if (delivery.checkpoint !== null) again(transaction, batch, delivery, 0, null);
      transaction.commit();
      return null;
    } catch (error) {
      const failure = asApexException(error instanceof TriggerFailure ? (error.apexCause ?? error) : error);
      if (transaction.committed) return failure;
      transaction.discard();
      const retry = /(^|\.)retryableexception$/i.test(failure.typeName);
      runTransaction(runtime, { userId: job.userId, scope: newScope() }, (settling) => {
        settling.beginWrite();
        removeJob(runtime.store, job.seq);
        if (delivery.checkpoint !== null) again(settling, batch, delivery, 0, null);
        else if (retry && job.retries < MAX_RETRIES) again(settling, batch, delivery, job.retries + 1, failure.message);
      });
      return retry && job.retries < MAX_RETRIES ? null : failure;
    }
  });
}

/** Puts the events after the checkpoint, or all of them, into the queue once more. */
function again(transaction: Transaction, batch: EventBatch, { checkpoint }: Delivery, retries: number, lastError: string | null): void {
  const { program } = transaction.runtime;
  const list = program.deserialize(batch.events) as ApexList<SObject>;
  const left = checkpoint === null ? list.items : list.items.filter((event) => Number(event.get('ReplayId')) > Number(checkpoint));
  if (left.length === 0) return;
  const next = { ...batch, events: program.serialize(new ApexList(list.type, left)), lastError };
  const delay = retries === 0 || transaction.runtime.test ? 0 : RETRY_DELAY_MS * 2 ** (retries - 1);
  const job = eventJob(transaction, next, retries, delay);
  addJob(transaction.store, job);
  transaction.enqueued.push({ id: job.id });
}

/** `onSuccess` or `onFailure` of a publish callback, in a transaction of its own. */
function tell(runtime: Runtime, job: QueuedJob, batch: EventBatch, success: boolean, newScope: NewScope): ApexException | null {
  const { program } = runtime;
  try {
    return runTransaction(runtime, { userId: job.userId, kind: 'PLATFORM_EVENT_PUBLISH_CALLBACK', scope: newScope() }, () => {
      const callback = program.deserialize(batch.callback ?? '');
      const events = program.deserialize(batch.events) as ApexList<SObject>;
      const wanted = `eventbus.eventpublish${success ? 'success' : 'failure'}callback`;
      const listens = program.classInfo(program.classNameOf(callback) ?? '')?.ancestors.some((name) => name.toLowerCase() === wanted);
      const uuids = events.items.map((event) => String(event.get('EventUuid')));
      if (listens) program.invoke(callback, success ? 'onSuccess' : 'onFailure', [new EventOutcome(success, uuids)]);
      return null;
    });
  } catch (error) {
    return asApexException(error);
  }
}

/** `Test.getEventBus().fail()`: the next waiting events are not published; their callback is told so. Null when none wait. */
export function failNextDelivery(runtime: Runtime, newScope: NewScope): { readonly failure: ApexException | null } | null {
  const job = nextJob(runtime.store, runtime.clock.now(), 'events');
  if (!job) return null;
  runTransaction(runtime, { userId: job.userId, scope: newScope() }, (transaction) => {
    transaction.beginWrite();
    removeJob(runtime.store, job.seq);
  });
  const batch = JSON.parse(job.payload) as EventBatch;
  return { failure: batch.callback === null ? null : tell(runtime, job, batch, false, newScope) };
}
