import type { DmlRowResult } from '../../data/port';
import type { Org } from '../../host/port';
import { ApexException, type DmlRowError } from '../../kernel/exceptions';
import type { Transaction } from '../../engine/transaction';
import { DELIMITERS, LINE_ENDINGS } from '../shared/bulk-job';
import type { Actor } from '../shared/call';
import { RestError, restError, ValueError } from '../shared/errors';
import type { JsonObject } from '../shared/json';
import { deleteRows, errorsOf, parseRecord, writeRows, type ParsedRecord } from '../shared/write';
import { csvLine, parsePart, PART_ROWS } from './csv';
import { InvalidBatch } from './errors';
import { deletePart, type IngestJob, ingestJobs, readPart, saveResult } from './jobs';
import { Survivors } from '../shared/bulk-survivors';
import { columnsOf, rowJson } from './validate';

/** Rows that share one set of static variables (Bulk API 2.0: internal batches of 10,000). */
const BATCH_ROWS = 10_000;
/** Retries of a part that failed for a reason other than its rows (Bulk API 2.0: ten). */
const MAX_RETRIES = 10;

/** What a batch carries from one 200-row transaction to the next; only in memory, so a restart begins a new batch. */
interface Batch {
  readonly jobId: string;
  readonly number: number;
  statics: unknown[];
}

/** Processes ingest jobs in the order of their creation, one 200-row part and one commit a step. */
export function createIngest(org: Org): { readonly name: string; runOne(): boolean } {
  const survivors = new Survivors(org, ingestJobs);
  let batch: Batch | null = null;
  return {
    name: 'bulk ingest',
    runOne: () => {
      const [id] = ingestJobs.queued(org);
      const job = id === undefined ? null : ingestJobs.read(org, id);
      if (!job) return false;
      if (!survivors.mayTry(job)) return true;
      batch = currentBatch(batch, job);
      runPart(org, job, batch);
      return true;
    },
  };
}

function currentBatch(former: Batch | null, job: IngestJob): Batch {
  const number = Math.floor((job.nextPart * PART_ROWS) / BATCH_ROWS);
  return former?.jobId === job.id && former.number === number ? former : { jobId: job.id, number, statics: [] };
}

