import type { DmlOperation, QueryOptions } from '../data/port';
import { currentCaller, type Caller } from '../kernel/caller';
import { ApexList, type ApexMap } from '../kernel/collections';
import { fail, need, unsupported } from '../kernel/fail';
import { InlineQuery } from '../kernel/inline-query';
import { QueryLocatorIterator } from '../kernel/iterators';
import { NativeObject, type Native } from '../kernel/natives';
import { SObject } from '../kernel/sobject';
import { SObjectFieldToken } from '../kernel/tokens';
import { RuntimeType } from '../kernel/types';
import { Bean, beanMembers } from './bean';
import { bindsOf, variablesOf } from './binds';
import { AccessLevel, accessLevelMembers } from './access-level';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';
import { resultObject, type ResultType } from './results';

/** What may follow the records in any order of the overloads: all-or-none, options, access level, external id field. */
interface DmlArguments {
  readonly allOrNone: boolean;
  readonly mode: 'user' | 'system';
  readonly externalIdField: string | undefined;
  readonly duplicateRuleAllowSave: boolean;
}

function dmlArguments(given: readonly unknown[], caller: Caller): DmlArguments {
  let allOrNone = true;
  let mode = caller.mode;
  let externalIdField: string | undefined;
  let duplicateRuleAllowSave = false;
  for (const value of given) {
    if (typeof value === 'boolean') allOrNone = value;
    else if (value instanceof AccessLevel) mode = value.mode;
    else if (value instanceof SObjectFieldToken) externalIdField = value.fieldName;
    else if (value instanceof Bean) {
      allOrNone = value.get<boolean | null>('OptAllOrNone') ?? false;
      duplicateRuleAllowSave = value.get<Bean | null>('DuplicateRuleHeader')?.get<boolean | null>('AllowSave') ?? false;
    }
  }
  return { allOrNone, mode, externalIdField, duplicateRuleAllowSave };
}

const RESULTS: Readonly<Record<DmlOperation, ResultType>> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult',
};

/** One method of `Database` that does DML: on a record, an Id, or a list of either. */
function dml(operation: DmlOperation, ports: StdlibPorts): Native {
  return (target: unknown, ...given: unknown[]) => {
    const caller = currentCaller();
    const records = (need(target) instanceof ApexList ? (target as ApexList).items : [target]).map((item) => toRecord(item, ports));
    const { allOrNone, mode, externalIdField, duplicateRuleAllowSave } = dmlArguments(given, caller);
    const rows = ports.data.dml(operation, records, {
      mode,
      sharing: caller.sharing,
      allOrNone,
      duplicateRuleAllowSave,
      ...(externalIdField === undefined ? {} : { externalIdField }),
    });
    const type = RESULTS[operation];
    const results = rows.map((row) => resultObject(type, row));
    return target instanceof ApexList ? ApexList.ofType(type, results) : results[0];
  };
}

function toRecord(item: unknown, ports: StdlibPorts): SObject {
  if (item instanceof SObject) return item;
  const id = need(item) as string;
  const object = ports.transaction().schema.objectByPrefix(id.slice(0, 3)) ?? fail('System.TypeException', `Invalid id: ${id}`);
  const record = new SObject(object);
  record.set('Id', id);
  return record;
}

/** Rows as `List<SObject>` of their own type. */
function asList(records: SObject[]): ApexList<SObject> {
  return new ApexList(RuntimeType.of('List', RuntimeType.of(records[0]?.shape.name ?? 'SObject')), records);
}

export class QueryLocator extends NativeObject {
  override readonly apexType = 'Database.QueryLocator';
  readonly query: string;
  readonly binds: ReadonlyMap<string, unknown>;
  readonly options: QueryOptions;
  constructor(query: string, binds: ReadonlyMap<string, unknown>, options: QueryOptions) {
    super();
    this.query = query;
    this.binds = binds;
    this.options = options;
  }
}

class Savepoint extends NativeObject {
  override readonly apexType = 'System.Savepoint';
  readonly handle: number;
  constructor(handle: number) {
    super();
    this.handle = handle;
  }
}

