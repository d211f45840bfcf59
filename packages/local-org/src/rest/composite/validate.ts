import type { Subrequest } from '../shared/call';
import { isObject, type Json, type JsonObject } from '../shared/json';
import { invalidSubrequest, tooManySubrequests } from './errors';

const MAX_SUBREQUESTS = 25;

export interface NamedSubrequest extends Subrequest {
  readonly referenceId: string;
}

/** `compositeRequest` of a body. */
export function compositeRequests(body: JsonObject): readonly NamedSubrequest[] {
  const list = listOf(body, 'compositeRequest');
  const seen = new Set<string>();
  return list.map((item) => {
    const referenceId = textOf(item, 'referenceId');
    if (!/^[A-Za-z]\w*$/.test(referenceId))
      throw invalidSubrequest(
        `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
      );
    if (seen.has(referenceId)) throw invalidSubrequest(`Duplicate referenceId '${referenceId}' provided in request.`);
    seen.add(referenceId);
    const headers = isObject(item['httpHeaders']) ? lowerCase(item['httpHeaders']) : {};
    return { referenceId, method: textOf(item, 'method'), url: textOf(item, 'url'), headers, body: item['body'] };
  });
}

/** `batchRequests` of a body; their addresses are relative to `/services/data/`. */
export function batchRequests(body: JsonObject): readonly Subrequest[] {
  return listOf(body, 'batchRequests').map((item) => {
    const url = textOf(item, 'url');
    return {
      method: textOf(item, 'method'),
      url: url.startsWith('/services/') ? url : `/services/data/${url.replace(/^\//, '')}`,
      headers: {},
      body: item['richInput'],
    };
  });
}

function listOf(body: JsonObject, name: string): readonly JsonObject[] {
  const list = body[name];
  if (!Array.isArray(list) || list.length === 0) throw invalidSubrequest(`${name} is required`);
  if (list.length > MAX_SUBREQUESTS) throw tooManySubrequests(MAX_SUBREQUESTS);
  return list.map((item) => {
    if (!isObject(item)) throw invalidSubrequest(`${name} has to be a list of objects`);
    return item;
  });
}

function textOf(item: JsonObject, name: string): string {
  const value = item[name];
  if (typeof value !== 'string') throw invalidSubrequest(`${name} is required`);
  return value;
}

function lowerCase(headers: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]: [string, Json]) => [name.toLowerCase(), String(value)]));
}
