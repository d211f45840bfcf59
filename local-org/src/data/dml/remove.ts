import { SObject } from '../../kernel/sobject';
import { ApexDatetime } from '../../kernel/values';
import type { Field, ObjectType } from '../../schema/model';
import { columnOf, foldedColumnOf, isFolded, tableOf } from '../../soql/naming';
import { loadWhere } from '../whole';
import { isAlive, type Statement, type WorkRow } from './statement';
import { checkUnique } from './unique';

const MAX_CASCADE_DEPTH = 10;

/**
 * Moves rows to the recycle bin (objects without one lose them), with what hangs on them: details go along, lookups are
 * emptied, a restricting lookup refuses the deletion. Details fire no triggers of their own.
 */
export function deleteRows(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object } = statement;
  const alive = rows.filter(isAlive);
  refuseRestricted(alive, statement);
  const ids = alive.filter(isAlive).map((row) => row.record.id as string);
  if (ids.length > 0) removeIds(object, ids, statement, context.clock.now(), 0);
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

function liveCondition(child: ObjectType, field: Field): string {
  const deleted = child.field('IsDeleted');
  return `${columnOf(field)} IN (SELECT value FROM json_each(?))${deleted ? ` AND ${columnOf(deleted)} = 0` : ''}`;
}

function refuseRestricted(rows: readonly WorkRow[], statement: Statement): void {
  const ids = JSON.stringify(rows.map((row) => row.record.id));
  for (const { child, field } of referencesTo(statement.object, statement)) {
    if (isCascade(field) || field.deleteRule !== 'restrict') continue;
    const holders = loadWhere(statement.context.store, child, liveCondition(child, field), [ids]);
    for (const holder of holders) {
      const row = rows.find((candidate) => candidate.record.id === holder.values[field.slot]);
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

function removeIds(object: ObjectType, ids: readonly string[], statement: Statement, now: number, depth: number): void {
  if (depth > MAX_CASCADE_DEPTH) throw new Error(`Cascade delete from ${object.name} does not end`);
  const { store } = statement.context;
  const list = JSON.stringify(ids);
  for (const { child, field } of referencesTo(object, statement)) {
    if (isCascade(field)) {
      const details = store.prepare(`SELECT "Id" FROM ${tableOf(child)} WHERE ${liveCondition(child, field)}`).all(list);
      if (details.length > 0) removeIds(child, details.map((row) => row[0] as string), statement, now, depth + 1); // prettier-ignore
    } else if (field.deleteRule === 'setNull') {
      const folded = isFolded(field) ? `, ${foldedColumnOf(field)} = NULL` : '';
      store.prepare(`UPDATE ${tableOf(child)} SET ${columnOf(field)} = NULL${folded} WHERE ${liveCondition(child, field)}`).run(list);
    }
  }
  const deleted = object.field('IsDeleted');
  if (!deleted) {
    store.prepare(`DELETE FROM ${tableOf(object)} WHERE "Id" IN (SELECT value FROM json_each(?))`).run(list);
    return;
  }
  const stamps = ['LastModifiedDate', 'SystemModstamp'].map((name) => object.field(name)).filter((field) => field !== undefined);
  const whole = Math.floor(now / 1000) * 1000;
  store
    .prepare(
      `UPDATE ${tableOf(object)} SET ${[`${columnOf(deleted)} = 1`, ...stamps.map((f) => `${columnOf(f)} = ?`)].join(', ')} ` +
        'WHERE "Id" IN (SELECT value FROM json_each(?))',
    )
    .run(...stamps.map(() => whole), list);
}

/** Takes rows out of the recycle bin again. Details that went along stay there: undeleting them is the caller's business. */
export function undeleteRows(rows: readonly WorkRow[], statement: Statement): void {
  const { context, object } = statement;
  const deleted = object.field('IsDeleted');
  if (!deleted) {
    for (const row of rows) row.fail('UNDELETE_FAILED', `${object.name} has no recycle bin`);
    return;
  }
  const alive = rows.filter(isAlive);
  for (const row of alive) {
    const image = new SObject(object);
    image.values = row.record.values.slice();
    image.values[deleted.slot] = false;
    if (object.slotOf('SystemModstamp') >= 0) image.set('SystemModstamp', new ApexDatetime(Math.floor(context.clock.now() / 1000) * 1000));
    row.record = image;
    row.old = null;
  }
  checkUnique(alive, statement);
  const ids = alive.filter(isAlive).map((row) => row.record.id);
  context.store
    .prepare(`UPDATE ${tableOf(object)} SET ${columnOf(deleted)} = 0 WHERE "Id" IN (SELECT value FROM json_each(?))`)
    .run(JSON.stringify(ids));
}
