import { gunzipSync } from 'node:zlib';
import type { ObjectType } from '../../schema/model';
import { DELIMITERS, LINE_ENDINGS } from '../shared/bulk-job';
import type { Actor, Call } from '../shared/call';
import { readParts } from '../metadata/multipart';
import { isObject, parseJsonObject, type Json, type JsonObject } from '../shared/json';
import { restError } from '../shared/errors';
import { clientInput, InvalidBatch, invalidJob, noSuchJob } from './errors';
import { type IngestJob, ingestJobs, OPERATIONS } from './jobs';

const KEYS = ['object', 'operation', 'externalIdFieldName', 'contentType', 'columnDelimiter', 'lineEnding', 'concurrencyMode'];

export type JobRequest = Pick<IngestJob, 'object' | 'operation' | 'externalIdFieldName' | 'columnDelimiter' | 'lineEnding'>;

/** Characters of the data that come with the job (Bulk API 2.0 Developer Guide, "Create a Multipart Request"). */
const MULTIPART_LENGTH = 100_000;

/** What `POST jobs/ingest` asks for; with the bytes of an upload when they came along. */
export function creation(call: Call): { readonly request: JobRequest; readonly content: Uint8Array | null } {
  const type = call.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return { request: jobRequest(call, call.body), content: null };
  const parts = readParts(call.body, type);
  const job = parts.get('job');
  const content = parts.get('content');
  if (!job || !content || parts.size > 2) throw invalidJob('A multipart request has the parts job and content');
  if (content.length > MULTIPART_LENGTH) throw invalidJob(`The content of a multipart request has at most ${MULTIPART_LENGTH} characters`);
  return { request: jobRequest(call, job), content };
}

function jobRequest(call: Call, bytes: Uint8Array): JobRequest {
  const body = parseJsonObject(bytes);
  const unknown = Object.keys(body).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw restError(400, 'JSON_PARSER_ERROR', `Unrecognized field "${unknown}", not marked as ignorable`);
  if ((body['contentType'] ?? 'CSV') !== 'CSV') throw invalidJob('contentType has to be CSV');
  const object = objectFor(call, body['object']);
  const operation = choice(body, 'operation', OPERATIONS, undefined);
  return {
    object: object.name,
    operation,
    externalIdFieldName: externalId(object, operation, body['externalIdFieldName']),
    columnDelimiter: choice(body, 'columnDelimiter', Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[], 'COMMA'),
    lineEnding: choice(body, 'lineEnding', Object.keys(LINE_ENDINGS) as (keyof typeof LINE_ENDINGS)[], 'LF'),
  };
}

function objectFor(call: Call, name: Json | undefined): ObjectType {
  if (typeof name !== 'string') throw invalidJob('object is required');
  const object = call.org.schema.object(name);
  if (!object || !call.org.access.hasObject(call.user.userId, object, 'read')) throw invalidJob(`Unable to find object: ${name}`);
  return object;
}

function choice<T extends string>(body: JsonObject, key: string, allowed: readonly T[], fallback: T | undefined): T {
  const value = body[key] ?? fallback;
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw invalidJob(`${key} has to be one of ${allowed.join(', ')}${value === undefined ? '' : `, not ${String(value)}`}`);
  return found;
}

function externalId(object: ObjectType, operation: string, name: Json | undefined): string | null {
  if (operation !== 'upsert') return null;
  if (typeof name !== 'string') throw invalidJob('External ID field name is required for upsert');
  const field = object.field(name);
  if (!field || !(field.externalId || field.idLookup || field.type === 'id')) {
    throw invalidJob(`Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`);
  }
  return field.name;
}

/** A job that the user may see: his own, or any with Modify All Data. */
export function jobOf(call: Call, id: string): IngestJob {
  const job = ingestJobs.read(call.org, id);
  if (!job || !maySee(call, job)) throw noSuchJob();
  return job;
}

export const maySee = ({ org, user }: Actor, job: IngestJob): boolean =>
  job.createdById === user.userId || org.access.hasPermission(user.userId, 'ModifyAllData');

/** Bytes of one upload before and after unpacking (Bulk API 2.0 Developer Guide, "Limits for Ingest Jobs"). */
const UPLOAD_BYTES = 150 * 1024 * 1024;

/** The uploaded bytes, unpacked. */
export function uploadedBytes(call: Call): Uint8Array {
  const type = call.headers['content-type'] ?? 'text/csv';
  if (!/^text\/csv\b/i.test(type)) throw clientInput(`Content-Type has to be text/csv, not ${type}`);
  const encoding = call.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() === 'identity') return call.body;
  if (encoding.toLowerCase() !== 'gzip') {
    throw restError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Encoding header specified in HTTP request is not supported: ${encoding}`);
  }
  return unpack(call.body);
}

function unpack(body: Uint8Array): Uint8Array {
  try {
    return gunzipSync(body, { maxOutputLength: UPLOAD_BYTES });
  } catch (error) {
    throw clientInput(`The upload cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The text of an upload. Throws InvalidBatch: "Files must be in UTF-8 format" (Bulk API 2.0 Developer Guide, "Prepare CSV Files"). */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidBatch('Failed to parse CSV. The upload is not valid UTF-8');
  }
}

/** What each column of the upload means. */
export interface Column {
  readonly name: string;
  /** Field, or relationship and key of the parent (`Contact.EmployeeKey__c`, `User:Owner.Username`). */
  readonly target: { readonly field: string } | { readonly relationship: string; readonly type: string | null; readonly key: string };
}

/** Checks the header against the object. Throws InvalidBatch. */
export function columnsOf(object: ObjectType, header: readonly string[]): readonly Column[] {
  const seen = new Set<string>();
  return header.map((name) => {
    if (seen.has(name.toLowerCase())) throw new InvalidBatch(`Field name found more than once : ${name}`);
    seen.add(name.toLowerCase());
    const field = object.field(name);
    if (field) return { name, target: { field: field.name } };
    const match = /^(?:(\w+):)?(\w+)\.(\w+)$/.exec(name);
    const lookup = match && object.parentField(match[2] ?? '');
    if (!match || !lookup) throw new InvalidBatch(`Field name not found : ${name}`);
    return { name, target: { relationship: match[2] ?? '', type: match[1] ?? null, key: match[3] ?? '' } };
  });
}

/** A row as the JSON record that the other resources read: empty cells are left out, `#N/A` is null. */
export function rowJson(columns: readonly Column[], cells: readonly string[]): JsonObject {
  const json: JsonObject = {};
  columns.forEach(({ target }, i) => {
    const cell = cells[i] ?? '';
    if (cell === '') return;
    const value = cell === '#N/A' ? null : cell;
    if ('field' in target) json[target.field] = value;
    else
      json[target.relationship] =
        value === null ? null : { ...(target.type === null ? {} : { attributes: { type: target.type } }), [target.key]: value };
  });
  return json;
}

/** `{"state": "UploadComplete" | "Aborted"}` */
export function requestedState(call: Call): 'UploadComplete' | 'Aborted' {
  const body: Json = parseJsonObject(call.body);
  const state = isObject(body) ? body['state'] : undefined;
  if (state !== 'UploadComplete' && state !== 'Aborted') throw invalidJob('state has to be UploadComplete or Aborted');
  return state;
}
