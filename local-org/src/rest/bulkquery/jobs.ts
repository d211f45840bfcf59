import type { Org } from '../../host/port';
import type { JobState, DELIMITERS, LINE_ENDINGS } from '../bulk/jobs';
import type { JsonObject } from '../shared/json';
import { datetimeText } from '../shared/values';

/** One query job. What is stored are the ids of its rows, so that no snapshot is held. */
export interface QueryJob {
  readonly id: string;
  readonly operation: 'query' | 'queryAll';
  readonly object: string;
  readonly query: string;
  readonly columnDelimiter: keyof typeof DELIMITERS;
  readonly lineEnding: keyof typeof LINE_ENDINGS;
  readonly apiVersion: number;
  readonly createdById: string;
  readonly created: number;
  readonly modified: number;
  readonly state: JobState;
  readonly rows: number;
  readonly errorMessage: string | null;
}

const JOB = 'bulkquery:job:';
const IDS = 'bulkquery:ids:';
const QUEUE = 'bulkquery:queue';

export function readQueryJob(org: Org, id: string): QueryJob | null {
  const text = org.kv.get(JOB + id);
  return text === null ? null : (JSON.parse(text) as QueryJob);
}

/** Writes a job; an unfinished one waits in the queue. */
export function saveQueryJob(org: Org, job: QueryJob): void {
  org.kv.set(JOB + job.id, JSON.stringify({ ...job, modified: org.clock.now() }));
  const others = queuedQueryJobs(org).filter((id) => id !== job.id);
  org.kv.set(QUEUE, JSON.stringify(job.state === 'UploadComplete' ? [...others, job.id] : others));
}

export function queuedQueryJobs(org: Org): readonly string[] {
  return JSON.parse(org.kv.get(QUEUE) ?? '[]') as string[];
}

export function listQueryJobs(org: Org): readonly QueryJob[] {
  return org.kv.list(JOB).map(({ value }) => JSON.parse(value) as QueryJob);
}

export function saveIds(org: Org, id: string, ids: readonly string[]): void {
  org.kv.set(IDS + id, ids.join(''));
}

const ID_LENGTH = 18;

/** Ids of a job's rows from `from`, at most `count`. */
export function readIds(org: Org, id: string, from: number, count: number): readonly string[] {
  const part = (org.kv.get(IDS + id) ?? '').slice(from * ID_LENGTH, (from + count) * ID_LENGTH);
  return Array.from({ length: part.length / ID_LENGTH }, (_, i) => part.slice(i * ID_LENGTH, (i + 1) * ID_LENGTH));
}

export function deleteQueryJob(org: Org, job: QueryJob): void {
  org.kv.delete(IDS + job.id);
  org.kv.delete(JOB + job.id);
}

/** A job as the API shows it. */
export function queryJobJson(job: QueryJob): JsonObject {
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
    jobType: 'V2Query',
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    numberRecordsProcessed: job.rows,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: false,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}
