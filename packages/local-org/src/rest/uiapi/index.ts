import { fieldLabelsFor } from '../session/operations';
import { ask } from '../shared/asking';
import { ok, route, type Call, type Params, type Reply, type Route } from '../shared/call';
import { restError, unknownField } from '../shared/errors';
import { isObject, type Json, type JsonObject } from '../shared/json';
import { recordsToJson } from '../shared/records';
import { objectOf } from '../shared/resolve';
import { requireId } from '../sobjects/validate';

/** What Lightning data services read: a record by fields, and what an object is made of. */
export function uiApiRoutes(data: string): Route[] {
  return [route('GET', `${data}/ui-api/records/:id`, record), route('GET', `${data}/ui-api/object-info/:object`, objectInfo)];
}

/** `?fields=Account.Name,Account.Owner.Name&optionalFields=...`; optional fields that the user cannot see are left out. */
function record(call: Call, params: Params): Reply {
  const id = requireId(params['id'] ?? '');
  const object = call.org.schema.objectByPrefix(id.slice(0, 3));
  if (!object) throw restError(404, 'NOT_FOUND', 'The requested resource does not exist');
  objectOf(call, object.name);
  const paths = [...listed(call, 'fields'), ...listed(call, 'optionalFields')].map((path) => withoutObject(path, object.name));
  if (paths.length === 0) throw restError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', 'fields or optionalFields is required');
  const needed = new Set(listed(call, 'fields').map((path) => withoutObject(path, object.name)));
  const selected = paths.filter((path) => {
    const visible = isVisible(call, object.name, path.split('.'));
    if (!visible && needed.has(path)) throw unknownField(path, object.name);
    return visible;
  });
  const soql = `SELECT ${[...new Set(['Id', 'LastModifiedDate', ...selected])].filter((f) => f.includes('.') || object.field(f)).join(', ')} FROM ${object.name} WHERE Id = :id`;
  const [json] = call.transaction(() => {
    const query = ask(call, soql, new Map([['id', id]]));
    return recordsToJson(query.page(0, 1), query.columns, { schema: call.org.schema, version: call.version });
  });
  if (!json) throw restError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return ok(uiRecord(json, object.name));
}

function listed(call: Call, name: string): string[] {
  return (call.query.get(name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function withoutObject(path: string, object: string): string {
  const [head = '', ...rest] = path.split('.');
  if (head.toLowerCase() !== object.toLowerCase() || rest.length === 0) throw unknownField(path, object);
  return rest.join('.');
}

function isVisible(call: Call, objectName: string, path: readonly string[]): boolean {
  const object = call.org.schema.object(objectName);
  const [head = '', ...rest] = path;
  const field = rest.length === 0 ? object?.field(head) : object?.parentField(head);
  if (!object || !field || !call.org.access.canReadField(call.user.userId, object, field)) return false;
  return rest.length === 0 || field.referenceTo.some((target) => isVisible(call, target, rest));
}

/** `{apiName, id, fields: {Name: {displayValue, value}}}`; parents are records in turn. */
function uiRecord(json: JsonObject, apiName: string): JsonObject {
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const attributes = isObject(value) ? value['attributes'] : undefined;
    const nested = isObject(value) && isObject(attributes) ? uiRecord(value, String(attributes['type'])) : value;
    fields[name] = { displayValue: null, value: nested };
  }
  return { apiName, childRelationships: {}, fields, id: json['Id'] ?? null, lastModifiedDate: json['LastModifiedDate'] ?? null };
}

function objectInfo(call: Call, params: Params): Reply {
  const object = objectOf(call, params['object'] ?? '');
  const { access } = call.org;
  const labels = fieldLabelsFor(call);
  const visible = object.fields.filter((field) => access.canReadField(call.user.userId, object, field));
  const fields = visible.map((field): [string, Json] => [
    field.name,
    {
      apiName: field.name,
      label: labels(field),
      dataType: field.type,
      length: field.length,
      required: !field.nillable,
      createable: field.createable && access.canEditField(call.user.userId, object, field),
      updateable: field.updateable && access.canEditField(call.user.userId, object, field),
      reference: field.type === 'reference',
      referenceToInfos: field.referenceTo.map((apiName) => ({ apiName, nameFields: nameFieldsOf(call, apiName) })),
      relationshipName: field.relationshipName,
      unique: field.unique,
      custom: field.custom,
    },
  ]);
  return ok({
    apiName: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    custom: object.kind !== 'standard',
    createable: object.createable && access.hasObject(call.user.userId, object, 'create'),
    updateable: object.updateable && access.hasObject(call.user.userId, object, 'edit'),
    deletable: object.deletable && access.hasObject(call.user.userId, object, 'delete'),
    queryable: object.queryable,
    nameFields: nameFieldsOf(call, object.name),
    fields: Object.fromEntries(fields),
  });
}

function nameFieldsOf(call: Call, name: string): string[] {
  return (
    call.org.schema
      .object(name)
      ?.fields.filter((field) => field.nameField)
      .map((field) => field.name) ?? []
  );
}
