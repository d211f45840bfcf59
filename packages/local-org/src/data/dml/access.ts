import type { ObjectRight, RecordLevel } from '../../access/port';
import type { WriteOperation } from '../hooks';
import { tableOf } from '../../soql/naming';
import { isAlive, type Statement, type WorkRow } from './statement';
import { isPlatformOwned } from './system-fields';

const RIGHTS: Readonly<Record<WriteOperation, ObjectRight>> = { insert: 'create', update: 'edit', delete: 'delete', undelete: 'delete' };

/**
 * Object and field rights of user mode: rows that lack one fail. Gives what the DmlException of an all-or-none statement
 * says then, because the platform words that differently; null when everything is allowed and for REST.
 */
export function checkRights(operation: WriteOperation, rows: readonly WorkRow[], statement: Statement): string | null {
  const { context, object, options } = statement;
  if (statement.internal || options.mode !== 'user') return null;
  if (!context.access.hasObject(context.userId, object, RIGHTS[operation])) {
    const message = `Access to entity '${object.name}' denied`;
    for (const row of rows) {
      if (options.api) row.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
      else row.fail(operation === 'insert' ? 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' : 'INSUFFICIENT_ACCESS_OR_READONLY', message);
    }
    return options.api ? null : message;
  }
  if (operation !== 'insert' && operation !== 'update') return null;
  const denied = object.fields.filter((field) => !isPlatformOwned(field) && !context.access.canEditField(context.userId, object, field));
  let any = false;
  for (const row of rows) {
    const touched = denied.filter((field) => row.source.values[field.slot] !== undefined).map((field) => field.name);
    if (touched.length === 0) continue;
    any = true;
    if (options.api) {
      row.fail(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${touched.join(', ')}. Please check the security settings of this field and verify that it ` +
          'is read/write for your profile or permission set.',
        touched,
      );
    } else row.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`, touched); // prettier-ignore
  }
  return any && !options.api
    ? `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`
    : null;
}

/** Fields that others manage, of a record that is the user's own to edit: the platform refuses them with the record. */
export function checkManagedFields(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object, options } = statement;
  if (statement.internal || options.mode !== 'user') return;
  const managed = object.fields.filter((field) => !isPlatformOwned(field) && !context.access.mayChange(context.userId, object, field));
  for (const row of rows.filter(isAlive)) {
    const touched = managed.filter((field) => row.source.values[field.slot] !== undefined).map((field) => field.name);
    if (touched.length > 0) row.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', touched);
  }
}

/** Record access, in user mode or where the calling class enforces sharing. */
export function checkRecordAccess(rows: readonly WorkRow[], statement: Statement, level: RecordLevel): void {
  const { context, object, options } = statement;
  if (statement.internal || (options.mode !== 'user' && !options.sharing)) return;
  const filter = context.access.rowFilter(context.userId, object, 't0', level);
  const alive = rows.filter(isAlive);
  if (!filter || alive.length === 0) return;
  const ids = JSON.stringify(alive.map((row) => row.record.id));
  const allowed = new Set(
    context.store
      .prepare(`SELECT t0."Id" FROM ${tableOf(object)} AS t0 WHERE t0."Id" IN (SELECT value FROM json_each(?)) AND (${filter.sql})`)
      .all(ids, ...filter.binds)
      .map((found) => found[0]),
  );
  for (const row of alive) {
    if (!allowed.has(row.record.id)) row.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}
