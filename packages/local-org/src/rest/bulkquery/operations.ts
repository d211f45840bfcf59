import type { Org } from '../../host/port';
import { ApexList } from '../../kernel/collections';
import { ApexException, UnsupportedError } from '../../kernel/exceptions';
import { SObject } from '../../kernel/sobject';
import { csvLine } from '../bulk/csv';
import { DELIMITERS, LINE_ENDINGS } from '../shared/bulk-job';
import { Survivors } from '../shared/bulk-survivors';
import type { Call } from '../shared/call';
import { fromException } from '../shared/errors';
import { byIds, idsOnly, outline, type Outline } from '../shared/select';
import { toCsvText } from '../shared/values';
import { invalidLocator } from './errors';
import { queryJobs, type QueryJob, readIds, saveIds } from './jobs';

const USER = { mode: 'user', sharing: true, api: true } as const;

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
  const o = outlineOf(job);
  // The whole query first: a fault of its select list has to fail the job, not the download.
  org.data.queryText(`${byIds(o)} LIMIT 1`, idBind([]), USER);
  const ids = org.data.queryText(idsOnly(o), new Map(), USER).map((row) => String(row.id));
  saveIds(org, job.id, ids);
  queryJobs.save(org, { ...job, state: 'JobComplete', rows: ids.length });
}

function outlineOf(job: QueryJob): Outline {
  const o = outline(job.operation === 'queryAll' ? `${job.query} ALL ROWS` : job.query);
  if (!o) throw new ApexException('System.QueryException', 'The query has to begin with SELECT ... FROM ...');
  return o;
}

const idBind = (ids: readonly string[]): ReadonlyMap<string, unknown> => new Map([['ids', ApexList.ofType('Id', [...ids])]]);

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
  const o = outlineOf(job);
  const ids = readIds(call.org, job.id, from, max);
  const rows = call.transaction(() => call.org.data.queryText(byIds(o), idBind(ids), USER));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const line = (cells: readonly string[]): string => csvLine(cells, DELIMITERS[job.columnDelimiter], LINE_ENDINGS[job.lineEnding]);
  const lines = ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [line(o.items.map((path) => toCsvText(valueAt(row, path))))] : [];
  });
  const end = from + ids.length;
  const next = end < job.rows ? Buffer.from(String(end)).toString('base64url') : null;
  return { csv: line(o.items) + lines.join(''), rows: lines.length, next };
}

function offsetOf(locator: string): number {
  const text = Buffer.from(locator, 'base64url').toString('utf8');
  if (!/^\d{1,9}$/.test(text)) throw invalidLocator();
  return Number(text);
}

/** The value of a path such as `Contact.Email`; null where a parent is missing. */
function valueAt(record: SObject, path: string): unknown {
  const names = path.split('.');
  if (names[0]?.toLowerCase() === record.shape.name.toLowerCase()) names.shift();
  const field = names.pop() ?? '';
  let at: unknown = record;
  for (const name of names) at = at instanceof SObject ? (at.related?.get(name.toLowerCase()) ?? null) : null;
  return at instanceof SObject ? (at.get(field) ?? null) : null;
}
