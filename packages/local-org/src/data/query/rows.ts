import { heapSizeOf } from '../../kernel/heap';
import type { SObject } from '../../kernel/sobject';
import {
  columnOf,
  filterSites,
  planQuery,
  tableOf,
  withNested,
  type BoundQuery,
  type CalculatedColumns,
  type Environment,
  type RowFilter,
  type Variant,
} from '../../soql';
import type { ObjectType, Schema } from '../../schema/model';
import type { SqlValue } from '../../store/port';
import { childList, readerOf } from '../layout';
import type { AccessMode, DataContext, QueryOptions } from '../port';

/** A SELECT of all columns of an object whose rows are made when a query asks, for the running user. */
export type MadeTable = (context: DataContext, query: BoundQuery, binds: ReadonlyMap<string, unknown>) => string;

/** The objects that have such rows. */
export type MadeTables = (object: ObjectType, schema: Schema) => MadeTable | undefined;

/** What queries need beside the running transaction. */
export interface QuerySettings {
  readonly calculated: CalculatedColumns;
  readonly made: MadeTables;
  /** IANA id of the running user's time zone. */
  readonly timeZone: (context: DataContext) => string;
}

/** One query on its way. */
export interface Run {
  readonly context: DataContext;
  readonly settings: QuerySettings;
  readonly options: QueryOptions;
  readonly binds: ReadonlyMap<string, unknown>;
  readonly zone: string;
  /** Record access applies. */
  readonly filtered: boolean;
}

/** `counted`: it takes one of the transaction's queries. */
export function start(
  query: BoundQuery,
  binds: ReadonlyMap<string, unknown>,
  options: QueryOptions,
  context: DataContext,
  settings: QuerySettings,
  counted: boolean,
): Run {
  // Queries on custom metadata are free of the query limit (Apex Developer Guide, custom metadata).
  if (counted && !options.api && query.object.kind !== 'metadata') context.limits.use('queries');
  if (query.forUpdate) context.lockRows();
  const mode: AccessMode | 'enforced' = query.mode?.mode ?? options.mode;
  return { context, settings, options, binds, zone: settings.timeZone(context), filtered: mode === 'user' || options.sharing };
}

/** What a statement is held to: the ids of its rows or their parents, the most rows that it gives. */
type Bounds = Partial<Pick<Environment, 'ids' | 'most'>>;

function statement(query: BoundQuery, variant: Variant, run: Run, bounds: Bounds = {}, childKey: string | null = null) {
  const { context } = run;
  const environment: Environment = {
    binds: run.binds,
    now: context.clock.now(),
    zone: run.zone,
    filters: run.filtered ? filtersFor(query, context) : [],
    ids: [],
    most: 0,
    ...bounds,
  };
  const effective = run.options.allRows && !query.allRows ? withDeleted(query) : query;
  const planned = planQuery(effective, variant, environment, run.settings.calculated, childKey);
  const made = madeTablesOf(effective, run.settings, context);
  const plan = made.length === 0 ? planned : { ...planned, sql: withMadeTables(planned.sql, made, effective, run) };
  return { plan, parameters: plan.parameters.map((parameter) => parameter(environment)) as SqlValue[] };
}

interface Made {
  readonly table: string;
  readonly rows: MadeTable;
}

const madeOf = new WeakMap<BoundQuery, readonly Made[]>();

function madeTablesOf(query: BoundQuery, { made }: QuerySettings, { schema }: DataContext): readonly Made[] {
  let known = madeOf.get(query);
  if (!known) {
    const objects = new Set(withNested(query).flatMap(({ sources }) => sources.flatMap((source) => source.objects)));
    known = [...objects].flatMap((object) => {
      const rows = made(object, schema);
      return rows ? [{ table: tableOf(object), rows }] : [];
    });
    madeOf.set(query, known);
  }
  return known;
}

/** A table of the statement's own stands before the stored one of its name. */
function withMadeTables(sql: string, made: readonly Made[], query: BoundQuery, { context, binds }: Run): string {
  const tables = made.map(({ table, rows }) => `${table} AS (${rows(context, query, binds)})`);
  return `WITH ${tables.join(', ')} ${sql}`;
}

const allRowsVariants = new WeakMap<BoundQuery, BoundQuery>();

function withDeleted(query: BoundQuery): BoundQuery {
  let variant = allRowsVariants.get(query);
  if (!variant) allRowsVariants.set(query, (variant = { ...query, allRows: true }));
  return variant;
}

function filtersFor(query: BoundQuery, context: DataContext): (RowFilter | null)[] {
  return filterSites(query).map((site) => context.access.rowFilter(context.userId, site.object, site.alias, 'read'));
}

/** Ids of the rows that a query gives, in its order. */
export function idsOf(query: BoundQuery, run: Run): string[] {
  const { plan, parameters } = statement(query, 'ids', run);
  const ids = run.context.store
    .prepare(plan.sql)
    .all(...parameters)
    .map((row) => row[0] as string);
  countRows(run, ids.length);
  return ids;
}

/** What a `COUNT()` query counts, at the price of one row of the limit. */
export function countOf(query: BoundQuery, run: Run): number {
  const count = numberOf(query, run);
  countRows(run, 1);
  return count;
}

function numberOf(query: BoundQuery, run: Run): number {
  const { plan, parameters } = statement(query, 'rows', run);
  return Number(run.context.store.prepare(plan.sql).get(...parameters)?.[0] ?? 0);
}

/** The first rows of a query. */
export const headOf = (query: BoundQuery, run: Run, most: number): SObject[] => recordsOf(query, run, 'head', { most });

/** All rows of a query. */
export const rowsOf = (query: BoundQuery, run: Run): SObject[] => recordsOf(query, run, 'rows');

/** The select list of a query for given ids, in their order; rows that are gone or no longer visible are left out. */
export function pageOf(query: BoundQuery, run: Run, ids: readonly string[]): SObject[] {
  const byId = new Map(recordsOf(query, run, 'page', { ids }).map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id)).filter((record) => record !== undefined);
}

function recordsOf(query: BoundQuery, run: Run, variant: Variant, bounds: Bounds = {}): SObject[] {
  const { plan, parameters } = statement(query, variant, run, bounds);
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
      const { plan, parameters } = statement(item.query, 'children', run, { ids: [...parents.keys()] }, columnOf(item.foreignKey));
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
  return numberOf(variant, run);
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
