import { toId18 } from '../../kernel/ids';
import type { Field, ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import { notFound, unknownField } from '../shared/errors';
import type { JsonObject } from '../shared/json';
import { readableFields } from '../shared/resolve';
import { bodyHasKey, malformedId, noSuchKey } from './errors';

/** The 18-character id of a path segment; it has to be one of `object`. */
export function idOf(object: ObjectType, segment: string): string {
  const id = toId18(segment);
  if (id === null) throw noSuchKey(segment);
  if (!id.startsWith(object.keyPrefix)) throw notFound();
  return id;
}

export function requireId(text: string): string {
  const id = toId18(text);
  if (id === null) throw malformedId(text);
  return id;
}

/** The external id (or id lookup) field of an upsert path. */
export function keyField(call: Call, object: ObjectType, name: string): Field {
  const field = object.field(name);
  if (!field || !(field.externalId || field.idLookup || field.type === 'id')) throw noSuchKey(name);
  if (!call.org.access.canReadField(call.user.userId, object, field)) throw noSuchKey(name);
  return field;
}

/** The fields of `?fields=a,b`; all readable ones when absent. */
export function requestedFields(call: Call, object: ObjectType): readonly string[] {
  const asked = call.query.get('fields');
  if (asked === null) return readableFields(call, object).map((f) => f.name);
  return asked.split(',').map((part) => {
    const name = part.trim();
    const field = object.field(name);
    if (name.includes('.')) return name;
    if (!field || !call.org.access.canReadField(call.user.userId, object, field)) throw unknownField(name, object.name);
    return field.name;
  });
}

/** A body must not repeat the key that the path gives. */
export function refuseKey(body: JsonObject, key: string): void {
  const given = Object.keys(body).find((k) => k.toLowerCase() === key.toLowerCase());
  if (given !== undefined) throw bodyHasKey(key);
}
