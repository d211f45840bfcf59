import type { DmlOperation, DmlRowResult } from '../../data/port';
import { current } from '../../kernel/context';
import { ApexException, type DmlRowError } from '../../kernel/exceptions';
import { runDml, type Transaction } from '../../engine';
import { ApexList } from '../../kernel/collections';
import { SObject } from '../../kernel/sobject';
import type { Field, ObjectType } from '../../schema/model';
import { AS_USER } from './asking';
import type { Actor } from './call';
import { restError, unknownField, unsupportedType } from './errors';
import { isObject, kindOf, type Json, type JsonObject } from './json';
import { fromRest } from './values';

/** A parent that a row names by an external id instead of an id: `"Contact": {"EmployeeKey__c": "E-1"}`. */
export interface ParentReference {
  readonly record: SObject;
  readonly lookup: Field;
  readonly parent: ObjectType;
  readonly key: Field;
  readonly value: unknown;
}

export interface ParsedRecord {
  readonly record: SObject;
  readonly parents: readonly ParentReference[];
}

export interface ParseOptions {
  readonly operation: 'insert' | 'update' | 'upsert';
  /** Keys that are not fields of the record: child lists of a tree. */
  readonly ignore?: (key: string) => boolean;
}

/**
 * Reads a record from a request body. Throws INVALID_FIELD, a conversion error, or INVALID_FIELD_FOR_INSERT_UPDATE for fields that
 * nobody may write; what the user may not, the database refuses row by row.
 */
export function parseRecord(call: Actor, object: ObjectType, json: JsonObject, options: ParseOptions): ParsedRecord {
  const record = new SObject(object);
  const parents: ParentReference[] = [];
  const refused: string[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (key === 'attributes' || options.ignore?.(key)) continue;
    const field = object.field(key);
    if (field) {
      if (!call.org.access.canReadField(call.user.userId, object, field)) throw unknownField(key, object.name);
      if (!isWritable(field, options.operation)) refused.push(field.name);
      else record.set(field.name, fromRest(field, value));
      continue;
    }
    const lookup = object.parentField(key);
    if (!lookup) throw unknownField(key, object.name);
    if (value === null) record.set(lookup.name, null);
    else parents.push(parentReference(call, record, lookup, key, value));
  }
  if (refused.length > 0) throw notWritable(refused);
  return { record, parents };
}

/** The platform's refusal of fields that nobody may write. */
function notWritable(fields: readonly string[]): Error {
  const message = `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  return restError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, fields);
}

function isWritable(field: Field, operation: ParseOptions['operation']): boolean {
  if (field.type === 'id') return operation !== 'insert';
  return (operation !== 'update' && field.createable) || (operation !== 'insert' && field.updateable);
}

function parentReference(call: Actor, record: SObject, lookup: Field, key: string, json: Json): ParentReference {
  if (!isObject(json)) throw restError(400, 'JSON_PARSER_ERROR', `Cannot deserialize ${key} from ${kindOf(json)}`);
  const attributes = json['attributes'];
  const type = isObject(attributes) && typeof attributes['type'] === 'string' ? attributes['type'] : lookup.referenceTo[0];
  const parent = type === undefined ? undefined : call.org.schema.object(type);
  if (!parent) throw unsupportedType(String(type));
  const named = Object.entries(json).filter(([name]) => name !== 'attributes');
  const [name, value] = named[0] ?? [];
  const field = name === undefined ? undefined : parent.field(name);
  if (named.length !== 1 || value === undefined || value === null || !field || !(field.externalId || field.idLookup)) {
    throw restError(400, 'INVALID_FIELD', `The relationship ${key} has to be given by one external id field of ${parent.name}`, [key]);
  }
  return { record, lookup, parent, key: field, value: fromRest(field, value) };
}

/** Fills lookups that were given by external id: one query per parent object and key. Returns the errors by record. */
function resolveParents(call: Actor, parents: readonly ParentReference[]): Map<SObject, DmlRowError> {
  const faults = new Map<SObject, DmlRowError>();
  for (const group of groupByKey(parents).values()) {
    const first = group[0];
    if (!first) continue;
    const { parent, key } = first;
    const values = [...new Set(group.map((p) => p.value))];
    const text = `SELECT Id, ${key.name} FROM ${parent.name} WHERE ${key.name} IN :values`;
    const rows = call.org.data.queryText(text, new Map<string, unknown>([['values', ApexList.ofType('Object', values)]]), AS_USER);
    const fold = (value: unknown): string => (key.caseSensitive ? String(value) : String(value).toLowerCase());
    const ids = new Map<string, (string | null)[]>();
    for (const row of rows) ids.set(fold(row.get(key.name)), [...(ids.get(fold(row.get(key.name))) ?? []), row.id]);
    for (const reference of group) {
      const found = ids.get(fold(reference.value)) ?? [];
      if (found.length === 1) reference.record.set(reference.lookup.name, found[0]);
      else faults.set(reference.record, referenceFault(reference, found.length));
    }
  }
  return faults;
}

function groupByKey(parents: readonly ParentReference[]): Map<string, ParentReference[]> {
  const groups = new Map<string, ParentReference[]>();
  for (const parent of parents) {
    const key = `${parent.parent.name}.${parent.key.name}`;
    groups.set(key, [...(groups.get(key) ?? []), parent]);
  }
  return groups;
}

function referenceFault({ parent, key, value }: ParentReference, found: number): DmlRowError {
  const shown = String(value);
  return found === 0
    ? {
        index: 0,
        id: null,
        statusCode: 'INVALID_FIELD',
        message: `Foreign key external ID: ${shown} not found for field ${key.name} in entity ${parent.name}`,
        fields: [],
      }
    : {
        index: 0,
        id: null,
        statusCode: 'DUPLICATE_EXTERNAL_ID',
        message: `External id field ${key.name} in entity ${parent.name} has the value ${shown} more than once`,
        fields: [],
      };
}

/** Work of one API call on one object type: parents resolved, rows written with partial success, one verdict per row in order. */
export function writeRows(call: Actor, operation: DmlOperation, rows: readonly ParsedRecord[], externalIdField?: string): DmlRowResult[] {
  const faults = resolveParents(
    call,
    rows.flatMap((row) => row.parents),
  );
  const good = rows.filter((row) => !faults.has(row.record));
  const options = externalIdField === undefined ? { ...AS_USER, allOrNone: false } : { ...AS_USER, allOrNone: false, externalIdField };
  const results =
    good.length > 0
      ? runDml(
          current<Transaction>(),
          operation,
          good.map((row) => row.record),
          options,
        )
      : [];
  let next = 0;
  return rows.map((row) => {
    const fault = faults.get(row.record);
    if (fault) return { id: null, success: false, created: false, errors: [fault] };
    const result = results[next++];
    if (!result) throw new RangeError('DML gave fewer results than rows');
    return result;
  });
}

/** Deletes by id with partial success. Rows of several objects are allowed; verdicts are in the order of the ids. */
export function deleteRows(call: Actor, object: ObjectType, ids: readonly string[]): DmlRowResult[] {
  const records = ids.map((id) => {
    const record = new SObject(object);
    record.set('Id', id);
    return record;
  });
  return runDml(current<Transaction>(), 'delete', records, { ...AS_USER, allOrNone: false });
}

/** Errors of an exception that stopped a whole statement, for results that are reported by row. */
export function errorsOf(error: unknown): readonly DmlRowError[] {
  if (!(error instanceof ApexException)) throw error;
  if (error.rows.length > 0) return error.rows;
  return [{ index: 0, id: null, statusCode: 'UNKNOWN_EXCEPTION', message: error.message, fields: [] }];
}
