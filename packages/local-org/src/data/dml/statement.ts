import type { DmlRowError } from '../../kernel/exceptions';
import type { SObject } from '../../kernel/sobject';
import type { ObjectType, ValidationRule } from '../../schema/model';
import type { ObjectHook, Row, WriteOperation } from '../hooks';
import type { DataContext, DmlOptions } from '../port';

/** True when the rule's condition holds, that is, when the record must be refused. */
export type FormulaEvaluator = (rule: ValidationRule, record: SObject, old: SObject | null, context: DataContext) => boolean;

/** What the pipeline needs beside the running transaction. */
export interface DmlSettings {
  readonly hooksOf: (object: ObjectType) => readonly ObjectHook[];
  readonly formula: FormulaEvaluator | null;
}

/** One DML statement on one object type, shared by all its steps. */
export interface Statement {
  readonly context: DataContext;
  readonly settings: DmlSettings;
  readonly options: DmlOptions;
  readonly object: ObjectType;
  readonly hooks: readonly ObjectHook[];
  /** Every row of the statement: uniqueness is judged on the state after all of them. */
  readonly rows: readonly WorkRow[];
  /** Issued by the platform itself: no limits, no user access. */
  readonly internal: boolean;
}

/** A row as the steps see it. `source` is the caller's record, never changed before the statement has succeeded. */
export interface WorkRow extends Row {
  record: SObject;
  old: SObject | null;
  readonly source: SObject;
  operation: WriteOperation;
  /** Forgets what an attempt left behind, for the next one. */
  reset(): void;
}

export function makeRow(source: SObject, index: number, operation: WriteOperation): WorkRow {
  const errors: DmlRowError[] = [];
  return {
    source,
    index,
    operation,
    record: source,
    old: null,
    errors,
    fail(statusCode, message, fields = []) {
      errors.push({ index, id: source.id, statusCode, message, fields });
    },
    reset() {
      this.record = source;
      this.old = null;
    },
  };
}

export function isAlive(row: WorkRow): boolean {
  return row.errors.length === 0;
}
