import { SObject } from '../../kernel/sobject';
import { ApexDatetime } from '../../kernel/values';
import type { Field, ObjectType } from '../../schema/model';
import { columnOf, tableOf } from '../../soql/naming';
import { loadWhere } from '../whole';
import { isAlive, type Statement, type WorkRow } from './statement';
import { checkUnique } from './unique';

/**
 * Moves rows to the recycle bin (objects without one lose them), with what hangs on them: details go along, lookups are
 * emptied, a restricting lookup refuses the deletion. Details fire no triggers of their own.
 */
export function deleteRows(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object } = statement;
  const alive = rows.filter(isAlive);
  refuseRestricted(alive, statement);
  const ids = alive.filter(isAlive).map((row) => row.record.id as string);
  if (ids.length > 0) removeIds(object, ids, statement, context.clock.now());
}

interface Reference {
  readonly child: ObjectType;
  readonly field: Field;
}

function referencesTo(object: ObjectType, statement: Statement): Reference[] {
  const { schema } = statement.context;
  return object.references.flatMap(({ childObject, field: name }) => {
    const child = schema.object(childObject);
    const field = child?.field(name);
    return child && field && !field.calculated ? [{ child, field }] : [];
  });
}

function isCascade(field: Field): boolean {
  return field.masterDetail || field.deleteRule === 'cascade';
}

/** A lookup that may not be empty cannot let its parent go either. */
function isRestricting(field: Field): boolean {
  return !isCascade(field) && (field.deleteRule === 'restrict' || !field.nillable);
}

function liveCondition(child: ObjectType, field: Field): string {
  const deleted = child.field('IsDeleted');
  return `${columnOf(field)} IN (SELECT value FROM json_each(?))${deleted ? ` AND ${columnOf(deleted)} = 0` : ''}`;
}

function refuseRestricted(rows: readonly WorkRow[], statement: Statement): void {
  const byId = new Map(rows.map((row) => [row.record.id, row]));
  const ids = JSON.stringify([...byId.keys()]);
  for (const { child, field } of referencesTo(statement.object, statement)) {
    if (!isRestricting(field)) continue;
    const holders = loadWhere(statement.context.store, child, liveCondition(child, field), [ids]);
    for (const holder of holders) {
      const row = byId.get(holder.values[field.slot] as string);
      if (!row || !isAlive(row)) continue;
      const name = String(row.record.get('Name') ?? row.record.id);
      row.fail(
        'DELETE_FAILED',
        `Your attempt to delete ${name} could not be completed because it is associated with the following ${child.labelPlural}.: ` +
          String(holder.get('Name') ?? holder.id),
      );
    }
  }
}

/** Marks before it descends, so that records that hang on each other in a circle are met once. */
function removeIds(object: ObjectType, ids: readonly string[], statement: Statement, now: number): void {
  const { store } = statement.context;
  const list = JSON.stringify(ids);
  const mark = removalOf(object);
  store.prepare(mark.sql).run(...mark.stamps.map(() => Math.floor(now / 1000) * 1000), list);
  for (const { child, field } of referencesTo(object, statement)) {
    if (isCascade(field)) {
      const details = store.prepare(`SELECT "Id" FROM ${tableOf(child)} WHERE ${liveCondition(child, field)}`).all(list);
      if (details.length > 0) removeIds(child, details.map((row) => row[0] as string), statement, now); // prettier-ignore
    } else if (field.deleteRule === 'setNull' && field.nillable) {
      store.prepare(`UPDATE ${tableOf(child)} SET ${columnOf(field)} = NULL WHERE ${liveCondition(child, field)}`).run(list);
    }
  }
}

function removalOf(object: ObjectType): { sql: string; stamps: readonly Field[] } {
  const which = 'WHERE "Id" IN (SELECT value FROM json_each(?))';
  const deleted = object.field('IsDeleted');
  if (!deleted) return { sql: `DELETE FROM ${tableOf(object)} ${which}`, stamps: [] };
  const stamps = ['LastModifiedDate', 'SystemModstamp'].map((name) => object.field(name)).filter((field) => field !== undefined);
  const sets = [`${columnOf(deleted)} = 1`, ...stamps.map((field) => `${columnOf(field)} = ?`)];
  return { sql: `UPDATE ${tableOf(object)} SET ${sets.join(', ')} ${which}`, stamps };
}

/** Takes rows out of the recycle bin again, with the details that went there along with them. */
export function undeleteRows(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object } = statement;
  const deleted = object.field('IsDeleted');
  if (!deleted) {
    for (const row of rows) row.fail('UNDELETE_FAILED', `${object.name} has no recycle bin`);
    return;
  }
  const now = new ApexDatetime(Math.floor(context.clock.now() / 1000) * 1000);
  const stampSlot = object.slotOf('SystemModstamp');
  const alive = rows.filter(isAlive);
  const removedAt = new Map<WorkRow, unknown>();
  for (const row of alive) {
    const image = new SObject(object);
    image.values = row.record.values.slice();
    image.values[deleted.slot] = false;
    if (stampSlot >= 0) {
      removedAt.set(row, image.values[stampSlot]);
      image.values[stampSlot] = now;
    }
    row.record = image;
    row.old = null;
  }
  checkUnique(alive, statement);
  for (const row of alive.filter(isAlive)) {
    const stamp = removedAt.get(row);
    restore(object, [row.record.id as string], stamp instanceof ApexDatetime ? stamp.ms : null, now.ms, statement);
  }
}

function restore(object: ObjectType, ids: readonly string[], removedAt: number | null, now: number, statement: Statement): void {
  const { store } = statement.context;
  const list = JSON.stringify(ids);
  const stamp = object.field('SystemModstamp') ? ', "SystemModstamp" = ?' : '';
  store
    .prepare(`UPDATE ${tableOf(object)} SET "IsDeleted" = 0${stamp} WHERE "Id" IN (SELECT value FROM json_each(?))`)
    .run(...(stamp ? [now] : []), list);
  if (removedAt === null) return;
  for (const { child, field } of referencesTo(object, statement)) {
    // Share objects have no other stamp than the last change.
    const left = child.field('SystemModstamp') ?? child.field('LastModifiedDate');
    if (!isCascade(field) || !child.field('IsDeleted') || !left) continue;
    const details = store
      .prepare(
        `SELECT "Id" FROM ${tableOf(child)} WHERE ${columnOf(field)} IN (SELECT value FROM json_each(?)) AND "IsDeleted" = 1 AND ${columnOf(left)} = ?`,
      )
      .all(list, removedAt);
    if (details.length > 0) restore(child, details.map((row) => row[0] as string), removedAt, now, statement); // prettier-ignore
  }
}
