import { ApexException } from '../kernel/exceptions';
import { heapSizeOf } from '../kernel/heap';
import type { SObject } from '../kernel/sobject';
import {
  columnOf,
  filterSites,
  malformed,
  noSuchColumn,
  noSuchObject,
  planQuery,
  requireQuery,
  withNested,
  type BoundQuery,
  type CalculatedColumns,
  type Environment,
  type RowFilter,
} from '../soql';
import type { Field } from '../schema/model';
import type { SqlValue } from '../store/port';
import { childList, readerOf } from './layout';
import type { AccessMode, DataContext, QueryOptions } from './port';

/** What queries need beside the running transaction. */
export interface QuerySettings {
  readonly calculated: CalculatedColumns;
  /** IANA id of the running user's time zone. */
  readonly timeZone: (context: DataContext) => string;
}

interface Run {
  readonly context: DataContext;
  readonly settings: QuerySettings;
  readonly options: QueryOptions;
  readonly binds: ReadonlyMap<string, unknown>;
  readonly zone: string;
  /** Record access applies. */
  readonly filtered: boolean;
}

/** Runs a query that gives records or aggregate results. */
export function runQuery(
  text: string,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  settings: QuerySettings,
): SObject[] {
  const query = prepare(text, binds, options, context);
  if (query.kind === 'count') throw new ApexException('System.QueryException', 'Count() queries give a number, not records');
  const run = start(query, binds, options, context, settings);
  return rowsOf(query, run);
}

/** Number of rows that a query matches; `COUNT()` costs one row of the limit. */
export function runCount(
  text: string,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  settings: QuerySettings,
): number {
  const query = prepare(text, binds, options, context);
  const run = start(query, binds, options, context, settings);
  if (query.kind !== 'count') return query.kind === 'aggregate' ? rowsOf(query, run).length : idsOf(query, run).length;
  const { plan, parameters } = statement(query, 'rows', run, []);
  const count = Number(context.store.prepare(plan.sql).get(...parameters)?.[0] ?? 0);
  countRows(run, 1);
  return count;
}

/** Ids of the rows that a query gives, in its order: what locators and cursors store. */
export function runIds(
  text: string,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  settings: QuerySettings,
): string[] {
  const query = prepare(text, binds, options, context);
  if (query.kind !== 'rows') throw new ApexException('System.QueryException', 'Aggregate queries have no locator');
  return idsOf(query, start(query, binds, options, context, settings));
}

/**
 * The select list of a query for given ids, in their order; rows that are gone or no longer visible are left out. `binds` are
 * needed for child queries only: the ids already answer the query's own conditions.
 */
export function runPage(
  text: string,
  ids: readonly string[],
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  settings: QuerySettings,
): SObject[] {
  const query = prepare(text, binds, options, context, true);
  for (const item of query.select) if (item.kind === 'child') requireBinds(item.query, binds);
  const run = start(query, binds, options, context, settings, false);
  const byId = new Map(rowsOf(query, run, 'page', ids).map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id)).filter((record) => record !== undefined);
}

function requireBinds(query: BoundQuery, binds: ReadonlyMap<string, unknown>): void {
  for (const name of query.binds) {
    if (!binds.has(name)) throw new ApexException('System.QueryException', `Variable does not exist: ${name}`);
  }
}

function prepare(
  text: string,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  bindsOptional = false,
): BoundQuery {
  const query = requireQuery(text, context.schema);
  if (!bindsOptional) requireBinds(query, binds);
  const mode = options.api ? options.mode : (query.mode?.mode ?? options.mode);
  if (mode !== 'system') checkAccess(query, context, mode === 'enforced');
  if (options.api) refuseModes(query);
  return mode === 'system' ? query : withoutHidden(query, context);
}

/** Apex chooses an access mode; a query of the API runs in user mode (Apex Developer Guide, "Set an Access Mode for Database Operations"). */
function refuseModes(query: BoundQuery): void {
  for (const { mode } of withNested(query)) if (mode) throw malformed(`unexpected token: '${mode.word}'`, mode);
}

/** Objects and fields that the user may not read do not exist for a query in user mode. */
function checkAccess(query: BoundQuery, context: DataContext, selectOnly: boolean): void {
  const { access, userId } = context;
  for (const { object, position } of withNested(query)) {
    if (!access.hasObject(userId, object, 'read')) throw noSuchObject(object.name, position);
  }
  for (const { object, field, inSelect, implicit, at } of query.uses) {
    if (implicit || (selectOnly && !inSelect)) continue;
    if (!access.canReadField(userId, object, field)) throw noSuchColumn(field.name, object.name, at);
  }
}

const trimmed = new WeakMap<BoundQuery, Map<string, BoundQuery>>();

/** FIELDS() gives what the user may read and says nothing of the rest. */
function withoutHidden(query: BoundQuery, context: DataContext): BoundQuery {
  const hidden = query.uses.filter((use) => use.implicit && !context.access.canReadField(context.userId, use.object, use.field));
  if (hidden.length === 0) return query;
  const key = hidden.map((use) => `${use.object.name}.${use.field.name}`).join();
  let variants = trimmed.get(query);
  if (!variants) trimmed.set(query, (variants = new Map()));
  let variant = variants.get(key);
  if (!variant) variants.set(key, (variant = trim(query, new Set(hidden.map((use) => use.field)))));
  return variant;
}

