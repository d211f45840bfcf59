import { uncounted } from '../engine/uncounted';
import type { Transaction } from '../engine/transaction';
import { ApexList } from '../kernel/collections';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import type { QueryOptions } from '../data/port';
import { BatchableContext } from './contexts';
import { countCursor, fetchCursor, openCursor } from './cursors';
import { asyncJobRow, setEnded } from './job-rows';
import { addJob, plainJob, removeJob, replaceJob, type QueuedJob } from './queue';

const DEFAULT_SCOPE = 200;
/** Largest scope of a batch over a query (Apex Developer Guide, "Using Batch Apex"). */
const MAX_SCOPE = 2_000;

/** How far a batch is. Each phase and each chunk is a transaction of its own, and so a turn of the queue. */
export interface BatchState {
  /** Serialized instance: as it was enqueued, or as the last chunk left it when the class is Database.Stateful. */
  readonly instance: string;
  readonly scope: number;
  readonly phase: 'start' | 'execute' | 'finish';
  /** Rows of a query as a cursor, or the serialized items of an Iterable. */
  readonly source: { readonly cursor: string } | { readonly items: string } | null;
  readonly position: number;
  readonly total: number;
  readonly processed: number;
  readonly errors: number;
  /** Text of the first chunk's error. */
  readonly firstError: string | null;
}

/** A query that `start` gave: what `Database.getQueryLocator` made. */
export interface LocatorLike {
  readonly apexType: 'Database.QueryLocator';
  readonly query: string;
  readonly binds: ReadonlyMap<string, unknown>;
  readonly options: QueryOptions;
}

/** `Database.executeBatch`: gives the AsyncApexJob id. */
export function executeBatch(transaction: Transaction, instance: unknown, scope: number | null): string {
  const { runtime } = transaction;
  const className = runtime.program.classNameOf(instance);
  if (className === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  if (scope !== null && scope < 1)
    throw new ApexException('System.UnexpectedException', 'Invalid value for the scope of a batch: it must be greater than 0.');
  transaction.beginWrite();
  const id = asyncJobRow(transaction, { jobType: 'BatchApex', className, parentJobId: null, cronTriggerId: null, status: 'Queued' });
  const state: BatchState = {
    instance: runtime.program.serialize(instance),
    scope: Math.min(scope ?? DEFAULT_SCOPE, MAX_SCOPE),
    phase: 'start',
    source: null,
    position: 0,
    total: 0,
    processed: 0,
    errors: 0,
    firstError: null,
  };
  addJob(
    runtime.store,
    plainJob({
      id,
      kind: 'batch',
      className,
      payload: JSON.stringify(state),
      userId: transaction.userId,
      due: runtime.clock.now(),
    }),
  );
  transaction.enqueued.push({ id });
  return id;
}

/** Runs one phase or chunk in the running transaction and gives what is left to do; null after `finish`. */
export function runBatchStep(transaction: Transaction, job: QueuedJob): BatchState | null {
  const { runtime } = transaction;
  const { program } = runtime;
  const state = JSON.parse(job.payload) as BatchState;
  const instance = program.deserialize(state.instance);
  const context = new BatchableContext(job.id);
  if (state.phase === 'finish') {
    program.invoke(instance, 'finish', [context]);
    return null;
  }
  if (state.phase === 'start') return started(transaction, state, program.invoke(instance, 'start', [context]));
  program.invoke(instance, 'execute', [context, chunkOf(transaction, state)]);
  const stateful = program.classInfo(job.className)?.ancestors.includes('Database.Stateful') ?? false;
  return advanced({ ...state, instance: stateful ? program.serialize(instance) : state.instance });
}

/** The state after a chunk that was rolled back: the batch goes on with the next one. */
export function afterFailedChunk(job: QueuedJob, message: string): BatchState | null {
  const state = JSON.parse(job.payload) as BatchState;
  if (state.phase !== 'execute') return null;
  return advanced({ ...state, errors: state.errors + 1, firstError: state.firstError ?? `First error: ${message}` });
}

function advanced(state: BatchState): BatchState {
  const position = Math.min(state.position + state.scope, state.total);
  return { ...state, position, processed: state.processed + 1, phase: position < state.total ? 'execute' : 'finish' };
}

function started(transaction: Transaction, state: BatchState, rows: unknown): BatchState {
  const { program } = transaction.runtime;
  if (isLocator(rows)) {
    const cursor = openCursor(transaction, rows.query, rows.binds, rows.options);
    const total = countCursor(transaction, cursor);
    requireOneChunk(transaction, state, total);
    return { ...state, source: { cursor }, total, phase: total > 0 ? 'execute' : 'finish' };
  }
  if (rows instanceof ApexList) {
    const total = rows.items.length;
    requireOneChunk(transaction, state, total);
    return { ...state, source: { items: program.serialize(rows) }, total, phase: total > 0 ? 'execute' : 'finish' };
  }
  if (rows === null) throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  throw new UnsupportedError('a batch over an Iterable that is not a List');
}

/** A test runs one chunk (Apex Developer Guide, "Testing Batch Apex"). */
function requireOneChunk(transaction: Transaction, { scope }: BatchState, total: number): void {
  if (!transaction.runtime.test || total <= scope) return;
  throw new ApexException(
    'System.UnexpectedException',
    'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
  );
}

function chunkOf(transaction: Transaction, { source, position, scope, total }: BatchState): ApexList {
  const count = Math.min(scope, total - position);
  if (source && 'cursor' in source) {
    const rows = uncounted(transaction, () => fetchCursor(transaction, source.cursor, position, count));
    return ApexList.ofType('SObject', rows);
  }
  const list = transaction.runtime.program.deserialize(source?.items ?? '') as ApexList;
  return new ApexList(list.type, list.items.slice(position, position + count));
}

function isLocator(value: unknown): value is LocatorLike {
  return typeof value === 'object' && value !== null && (value as { apexType?: unknown }).apexType === 'Database.QueryLocator';
}

/** Puts the batch back into the queue with what is left to do. */
export function continueBatch(transaction: Transaction, job: QueuedJob, state: BatchState): void {
  const { runtime } = transaction;
  replaceJob(runtime.store, job.seq, JSON.stringify(state));
  runtime.systemRows.update(transaction, 'AsyncApexJob', job.id, counters(state));
  transaction.enqueued.push({ id: job.id });
}

/** Failed chunks do not make a batch fail: it is Completed, with errors. */
export function endBatch(transaction: Transaction, job: QueuedJob): void {
  const state = JSON.parse(job.payload) as BatchState;
  removeJob(transaction.runtime.store, job.seq);
  setEnded(transaction, job.id, 'Completed', state.firstError);
  transaction.runtime.systemRows.update(transaction, 'AsyncApexJob', job.id, counters(state));
}

function counters({ total, scope, processed, errors }: BatchState): Readonly<Record<string, number>> {
  return { TotalJobItems: Math.ceil(total / scope), JobItemsProcessed: processed, NumberOfErrors: errors };
}
