import type { TriggerContext } from '../apex/port';
import { ApexList, ApexMap } from '../kernel/collections';
import { enumConstant } from '../kernel/enums';
import type { Native } from '../kernel/natives';
import type { SObject } from '../kernel/sobject';
import { RuntimeType } from '../kernel/types';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

const lists = new WeakMap<readonly SObject[], ApexList>();
const maps = new WeakMap<readonly SObject[], ApexMap>();

const recordType = (records: readonly SObject[]): RuntimeType => RuntimeType.of(records[0]?.shape.name ?? 'SObject');

/** `Trigger.new` and `Trigger.old`: the same read-only list each time it is asked for. */
export function triggerList(records: readonly SObject[] | null): ApexList | null {
  if (!records) return null;
  let list = lists.get(records);
  if (!list) {
    list = new ApexList(RuntimeType.of('List', recordType(records)), [...records]);
    list.readOnly = true;
    lists.set(records, list);
  }
  return list;
}

/** `Trigger.newMap` and `Trigger.oldMap`; null where the records have no Ids yet. */
export function triggerMap(records: readonly SObject[] | null): ApexMap | null {
  if (!records || records.some((record) => record.id === null)) return null;
  let map = maps.get(records);
  if (!map) {
    map = new ApexMap(RuntimeType.of('Map', RuntimeType.of('Id'), recordType(records)));
    for (const record of records) map.entries.set(record.id, [record.id, record]);
    maps.set(records, map);
  }
  return map;
}

/** `Trigger.*`, for code outside trigger bodies too; all null or false where no trigger runs. */
export function triggers(ports: StdlibPorts): Theme {
  const read =
    (pick: (context: TriggerContext) => unknown, absent: unknown = null): Native =>
    () => {
      const context = ports.transaction().trigger;
      return context ? pick(context) : absent;
    };
  return members('System.Trigger', {
    'get:new': read(({ news }) => triggerList(news)),
    'get:old': read(({ olds }) => triggerList(olds)),
    'get:newMap': read(({ news }) => triggerMap(news)),
    'get:oldMap': read(({ olds }) => triggerMap(olds)),
    'get:isExecuting': read(() => true, false),
    'get:isBefore': read(({ timing }) => timing === 'before', false),
    'get:isAfter': read(({ timing }) => timing === 'after', false),
    'get:isInsert': read(({ operation }) => operation === 'insert', false),
    'get:isUpdate': read(({ operation }) => operation === 'update', false),
    'get:isDelete': read(({ operation }) => operation === 'delete', false),
    'get:isUndelete': read(({ operation }) => operation === 'undelete', false),
    'get:size': read(({ news, olds }) => (news ?? olds ?? []).length),
    'get:operationType': read(({ timing, operation }) => enumConstant('System.TriggerOperation', `${timing}_${operation}`.toUpperCase())),
  });
}
