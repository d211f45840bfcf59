import type { ObjectType } from '../schema/model';
import type { BoundCondition, BoundQuery, Source } from './bound';
import { aliasOf } from './columns';

/** One place where record access limits a query: an object of FROM (rows disappear) or a parent (its fields disappear). */
export interface FilterSite {
  readonly source: Source;
  readonly object: ObjectType;
  readonly alias: string;
}

const cache = new WeakMap<BoundQuery, readonly FilterSite[]>();

/** All filter sites of a query and its semi joins, in a stable order; child queries have their own. */
export function filterSites(query: BoundQuery): readonly FilterSite[] {
  const known = cache.get(query);
  if (known) return known;
  const sites: FilterSite[] = [];
  const collect = (inner: BoundQuery): void => {
    for (const source of inner.sources) {
      source.objects.forEach((object, i) => sites.push({ source, object, alias: aliasOf(source, i) }));
    }
    if (inner.where) eachSemiJoin(inner.where, collect);
  };
  collect(query);
  cache.set(query, sites);
  return sites;
}

function eachSemiJoin(condition: BoundCondition, visit: (query: BoundQuery) => void): void {
  if (condition.kind === 'inQuery') visit(condition.query);
  else if (condition.kind === 'not') eachSemiJoin(condition.item, visit);
  else if (condition.kind === 'and' || condition.kind === 'or') for (const item of condition.items) eachSemiJoin(item, visit);
}

/** The query itself, its child queries and its semi joins, at any depth. */
export function withNested(query: BoundQuery): BoundQuery[] {
  const all = [query];
  for (const item of query.select) if (item.kind === 'child') all.push(...withNested(item.query));
  if (query.where) eachSemiJoin(query.where, (inner) => all.push(...withNested(inner)));
  return all;
}
