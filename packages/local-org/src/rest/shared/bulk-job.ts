import type { Org } from '../../host/port';
import { makeId } from '../../kernel/ids';
import type { JsonObject } from './json';
import { datetimeText } from './values';

export const DELIMITERS = { COMMA: ',', TAB: '\t', SEMICOLON: ';', PIPE: '|', CARET: '^', BACKQUOTE: '`' } as const;
export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What ingest and query jobs of Bulk API 2.0 have in common. */
export interface BulkJob {
  readonly id: string;
  readonly operation: string;
  readonly object: string;
  readonly columnDelimiter: keyof typeof DELIMITERS;
  readonly lineEnding: keyof typeof LINE_ENDINGS;
  readonly apiVersion: number;
  readonly createdById: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly modified: number;
  readonly state: JobState;
  readonly errorMessage: string | null;
  /** Tries of the next step that were counted because a former process may have ended in it; absent in jobs of older files. */
  readonly tries?: number;
}

const COUNTER = 'bulk:counter';

/** The next job id: ids ascend, so their order is the order of creation. */
export function nextJobId(org: Org): string {
  const n = Number(org.kv.get(COUNTER) ?? '0') + 1;
  org.kv.set(COUNTER, String(n));
  return makeId('750', n);
}

/** Jobs of one kind, and the queue of those that wait for the idle loop, as rows that live and die with the caller's transaction. */
export class JobShelf<J extends BulkJob> {
  private readonly rows: string;
  private readonly queue: string;

  /** @param kind start of the keys */
  constructor(kind: string) {
    this.rows = `${kind}:job:`;
    this.queue = `${kind}:queue`;
  }

  read(org: Org, id: string): J | null {
    const text = org.kv.get(this.rows + id);
    return text === null ? null : (JSON.parse(text) as J);
  }

  list(org: Org): readonly J[] {
    return org.kv.list(this.rows).map(({ value }) => JSON.parse(value) as J);
  }

  /** Writes a job, and puts it into the queue or takes it out as its state says. */
  save(org: Org, job: J): void {
    org.kv.set(this.rows + job.id, JSON.stringify({ ...job, modified: org.clock.now() }));
    const queued = this.queued(org);
    const waits = job.state === 'UploadComplete' || job.state === 'InProgress';
    if (waits === queued.includes(job.id)) return;
    org.kv.set(this.queue, JSON.stringify(waits ? [...queued, job.id].sort() : queued.filter((id) => id !== job.id)));
  }

  /** Ids of the jobs that wait, oldest first. */
  queued(org: Org): readonly string[] {
    return JSON.parse(org.kv.get(this.queue) ?? '[]') as string[];
  }

  delete(org: Org, id: string): void {
    org.kv.delete(this.rows + id);
  }
}

/** The part of a job's JSON that all kinds share. */
export function bulkJobJson(job: BulkJob): JsonObject {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: datetimeText(job.created),
    systemModstamp: datetimeText(job.modified),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}
