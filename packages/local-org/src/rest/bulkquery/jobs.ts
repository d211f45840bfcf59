import type { Org } from '../../host/port';
import { bulkJobJson, JobShelf, type BulkJob } from '../shared/bulk-job';
import type { JsonObject } from '../shared/json';

/** One query job. What is stored are the ids of its rows, so that no snapshot is held. */
export interface QueryJob extends BulkJob {
  readonly operation: 'query' | 'queryAll';
  readonly query: string;
  readonly rows: number;
}

export const queryJobs = new JobShelf<QueryJob>('bulkquery');

const IDS = 'bulkquery:ids:';

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
  queryJobs.delete(org, job.id);
}

/** A job as the API shows it. */
export function queryJobJson(job: QueryJob): JsonObject {
  return {
    ...bulkJobJson(job),
    jobType: 'V2Query',
    numberRecordsProcessed: job.rows,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: false,
  };
}
