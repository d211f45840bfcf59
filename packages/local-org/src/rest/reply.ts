import type { LaneResponse } from '../host/port';
import { UnsupportedError } from '../kernel/exceptions';
import type { Reply } from './shared/call';
import { fromException, ValueError, type ApiError } from './shared/errors';
import { withPlace, type JsonObject } from './shared/json';

/** What is told about an error; one that nobody foresaw is written to the standard error with its stack. */
export function failure(error: unknown, body: Uint8Array | null): Reply {
  if (error instanceof UnsupportedError) return { status: 501, json: [{ errorCode: 'NOT_IMPLEMENTED', message: error.message }] };
  try {
    const known = error instanceof ValueError ? withPlace(error, body ?? new Uint8Array()) : fromException(error);
    return { status: known.status, json: known.errors.map(errorJson) };
  } catch (unknown) {
    process.stderr.write(`${unknown instanceof Error ? (unknown.stack ?? unknown.message) : String(unknown)}\n`);
    const message = `An unexpected error occurred in the local org: ${unknown instanceof Error ? unknown.message : String(unknown)}`;
    return { status: 500, json: [{ errorCode: 'UNKNOWN_EXCEPTION', message }] };
  }
}

function errorJson({ message, errorCode, fields }: ApiError): JsonObject {
  return fields ? { message, errorCode, fields: [...fields] } : { message, errorCode };
}

/** A reply as bytes and headers on their way to the main thread. */
export function write(reply: Reply, headers: Readonly<Record<string, string>>, method: string, inLines = false): LaneResponse {
  const all = { ...headers, ...reply.headers };
  if (reply.bytes) return { status: reply.status, headers: all, body: method === 'HEAD' ? '' : reply.bytes };
  if (reply.text !== undefined)
    return { status: reply.status, headers: { 'content-type': 'text/plain; charset=utf-8', ...all }, body: reply.text };
  if (reply.json === undefined) return { status: reply.status, headers: all, body: '' };
  return {
    status: reply.status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...all },
    body: method === 'HEAD' ? '' : JSON.stringify(reply.json, null, inLines ? 2 : 0),
  };
}
