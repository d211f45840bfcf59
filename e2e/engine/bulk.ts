import { setTimeout as pause } from 'node:timers/promises';
import type { ServedOrg } from './served-org';

const INGEST = '/services/data/v67.0/jobs/ingest';

export interface IngestJob {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string | null;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
}

/** Inserts the rows with a Bulk API 2.0 job; all have the fields of the first one. */
export async function bulkInsert(org: ServedOrg, object: string, rows: readonly object[]): Promise<{ processed: number; failed: number }> {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'attributes');
  const lines = rows.map((row) => names.map((name) => cell((row as Record<string, unknown>)[name])).join(','));
  const job = await bulkJob(org, object, [names.join(','), ...lines, ''].join('\n'));
  if (job.state !== 'JobComplete') throw new Error(JSON.stringify(job));
  return { processed: job.numberRecordsProcessed, failed: job.numberRecordsFailed };
}

/** Uploads the text as an insert job and waits for its end. */
export async function bulkJob(org: ServedOrg, object: string, csv: string, alias = 'admin'): Promise<IngestJob> {
  const { body: job } = await org.call<IngestJob>(alias, 'POST', INGEST, {
    object,
    operation: 'insert',
    contentType: 'CSV',
    lineEnding: 'LF',
  });
  await org.upload(alias, `${INGEST}/${job.id}/batches`, csv);
  await org.call(alias, 'PATCH', `${INGEST}/${job.id}`, { state: 'UploadComplete' });
  for (;;) {
    const { body } = await org.call<IngestJob>(alias, 'GET', `${INGEST}/${job.id}`);
    if (body.state !== 'UploadComplete' && body.state !== 'InProgress') return body;
    await pause(20);
  }
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return `"${String(value as string).replaceAll('"', '""')}"`;
}
