import { toId18 } from '../../kernel/ids';
import type { ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import { restError, unsupportedType } from '../shared/errors';
import { isObject, type Json, type JsonObject } from '../shared/json';
import { noRecords, noType, tooMany } from './errors';

export const MAX_RECORDS = 200;

/** The `records` of a body: 1 to 200 JSON objects. */
export function recordsOf(body: JsonObject): readonly JsonObject[] {
  const records = body['records'];
  if (!Array.isArray(records)) throw noRecords('records');
  if (records.length > MAX_RECORDS) throw tooMany();
  return records.map((record) => {
    if (!isObject(record)) throw noType();
    return record;
  });
}

/** The object that `attributes.type` of a record names. */
export function typeOf(call: Call, record: JsonObject): ObjectType {
  const attributes = record['attributes'];
  const type = isObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') throw noType();
  const object = call.org.schema.object(type);
  if (!object || !call.org.access.hasObject(call.user.userId, object, 'read')) throw unsupportedType(type);
  return object;
}

export function booleanOf(value: Json | undefined): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** Ids of `?ids=a,b` or of a body, 18 characters each. */
export function idsOf(list: readonly Json[]): readonly string[] {
  if (list.length === 0) throw noRecords('ids');
  if (list.length > MAX_RECORDS) throw tooMany();
  return list.map((value) => {
    const id = typeof value === 'string' ? toId18(value.trim()) : null;
    if (id === null) throw restError(400, 'MALFORMED_ID', `malformed id ${String(value)}`);
    return id;
  });
}
