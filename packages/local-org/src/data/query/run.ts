import { ApexException } from '../../kernel/exceptions';
import type { SObject } from '../../kernel/sobject';
import type { DataContext, QueryOptions } from '../port';
import { prepare } from './prepare';
import { countOf, idsOf, rowsOf, start, type QuerySettings } from './rows';

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
  return rowsOf(query, start(query, binds, options, context, settings, true));
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
  const run = start(query, binds, options, context, settings, true);
  if (query.kind === 'count') return countOf(query, run);
  return query.kind === 'aggregate' ? rowsOf(query, run).length : idsOf(query, run).length;
}
