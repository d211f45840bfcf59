import { LimitException, type ApexException } from '../kernel/exceptions';
import type { SqlValue, Store } from '../store/port';

export type JobKind = 'queueable' | 'finalizer' | 'future' | 'batch' | 'event';

/** How a job ended, as its finalizer sees it. */
export interface Outcome {
  readonly result: 'SUCCESS' | 'UNHANDLED_EXCEPTION';
  readonly requestId: string;
  /** Apex class of the finalizer itself. */
  readonly finalizer?: string;
  readonly exception: { readonly type: string; readonly message: string; readonly stack: string | null } | null;
}

/** A row of the queue. */
export interface QueuedJob {
  readonly seq: number;
  /** AsyncApexJob id; a finalizer carries the id of its job. */
  readonly id: string;
  readonly kind: JobKind;
  readonly className: string;
  /** Serialized instance. */
  readonly payload: string;
  readonly userId: string;
  readonly due: number;
  readonly depth: number;
  readonly maxDepth: number | null;
  readonly delayMinutes: number;
  readonly signature: string | null;
  readonly retries: number;
  readonly outcome: Outcome | null;
}

export type NewJob = Omit<QueuedJob, 'seq'>;

/** A job that nobody delays, chains or tries again. */
export function plainJob(job: Pick<QueuedJob, 'id' | 'kind' | 'className' | 'payload' | 'userId' | 'due'>): NewJob {
  return { ...job, depth: 1, maxDepth: null, delayMinutes: 0, signature: null, retries: 0, outcome: null };
}

const PAYLOAD = 'coalesce((SELECT p.payload FROM "local#job_payload" p WHERE p.seq = "local#job".seq), payload)';
const COLUMNS = `seq, id, kind, class, ${PAYLOAD}, user, due, depth, max_depth, delay_minutes, signature, retries, outcome`;

/** Adds a job; the caller's transaction decides whether it ever exists. */
export function addJob(store: Store, job: NewJob): void {
  store
    .prepare(
      'INSERT INTO "local#job" (id, kind, class, payload, user, due, depth, max_depth, delay_minutes, signature, retries, outcome) VALUES (?, ?, ?, \'\', ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      job.id,
      job.kind,
      job.className,
      job.userId,
      job.due,
      job.depth,
      job.maxDepth,
      job.delayMinutes,
      job.signature,
      job.retries,
      job.outcome === null ? null : JSON.stringify(job.outcome),
    );
  store.prepare('INSERT INTO "local#job_payload" (seq, payload) VALUES (last_insert_rowid(), ?)').run(job.payload);
}

/** True while a job with this duplicate signature waits. */
export function signatureIsQueued(store: Store, signature: string): boolean {
  return store.prepare('SELECT 1 FROM "local#job" WHERE signature = ?').get(signature) !== undefined;
}

/** The next job that is due: finalizers first, so that a run's state is settled before more work starts; then by due time and age. */
export function nextJob(store: Store, now: number, kinds: 'all' | 'events' | 'no events' = 'all'): QueuedJob | null {
  const only = { all: '', events: ` AND kind = 'event'`, 'no events': ` AND kind <> 'event'` }[kinds];
  const row = store
    .prepare(
      `SELECT ${COLUMNS} FROM "local#job" WHERE seq = (SELECT seq FROM "local#job" WHERE running = 0 AND due <= ?${only} ORDER BY kind = 'finalizer' DESC, due, seq LIMIT 1)`,
    )
    .get(now);
  return row ? toJob(row) : null;
}

/** When the next waiting job is due; null when none waits. */
export function nextJobDue(store: Store): number | null {
  const due = store.prepare('SELECT min(due) FROM "local#job" WHERE running = 0').get()?.[0];
  return typeof due === 'number' ? due : null;
}

/** Marks a job as running. From here on its signature is free again (Apex Developer Guide, "Detecting Duplicate Queueable Jobs"). */
export function markRunning(store: Store, job: QueuedJob): void {
  store.prepare('UPDATE "local#job" SET running = 1, signature = NULL WHERE seq = ?').run(job.seq);
}

export function removeJob(store: Store, seq: number): void {
  store.prepare('DELETE FROM "local#job" WHERE seq = ?').run(seq);
  store.prepare('DELETE FROM "local#job_payload" WHERE seq = ?').run(seq);
}

/** Puts a running job back into the queue with another instance. */
export function replaceJob(store: Store, seq: number, payload: string): void {
  store.prepare('INSERT OR REPLACE INTO "local#job_payload" (seq, payload) VALUES (?, ?)').run(seq, payload);
  putBack(store, seq);
}

/** Jobs that a crash left running, oldest first. */
export function runningJobs(store: Store): QueuedJob[] {
  return store.prepare(`SELECT ${COLUMNS} FROM "local#job" WHERE running = 1 ORDER BY seq`).all().map(toJob);
}

export function putBack(store: Store, seq: number): void {
  store.prepare('UPDATE "local#job" SET running = 0 WHERE seq = ?').run(seq);
}

/** The waiting job with this AsyncApexJob id. */
export function waitingJob(store: Store, id: string): QueuedJob | null {
  const row = store.prepare(`SELECT ${COLUMNS} FROM "local#job" WHERE id = ? AND kind <> 'finalizer' AND running = 0`).get(id);
  return row ? toJob(row) : null;
}

/** What a finalizer is told about an exception. */
export function outcomeOf(requestId: string, failure: ApexException | null): Outcome {
  if (failure === null) return { result: 'SUCCESS', requestId, exception: null };
  const type = failure instanceof LimitException ? 'System.LimitException' : failure.typeName;
  return { result: 'UNHANDLED_EXCEPTION', requestId, exception: { type, message: failure.message, stack: failure.apexStack } };
}

function toJob(row: SqlValue[]): QueuedJob {
  const text = (at: number): string => String(row[at]);
  const orNull = <T>(at: number, read: (value: SqlValue) => T): T | null => {
    const value = row[at];
    return value === null || value === undefined ? null : read(value);
  };
  return {
    seq: Number(row[0]),
    id: text(1),
    kind: text(2) as JobKind,
    className: text(3),
    payload: text(4),
    userId: text(5),
    due: Number(row[6]),
    depth: Number(row[7]),
    maxDepth: orNull(8, Number),
    delayMinutes: Number(row[9]),
    signature: orNull(10, String),
    retries: Number(row[11]),
    outcome: orNull(12, (value) => JSON.parse(String(value)) as Outcome),
  };
}
