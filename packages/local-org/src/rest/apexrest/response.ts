import type { RestResponse } from '../../stdlib/rest-context';
import type { Reply } from '../shared/call';
import type { Json } from '../shared/json';
import { invalidHeader, invalidStatus } from './errors';

/** Apex Reference Guide, RestResponse, "Status Codes". */
const STATUSES: ReadonlySet<number> = new Set([
  ...[200, 201, 202, 204, 206, 300, 301, 302, 304],
  ...[400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 417, 500, 503],
]);
/** How an answer is sent is the server's to say (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** RFC 9110, 5.1 and 5.5. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t -~\u0080-\u00ff]*$/;

/** The answer that Apex gives: a returned value wins over `responseBody`; without either it is empty. */
export function replyOf(response: RestResponse, json: Json | undefined): Reply {
  const status = response.statusCode ?? 200;
  if (!STATUSES.has(status)) throw invalidStatus(status);
  const headers = headersOf(response);
  if (json !== undefined) return { status, json, headers };
  if (response.responseBody === null) return { status, headers };
  return {
    status,
    bytes: new Uint8Array(response.responseBody.bytes),
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  };
}

function headersOf(response: RestResponse): Record<string, string> {
  const entries = [...(response.headers?.entries.values() ?? [])].map(
    ([name, value]) => [String(name).toLowerCase(), String(value ?? '')] as const,
  );
  const bad = entries.find(([name, value]) => !NAME.test(name) || !VALUE.test(value));
  if (bad) throw invalidHeader(bad[0]);
  return Object.fromEntries(entries.filter(([name]) => !OF_THE_CONNECTION.has(name)));
}
