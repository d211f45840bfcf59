import type { WriteOperation } from '../hooks';
import { checkManagedFields, checkRecordAccess, checkRights } from './access';
import { deleteRows, undeleteRows } from './remove';
import { identify } from './identify';
import { loadOld, makeInsertImages, makeUpdateImages } from './images';
import { checkMixedDml } from './mixed';
import { normalizeRow } from './normalize';
import { checkReferences } from './references';
import { isAlive, type Statement, type WorkRow } from './statement';
import { stamp } from './system-fields';
import { fireTriggers } from './triggers';
import { checkUnique } from './unique';
import { validateFields, validateRules } from './validate';
import { insertRecords, updateRecords } from './write';

/** What one pass over a chunk did: whether a row's late failure leaves traces that only a rollback removes. */
export interface SaveOutcome {
  readonly dirty: boolean;
  /** What an all-or-none statement's exception says when user mode refused rights; null when it did not. */
  readonly refusal: string | null;
}

/** Takes up to 200 rows of one operation through the documented save steps. Failed rows carry their errors afterwards. */
export function saveChunk(operation: WriteOperation, rows: readonly WorkRow[], statement: Statement): SaveOutcome {
  const refusal = checkRights(operation, rows, statement);
  const allowed = rows.filter(isAlive);
  if (allowed.length === 0) return { dirty: false, refusal };
  const dirty =
    operation === 'insert' || operation === 'update'
      ? writeChunk(operation, allowed, statement)
      : removeChunk(operation, allowed, statement);
  return { dirty, refusal };
}

function writeChunk(operation: 'insert' | 'update', all: readonly WorkRow[], statement: Statement): boolean {
  const { context, object, hooks } = statement;
  if (operation === 'insert') makeInsertImages(all, statement);
  else makeUpdateImages(all, statement);
  let rows = all.filter(isAlive);
  if (operation === 'update') {
    checkRecordAccess(rows, statement, 'edit');
    checkManagedFields(rows, statement);
  }
  checkMixedDml(rows, statement);
  rows = rows.filter(isAlive);
  for (const hook of hooks) hook.prepare?.(operation, rows, context);
  rows = rows.filter(isAlive);

  const firedBefore = fireTriggers('before', rows, statement);
  const afterTriggers = rows.length;
  rows = rows.filter(isAlive);
  if (firedBefore) for (const row of rows) normalizeRow(row, object.fields);
  validateFields(rows, statement);
  checkReferences(rows.filter(isAlive), statement);
  for (const hook of hooks) hook.validate?.(operation, rows.filter(isAlive), context);
  validateRules(rows, statement);
  checkUnique(rows, statement);
  rows = rows.filter(isAlive);
  const failedAfterTriggers = firedBefore && rows.length < afterTriggers;
  if (rows.length === 0) return failedAfterTriggers;

  stamp(rows, context);
  if (operation === 'insert') {
    identify(rows, statement);
    insertRecords(context.store, object, rows.map((row) => row.record)); // prettier-ignore
  } else updateRecords(context.store, object, rows);
  for (const hook of hooks) hook.written?.(operation, rows, context);
  fireTriggers('after', rows, statement);
  return failedAfterTriggers || rows.some((row) => !isAlive(row));
}

function removeChunk(operation: 'delete' | 'undelete', all: readonly WorkRow[], statement: Statement): boolean {
  const { context, hooks } = statement;
  loadOld(all, statement, operation);
  let rows = all.filter(isAlive);
  checkRecordAccess(rows, statement, 'all');
  checkMixedDml(rows, statement);
  for (const hook of hooks) hook.prepare?.(operation, rows.filter(isAlive), context);
  rows = rows.filter(isAlive);
  const before = rows.length;
  const fired = fireTriggers('before', rows, statement);
  for (const hook of hooks) hook.validate?.(operation, rows.filter(isAlive), context);
  if (operation === 'delete') deleteRows(rows, statement);
  else undeleteRows(rows, statement);
  rows = rows.filter(isAlive);
  const failed = fired && rows.length < before;
  for (const hook of hooks) hook.written?.(operation, rows, context);
  fireTriggers('after', rows, statement);
  return failed || rows.some((row) => !isAlive(row));
}
