import type { DmlRowError } from '../kernel/exceptions';
import type { SObject } from '../kernel/sobject';
import type { DataContext } from './port';

export type WriteOperation = 'insert' | 'update' | 'delete' | 'undelete';

/** One row on its way through a statement. `record` is the merged image that will be written; `old` what the database holds. */
export interface Row {
  readonly index: number;
  readonly record: SObject;
  readonly old: SObject | null;
  /** Errors found so far; a row with errors is not written. */
  readonly errors: DmlRowError[];
  /** Adds an error to this row. */
  fail(statusCode: string, message: string, fields?: readonly string[]): void;
}

/**
 * What the platform does for one standard object beyond the general save steps. Implemented in `platform/`, one file per object;
 * no other file knows an object's name. Every method sees all rows of a statement's 200-row chunk.
 */
export interface ObjectHook {
  readonly object: string;
  /** Before validation and before triggers: computed defaults, normalisation (user name to lower case, ...). */
  prepare?(operation: WriteOperation, rows: readonly Row[], context: DataContext): void;
  /** After before-triggers: the object's own validations. */
  validate?(operation: WriteOperation, rows: readonly Row[], context: DataContext): void;
  /** After the rows are written, before after-triggers: side effects on other tables, seat counts, invalidation of rights. */
  written?(operation: WriteOperation, rows: readonly Row[], context: DataContext): void;
  /**
   * How the operation counts for mixed DML. `exempt` neither sets nor checks the flag (User insert without UserRoleId).
   * Absent: `setup` when the object type says so, else `nonSetup`.
   */
  mixedDml?(operation: WriteOperation, row: Row): 'setup' | 'nonSetup' | 'exempt';
}
