import type { ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import { notFound } from '../shared/errors';
import type { JsonObject } from '../shared/json';
import { objectOf } from '../shared/resolve';
import { runQuery } from '../query/operations';
import { readRecord } from './operations';
import { requestedFields } from './validate';

/** The parent record or the page of children that a relationship of a record leads to. Throws NOT_FOUND. */
export function readRelated(call: Call, object: ObjectType, id: string, relationship: string): JsonObject {
  const lookup = object.parentField(relationship);
  if (lookup && call.org.access.canReadField(call.user.userId, object, lookup)) {
    const parentId = readRecord(call, object, 'Id', id, [lookup.name])[lookup.name];
    const parent = typeof parentId === 'string' ? call.org.schema.objectByPrefix(parentId.slice(0, 3)) : undefined;
    if (!parent) throw notFound();
    const visible = objectOf(call, parent.name);
    return readRecord(call, visible, 'Id', parentId, requestedFields(call, visible));
  }
  const child = object.child(relationship);
  if (!child) throw notFound();
  readRecord(call, object, 'Id', id, ['Id']);
  const visible = objectOf(call, child.childObject);
  const soql = `SELECT ${requestedFields(call, visible).join(', ')} FROM ${visible.name} WHERE ${child.field} = '${id}'`;
  return runQuery(call, soql, `/services/data/v${call.version}/query`);
}
