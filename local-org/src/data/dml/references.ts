import type { Field, ObjectType } from '../../schema/model';
import { columnOf, tableOf } from '../../soql/naming';
import { isAlive, type Statement, type WorkRow } from './statement';
import { changes } from './validate';
import { isPlatformOwned } from './systemFields';

const lookups = new WeakMap<ObjectType, readonly Field[]>();

function lookupsOf(object: ObjectType): readonly Field[] {
  let known = lookups.get(object);
  if (!known) lookups.set(object, (known = object.fields.filter((f) => f.type === 'reference' && !isPlatformOwned(f))));
  return known;
}

/** Every lookup must lead to a live record of an object that it may point to; one query per target object. */
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

function checkTarget(target: ObjectType, ids: ReadonlyMap<string, readonly { row: WorkRow; field: Field }[]>, statement: Statement): void {
  const deleted = target.field('IsDeleted');
  const found = new Map(
    statement.context.store
      .prepare(`SELECT "Id", ${deleted ? columnOf(deleted) : '0'} FROM ${tableOf(target)} WHERE "Id" IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify([...ids.keys()]))
      .map(([id, isDeleted]) => [id as string, isDeleted === 1]),
  );
  for (const [id, users] of ids) {
    const state = found.get(id);
    if (state === false) continue;
    for (const { row, field } of users) {
      if (state === undefined) row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
      else row.fail('ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
    }
  }
}
