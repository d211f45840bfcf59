import { current } from '../kernel/context';
import type { SObject } from '../kernel/sobject';
import type { ObjectType } from '../schema/model';
import type { CalculatedColumns } from '../soql';
import { purge } from './dml/purge';
import { runDml } from './dml/run';
import type { DmlSettings, FormulaEvaluator } from './dml/statement';
import type { ObjectHook } from './hooks';
import type { Data, DataContext, DmlOperation, DmlOptions, DmlRowResult } from './port';
import { openQuery } from './query/open';
import type { MadeTables, QuerySettings } from './query/rows';
import { runCount, runQuery } from './query/run';
import { userTimeZone } from './time-zone';

export { migrate, ChangedFieldError } from './tables';
export { columnsOfField, columnsOfObject, type Column } from './cells';
export { deleteRaw, loadByIds, loadWhere, upsertRaw, writeRaw } from './raw';
export { faultOf, type ValueFault } from './dml/field-value';
export type { FormulaEvaluator } from './dml/statement';
export type { MadeTable, MadeTables } from './query/rows';

export interface DataSettings {
  readonly hooks?: readonly ObjectHook[];
  /** Hooks that follow from what an object is, not from its name. */
  readonly generalHooks?: (object: ObjectType) => readonly ObjectHook[];
  /** SQL of calculated fields by `object.field` in lower case. */
  readonly calculated?: CalculatedColumns;
  /** Objects whose rows are made when a query asks. */
  readonly made?: MadeTables;
  /** Evaluates validation rules; without one, saving a record of an object with active rules is an UnsupportedError. */
  readonly formula?: FormulaEvaluator;
  readonly timeZone?: (context: DataContext) => string;
}

/** `Data`, and what the platform's own layers need beyond it. */
export interface DataService extends Data {
  /** DML of the platform itself: the whole pipeline with triggers, without limits, access and mixed DML. All or none. */
  dmlInternal(operation: DmlOperation, records: readonly SObject[]): DmlRowResult[];
}

function hooksOf(byName: ReadonlyMap<string, readonly ObjectHook[]>, general: DataSettings['generalHooks']): DmlSettings['hooksOf'] {
  const known = new WeakMap<ObjectType, readonly ObjectHook[]>();
  return (object) => {
    let hooks = known.get(object);
    if (!hooks) known.set(object, (hooks = [...(byName.get(object.name.toLowerCase()) ?? []), ...(general?.(object) ?? [])]));
    return hooks;
  };
}

/** Queries and DML over the running transaction (`current<DataContext>()`). */
export function createData(settings: DataSettings = {}): DataService {
  const { calculated = new Map(), made = () => undefined, timeZone = userTimeZone } = settings;
  const queries: QuerySettings = { calculated, made, timeZone };
  const byObject = new Map<string, ObjectHook[]>();
  for (const hook of settings.hooks ?? []) {
    const key = hook.object.toLowerCase();
    byObject.set(key, [...(byObject.get(key) ?? []), hook]);
  }
  const dml: DmlSettings = { hooksOf: hooksOf(byObject, settings.generalHooks), formula: settings.formula ?? null };
  const context = (): DataContext => current<DataContext>();
  return {
    queryText: (soql, binds, options) => runQuery(soql, binds, options, context(), queries),
    countText: (soql, binds, options) => runCount(soql, binds, options, context(), queries),
    open: (soql, binds, options, ids) => openQuery(soql, binds, options, ids ?? null, context(), queries),
    dml: (operation, records, options: DmlOptions) => runDml(operation, records, options, context(), dml),
    emptyRecycleBin: (records) => purge(records, context()),
    dmlInternal: (operation, records) =>
      runDml(operation, records, { mode: 'system', sharing: false, allOrNone: true }, context(), dml, true),
  };
}
