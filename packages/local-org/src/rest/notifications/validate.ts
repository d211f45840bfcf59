import type { Choice } from '../../outbox';
import type { Call } from '../shared/call';
import { restError, type RestError } from '../shared/errors';
import { parseJsonObject, type Json, type JsonObject } from '../shared/json';

const MAX_SIZE = 50;
const DEFAULT_SIZE = 10;

const invalid = (message: string): RestError => restError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', message);

/** `size` (1 to 50, 10 when absent; more counts as 50) and either `before` or `after`. */
export function pageOf({ query }: Call): { readonly choice: Choice; readonly size: number } {
  const size = Number(query.get('size') ?? DEFAULT_SIZE);
  if (!Number.isInteger(size) || size < 1) throw invalid('size has to be a whole number from 1 to 50');
  const [before, after] = ['before', 'after'].map((name) => timeOf(name, query.get(name)));
  if (before !== undefined && after !== undefined) throw invalid('before and after cannot be combined');
  return {
    choice: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
    size: Math.min(size, MAX_SIZE),
  };
}

/** Messages are trimmed unless the client says otherwise. */
export const trims = ({ query }: Call): boolean => query.get('trimMessages') !== 'false';

/** Which notifications a PATCH means: those of `notificationIds`, or those before a time; all without either. */
export function choiceOf(call: Call): Choice {
  const { before, notificationIds: ids } = parseJsonObject(call.body);
  if (before !== undefined && ids !== undefined) throw invalid('before and notificationIds cannot be combined');
  if (ids !== undefined) {
    if (!isTexts(ids) || ids.length > MAX_SIZE) throw invalid(`notificationIds has to be a list of at most ${MAX_SIZE} ids`);
    return { ids };
  }
  const time = timeOf('before', before ?? null);
  return time === undefined ? {} : { before: time };
}

/** `read` marks as seen too. */
export function marksOf(call: Call): { seen?: boolean; read?: boolean } {
  const body = parseJsonObject(call.body);
  const read = flagOf(body, 'read');
  const seen = flagOf(body, 'seen');
  if (read === undefined && seen === undefined) throw invalid('read or seen is required');
  if (read === true && seen === false) throw invalid('What is read has been seen');
  const marks = { ...(read === undefined ? {} : { read }), ...(seen === undefined ? {} : { seen }) };
  return read === true ? { ...marks, seen: true } : marks;
}

function flagOf(body: JsonObject, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalid(`${name} has to be true or false`);
}

const isTexts = (value: Json): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

function timeOf(name: string, text: Json): number | undefined {
  if (text === null) return undefined;
  const time = typeof text === 'string' ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw invalid(`${name} has to be a time such as 2026-01-31T08:00:00.000Z`);
  return time;
}
