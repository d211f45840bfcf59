import { ApexException } from '../kernel/exceptions';
import type { BoundCount, BoundExpression, BoundField, BoundOrder, BoundQuery, Source } from './bound';
import { aliasOf, comparable, comparableColumn, orderKeys, selected, valueColumn, type CalculatedColumns } from './columns';
import { renderCondition } from './conditions';
import { bindItems } from './encode';
import { join, sql, text, type Environment, type Fragment, type Parameter } from './fragment';
import { columnOf, ROW_COLUMN, tableOf } from './naming';

/**
 * What a statement is for. `rows`: the query itself. `ids`: only the Ids, for locators and cursors. `page`: the rows of
 * given Ids, whatever the conditions say by now. `children`: rows of a child query for given parents.
 */
export type Variant = 'rows' | 'ids' | 'page' | 'children';

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

const MAX_OFFSET = 2000;
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

interface Rendering {
  readonly environment: Environment;
  readonly calculated: CalculatedColumns;
  /** Quoted foreign key column of a child query. */
  readonly childKey: string | null;
  /** Next filter site; sites are met in the order of `filterSites`. */
  site: number;
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
    const tail = variant === 'page' ? text('') : sql`${ordering(query, r, true)}${variant === 'children' ? text('') : limits(query)}`;
    statement = sql`SELECT ${join(fragments, ', ')} ${body}${tail}`;
  }
  return { sql: statement.sql, parameters: statement.parameters, columns };
}

/** Record filters of the query's own sources, as fragments. */
function sourceFilters(query: BoundQuery, r: Rendering): Map<Source, (Fragment | null)[]> {
  const result = new Map<Source, (Fragment | null)[]>();
  for (const source of query.sources) {
    result.set(
      source,
      source.objects.map(() => {
        const site = r.site++;
        const filter = r.environment.filters[site];
        if (!filter) return null;
        return {
          sql: `(${filter.sql})`,
          parameters: filter.binds.map(
            (_, i): Parameter =>
              ({ filters }) =>
                filters[site]?.binds[i] ?? null,
          ),
        };
      }),
    );
  }
  return result;
}

type Filters = Map<Source, (Fragment | null)[]>;

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

/** Of a parent that the user may not see only Id and Name are left (facts 6.5). */
function masked(field: BoundField, filters: Filters, calculated: CalculatedColumns): Fragment {
  const column = text(valueColumn(field, calculated));
  const name = field.field.name;
  if (!field.source.parent || name === 'Id' || name === 'Name' || field.isEntityType) return column;
  const own = (filters.get(field.source) ?? []).filter((f) => f !== null);
  if (own.length === 0) return column;
  return sql`CASE WHEN ${join(own, ' OR ')} THEN ${column} END`;
}

function fromClause(query: BoundQuery, r: Rendering): Fragment {
  const base = query.sources[0] as Source;
  let clause = `${tableOf(query.object)} AS ${aliasOf(base, 0)}`;
  for (const source of query.sources.slice(1)) {
    if (!source.lookup) continue;
    const key = valueColumn(source.lookup, r.calculated);
    source.objects.forEach((object, i) => {
      const alias = aliasOf(source, i);
      clause += ` LEFT JOIN ${tableOf(object)} AS ${alias} ON ${alias}."Id" = ${key}`;
    });
  }
  return text(clause);
}

function whereClause(query: BoundQuery, variant: Variant, filters: Filters, r: Rendering): Fragment {
  const base = query.sources[0] as Source;
  const alias = aliasOf(base, 0);
  const parts: Fragment[] = [];
  const ids: Parameter = (environment) => JSON.stringify(environment.ids);
  if (variant === 'page') parts.push(sql`${text(`${alias}."Id"`)} IN (SELECT value FROM json_each(${ids}))`);
  if (variant === 'children' && r.childKey) parts.push(sql`${text(`${alias}.${r.childKey}`)} IN (SELECT value FROM json_each(${ids}))`);
  const deleted = query.object.field('IsDeleted');
  if (deleted && !query.allRows) parts.push(text(`${alias}.${columnOf(deleted)} = 0`));
  const own = filters.get(base)?.[0];
  if (own) parts.push(own);
  if (query.where && variant !== 'page') {
    parts.push(
      renderCondition(query.where, {
        environment: r.environment,
        calculated: r.calculated,
        renderSubQuery: (inner) => semiJoin(inner, r),
      }),
    );
  }
  return parts.length === 0 ? text('') : sql` WHERE ${join(parts, ' AND ')}`;
}

