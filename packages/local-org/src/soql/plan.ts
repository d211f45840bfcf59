import type { BoundExpression, BoundField, BoundQuery, Source } from './bound';
import {
  fromClause,
  grouping,
  limitedChildren,
  limits,
  ordering,
  sourceFilters,
  whereClause,
  type Filters,
  type Rendering,
} from './clauses';
import { refuseLarge } from './complexity';
import { aliasOf, selected, valueColumn, type CalculatedColumns } from './columns';
import { bindItems } from './encode';
import { join, sql, text, type Environment, type Fragment, type Parameter, type Variant } from './fragment';

export type { Variant } from './fragment';

/** A column of the result: a field of a source, or (aggregates) an expression; `id` columns say whether a parent exists. */
export interface PlanColumn {
  readonly source: Source | null;
  readonly field: BoundField | null;
  readonly expression: BoundExpression | null;
}

/** One SQL statement for a bound query. */
export interface Plan {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly PlanColumn[];
}

const plans = new WeakMap<BoundQuery, Map<string, Plan>>();

/**
 * Renders a bound query to SQL. Plans are kept per query for every combination of null binds and record filters, which
 * change the text; everything else is a parameter.
 */
export function planQuery(
  query: BoundQuery,
  variant: Variant,
  environment: Environment,
  calculated: CalculatedColumns,
  childKey: string | null = null,
): Plan {
  const key = `${variant}|${query.binds.map((name) => nullMark(environment.binds.get(name))).join('')}|${environment.filters.map((f) => f?.sql ?? '').join('|')}`;
  let known = plans.get(query);
  if (!known) plans.set(query, (known = new Map()));
  let plan = known.get(key);
  if (!plan) known.set(key, (plan = render(query, variant, { environment, calculated, childKey, site: 0 })));
  return plan;
}

function nullMark(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'n';
  return bindItems(value).some((item) => item === null || item === undefined || item === '') ? 'l' : 'v';
}

function render(query: BoundQuery, variant: Variant, r: Rendering): Plan {
  const filters = sourceFilters(query, r);
  const { columns, fragments } = selectList(query, variant, filters, r);
  const from = fromClause(query, r);
  const where = whereClause(query, variant, filters, r);
  const body = sql`FROM ${from}${where}`;
  let statement: Fragment;
  if (query.kind === 'count' && variant === 'rows') {
    statement = query.limit || query.offset ? sql`SELECT count(*) FROM (SELECT 1 ${body}${limits(query)})` : sql`SELECT count(*) ${body}`;
  } else if (query.kind === 'aggregate') {
    statement = sql`SELECT ${join(fragments, ', ')} ${body}${grouping(query, r)}${ordering(query, r, false)}${limits(query)}`;
  } else if (variant === 'children' && (query.limit || query.offset)) {
    statement = limitedChildren(query, fragments, body, r);
  } else {
    const tail =
      variant === 'page' ? text('') : sql`${ordering(query, r, true)}${variant === 'children' ? text('') : limits(query, variant)}`;
    statement = sql`SELECT ${join(fragments, ', ')} ${body}${tail}`;
  }
  const tables = query.sources.reduce((sum, source) => sum + source.objects.length, 0);
  refuseLarge(statement, columns.length, tables, query.position);
  return { sql: statement.sql, parameters: statement.parameters, columns };
}

function selectList(query: BoundQuery, variant: Variant, filters: Filters, r: Rendering): { columns: PlanColumn[]; fragments: Fragment[] } {
  const columns: PlanColumn[] = [];
  const fragments: Fragment[] = [];
  if (query.kind === 'aggregate') {
    for (const item of query.select) {
      if (item.kind !== 'expression') continue;
      columns.push({ source: null, field: null, expression: item.expression });
      fragments.push(selected(item.expression, r.calculated));
    }
    return { columns, fragments };
  }
  const base = query.sources[0] as Source;
  columns.push({ source: base, field: null, expression: null });
  fragments.push(text(`${aliasOf(base, 0)}."Id"`));
  if (variant === 'ids' || query.kind === 'count') return { columns, fragments };
  if (variant === 'children' && r.childKey) {
    columns.push({ source: null, field: null, expression: null });
    fragments.push(text(`${aliasOf(base, 0)}.${r.childKey}`));
  }
  const seen = new Set<Source>();
  const addSource = (source: Source): void => {
    if (source === base || seen.has(source)) return;
    if (source.parent) addSource(source.parent);
    seen.add(source);
    columns.push({ source, field: null, expression: null });
    fragments.push(text(overAliases(source, (alias) => `${alias}."Id"`)));
  };
  for (const item of query.select) {
    if (item.kind !== 'field') continue;
    addSource(item.field.source);
    columns.push({ source: item.field.source, field: item.field, expression: null });
    fragments.push(masked(item.field, filters, r.calculated));
  }
  return { columns, fragments };
}

function overAliases(source: Source, column: (alias: string) => string): string {
  const all = source.objects.map((_, i) => column(aliasOf(source, i)));
  return all.length === 1 ? (all[0] as string) : `coalesce(${all.join(', ')})`;
}

/** Of a parent that the user may not see only Id and Name are left (aer's changelog). */
function masked(field: BoundField, filters: Filters, calculated: CalculatedColumns): Fragment {
  const column = text(valueColumn(field, calculated));
  const name = field.field.name;
  if (!field.source.parent || name === 'Id' || name === 'Name' || field.isEntityType) return column;
  const own = filters.get(field.source) ?? [];
  if (own.every((filter) => filter === null)) return column;
  // Where a lookup may lead to several objects, those without a filter are visible as they are.
  const visible = own.map((filter, i) => filter ?? text(`${aliasOf(field.source, i)}."Id" IS NOT NULL`));
  return sql`CASE WHEN ${join(visible, ' OR ')} THEN ${column} END`;
}
