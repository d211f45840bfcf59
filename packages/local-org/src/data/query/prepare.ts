import { ApexException } from '../../kernel/exceptions';
import type { Field } from '../../schema/model';
import { malformed, noSuchColumn, noSuchObject, refuseCompounds, requireQuery, withNested, type BoundQuery } from '../../soql';
import type { DataContext, QueryOptions } from '../port';

/**
 * The bound query of a text, as far as the user may ask it. Throws what the platform says of one that is wrong or not allowed. `binds`: null
 * when the query's own conditions will not run.
 */
export function prepare(text: string, binds: ReadonlyMap<string, unknown> | null, options: QueryOptions, context: DataContext): BoundQuery {
  const query = requireQuery(text, context.schema);
  if (binds) requireBinds(query, binds);
  const mode = options.api ? options.mode : (query.mode?.mode ?? options.mode);
  if (mode !== 'system') checkAccess(query, context, mode === 'enforced');
  if (options.api) refuseModes(query);
  else refuseCompounds(query);
  return mode === 'system' ? query : withoutHidden(query, context);
}

export function requireBinds(query: BoundQuery, binds: ReadonlyMap<string, unknown>): void {
  for (const name of query.binds) {
    if (!binds.has(name)) throw new ApexException('System.QueryException', `Variable does not exist: ${name}`);
  }
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
  const kept = query.select.filter((item) => {
    if (item.kind === 'compound') return !(item.implicit && gone.has(item.field));
    return !(item.kind === 'field' && item.implicit && gone.has(item.field.field));
  });
  return { ...query, select: kept.map((item) => (item.kind === 'child' ? { ...item, query: trim(item.query, gone) } : item)) };
}
