import type { AccessMode, DmlOperation, DmlOptions, DmlRowResult, QueryOptions } from '../data/port';
import { ApexException } from '../kernel/exceptions';
import type { SObject } from '../kernel/sobject';
import type { Transaction } from './transaction';

const LOCKED =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

/** SOQL of the running transaction, through the fault points. */
export function runQuery(transaction: Transaction, soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions): SObject[] {
  passLock(transaction, soql);
  return transaction.runtime.data.queryText(soql, binds, options);
}

export function runCount(transaction: Transaction, soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions): number {
  return transaction.runtime.data.countText(soql, binds, options);
}

/** One DML statement of the running transaction, through the fault points. */
export function runDml(
  transaction: Transaction,
  operation: DmlOperation,
  records: readonly SObject[],
  options: DmlOptions,
): DmlRowResult[] {
  const { data, faults } = transaction.runtime;
  faults.pass('statement');
  if (faults.due('lock')) return lockedRows(operation, records, options);
  return data.dml(operation, records, options);
}

function passLock(transaction: Transaction, soql: string): void {
  if (/\bfor\s+update\s*$/i.test(soql) && transaction.runtime.faults.due('lock')) throw new ApexException('System.QueryException', LOCKED);
}

/** What a statement reports when its rows are locked by somebody else (fault point `lock`). */
function lockedRows(operation: DmlOperation, records: readonly SObject[], options: DmlOptions): DmlRowResult[] {
  const message = 'unable to obtain exclusive access to this record';
  const failed = records.map((record, index) => ({
    index,
    id: record.id,
    statusCode: 'UNABLE_TO_LOCK_ROW',
    message,
    fields: [] as string[],
  }));
  if (options.allOrNone) {
    const verb = operation.charAt(0).toUpperCase() + operation.slice(1);
    const exception = new ApexException(
      'System.DmlException',
      `${verb} failed. First exception on row 0; first error: UNABLE_TO_LOCK_ROW, ${message}: []`,
    );
    exception.rows = failed;
    throw exception;
  }
  return failed.map((error) => ({ id: error.id, success: false, created: false, errors: [error] }));
}

/** Access mode of code that names none: user mode from API 67 on (release notes, "Apex runs in user mode by default"). */
export function defaultMode(apiVersion: number): AccessMode {
  return apiVersion >= 67 ? 'user' : 'system';
}
