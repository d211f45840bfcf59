import { toId18 } from '../../kernel/ids';
import { noteView } from '../recent';
import { created, noContent, ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { parseJsonObject } from '../shared/json';
import { objectOf } from '../shared/resolve';
import { fromText } from '../shared/values';
import { createRecord, deleteRecord, findIds, readRecord, updateRecord, upsertRecord } from './operations';
import { readRelated } from './related';
import { idOf, keyField, refuseKey, requestedFields } from './validate';

/** Records one by one: create, read, update, delete, and all of it by external id. */
export function sobjectRoutes(data: string): Route[] {
  const one = `${data}/sobjects/:object/:id`;
  const keyed = `${data}/sobjects/:object/:field/:value`;
  return [
    route('POST', `${data}/sobjects/:object`, create),
    route('GET', one, read),
    route('PATCH', one, update),
    route('DELETE', one, remove),
    route('GET', keyed, readByKey),
    route('PATCH', keyed, upsert),
    route('DELETE', keyed, removeByKey),
  ];
}

function create(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const id = createRecord(call, object, parseJsonObject(call.body));
  const location = `/services/data/v${call.version}/sobjects/${object.name}/${id}`;
  return { ...created({ id, success: true, errors: [] }), headers: { location } };
}

function read(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const id = idOf(object, params['id'] ?? '');
  const record = readRecord(call, object, 'Id', id, requestedFields(call, object));
  if (call.query.get('fields') === null) noteView(call, id);
  return ok(record);
}

function update(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const id = idOf(object, params['id'] ?? '');
  const body = parseJsonObject(call.body);
  refuseKey(body, 'Id');
  updateRecord(call, object, id, body);
  return noContent();
}

function remove(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  deleteRecord(call, object, idOf(object, params['id'] ?? ''));
  return noContent();
}

/** By external id, or along a relationship of a record: `sobjects/Account/<id>/Contacts`. */
function readByKey(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const id = toId18(params['field'] ?? '');
  if (id !== null && object.field(params['field'] ?? '') === undefined) return ok(readRelated(call, object, id, params['value'] ?? ''));
  const key = keyField(call, object, params['field'] ?? '');
  return ok(readRecord(call, object, key.name, fromText(key, params['value'] ?? ''), requestedFields(call, object)));
}

/** 201 when the record is new, 200 when it was there, 300 with the candidates when the key is not unique. */
function upsert(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const key = keyField(call, object, params['field'] ?? '');
  const value = fromText(key, params['value'] ?? '');
  const body = parseJsonObject(call.body);
  refuseKey(body, key.name);
  const candidates = findIds(call, object, key.name, value);
  if (candidates.length > 1)
    return { status: 300, json: candidates.map((id) => `/services/data/v${call.version}/sobjects/${object.name}/${id}`) };
  const result = upsertRecord(call, object, key, value, body);
  const json = { id: result.id, success: true, errors: [], created: result.created };
  return result.created ? created(json) : ok(json);
}

function removeByKey(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const key = keyField(call, object, params['field'] ?? '');
  const found = readRecord(call, object, key.name, fromText(key, params['value'] ?? ''), ['Id']);
  deleteRecord(call, object, String(found['Id']));
  return noContent();
}
