import type { Clock } from '../kernel/clock';
import type { Limits } from '../kernel/limits';
import { ApexException, type DmlRowError } from '../kernel/exceptions';
import type { SObject } from '../kernel/sobject';
import type { ObjectType, Schema } from '../schema/model';
import type { SelectedColumn } from '../soql';
import type { Store } from '../store/port';
import type { Access } from '../access/port';

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
/** User mode: object, field and record access of the running user. System mode: none of them; `sharing` then says whether record access still applies. */
export type AccessMode = 'user' | 'system';

/**
 * What `data` needs of the running transaction. `engine`'s Transaction implements it; `kernel/context.current()` gives it.
 */
export interface DataContext {
  readonly schema: Schema;
  readonly store: Store;
  readonly access: Access;
  readonly limits: Limits;
  readonly clock: Clock;
  /** Id of the running user, 18 characters. */
  readonly userId: string;
  /** Opens the write transaction if it is not open yet, for work that is pending from then on (DML, enqueue). */
  beginWrite(): void;
  /** Opens it for a lock alone (FOR UPDATE). */
  lockRows(): void;
  /** Draws the next id of an object; never handed out twice, not even after a rollback. */
  nextId(object: ObjectType): string;
  /** Next value of an auto-number field. */
  nextAutoNumber(object: ObjectType, field: string): number;
  readonly triggers: TriggerPort;
  /** What kind of DML this transaction has done: mixed-DML state. It survives rollbacks. */
  readonly mixedDml: { setup: string | null; nonSetup: string | null };
  /** Inside `System.runAs`, where users need no free seat. */
  readonly ignoresUserLicenses: boolean;
  /** API version of the code that issued the DML. */
  readonly apiVersion: number;
  /** Free storage per transaction for platform hooks, keyed by the hook. */
  readonly hookState: Map<string, unknown>;
}

/** An exception that left a trigger: `apexCause` is what the trigger threw, `trigger` its name. `TriggerPort.fire` throws it. */
export class TriggerFailure extends ApexException {
  readonly trigger: string;

  constructor(trigger: string, cause: ApexException) {
    super(cause.typeName, cause.message, cause);
    this.trigger = trigger;
  }
}

export interface TriggerPort {
  /**
   * Fires the triggers of one event on up to 200 records. `before` events may change `news` in place; addError marks
   * `SObject.errors`. Throws TriggerFailure when a trigger throws (LimitException as it is).
   */
  fire(
    object: ObjectType,
    timing: 'before' | 'after',
    operation: 'insert' | 'update' | 'delete' | 'undelete',
    news: readonly SObject[] | null,
    olds: readonly SObject[] | null,
  ): void;
  has(object: ObjectType, timing: 'before' | 'after', operation: 'insert' | 'update' | 'delete' | 'undelete'): boolean;
}

export interface DmlOptions {
  readonly mode: AccessMode;
  /** With system mode: whether the calling class enforces sharing. */
  readonly sharing: boolean;
  readonly allOrNone: boolean;
  /** For upsert: API name of the external id field; Id when absent. */
  readonly externalIdField?: string;
  readonly duplicateRuleAllowSave?: boolean;
  /** True when the caller is REST/Bulk rather than Apex: no DML statement is counted. */
  readonly api?: boolean;
}

/** One verdict per row, in the caller's order. */
export interface DmlRowResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly DmlRowError[];
}

export interface QueryOptions {
  readonly mode: AccessMode;
  readonly sharing: boolean;
  /** Deleted rows too (REST queryAll); `ALL ROWS` in the text does the same. */
  readonly allRows?: boolean;
  /** True when the caller is REST rather than Apex: no governor limit is counted, and the text may not choose an access mode. */
  readonly api?: boolean;
}

/**
 * A query that is parsed, bound and allowed. Opening reads no row; the first question fixes which rows there are, whatever is written
 * afterwards. To go on in a later transaction, keep `ids` and open the query with them.
 */
export interface OpenQuery {
  /** `count`: `COUNT()`, which has a total and no rows. */
  readonly kind: 'rows' | 'count' | 'aggregate';
  /** The object of FROM. */
  readonly object: ObjectType;
  readonly columns: readonly SelectedColumn[];
  /** How many rows it gives, or what it counted. */
  readonly total: number;
  /** Ids of all its rows in its order. Throws for aggregates, whose rows have none. */
  readonly ids: readonly string[];
  /** `n` rows from `from` on, as they are by now; those that are gone are left out. */
  page(from: number, n: number): readonly SObject[];
}

/** Queries and DML against the running transaction (`current<DataContext>()`). Implemented in `data/index.ts`. */
export interface Data {
  /** Runs SOQL text. Binds by lower-case name. Throws ApexException System.QueryException with the platform's message. */
  queryText(soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions): SObject[];
  /** `count()` queries and the number of matching rows of any other. */
  countText(soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions): number;
  /** Opens SOQL text, to be read in pages; no governor limit counts the query itself. `ids`: what it found when it was opened first. */
  open(soql: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions, ids?: readonly string[]): OpenQuery;
  /** Runs a statement on a list of one object type. Never throws for a row's fault when `allOrNone` is false; else throws System.DmlException. */
  dml(operation: DmlOperation, records: readonly SObject[], options: DmlOptions): DmlRowResult[];
  /** Removes deleted records for good. One verdict per row. */
  emptyRecycleBin(records: readonly SObject[]): DmlRowResult[];
}
