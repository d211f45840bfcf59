import { ApexException, UnsupportedError } from '../../kernel/exceptions';
import type { SObject } from '../../kernel/sobject';
import type { ObjectType } from '../../schema/model';
import type { WriteOperation } from '../hooks';
import type { DataContext, DmlOperation, DmlOptions, DmlRowResult } from '../port';
import { dmlException } from './exception';
import { savePartially } from './partial';
import { saveChunk } from './save';
import { inSavepoint } from './savepoints';
import { isAlive, makeRow, type DmlSettings, type Statement, type WorkRow } from './statement';
import { upsertRows } from './upsert';

const CHUNK = 200;
const MAX_TYPE_RUNS = 10;

/**
 * One DML statement: runs of equal type, chunks of 200, all or none or as much as possible. Writes new Ids into the
 * caller's records only when they stay. Throws System.DmlException when `allOrNone` and any row fails.
 */
export function runDml(
  operation: DmlOperation,
  records: readonly SObject[],
  options: DmlOptions,
  context: DataContext,
  settings: DmlSettings,
  internal = false,
): DmlRowResult[] {
  if (records.length === 0) return [];
  if (!internal) refuseRepeats(operation, records, options);
  if (!options.api && !internal) {
    context.limits.use('dml');
    context.limits.use('dmlRows', records.length);
  }
  const runs = typeRuns(records);
  if (runs.length > MAX_TYPE_RUNS) {
    throw new ApexException(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
    );
  }
  if (!internal) for (const { object } of runs) refuseOperation(operation, object, options);
  context.beginWrite();
  const all: WorkRow[] = [];
  inSavepoint(context, () => {
    let refusal: string | null = null;
    for (const run of runs) {
      refusal ??= runOne(operation, run, options, context, settings, internal, all);
      if (options.allOrNone && all.some((row) => !isAlive(row))) break;
    }
    const failed = options.allOrNone ? all.flatMap((row) => row.errors) : [];
    if (failed.length > 0) throw dmlException(operation, failed, refusal);
  });
  return finish(operation, records, all);
}

interface TypeRun {
  readonly object: ObjectType;
  readonly records: { readonly record: SObject; readonly index: number }[];
}

function typeRuns(records: readonly SObject[]): TypeRun[] {
  const runs: TypeRun[] = [];
  records.forEach((record, index) => {
    const last = runs[runs.length - 1];
    if (last && last.object === record.shape) last.records.push({ record, index });
    else runs.push({ object: record.shape as ObjectType, records: [{ record, index }] });
  });
  return runs;
}

function runOne(
  operation: DmlOperation,
  run: TypeRun,
  options: DmlOptions,
  context: DataContext,
  settings: DmlSettings,
  internal: boolean,
  all: WorkRow[],
): string | null {
  const { object } = run;
  const rows =
    operation === 'upsert'
      ? upsertRows(object, run.records, options, context)
      : run.records.map(({ record, index }) => makeRow(record, index, operation));
  all.push(...rows);
  const hooks = settings.hooksOf(object);
  const statement: Statement = { context, settings, options, object, hooks, rows, internal };
  let refusal: string | null = null;
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK);
    // Of an upsert the new rows go first; their triggers and those of the changed rows fire apart.
    const parts: WriteOperation[] = operation === 'upsert' ? ['insert', 'update'] : [operation];
    for (const part of parts) {
      const own = chunk.filter((row) => row.operation === part && isAlive(row));
      if (own.length === 0) continue;
      const outcome = options.allOrNone ? saveChunk(part, own, statement) : savePartially(part, own, statement);
      refusal ??= outcome.refusal;
    }
    if (options.allOrNone && chunk.some((row) => !isAlive(row))) break;
  }
  return refusal;
}

function finish(operation: DmlOperation, records: readonly SObject[], all: readonly WorkRow[]): DmlRowResult[] {
  return all.map((row) => {
    const success = isAlive(row);
    const created = row.operation === 'insert';
    const record = records[row.index] as SObject;
    const id = success ? row.record.id : created ? null : row.source.id;
    if (success && (created || operation === 'upsert')) record.values[record.shape.slotOf('Id')] = id;
    return { id, success, created: success && created && (operation === 'insert' || operation === 'upsert'), errors: row.errors };
  });
}

/** Objects that nobody writes through DML: custom metadata, and those whose describe says so. */
function refuseOperation(operation: DmlOperation, object: ObjectType, options: DmlOptions): void {
  const allowed = {
    insert: object.createable,
    update: object.updateable,
    upsert: object.createable && object.updateable,
    delete: object.deletable,
    undelete: object.deletable,
  }[operation];
  if (object.kind === 'event' && options.api) throw new UnsupportedError('publishing platform events through the API');
  if (allowed && object.kind !== 'metadata' && object.kind !== 'event') return;
  if (!options.api)
    throw new ApexException('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  const verb = operation === 'insert' ? 'create' : operation;
  throw dmlException(operation, [{ index: 0, id: null, statusCode: 'INVALID_TYPE_FOR_OPERATION', message: `entity type ${object.name} does not support ${verb}`, fields: [] }], null); // prettier-ignore
}

/** The same record or the same Id twice in one list is the caller's mistake, not a row's. */
function refuseRepeats(operation: DmlOperation, records: readonly SObject[], options: DmlOptions): void {
  if (operation === 'insert' || operation === 'upsert') {
    if (new Set(records).size < records.length) {
      throw new ApexException('System.ListException', 'Before Insert or Upsert list must not have two identically equal elements');
    }
    if (operation === 'insert') return;
  }
  const seen = new Set<string>();
  for (const { id } of records) {
    if (id === null) continue;
    if (seen.has(id)) {
      if (options.api && !options.allOrNone) return;
      throw new ApexException('System.ListException', `Duplicate id in list: ${id}`);
    }
    seen.add(id);
  }
}
