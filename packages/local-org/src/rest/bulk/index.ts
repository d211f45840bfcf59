import type { Org } from '../../host/port';
import { DELIMITERS, LINE_ENDINGS, nextJobId } from '../shared/bulk-job';
import { noContent, ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { csvLine, cut } from './csv';
import { InvalidBatch, invalidState, clientInput } from './errors';
import { deleteJob, ingestJobs, jobJson, readPart, readResult, savePart, type IngestJob } from './jobs';
import { createIngest } from './operations';
import { creation, jobOf, maySee, requestedState, textOf, uploadedBytes } from './validate';

/** Bulk API 2.0 ingest: create a job, upload CSV, close it, follow it, fetch the results. */
export function bulkRoutes(data: string): Route[] {
  const base = `${data}/jobs/ingest`;
  return [
    route('POST', base, create),
    route('GET', base, list),
    route('GET', `${base}/:job`, (call, params) => ok(jobJson(jobOf(call, params['job'] ?? '')))),
    route('PATCH', `${base}/:job`, changeState),
    route('DELETE', `${base}/:job`, remove),
    route('PUT', `${base}/:job/batches`, upload),
    route('GET', `${base}/:job/successfulResults`, (call, params) => results(call, params, 'succeeded', ['sf__Id', 'sf__Created'])),
    route('GET', `${base}/:job/failedResults`, (call, params) => results(call, params, 'failed', ['sf__Id', 'sf__Error'])),
    route('GET', `${base}/:job/unprocessedrecords`, unprocessed),
  ];
}

/** Lets the idle loop work on jobs, those of before a restart included. */
export function startBulk(org: Org): void {
  org.background(createIngest(org));
  org.wake();
}

function create(call: Call): Reply {
  const { request, content } = creation(call);
  const reply = call.transaction(() => {
    const now = call.org.clock.now();
    const job: IngestJob = {
      ...request,
      id: nextJobId(call.org),
      apiVersion: Number(call.version),
      createdById: call.user.userId,
      created: now,
      modified: now,
      state: 'Open',
      header: null,
      parts: 0,
      nextPart: 0,
      processed: 0,
      failed: 0,
      retries: 0,
      errorMessage: null,
      worked: 0,
      tries: 0,
    };
    const made: IngestJob = content === null ? job : { ...uploaded(call.org, job, content), state: 'UploadComplete' };
    ingestJobs.save(call.org, made);
    return ok(jobJson(made));
  });
  if (content !== null) call.org.wake();
  return reply;
}

function list(call: Call): Reply {
  const records = ingestJobs
    .list(call.org)
    .filter((job) => maySee(call, job))
    .map(jobJson);
  return ok({ done: true, nextRecordsUrl: null, records });
}

/** One upload per job; a file that cannot be read makes the job fail when it is closed, as on the platform. */
function upload(call: Call, params: Params): Reply {
  const job = jobOf(call, params['job'] ?? '');
  if (job.state !== 'Open') throw invalidState(`Uploading data not allowed when the job is in state ${job.state}`);
  if (job.header !== null || job.errorMessage !== null) {
    throw clientInput(
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  const bytes = uploadedBytes(call);
  call.transaction(() => ingestJobs.save(call.org, uploaded(call.org, job, bytes)));
  return { status: 201 };
}

function uploaded(org: Org, job: IngestJob, bytes: Uint8Array): IngestJob {
  try {
    const { header, parts } = cut(textOf(bytes), DELIMITERS[job.columnDelimiter], LINE_ENDINGS[job.lineEnding]);
    parts.forEach((part, i) => savePart(org, job.id, i, part));
    return { ...job, header, parts: parts.length };
  } catch (error) {
    if (!(error instanceof InvalidBatch)) throw error;
    return { ...job, errorMessage: error.message };
  }
}

function changeState(call: Call, params: Params): Reply {
  const job = jobOf(call, params['job'] ?? '');
  const state = requestedState(call);
  const open = job.state === 'Open' || (state === 'Aborted' && (job.state === 'UploadComplete' || job.state === 'InProgress'));
  if (!open) throw invalidState(`Changing the state of a job from ${job.state} to ${state} is not allowed`);
  if (state === 'UploadComplete' && job.header === null && job.errorMessage === null)
    throw invalidState('No data have been uploaded to the job');
  const changed = { ...job, state };
  call.transaction(() => ingestJobs.save(call.org, changed));
  call.org.wake();
  return ok(jobJson(changed));
}

function remove(call: Call, params: Params): Reply {
  const job = jobOf(call, params['job'] ?? '');
  if (job.state === 'UploadComplete' || job.state === 'InProgress')
    throw invalidState(`Deleting a job in state ${job.state} is not allowed`);
  call.transaction(() => deleteJob(call.org, job));
  return noContent();
}

function results(call: Call, params: Params, kind: 'succeeded' | 'failed', columns: readonly string[]): Reply {
  const job = jobOf(call, params['job'] ?? '');
  const lines: string[] = [csvLine([...columns, ...(job.header ?? [])], DELIMITERS[job.columnDelimiter], LINE_ENDINGS[job.lineEnding])];
  for (let part = 0; part < job.nextPart; part++) lines.push(readResult(call.org, job.id, part)?.[kind] ?? '');
  return csv(lines.join(''));
}

function unprocessed(call: Call, params: Params): Reply {
  const job = jobOf(call, params['job'] ?? '');
  const delimiter = DELIMITERS[job.columnDelimiter];
  const lines: string[] = [csvLine(job.header ?? [], delimiter, LINE_ENDINGS[job.lineEnding])];
  for (let part = job.nextPart; part < job.parts; part++) lines.push(readPart(call.org, job.id, part));
  return csv(lines.join(''));
}

const csv = (text: string): Reply => ({ status: 200, text, headers: { 'content-type': 'text/csv' } });
