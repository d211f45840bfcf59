import type { Org } from '../../host/port';
import { bulkJobJson, JobShelf, type BulkJob } from '../shared/bulk-job';
import type { Json, JsonObject } from '../shared/json';

export const OPERATIONS = ['insert', 'update', 'upsert', 'delete'] as const;

/** One ingest job. It is written in the commit of each chunk, so that a killed process goes on exactly where it was. */
export interface IngestJob extends BulkJob {
  readonly operation: (typeof OPERATIONS)[number];
  readonly externalIdFieldName: string | null;
  /** Column names of the upload; null before it. */
  readonly header: readonly string[] | null;
  readonly parts: number;
  readonly nextPart: number;
  readonly processed: number;
  readonly failed: number;
  /** Tries again of parts that failed for a reason other than their rows. */
  readonly retries: number;
  /** Milliseconds of work. */
  readonly worked: number;
}

/** Results of one part, as lines of CSV without a header. */
export interface PartResult {
  readonly succeeded: string;
  readonly failed: string;
}

export const ingestJobs = new JobShelf<IngestJob>('bulk');

const DIGITS = 8;

const partKey = (kind: 'part' | 'result', id: string, part: number): string => `bulk:${kind}:${id}:${String(part).padStart(DIGITS, '0')}`;

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
  ingestJobs.delete(org, job.id);
}

/** A job as the API shows it. */
export function jobJson(job: IngestJob): JsonObject {
  const external: Record<string, Json> = job.externalIdFieldName === null ? {} : { externalIdFieldName: job.externalIdFieldName };
  return {
    ...bulkJobJson(job),
    ...external,
    jobType: 'V2Ingest',
    contentUrl: `services/data/v${job.apiVersion.toFixed(1)}/jobs/ingest/${job.id}/batches`,
    retries: job.retries,
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    totalProcessingTime: job.worked,
    apiActiveProcessingTime: job.worked,
    apexProcessingTime: 0,
  };
}
