import { ApexException } from '../kernel/exceptions';
import type { BoundCount, BoundExpression, BoundOrder, BoundQuery, Source } from './bound';
import { aliasOf, comparable, comparableColumn, orderKeys, valueColumn, type CalculatedColumns } from './columns';
import { renderCondition } from './conditions';
import { join, sql, text, type Environment, type Fragment, type Parameter, type Variant } from './fragment';
import { columnOf, ROW_COLUMN, tableOf } from './naming';

const MAX_OFFSET = 2000;

/** What the clauses of one statement share while it is rendered. */
export interface Rendering {
  readonly environment: Environment;
  readonly calculated: CalculatedColumns;
  /** Quoted foreign key column of a child query. */
  readonly childKey: string | null;
  /** Next filter site; sites are met in the order of `filterSites`. */
  site: number;
}

/** Record filters of the query's own sources, as fragments. */
export function sourceFilters(query: BoundQuery, r: Rendering): Map<Source, (Fragment | null)[]> {
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

/** Per source, one filter per object that it may lead to; null where no limit applies. */
export type Filters = Map<Source, (Fragment | null)[]>;

export function fromClause(query: BoundQuery, r: Rendering): Fragment {
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

export function whereClause(query: BoundQuery, variant: Variant, filters: Filters, r: Rendering): Fragment {
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

export function grouping(query: BoundQuery, r: Rendering): Fragment {
  if (query.groupBy.length === 0) return text('');
  const group = text(` GROUP BY ${query.groupBy.map((item) => comparable(item, r.calculated)).join(', ')}`);
  if (!query.having) return group;
  const having = renderCondition(query.having, {
    environment: r.environment,
    calculated: r.calculated,
    renderSubQuery: () => {
      throw new Error('A semi join belongs into WHERE');
    },
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

export function ordering(query: BoundQuery, r: Rendering, byRow: boolean): Fragment {
  const terms = orderTerms(query, r, byRow);
  return text(terms === '' ? '' : ` ORDER BY ${terms}`);
}

function countParameter(count: BoundCount, what: 'LIMIT' | 'OFFSET'): Parameter {
  return ({ binds }) => {
    const value = count.kind === 'literal' ? count.value : binds.get(count.name);
    const number = typeof value === 'bigint' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > 2_147_483_647) {
      throw new ApexException('System.QueryException', `Invalid value for ${what}: ${String(value)}`);
    }
    if (what === 'OFFSET' && number > MAX_OFFSET) {
      throw new ApexException('System.QueryException', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
    }
    return number;
  };
}

export function limits(query: BoundQuery, variant: Variant = 'rows'): Fragment {
  if (!query.limit && !query.offset && variant !== 'head') return text('');
  const own = query.limit ? countParameter(query.limit, 'LIMIT') : null;
  const first: Parameter = (environment) => Math.min(environment.most, Number(own?.(environment) ?? environment.most));
  const most = variant === 'head' ? first : own;
  const limit = most ? sql` LIMIT ${most}` : text(' LIMIT -1');
  return query.offset ? sql`${limit} OFFSET ${countParameter(query.offset, 'OFFSET')}` : limit;
}

/** LIMIT of a child query counts per parent. */
export function limitedChildren(query: BoundQuery, fragments: readonly Fragment[], body: Fragment, r: Rendering): Fragment {
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
