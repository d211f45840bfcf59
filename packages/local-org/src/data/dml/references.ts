import type { Field, ObjectType } from '../../schema/model';
import { columnOf, tableOf } from '../../soql/naming';
import { isAlive, type Statement, type WorkRow } from './statement';
import { changes } from './validate';
import { isPlatformOwned } from './system-fields';

const lookups = new WeakMap<ObjectType, readonly Field[]>();

function lookupsOf(object: ObjectType): readonly Field[] {
  let known = lookups.get(object);
  if (!known) lookups.set(object, (known = object.fields.filter((f) => f.type === 'reference' && !isPlatformOwned(f))));
  return known;
}

/** Every lookup must lead to a live record, of an object that it may point to and within the user's reach; one query per target. */
export function checkReferences(rows: readonly WorkRow[], statement: Statement): void {
  const { schema } = statement.context;
  const wanted = new Map<ObjectType, Map<string, { row: WorkRow; field: Field }[]>>();
  for (const row of rows) {
    if (!isAlive(row)) continue;
    for (const field of lookupsOf(statement.object)) {
      const id = row.record.values[field.slot];
      if (typeof id !== 'string' || !changes(row, field)) continue;
      const target = schema.objectByPrefix(id.slice(0, 3));
      if (!target) {
        row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
      } else if (!field.referenceTo.some((name) => name.toLowerCase() === target.name.toLowerCase())) {
        row.fail('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
      } else {
        let ids = wanted.get(target);
        if (!ids) wanted.set(target, (ids = new Map()));
        const users = ids.get(id);
        if (users) users.push({ row, field });
        else ids.set(id, [{ row, field }]);
      }
    }
  }
  for (const [target, ids] of wanted) checkTarget(target, ids, statement);
}

type Users = readonly { readonly row: WorkRow; readonly field: Field }[];

function checkTarget(target: ObjectType, ids: ReadonlyMap<string, Users>, statement: Statement): void {
  const found = statesOf(target, [...ids.keys()], statement);
  for (const [id, users] of ids) {
    const state = found.get(id);
    if (state === 'usable') continue;
    for (const { row, field } of users) {
      if (state === 'deleted') row.fail('ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
      else if (state === 'hidden')
        row.fail('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', [field.name]); // prettier-ignore
      else row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    }
  }
}

/** Records that do not exist are absent; `hidden` ones the running user may not see where record access applies. */
function statesOf(target: ObjectType, ids: readonly string[], statement: Statement): Map<string, 'usable' | 'deleted' | 'hidden'> {
  const { context, options, internal } = statement;
  const deleted = target.field('IsDeleted');
  const filtered = !internal && (options.mode === 'user' || options.sharing);
  const filter = filtered
    ? context.access.rowFilter(context.userId, target, 't0', statement.object.share?.of === target.name ? 'all' : 'read')
    : null;
  const rows = context.store
    .prepare(
      `SELECT t0."Id", ${deleted ? `t0.${columnOf(deleted)}` : '0'}, ${filter ? `(${filter.sql})` : '1'} FROM ${tableOf(target)} AS t0 ` +
        'WHERE t0."Id" IN (SELECT value FROM json_each(?))',
    )
    .all(...(filter?.binds ?? []), JSON.stringify(ids));
  return new Map(rows.map(([id, isDeleted, visible]) => [id as string, isDeleted === 1 ? 'deleted' : visible ? 'usable' : 'hidden']));
}