/** The `Database` class: DML with results, dynamic SOQL, savepoints, batches. */
export function database(ports: StdlibPorts): Theme {
  const optionsFor = (caller: Caller, level: unknown): QueryOptions => ({
    mode: level instanceof AccessLevel ? level.mode : caller.mode,
    sharing: caller.sharing,
  });
  const query = (soql: string, level?: AccessLevel): ApexList => {
    const caller = currentCaller();
    return asList(ports.data.queryText(need(soql), variablesOf(soql, caller), optionsFor(caller, level)));
  };
  const locator = (soql: string, binds: ReadonlyMap<string, unknown>, level: unknown, caller: Caller): QueryLocator =>
    new QueryLocator(need(soql), binds, optionsFor(caller, level));
  return merge(
    members('System.Database', {
      'insert/1,2,3': dml('insert', ports),
      'update/1,2,3': dml('update', ports),
      'upsert/1,2,3,4': dml('upsert', ports),
      'delete/1,2,3': dml('delete', ports),
      'undelete/1,2,3': dml('undelete', ports),
      'emptyRecycleBin/1': (target: unknown) => {
        const records = (need(target) instanceof ApexList ? (target as ApexList).items : [target]).map((item) => toRecord(item, ports));
        const results = ports.data.emptyRecycleBin(records).map((row) => resultObject('Database.EmptyRecycleBinResult', row));
        return target instanceof ApexList ? ApexList.ofType('Database.EmptyRecycleBinResult', results) : results[0];
      },
      'query/1,2': query,
      'queryWithBinds/3': (soql: string, binds: ApexMap, level: AccessLevel) =>
        asList(ports.data.queryText(need(soql), bindsOf(need(binds)), optionsFor(currentCaller(), need(level)))),
      'countQuery/1,2': (soql: string, level?: AccessLevel) => {
        const caller = currentCaller();
        return ports.data.countText(need(soql), variablesOf(soql, caller), optionsFor(caller, level));
      },
      'countQueryWithBinds/3': (soql: string, binds: ApexMap, level: AccessLevel) =>
        ports.data.countText(need(soql), bindsOf(need(binds)), optionsFor(currentCaller(), need(level))),
      'getQueryLocator/1,2': (soql: unknown, level?: AccessLevel) => {
        const caller = currentCaller();
        if (soql instanceof InlineQuery) return locator(soql.text, soql.named, level, caller);
        if (typeof need(soql) !== 'string') return unsupported('Database.getQueryLocator with anything but a query or its text');
        return locator(soql as string, variablesOf(soql as string, caller), level, caller);
      },
      'getQueryLocatorWithBinds/3': (soql: string, binds: ApexMap, level: AccessLevel) =>
        locator(soql, bindsOf(need(binds)), need(level), currentCaller()),
      'setSavepoint/0': () => new Savepoint(ports.transaction().setSavepoint()),
      'rollback/1': (savepoint: Savepoint) => ports.transaction().rollback(need(savepoint).handle),
      'releaseSavepoint/1': (savepoint: Savepoint) => ports.transaction().releaseSavepoint(need(savepoint).handle),
      'executeBatch/1,2': (batch: unknown, scope?: number) => ports.jobs.executeBatch(need(batch), scope ?? null),
    }),
    members('Database.QueryLocator', {
      'getQuery/0': (value: QueryLocator) => value.query,
      'iterator/0': (value: QueryLocator) => new QueryLocatorIterator(ports.data.queryText(value.query, value.binds, value.options)),
    }),
    members('Database.QueryLocatorIterator', {
      'hasNext/0': (rows: QueryLocatorIterator) => rows.hasNext(),
      'next/0': (rows: QueryLocatorIterator) => rows.next(),
    }),
    dmlOptions,
    accessLevelMembers,
  );
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  AssignmentRuleHeader: ['AssignmentRuleId', 'UseDefaultRule'],
  DuplicateRuleHeader: ['AllowSave', 'RunAsCurrentUser'],
  EmailHeader: ['TriggerAutoResponseEmail', 'TriggerOtherEmail', 'TriggerUserEmail'],
};

const dmlOptions: Theme = merge(
  beanMembers('Database.DMLOptions', ['AllowFieldTruncation', 'LocaleOptions', 'OptAllOrNone', ...Object.keys(HEADERS)]),
  members('Database.DMLOptions', {
    '<init>/0': () =>
      new Bean(
        'Database.DMLOptions',
        Object.fromEntries(Object.keys(HEADERS).map((name) => [name, new Bean(`Database.DMLOptions.${name}`)])),
      ),
  }),
  ...Object.entries(HEADERS).map(([name, properties]) => beanMembers(`Database.DMLOptions.${name}`, properties)),
);
