import { ApexException, LimitException } from '../../kernel/exceptions';
import type { SObject } from '../../kernel/sobject';
import type { DataContext } from '../port';
import { TriggerFailure } from '../port';
import { isAlive, type Statement, type WorkRow } from './statement';

const MAX_DEPTH = 16;
const EVENT_NAMES = { insert: 'Insert', update: 'Update', delete: 'Delete', undelete: 'Undelete' } as const;
const depths = new WeakMap<DataContext, number>();

/**
 * Fires the triggers of one event for the rows that are still alive and collects what they said with addError. Gives true
 * when triggers ran. An exception fails every row; a LimitException passes through, because nothing may catch it.
 */
export function fireTriggers(timing: 'before' | 'after', rows: readonly WorkRow[], statement: Statement): boolean {
  const { context, object } = statement;
  const alive = rows.filter(isAlive);
  const operation = alive[0]?.operation;
  if (!operation || !context.triggers.has(object, timing, operation)) return false;
  const depth = (depths.get(context) ?? 0) + 1;
  if (depth > MAX_DEPTH) {
    for (const row of alive) row.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${object.name}: maximum trigger depth exceeded`);
    return true;
  }
  const news = operation === 'delete' ? null : alive.map((row) => row.record);
  const olds = operation === 'insert' || operation === 'undelete' ? null : alive.map((row) => row.old as SObject);
  if (timing === 'after') for (const record of news ?? []) record.readOnly = true;
  depths.set(context, depth);
  try {
    context.triggers.fire(object, timing, operation, news, olds);
  } catch (error) {
    if (!(error instanceof ApexException) || error instanceof LimitException) throw error;
    const message = failureText(error, `${timing === 'before' ? 'Before' : 'After'}${EVENT_NAMES[operation]}`, object.name);
    for (const row of alive) row.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
  } finally {
    depths.set(context, depth - 1);
  }
  alive.forEach((row, i) => collectErrors(row, (news ?? olds)?.[i]));
  return true;
}

/** `addError` marks the record that the trigger saw. */
function collectErrors(row: WorkRow, seen: SObject | undefined): void {
  if (!seen?.errors) return;
  for (const { field, message } of seen.errors) row.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field ? [field] : []);
  seen.errors = null;
}

/** `T: execution of BeforeInsert`, the cause and its place. */
function failureText(error: ApexException, event: string, objectName: string): string {
  const trigger = error instanceof TriggerFailure ? error.trigger : objectName;
  const cause = error instanceof TriggerFailure ? (error.apexCause ?? error) : error;
  const place = cause.apexStack ?? '';
  return `${trigger}: execution of ${event}\n\ncaused by: ${cause.typeName}: ${cause.message}\n\n${place}`;
}