function runPart(org: Org, job: IngestJob, batch: Batch): void {
  const options = { userId: job.createdById, apiVersion: job.apiVersion, kind: 'BULK_API' as const };
  const started = performance.now();
  try {
    org.step(options, (transaction) => {
      transaction.statics = batch.statics;
      const before = job.nextPart * PART_ROWS;
      const now = processPart(org, job, before, started, transaction);
      batch.statics = transaction.statics;
      ingestJobs.save(org, now);
    });
  } catch (error) {
    // The rows of the part are rolled back; what happened to the job has to be kept all the same.
    org.step(options, () => ingestJobs.save(org, afterFault(ingestJobs.read(org, job.id) ?? job, error)));
    if (!(error instanceof InvalidBatch))
      process.stderr.write(`Bulk job ${job.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

function afterFault(job: IngestJob, error: unknown): IngestJob {
  if (error instanceof InvalidBatch) return { ...job, state: 'Failed', errorMessage: error.message };
  // The process lived on, so this step is none that ends it.
  const tries = 0;
  const retries = job.retries + 1;
  const message = `InternalServerError : ${error instanceof Error ? error.message : String(error)}`;
  return retries > MAX_RETRIES ? { ...job, state: 'Failed', errorMessage: message } : { ...job, state: 'InProgress', retries, tries };
}

function processPart(org: Org, job: IngestJob, before: number, started: number, transaction: Transaction): IngestJob {
  if (job.errorMessage !== null) return { ...job, state: 'Failed' };
  const object = org.schema.object(job.object);
  if (!object) throw new InvalidBatch(`Unable to find object: ${job.object}`);
  const header = job.header ?? [];
  const columns = columnsOf(object, header);
  if (job.nextPart >= job.parts) return { ...job, state: 'JobComplete' };
  const delimiter = DELIMITERS[job.columnDelimiter];
  const rows = parsePart(readPart(org, job.id, job.nextPart), header, delimiter, before);
  const actor: Actor = { org, user: { userId: job.createdById, username: '' } };
  const results = writePart(
    actor,
    job,
    rows.map((row) => rowJson(columns, row)),
    transaction,
  );
  const line = (cells: readonly string[]): string => csvLine(cells, delimiter, LINE_ENDINGS[job.lineEnding]);
  const succeeded: string[] = [];
  const failed: string[] = [];
  results.forEach((result, i) => {
    const cells = rows[i] ?? [];
    if (result.success) succeeded.push(line([result.id ?? '', String(result.created), ...cells]));
    else failed.push(line([result.id ?? '', errorText(result.errors), ...cells]));
  });
  deletePart(org, job.id, job.nextPart);
  saveResult(org, job.id, job.nextPart, { succeeded: succeeded.join(''), failed: failed.join('') });
  const nextPart = job.nextPart + 1;
  return {
    ...job,
    nextPart,
    tries: 0,
    processed: job.processed + rows.length,
    failed: job.failed + failed.length,
    worked: job.worked + Math.round(performance.now() - started),
    state: nextPart === job.parts ? 'JobComplete' : 'InProgress',
  };
}

/** One verdict per row. A trigger that throws fails the whole part, row by row, and nothing of it is kept. */
function writePart(actor: Actor, job: IngestJob, rows: readonly JsonObject[], transaction: Transaction): readonly DmlRowResult[] {
  const faults = new Map<number, readonly DmlRowError[]>();
  const good: ParsedRecord[] = [];
  rows.forEach((json, i) => {
    try {
      good.push(parseRow(actor, job, json));
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      faults.set(i, rowFaults(error, job.header ?? []));
    }
  });
  const written = writeGood(actor, job, good, transaction);
  let next = 0;
  return rows.map((_, i) => {
    const fault = faults.get(i);
    const result = fault ? { id: null, success: false, created: false, errors: fault } : written[next++];
    if (!result) throw new RangeError('DML gave fewer results than rows');
    return result;
  });
}

/** Faults found before the database saw the row. A value that cannot be converted is told by its column, as the platform does. */
function rowFaults(error: RestError, header: readonly string[]): readonly DmlRowError[] {
  const row = { index: 0, id: null };
  if (error instanceof ValueError) {
    const column = header.findIndex((name) => name.toLowerCase() === error.field.toLowerCase()) + 1;
    const message = `Failed to deserialize field at col ${column}. Due to, '${String(error.value)}' is not a valid value for the type xsd:${error.wanted}`;
    return [{ ...row, statusCode: 'INVALID_FIELD', message, fields: [error.field] }];
  }
  return error.errors.map((e) => ({ ...row, statusCode: e.errorCode, message: e.message, fields: e.fields ?? [] }));
}

function parseRow(actor: Actor, job: IngestJob, json: JsonObject): ParsedRecord {
  const object = actor.org.schema.object(job.object);
  if (!object) throw new InvalidBatch(`Unable to find object: ${job.object}`);
  const operation = job.operation === 'delete' ? 'update' : job.operation;
  const row = parseRecord(actor, object, json, { operation });
  if ((job.operation === 'update' || job.operation === 'delete') && row.record.id === null) {
    throw restError(400, 'MISSING_ARGUMENT', `Id not specified in an ${job.operation} call`);
  }
  return row;
}

function writeGood(actor: Actor, job: IngestJob, rows: readonly ParsedRecord[], transaction: Transaction): readonly DmlRowResult[] {
  const object = actor.org.schema.object(job.object);
  if (!object || rows.length === 0) return [];
  const savepoint = transaction.savepoint();
  try {
    if (job.operation !== 'delete') return writeRows(actor, job.operation, rows, job.externalIdFieldName ?? undefined);
    return deleteRows(
      actor,
      object,
      rows.map((row) => row.record.id ?? ''),
    );
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    transaction.rollbackTo(savepoint);
    const errors = errorsOf(error);
    return rows.map(() => ({ id: null, success: false, created: false, errors }));
  }
}

/** `STATUS_CODE:message:Field1,Field2 --`, errors one after another. */
function errorText(errors: readonly DmlRowError[]): string {
  return errors.map((e) => `${e.statusCode}:${e.message}:${e.fields.join(',')} --`).join(';');
}
