import type { DmlRowResult } from '../../data/port';
import type { ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import type { Json, JsonObject } from '../shared/json';
import { deleteRows, parseRecord, writeRows } from '../shared/write';
import { ROLLED_BACK } from './errors';
import { typeOf } from './validate';

/** Consecutive rows of one object type: the unit in which triggers see them (REST API guide, sObject Collections). */
interface Run<T> {
  readonly object: ObjectType;
  readonly rows: T[];
}

/** Carries the verdicts out of a transaction that has to be taken back. */
class TakenBack extends Error {
  readonly results: readonly DmlRowResult[];
  constructor(results: readonly DmlRowResult[]) {
    super('rolled back');
    this.results = results;
  }
}

/** Inserts, updates or upserts up to 200 records; one verdict per record in order. */
export function writeCollection(
  call: Call,
  operation: 'insert' | 'update' | 'upsert',
  records: readonly JsonObject[],
  allOrNone: boolean,
  externalIdField?: string,
): readonly DmlRowResult[] {
  const parsed = records.map((json) => {
    const object = typeOf(call, json);
    return { object, row: parseRecord(call, object, json, { operation }) };
  });
  const runs = inRuns(parsed.map(({ object, row }) => [object, row] as const));
  return settle(call, allOrNone, () => runs.flatMap((run) => writeRows(call, operation, run.rows, externalIdField)));
}

export function deleteCollection(
  call: Call,
  objects: readonly (readonly [ObjectType, string])[],
  allOrNone: boolean,
): readonly DmlRowResult[] {
  return settle(call, allOrNone, () => inRuns(objects).flatMap((run) => deleteRows(call, run.object, run.rows)));
}

function inRuns<T>(items: readonly (readonly [ObjectType, T])[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const [object, row] of items) {
    const last = runs.at(-1);
    if (last?.object === object) last.rows.push(row);
    else runs.push({ object, rows: [row] });
  }
  return runs;
}

/** Commits what succeeded or, with `allOrNone` and any failure, nothing. */
function settle(call: Call, allOrNone: boolean, work: () => DmlRowResult[]): readonly DmlRowResult[] {
  try {
    return call.transaction(() => {
      const results = work();
      if (allOrNone && results.some((r) => !r.success)) throw new TakenBack(results);
      return results;
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    return error.results.map((r) => (r.success ? { id: null, success: false, created: false, errors: [ROLLED_BACK] } : r));
  }
}

/** A verdict in the collections' shape; `created` only for upserts. */
export function resultJson(result: DmlRowResult, withCreated: boolean): JsonObject {
  const errors = result.errors.map((e): Json => ({ statusCode: e.statusCode, message: e.message, fields: [...e.fields] }));
  const id: JsonObject = result.id !== null && result.success ? { id: result.id } : {};
  return { ...id, success: result.success, errors, ...(withCreated && result.success ? { created: result.created } : {}) };
}
