import type { TriggerInfo } from '../apex/port';
import { TriggerFailure, type TriggerPort } from '../data/port';
import { ApexException, LimitException } from '../kernel/exceptions';
import type { SObject } from '../kernel/sobject';
import type { ObjectType } from '../schema/model';
import type { Transaction } from './transaction';

type Timing = 'before' | 'after';
type Operation = 'insert' | 'update' | 'delete' | 'undelete';

/** Triggers by `object|timing|operation`, lower case, in deployment order; built once per program. */
const indexes = new WeakMap<object, Map<string, TriggerInfo[]>>();

function triggersFor(transaction: Transaction, object: ObjectType, timing: Timing, operation: Operation): readonly TriggerInfo[] {
  const { program } = transaction.runtime.program;
  let index = indexes.get(program);
  if (!index) {
    index = new Map();
    for (const trigger of program.triggers) {
      for (const event of trigger.events) {
        const key = `${trigger.object}|${event.timing}|${event.operation}`.toLowerCase();
        const list = index.get(key);
        if (list) list.push(trigger);
        else index.set(key, [trigger]);
      }
    }
    indexes.set(program, index);
  }
  return index.get(`${object.name}|${timing}|${operation}`.toLowerCase()) ?? [];
}

/** Names of the triggers on a platform event: each is a subscriber of its own. */
export function subscribersTo(transaction: Transaction, event: ObjectType): readonly string[] {
  return triggersFor(transaction, event, 'after', 'insert').map(({ name }) => name);
}

/** Hands events to one of their subscribers; nothing when it is there no more. */
export function fireSubscriber(transaction: Transaction, event: ObjectType, name: string, events: readonly SObject[]): void {
  const trigger = triggersFor(transaction, event, 'after', 'insert').find((one) => one.name === name);
  if (trigger) runOne(transaction, trigger, 'after', 'insert', events, null);
}

/** The triggers of a transaction's DML: in deployment order, with their own `Trigger.*`. `data` counts the depth. */
export function triggerPort(transaction: Transaction): TriggerPort {
  return {
    has: (object, timing, operation) => triggersFor(transaction, object, timing, operation).length > 0,
    fire: (object, timing, operation, news, olds) => {
      const triggers = triggersFor(transaction, object, timing, operation);
      for (const trigger of triggers) runOne(transaction, trigger, timing, operation, news, olds);
    },
  };
}

function runOne(
  transaction: Transaction,
  trigger: TriggerInfo,
  timing: Timing,
  operation: Operation,
  news: readonly SObject[] | null,
  olds: readonly SObject[] | null,
): void {
  const stack = transaction.triggerStack;
  const context = { timing, operation, news, olds };
  const apiVersion = transaction.apiVersion;
  stack.push({ name: trigger.name, object: trigger.object, context });
  transaction.apiVersion = trigger.apiVersion;
  try {
    transaction.runtime.program.runTrigger(trigger, context);
  } catch (error) {
    if (!(error instanceof ApexException) || error instanceof LimitException) throw error;
    error.apexStack = withinTrigger(trigger.name, error.apexStack);
    throw new TriggerFailure(trigger.name, error);
  } finally {
    transaction.apiVersion = apiVersion;
    stack.pop();
  }
}

/** A trigger's exception names the frames up to the trigger; who did the DML sees its own frames on the exception that it gets. */
function withinTrigger(name: string, stack: string | null): string | null {
  if (stack === null) return null;
  const lines = stack.split('\n');
  const last = lines.findIndex((line) => line.startsWith(`Trigger.${name}:`));
  return last < 0 ? stack : lines.slice(0, last + 1).join('\n');
}
