import type { DmlRowResult, OpenQuery } from '../../data/port';
import type { Field, ObjectType } from '../../schema/model';
import { ask } from '../shared/asking';
import type { Call } from '../shared/call';
import { notFound, rowFailure } from '../shared/errors';
import type { JsonObject } from '../shared/json';
import { recordsToJson } from '../shared/records';
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
  const [record] = call.transaction(() => {
    const query = askByKey(call, object, key, value, fields);
    return recordsToJson(query.page(0, 1), query.columns, { schema: call.org.schema, version: call.version });
  });
  if (!record) throw notFound();
  return record;
}

/** Ids of the rows whose `key` has the value; more than one only for an external id that is not unique. */
export function findIds(call: Call, object: ObjectType, key: string, value: unknown): readonly string[] {
  return call.transaction(() => askByKey(call, object, key, value, ['Id']).ids);
}

function askByKey(call: Call, object: ObjectType, key: string, value: unknown, fields: readonly string[]): OpenQuery {
  const selected = fields.length > 0 ? fields.join(', ') : 'Id';
  return ask(call, `SELECT ${selected} FROM ${object.name} WHERE ${key} = :value`, new Map([['value', value]]));
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
