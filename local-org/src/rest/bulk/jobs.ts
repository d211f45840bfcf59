import type { Org } from '../../host/port';
import { makeId } from '../../kernel/ids';
import type { Json, JsonObject } from '../shared/json';
import { datetimeText } from '../shared/values';

export const OPERATIONS = ['insert', 'update', 'upsert', 'delete'] as const;
export const DELIMITERS = { COMMA: ',', TAB: '\t', SEMICOLON: ';', PIPE: '|', CARET: '^', BACKQUOTE: '`' } as const;
export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** One ingest job. It is written in the commit of each chunk, so that a killed process goes on exactly where it was. */
export interface IngestJob {
  readonly id: string;
  readonly object: string;
  readonly operation: (typeof OPERATIONS)[number];
  readonly externalIdFieldName: string | null;
  readonly columnDelimiter: keyof typeof DELIMITERS;
  readonly lineEnding: keyof typeof LINE_ENDINGS;
  readonly apiVersion: number;
  readonly createdById: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly modified: number;
  readonly state: JobState;
  /** Column names of the upload; null before it. */
  readonly header: readonly string[] | null;
  readonly parts: number;
  readonly nextPart: number;
  readonly processed: number;
  readonly failed: number;
  readonly retries: number;
  readonly errorMessage: string | null;
  /** Milliseconds of work. */
  readonly worked: number;
}

/** Results of one part, as lines of CSV without a header. */
export interface PartResult {
  readonly succeeded: string;
  readonly failed: string;
}

const JOB = 'bulk:job:';
const QUEUE = 'bulk:queue';
const COUNTER = 'bulk:counter';
const DIGITS = 8;

const partKey = (kind: 'part' | 'result', id: string, part: number): string => `bulk:${kind}:${id}:${String(part).padStart(DIGITS, '0')}`;

export function nextJobId(org: Org): string {
  const n = Number(org.kv.get(COUNTER) ?? '0') + 1;
  org.kv.set(COUNTER, String(n));
  return makeId('750', n);
}

export function readJob(org: Org, id: string): IngestJob | null {
  const text = org.kv.get(JOB + id);
  return text === null ? null : (JSON.parse(text) as IngestJob);
}

export function saveJob(org: Org, job: IngestJob): void {
  org.kv.set(JOB + job.id, JSON.stringify({ ...job, modified: org.clock.now() }));
  if (job.state !== 'Open') requeue(org, job);
}

/** Ids of closed jobs that are not finished, oldest first: what the idle loop looks at. */
export function queuedJobs(org: Org): readonly string[] {
  return JSON.parse(org.kv.get(QUEUE) ?? '[]') as string[];
}

/** Puts a job into the queue or takes it out, as its state says. */
function requeue(org: Org, job: IngestJob): void {
  const others = queuedJobs(org).filter((id) => id !== job.id);
  const waits = job.state === 'UploadComplete' || job.state === 'InProgress';
  org.kv.set(QUEUE, JSON.stringify(waits ? insertInOrder(others, job.id) : others));
}

/** Ids are handed out in ascending order, so their order is the order of creation. */
const insertInOrder = (ids: readonly string[], id: string): readonly string[] => [...ids, id].sort();

export function listJobs(org: Org): readonly IngestJob[] {
  return org.kv.list(JOB).map(({ value }) => JSON.parse(value) as IngestJob);
}

export function savePart(org: Org, id: string, part: number, text: string): void {
  org.kv.set(partKey('part', id, part), text);
}

export function readPart(org: Org, id: string, part: number): string {
  return org.kv.get(partKey('part', id, part)) ?? '';
}

/** A processed part lives on in its result, which holds the rows too. */
export function deletePart(org: Org, id: string, part: number): void {
  org.kv.delete(partKey('part', id, part));
}

export function saveResult(org: Org, id: string, part: number, result: PartResult): void {
  org.kv.set(partKey('result', id, part), JSON.stringify(result));
}

export function readResult(org: Org, id: string, part: number): PartResult | null {
  const text = org.kv.get(partKey('result', id, part));
  return text === null ? null : (JSON.parse(text) as PartResult);
}

export function deleteJob(org: Org, job: IngestJob): void {
  for (let part = 0; part < job.parts; part++) {
    deletePart(org, job.id, part);
    org.kv.delete(partKey('result', job.id, part));
  }
  org.kv.delete(JOB + job.id);
}

/** A job as the API shows it. */
export function jobJson(job: IngestJob): JsonObject {
  const external: Record<string, Json> = job.externalIdFieldName === null ? {} : { externalIdFieldName: job.externalIdFieldName };
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: datetimeText(job.created),
    systemModstamp: datetimeText(job.modified),
    state: job.state,
    ...external,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    jobType: 'V2Ingest',
    contentUrl: `services/data/v${job.apiVersion.toFixed(1)}/jobs/ingest/${job.id}/batches`,
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    retries: job.retries,
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    totalProcessingTime: job.worked,
    apiActiveProcessingTime: job.worked,
    apexProcessingTime: 0,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}