function semiJoin(inner: BoundQuery, r: Rendering): Fragment {
  const item = inner.select[0];
  if (item?.kind !== 'field') throw new Error('A semi join selects one field');
  const filters = sourceFilters(inner, r);
  const column = text(comparableColumn(item.field, r.calculated));
  const where = whereClause(inner, 'rows', filters, r);
  const notNull = where.sql === '' ? sql` WHERE ${column} IS NOT NULL` : sql`${where} AND ${column} IS NOT NULL`;
  return sql`SELECT ${column} FROM ${fromClause(inner, r)}${notNull}${inner.limit ? limits(inner) : text('')}`;
}

function grouping(query: BoundQuery, r: Rendering): Fragment {
  if (query.groupBy.length === 0) return text('');
  const group = text(` GROUP BY ${query.groupBy.map((item) => comparable(item, r.calculated)).join(', ')}`);
  if (!query.having) return group;
  const having = renderCondition(query.having, {
    environment: r.environment,
    calculated: r.calculated,
    renderSubQuery: (inner) => semiJoin(inner, r),
  });
  return sql`${group} HAVING ${having}`;
}

function orderTerms(query: BoundQuery, r: Rendering, byRow: boolean): string {
  const terms = query.orderBy.map((order: BoundOrder) => {
    const direction = order.descending ? 'DESC' : 'ASC';
    const nulls = isNeverNull(order.expression) ? '' : ` NULLS ${order.nullsLast ? 'LAST' : 'FIRST'}`;
    return orderKeys(order.expression, r.calculated)
      .map((key) => `${key} ${direction}${nulls}`)
      .join(', ');
  });
  if (byRow) terms.push(`${aliasOf(query.sources[0] as Source, 0)}.${ROW_COLUMN}`);
  return terms.join(', ');
}

/** Where nothing can be null the clause would only keep SQLite from walking the index backwards. */
function isNeverNull(expression: BoundExpression): boolean {
  return expression.kind === 'field' && expression.source.parent === null && expression.field.type === 'id';
}

function ordering(query: BoundQuery, r: Rendering, byRow: boolean): Fragment {
  const terms = orderTerms(query, r, byRow);
  return text(terms === '' ? '' : ` ORDER BY ${terms}`);
}

function countParameter(count: BoundCount, what: 'LIMIT' | 'OFFSET'): Parameter {
  return ({ binds }) => {
    const value = count.kind === 'literal' ? count.value : binds.get(count.name);
    const number = typeof value === 'bigint' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
      throw new ApexException('System.QueryException', `Invalid value for ${what}: ${String(value)}`);
    }
    if (what === 'OFFSET' && number > MAX_OFFSET) {
      throw new ApexException('System.QueryException', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
    }
    return number;
  };
}

function limits(query: BoundQuery): Fragment {
  if (!query.limit && !query.offset) return text('');
  const limit = query.limit ? sql` LIMIT ${countParameter(query.limit, 'LIMIT')}` : text(' LIMIT -1');
  return query.offset ? sql`${limit} OFFSET ${countParameter(query.offset, 'OFFSET')}` : limit;
}

/** LIMIT of a child query counts per parent. */
function limitedChildren(query: BoundQuery, fragments: readonly Fragment[], body: Fragment, r: Rendering): Fragment {
  const names = fragments.map((_, i) => `c${i}`);
  const inner = join(
    fragments.map((fragment, i) => sql`${fragment} AS ${text(names[i] as string)}`),
    ', ',
  );
  const key = `${aliasOf(query.sources[0] as Source, 0)}.${r.childKey}`;
  const rank = text(`row_number() OVER (PARTITION BY ${key} ORDER BY ${orderTerms(query, r, true)}) AS rank`);
  const offset: Parameter = query.offset ? countParameter(query.offset, 'OFFSET') : () => 0;
  const after = sql`rank > ${offset}`;
  const until = query.limit ? sql` AND rank <= ${countParameter(query.limit, 'LIMIT')} + ${offset}` : text('');
  return sql`SELECT ${text(names.join(', '))} FROM (SELECT ${inner}, ${rank} ${body}) WHERE ${after}${until} ORDER BY rank`;
}
