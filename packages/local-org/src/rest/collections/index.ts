import { ApexList } from '../../kernel/collections';
import type { ObjectType } from '../../schema/model';
import { ask } from '../shared/asking';
import { ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { unknownField, unsupportedType } from '../shared/errors';
import { parseJsonObject, type Json } from '../shared/json';
import { recordsToJson } from '../shared/records';
import { objectOf } from '../shared/resolve';
import { keyField } from '../sobjects/validate';
import { noRecords } from './errors';
import { deleteCollection, resultJson, writeCollection } from './operations';
import { booleanOf, idsOf, recordsOf } from './validate';

/** Up to 200 records in one call, each with its own verdict. */
export function collectionRoutes(data: string): Route[] {
  const base = `${data}/composite/sobjects`;
  return [
    route('POST', base, (call) => write(call, 'insert')),
    route('PATCH', base, (call) => write(call, 'update')),
    route('DELETE', base, remove),
    route('GET', `${base}/:object`, (call, params) => readMany(call, params, listed(call, 'ids'), listed(call, 'fields'))),
    route('POST', `${base}/:object`, readPosted),
    route('PATCH', `${base}/:object/:field`, upsert),
  ];
}

function write(call: Call, operation: 'insert' | 'update'): Reply {
  const body = parseJsonObject(call.body);
  const results = writeCollection(call, operation, recordsOf(body), booleanOf(body['allOrNone']));
  return ok(results.map((r) => resultJson(r, false)));
}

function upsert(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const key = keyField(call, object, params['field'] ?? '');
  const body = parseJsonObject(call.body);
  const records = recordsOf(body).map((record) => ({ ...record, attributes: { type: object.name } }));
  const results = writeCollection(call, 'upsert', records, booleanOf(body['allOrNone']), key.name);
  return ok(results.map((r) => resultJson(r, true)));
}

function remove(call: Call): Reply {
  const ids = idsOf(listed(call, 'ids'));
  const pairs = ids.map((id): readonly [ObjectType, string] => {
    const object = call.org.schema.objectByPrefix(id.slice(0, 3));
    if (!object) throw unsupportedType(id.slice(0, 3));
    return [object, id];
  });
  const results = deleteCollection(call, pairs, booleanOf(call.query.get('allOrNone') ?? false));
  return ok(results.map((r) => resultJson(r, false)));
}

function readPosted(call: Call, params: Params): Reply {
  const body = parseJsonObject(call.body);
  const { ids, fields } = body;
  if (!Array.isArray(ids)) throw noRecords('ids');
  if (!Array.isArray(fields)) throw noRecords('fields');
  return readMany(call, params, ids, fields);
}

/** Records in the order of the ids, null for those that are not there. */
function readMany(call: Call, params: Params, ids: readonly Json[], fields: readonly Json[]): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const wanted = idsOf(ids);
  if (fields.length === 0) throw noRecords('fields');
  const names = fields.map((name) => {
    const field = object.field(String(name).trim());
    if (!field || !call.org.access.canReadField(call.user.userId, object, field)) throw unknownField(String(name), object.name);
    return field.name;
  });
  const text = `SELECT ${[...new Set(['Id', ...names])].join(', ')} FROM ${object.name} WHERE Id IN :ids`;
  const records = call.transaction(() => {
    const query = ask(call, text, new Map([['ids', ApexList.ofType('Id', [...wanted])]]));
    return recordsToJson(query.page(0, wanted.length), query.columns, { schema: call.org.schema, version: call.version });
  });
  const byId = new Map(records.map((record) => [record['Id'], record]));
  return ok(wanted.map((id) => byId.get(id) ?? null));
}

function listed(call: Call, name: string): string[] {
  return (call.query.get(name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
