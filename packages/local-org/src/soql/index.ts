import type { ObjectType, Schema } from '../schema/model';
import { bindQuery } from './bind';
import type { BoundQuery } from './bound';
import { SoqlError, unsupportedClause, type SoqlDiagnostic } from './errors';
import { parseSoql } from './parse';
import { withNested } from './sites';

export type { BoundQuery, BoundSelect, BoundField, BoundExpression, FieldUse, Source } from './bound';
export { SoqlError, malformed, noSuchColumn, noSuchObject, type SoqlDiagnostic, type SoqlErrorCode } from './errors';
export { parseSoql } from './parse';
export { isAggregateQuery } from './bind';
export type { Query } from './ast';
export { planQuery, type Plan, type PlanColumn, type Variant } from './plan';
export { selectedColumns, type CompoundColumn, type SelectedColumn, type ValueColumn } from './selection';
export { filterSites, withNested, type FilterSite } from './sites';
export type { Environment, RowFilter } from './fragment';
export { TEXT_SEPARATOR, type CalculatedColumns } from './columns';
export { bindItems } from './encode';
export { idsAsked } from './asked';
export * from './naming';

const MAX_BOUND_QUERIES = 2_000;
/** Longer texts are hardly asked twice, and two thousand of them would fill the memory. */
const LONGEST_KEPT = 20_000;
const bound = new WeakMap<Schema, Map<string, BoundQuery | SoqlError>>();

/** Parses and binds a query, once per text and schema. Throws SoqlError (a System.QueryException) at the first fault. */
export function requireQuery(text: string, schema: Schema): BoundQuery {
  let known = bound.get(schema);
  if (!known) bound.set(schema, (known = new Map()));
  let result = known.get(text);
  if (!result) {
    result = bindOrError(text, schema);
    if (text.length > LONGEST_KEPT) return thrown(result);
    if (known.size >= MAX_BOUND_QUERIES) known.delete(known.keys().next().value as string);
    known.set(text, result);
  }
  return thrown(result);
}

/** A new error each time: the stack and the Apex cause belong to one throw. */
function thrown(result: BoundQuery | SoqlError): BoundQuery {
  if (result instanceof SoqlError) throw new SoqlError(result.code, result.message, result);
  return result;
}

function bindOrError(text: string, schema: Schema): BoundQuery | SoqlError {
  try {
    return bindQuery(parseSoql(text), text, schema);
  } catch (error) {
    if (error instanceof SoqlError) return error;
    throw error;
  }
}

/** Apex would get a value of the type Address, which it does not have here. */
export function refuseCompounds(query: BoundQuery): void {
  for (const { select } of withNested(query)) {
    for (const item of select) {
      if (item.kind === 'compound' && !item.implicit)
        throw unsupportedClause(`the compound field ${item.field.name}: name its parts`, item.at);
    }
  }
}

/** Like `requireQuery`, with the fault as a value. */
function bindSoql(text: string, schema: Schema): { query: BoundQuery | null; diagnostics: readonly SoqlDiagnostic[] } {
  try {
    const query = requireQuery(text, schema);
    refuseCompounds(query);
    return { query, diagnostics: [] };
  } catch (error) {
    if (error instanceof SoqlError)
      return { query: null, diagnostics: [{ code: error.code, message: error.message, line: error.line, column: error.column }] };
    throw error;
  }
}

/** What the compiler needs of an inline query whose binds are `:b0`, `:b1`, ... */
export function checkSoql(
  text: string,
  schema: Schema,
): { diagnostics: readonly SoqlDiagnostic[]; object: ObjectType | null; kind: 'rows' | 'count' | 'aggregate' } {
  const { query, diagnostics } = bindSoql(text, schema);
  return { diagnostics, object: query?.object ?? null, kind: query?.kind ?? 'rows' };
}