function trim(query: BoundQuery, gone: ReadonlySet<Field>): BoundQuery {
  const kept = query.select.filter((item) => !(item.kind === 'field' && item.implicit && gone.has(item.field.field)));
  return { ...query, select: kept.map((item) => (item.kind === 'child' ? { ...item, query: trim(item.query, gone) } : item)) };
}

function start(
  query: BoundQuery,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  settings: QuerySettings,
  counted = true,
): Run {
  // Queries on custom metadata are free of the query limit (Apex Developer Guide, custom metadata).
  if (counted && !options.api && query.object.kind !== 'metadata') context.limits.use('queries');
  if (query.forUpdate) context.beginWrite();
  const mode: AccessMode | 'enforced' = query.mode?.mode ?? options.mode;
  return { context, settings, options, binds, zone: settings.timeZone(context), filtered: mode === 'user' || options.sharing };
}

function statement(
  query: BoundQuery,
  variant: Parameters<typeof planQuery>[1],
  run: Run,
  ids: readonly string[],
  childKey: string | null = null,
) {
  const { context } = run;
  const environment: Environment = {
    binds: run.binds,
    now: context.clock.now(),
    zone: run.zone,
    filters: run.filtered ? filtersFor(query, context) : [],
    ids,
  };
  const effective = run.options.allRows && !query.allRows ? withDeleted(query) : query;
  const plan = planQuery(effective, variant, environment, run.settings.calculated, childKey);
  return { plan, parameters: plan.parameters.map((parameter) => parameter(environment)) as SqlValue[] };
}

const allRowsVariants = new WeakMap<BoundQuery, BoundQuery>();

function withDeleted(query: BoundQuery): BoundQuery {
  let variant = allRowsVariants.get(query);
  if (!variant) allRowsVariants.set(query, (variant = { ...query, allRows: true }));
  return variant;
}

function filtersFor(query: BoundQuery, context: DataContext): (RowFilter | null)[] {
  return filterSites(query).map((site) => context.access.rowFilter(context.userId, site.object, site.alias, false));
}

function idsOf(query: BoundQuery, run: Run): string[] {
  const { plan, parameters } = statement(query, 'ids', run, []);
  const ids = run.context.store
    .prepare(plan.sql)
    .all(...parameters)
    .map((row) => row[0] as string);
  countRows(run, ids.length);
  return ids;
}

function rowsOf(query: BoundQuery, run: Run, variant: 'rows' | 'page' = 'rows', ids: readonly string[] = []): SObject[] {
  const { plan, parameters } = statement(query, variant, run, ids);
  const read = readerOf(query, plan);
  const rows = run.context.store.prepare(plan.sql).all(...parameters);
  countRows(run, aggregatesRows(query) ? aggregatedRows(query, run) : rows.length);
  countHeap(run, rows);
  const records = rows.map(read);
  attachChildren(query, records, run);
  return records;
}

function attachChildren(query: BoundQuery, records: readonly SObject[], run: Run): void {
  for (const item of query.select) {
    if (item.kind !== 'child') continue;
    if (!run.options.api) run.context.limits.use('aggregateQueries');
    const parents = new Map<string, SObject[]>();
    for (const record of records) parents.set(record.id as string, []);
    if (records.length > 0) {
      const { plan, parameters } = statement(item.query, 'children', run, [...parents.keys()], columnOf(item.foreignKey));
      const read = readerOf(item.query, plan);
      const rows = run.context.store.prepare(plan.sql).all(...parameters);
      countRows(run, rows.length);
      countHeap(run, rows);
      const children = rows.map((row) => {
        const child = read(row);
        parents.get(row[1] as string)?.push(child);
        return child;
      });
      attachChildren(item.query, children, run);
    }
    for (const record of records) {
      record.related ??= new Map();
      record.related.set(item.relationship.toLowerCase(), childList(item.query, parents.get(record.id as string) ?? []));
    }
  }
}

/**
 * Functions other than COUNT() and COUNT(field) include each row used by the aggregation as a query row; those two take one row, or one
 * for each group (Apex Developer Guide, "Working with SOQL Aggregate Functions").
 */
function aggregatesRows(query: BoundQuery): boolean {
  const parts = [...query.orderBy, ...query.select.filter((item) => item.kind === 'expression')];
  return parts.some(({ expression }) => expression.kind === 'aggregate' && expression.name !== 'COUNT');
}

const aggregated = new WeakMap<BoundQuery, BoundQuery>();

/** How many rows the groups of a query are made of, whichever of the groups it gives. */
function aggregatedRows(query: BoundQuery, run: Run): number {
  if (run.options.api) return 0;
  let variant = aggregated.get(query);
  if (!variant) aggregated.set(query, (variant = { ...query, kind: 'count', limit: null, offset: null }));
  const { plan, parameters } = statement(variant, 'rows', run, []);
  return Number(run.context.store.prepare(plan.sql).get(...parameters)?.[0] ?? 0);
}

function countRows(run: Run, rows: number): void {
  if (!run.options.api) run.context.limits.use('queryRows', rows);
}

function countHeap(run: Run, rows: readonly SqlValue[][]): void {
  if (run.options.api) return;
  let bytes = 0;
  for (const row of rows) bytes += heapSizeOf(row);
  run.context.limits.allocate(bytes);
}
