import { DELIMITERS, LINE_ENDINGS } from '../shared/bulk-job';
import type { Call } from '../shared/call';
import { restError } from '../shared/errors';
import { parseJsonObject, type JsonObject } from '../shared/json';
import { isAggregateQuery, parseSoql, type Query } from '../../soql';
import { located } from '../query/errors';
import { refuseLong } from '../query/validate';
import { invalidJob, noSuchJob, notForBulk } from './errors';
import { queryJobs, type QueryJob } from './jobs';

const KEYS = ['operation', 'query', 'contentType', 'columnDelimiter', 'lineEnding'];

export type QueryJobRequest = Pick<QueryJob, 'operation' | 'query' | 'object' | 'columnDelimiter' | 'lineEnding'>;

/** Body of `POST jobs/query`. */
export function queryJobRequest(call: Call): QueryJobRequest {
  const body = parseJsonObject(call.body);
  const unknown = Object.keys(body).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw restError(400, 'JSON_PARSER_ERROR', `Unrecognized field "${unknown}", not marked as ignorable`);
  const query = body['query'];
  if (typeof query !== 'string' || query.trim() === '') throw invalidJob('query is required');
  const text = parsed(refuseLong(query));
  if (text.isCount || isAggregateQuery(text)) throw notForBulk('An aggregate');
  if (text.select.some(({ kind }) => kind === 'fields')) throw notForBulk('FIELDS()');
  if (text.select.some(({ kind }) => kind === 'child')) throw notForBulk('A subquery in the select list');
  return {
    query,
    object: text.from.parts.join('.'),
    operation: choice(body, 'operation', ['query', 'queryAll'], undefined),
    columnDelimiter: choice(body, 'columnDelimiter', Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[], 'COMMA'),
    lineEnding: choice(body, 'lineEnding', Object.keys(LINE_ENDINGS) as (keyof typeof LINE_ENDINGS)[], 'LF'),
  };
}

/** What does not read as a query makes no job; whether its names mean anything, the job finds out. */
function parsed(query: string): Query {
  try {
    return parseSoql(query);
  } catch (error) {
    throw located(error, query);
  }
}

function choice<T extends string>(body: JsonObject, key: string, allowed: readonly T[], fallback: T | undefined): T {
  const found = allowed.find((one) => one === (body[key] ?? fallback));
  if (found === undefined) throw invalidJob(`${key} has to be one of ${allowed.join(', ')}`);
  return found;
}

/** A job of the session's user. */
export function queryJobOf(call: Call, id: string): QueryJob {
  const job = queryJobs.read(call.org, id);
  if (!job || job.createdById !== call.user.userId) throw noSuchJob();
  return job;
}
