import type { Org } from '../../host/port';
import { nextJobId } from '../shared/bulk-job';
import { noContent, ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { restError } from '../shared/errors';
import { parseJsonObject } from '../shared/json';
import { invalidJob, invalidState } from './errors';
import { deleteQueryJob, type QueryJob, queryJobJson, queryJobs } from './jobs';
import { createQueryWork, resultPage } from './operations';
import { queryJobOf, queryJobRequest } from './validate';

/** Rows of one download when the client does not say. */
const DEFAULT_PAGE = 50_000;

/** Bulk API 2.0 query jobs. */
export function bulkQueryRoutes(data: string): Route[] {
  const base = `${data}/jobs/query`;
  return [
    route('POST', base, create),
    route('GET', base, list),
    route('GET', `${base}/:job`, (call, params) => ok(queryJobJson(queryJobOf(call, params['job'] ?? '')))),
    route('PATCH', `${base}/:job`, abort),
    route('DELETE', `${base}/:job`, remove),
    route('GET', `${base}/:job/results`, results),
  ];
}

/** Lets the idle loop run query jobs. */
export function startBulkQuery(org: Org): void {
  org.background(createQueryWork(org));
}

function create(call: Call): Reply {
  const request = queryJobRequest(call);
  const now = call.org.clock.now();
  const job = call.transaction((): QueryJob => {
    const state = 'UploadComplete' as const;
    const common = { createdById: call.user.userId, created: now, modified: now, rows: 0, errorMessage: null };
    const made = { ...request, ...common, id: nextJobId(call.org), apiVersion: Number(call.version), state };
    queryJobs.save(call.org, made);
    return made;
  });
  call.org.wake();
  return ok(queryJobJson(job));
}

function list(call: Call): Reply {
  const own = queryJobs.list(call.org).filter((job) => job.createdById === call.user.userId);
  return ok({ done: true, nextRecordsUrl: null, records: own.map(queryJobJson) });
}

function abort(call: Call, params: Params): Reply {
  const job = queryJobOf(call, params['job'] ?? '');
  if (parseJsonObject(call.body)['state'] !== 'Aborted') throw invalidJob('state has to be Aborted');
  if (job.state !== 'UploadComplete') throw invalidState(`Changing the state of a job from ${job.state} to Aborted is not allowed`);
  const aborted: QueryJob = { ...job, state: 'Aborted' };
  call.transaction(() => queryJobs.save(call.org, aborted));
  return ok(queryJobJson(aborted));
}

function remove(call: Call, params: Params): Reply {
  const job = queryJobOf(call, params['job'] ?? '');
  if (job.state === 'UploadComplete') throw invalidState(`Deleting a job in state ${job.state} is not allowed`);
  call.transaction(() => deleteQueryJob(call.org, job));
  return noContent();
}

/** `?maxRecords=&locator=`; the header Sforce-Locator says where the next page begins, `null` after the last. */
function results(call: Call, params: Params): Reply {
  const job = queryJobOf(call, params['job'] ?? '');
  if (job.state !== 'JobComplete') throw invalidState(`Results are not available while the job is in state ${job.state}`);
  const max = Number(call.query.get('maxRecords') ?? DEFAULT_PAGE);
  if (!Number.isInteger(max) || max < 1) throw restError(400, 'INVALID_INPUT', 'maxRecords has to be a whole number from 1');
  const page = resultPage(call, job, call.query.get('locator'), Math.min(max, DEFAULT_PAGE));
  const headers = { 'content-type': 'text/csv', 'sforce-locator': page.next ?? 'null', 'sforce-numberofrecords': String(page.rows) };
  return { status: 200, text: page.csv, headers };
}
