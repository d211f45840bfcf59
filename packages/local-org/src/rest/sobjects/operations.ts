import type { DmlRowResult } from '../../data/port';
import type { SObject } from '../../kernel/sobject';
import type { Field, ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import { notFound, rowFailure } from '../shared/errors';
import type { JsonObject } from '../shared/json';
import { recordToJson, selectionOf } from '../shared/records';
import { deleteRows, parseRecord, writeRows } from '../shared/write';

/** Creates one record and returns its id. Throws the row's errors. */
export function createRecord(call: Call, object: ObjectType, body: JsonObject): string {
  return call.transaction(() => idOfResult(single(writeRows(call, 'insert', [parseRecord(call, object, body, { operation: 'insert' })]))));
}

export function updateRecord(call: Call, object: ObjectType, id: string, body: JsonObject): void {
  call.transaction(() => {
    const row = parseRecord(call, object, body, { operation: 'update' });
    row.record.set('Id', id);
    single(writeRows(call, 'update', [row]));
  });
}

export function upsertRecord(call: Call, object: ObjectType, key: Field, value: unknown, body: JsonObject): DmlRowResult {
  return call.transaction(() => {
    const row = parseRecord(call, object, body, { operation: 'upsert' });
    row.record.set(key.name, value);
    return single(writeRows(call, 'upsert', [row], key.name));
  });
}

export function deleteRecord(call: Call, object: ObjectType, id: string): void {
  call.transaction(() => single(deleteRows(call, object, [id])));
}

/** One record by a unique field, as JSON. Throws NOT_FOUND. */
export function readRecord(call: Call, object: ObjectType, key: string, value: unknown, fields: readonly string[]): JsonObject {
  const rows = findRows(call, object, key, value, fields);
  const row = rows[0];
  if (!row) throw notFound();
  return recordToJson(row, selectionOf(selectText(object, key, fields)), { schema: call.org.schema, version: call.version });
}

/** Rows whose `key` has the value; more than one only for an external id that is not unique. */
export function findRows(call: Call, object: ObjectType, key: string, value: unknown, fields: readonly string[]): SObject[] {
  const text = selectText(object, key, fields);
  return call.transaction(() => call.org.data.queryText(text, new Map([['value', value]]), { mode: 'user', sharing: true, api: true }));
}

function selectText(object: ObjectType, key: string, fields: readonly string[]): string {
  return `SELECT ${fields.length > 0 ? fields.join(', ') : 'Id'} FROM ${object.name} WHERE ${key} = :value`;
}

/** The only result; its errors are thrown, which takes the transaction back. */
function single(results: readonly DmlRowResult[]): DmlRowResult {
  const result = results[0];
  if (!result) throw new RangeError('DML gave no result');
  if (!result.success) throw rowFailure(result.errors);
  return result;
}

function idOfResult(result: DmlRowResult): string {
  if (result.id === null) throw new RangeError('A created record has no id');
  return result.id;
}
