import type { OpenQuery } from '../../data/port';
import type { Org } from '../../host/port';
import { ApexException, UnsupportedError } from '../../kernel/exceptions';
import { SObject } from '../../kernel/sobject';
import type { ValueColumn } from '../../soql';
import { csvLine } from '../bulk/csv';
import { DELIMITERS, LINE_ENDINGS } from '../shared/bulk-job';
import { Survivors } from '../shared/bulk-survivors';
import { AS_USER } from '../shared/asking';
import type { Call } from '../shared/call';
import { fromException } from '../shared/errors';
import { toCsvText } from '../shared/values';
import { compoundInBulk, invalidLocator } from './errors';
import { queryJobs, type QueryJob, readIds, saveIds } from './jobs';

/** Runs query jobs in the idle loop: one job a step, and only its ids. */
export function createQueryWork(org: Org): { readonly name: string; runOne(): boolean } {
  const survivors = new Survivors(org, queryJobs);
  return {
    name: 'bulk query',
    runOne: () => {
      const [id] = queryJobs.queued(org);
      const job = id === undefined ? null : queryJobs.read(org, id);
      if (!job) return false;
      if (!survivors.mayTry(job)) return true;
      const options = { userId: job.createdById, apiVersion: job.apiVersion };
      try {
        org.step(options, () => runJob(org, job));
      } catch (error) {
        org.step(options, () => queryJobs.save(org, { ...job, state: 'Failed', errorMessage: failureText(job, error) }));
      }
      return true;
    },
  };
}

/** Whatever stops a query ends its job: it would stop it again. What nobody foresaw is written to the standard error too. */
function failureText(job: QueryJob, error: unknown): string {
  if (error instanceof UnsupportedError) return error.message;
  if (error instanceof ApexException) return fromException(error).errors[0]?.message ?? error.message;
  process.stderr.write(`Bulk query job ${job.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return `InternalServerError : ${error instanceof Error ? error.message : String(error)}`;
}

function runJob(org: Org, job: QueryJob): void {
  const query = open(org, job);
  if (query.columns.some(({ kind }) => kind === 'compound')) throw compoundInBulk();
  // A fault that shows only when rows are read has to fail the job, not the download.
  query.page(0, 1);
  saveIds(org, job.id, query.ids);
  queryJobs.save(org, { ...job, state: 'JobComplete', rows: query.total });
}

const open = (org: Org, { query, operation }: QueryJob, ids?: readonly string[]): OpenQuery =>
  org.data.open(query, new Map(), { ...AS_USER, allRows: operation === 'queryAll' }, ids);

export interface ResultPage {
  readonly csv: string;
  readonly rows: number;
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** One page of results as CSV with a header. `locator` is the offset that the former page gave. */
export function resultPage(call: Call, job: QueryJob, locator: string | null, max: number): ResultPage {
  const from = locator === null ? 0 : offsetOf(locator);
  if (from > 0 && from >= job.rows) throw invalidLocator();
  const ids = readIds(call.org, job.id, from, max);
  const { columns, rows } = call.transaction(() => {
    const query = open(call.org, job, ids);
    return { columns: query.columns, rows: query.page(0, ids.length) };
  });
  const line = (cells: readonly string[]): string => csvLine(cells, DELIMITERS[job.columnDelimiter], LINE_ENDINGS[job.lineEnding]);
  const cells = columns.filter((column) => column.kind !== 'child' && column.kind !== 'compound');
  const lines = rows.map((row) => line(cells.map((column) => toCsvText(valueOf(row, column)))));
  const end = from + ids.length;
  const next = end < job.rows ? Buffer.from(String(end)).toString('base64url') : null;
  return { csv: line(cells.map(({ parents, name }) => [...parents, name].join('.'))) + lines.join(''), rows: rows.length, next };
}

function offsetOf(locator: string): number {
  const text = Buffer.from(locator, 'base64url').toString('utf8');
  if (!/^\d{1,9}$/.test(text)) throw invalidLocator();
  return Number(text);
}

/** Null where a parent is missing. */
function valueOf(record: SObject, { parents, name }: ValueColumn): unknown {
  let at: unknown = record;
  for (const parent of parents) at = at instanceof SObject ? at.related?.get(parent.toLowerCase()) : null;
  return at instanceof SObject ? (at.get(name) ?? null) : null;
}
