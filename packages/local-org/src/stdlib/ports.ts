import type { LinkedProgram } from '../apex/port';
import type { Data, DataContext, DmlRowResult, QueryOptions } from '../data/port';
import type { RunningUser } from '../engine/running-user';
import type { RunningJob, TransactionKind } from '../engine/entry';
import type { CalloutAnswer, CalloutRequest } from '../engine/runtime';
import type { SObject } from '../kernel/sobject';
import type { CustomNotification, Email, EmailError } from '../outbox';

/**
 * Everything the standard library asks of the engine. Long-lived: one object per process; what belongs to a transaction is
 * reached through `transaction()`. All calls are synchronous.
 */
export interface StdlibPorts {
  /** The program that is running. */
  program(): LinkedProgram;
  readonly data: Omit<Data, 'open'>;
  /** The running transaction; throws outside one. */
  transaction(): TransactionPort;
  readonly jobs: JobsPort;
  readonly cursors: CursorsPort;
  readonly tests: TestPort;
  readonly callouts: CalloutPort;
  readonly outbox: OutboxPort;
  readonly events: EventsPort;
  /** Throws System.NoAccessException and System.InvalidParameterValueException. */
  setPassword(userId: string, password: string): void;
  /** Random bytes for Crypto, UUID and Math.random; a seeded source makes runs repeatable. */
  random(count: number): Uint8Array;
  /** `System.debug`. `level` is a LoggingLevel name. */
  debug(level: string, text: string): void;
}

/** The running transaction, as far as Apex can see it. `engine`'s Transaction implements it together with DataContext. */
export interface TransactionPort extends DataContext {
  readonly kind: TransactionKind;
  /** Text of `Request.getRequestId()` and `FinalizerContext.getRequestId()`. */
  readonly requestId: string;
  readonly sessionId: string | null;
  /** The org's address, for example `https://acme.my.salesforce.com`. */
  readonly orgUrl: string;
  /** The asynchronous job this transaction runs, or null. */
  readonly job: JobView | null;
  user(): RunningUser;
  /** Puts a write off to the end of the transaction, so that a callout may still come before it. */
  defer(write: () => void): void;
  /** Opens a savepoint and gives its handle. The engine counts it as a DML statement. */
  setSavepoint(): number;
  /** Throws System.InvalidOperation/TypeException texts of the platform when the handle is not valid any more. */
  rollback(savepoint: number): void;
  releaseSavepoint(savepoint: number): void;
  /** Storage of the standard library for this transaction (RestContext, HTTP mocks of a test live for the whole test method). */
  readonly stdlibState: Map<string, unknown>;
}

/** What Apex may know of its own job. */
export type JobView = Pick<RunningJob, 'id' | 'depth' | 'maxDepth' | 'delayMinutes'>;

export interface EnqueueOptions {
  /** 0 to 10 minutes; null when not given. */
  readonly delayMinutes: number | null;
  readonly maxDepth: number | null;
  /** Duplicate signature; a second job with it throws System.DuplicateMessageException in the engine. */
  readonly signature: string | null;
}

/** Implemented by `async`; counts limits itself. Ids are those of AsyncApexJob or CronTrigger rows. */
export interface JobsPort {
  enqueue(instance: unknown, options: EnqueueOptions): string;
  attachFinalizer(instance: unknown): void;
  executeBatch(instance: unknown, scope: number | null): string;
  /** Throws System.AsyncException/StringException texts for bad expressions. */
  schedule(name: string, cron: string, instance: unknown): string;
  scheduleBatch(instance: unknown, name: string, minutes: number, scope: number | null): string;
  abort(id: string): void;
}

/** Apex cursors; the engine stores id lists and counts `cursorFetches` and rows. */
export interface CursorsPort {
  /** Binds by lower-case name. Gives the cursor's id, which survives serialization into jobs. */
  open(soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions): string;
  /** Rows from `position` (0-based); throws System.InvalidParameterValueException, FatalCursorException, TransientCursorException. */
  fetch(id: string, position: number, count: number): SObject[];
  count(id: string): number;
}

export interface TestPort {
  /** True in an Apex test, also inside its jobs. */
  readonly running: boolean;
  start(): void;
  stop(): void;
  deliverEvents(outcome: 'success' | 'failure'): void;
  /** Storage that lives for the whole test method (HTTP mocks, fixed search results), jobs included. */
  readonly state: Map<string, unknown>;
  setCreatedDate(id: string, ms: number): void;
  /** Text of a static resource for Test.loadData and StaticResourceCalloutMock; null when there is none. */
  staticResource(name: string): Uint8Array | null;
}

/** Implemented by `callouts`. Both throw System.CalloutException. */
export interface CalloutPort {
  /** Whether the running transaction may call out now, in a test too. Its row locks are released. */
  admit(): void;
  /** Called only outside tests. */
  send(request: CalloutRequest): CalloutAnswer;
}

/** What leaves the org with the commit; implemented by `outbox`. */
export interface OutboxPort {
  /** The error of each e-mail, null where it is accepted; with `allOrNone` one error keeps all of them back. */
  sendEmails(emails: readonly Email[], allOrNone: boolean): readonly (EmailError | null)[];
  /** Type and message of the exception when the org may not send that many. */
  refusalToReserve(count: number): { readonly type: string; readonly message: string } | null;
  /** Throws System.HandledException. */
  sendNotification(notification: CustomNotification, recipients: readonly (string | null)[]): void;
}

export interface EventsPort {
  /** Publishes platform events: after commit or at once, as the object says. One verdict per row. `callback` may be null. */
  publish(records: readonly SObject[], callback: unknown): DmlRowResult[];
}
