import type { MemberAccessNode } from '../ast/nodes';
import type { Type } from '../types/type';
import type { Bound } from './bound';
import { op, wrong } from './nodes';
import type { Body } from './scope';

/** `Trigger.new` and its siblings; inside a trigger the records have the trigger's type. */
export function triggerVariable(body: Body, node: MemberAccessNode): Bound {
  const { table } = body.checker;
  const record = body.triggerObject ?? table.sobject;
  const types: Readonly<Record<string, Type>> = {
    new: table.list(record),
    old: table.list(record),
    newmap: table.map(table.id, record),
    oldmap: table.map(table.id, record),
    isbefore: table.boolean,
    isafter: table.boolean,
    isinsert: table.boolean,
    isupdate: table.boolean,
    isdelete: table.boolean,
    isundelete: table.boolean,
    isexecuting: table.boolean,
    size: table.integer,
    operationtype: table.builtIn('System.TriggerOperation', []) as Type,
  };
  const key = node.name.toLowerCase();
  const type = types[key];
  if (!type) return wrong(body, node, `Variable does not exist: ${node.name}`);
  return { ...op('trigger', type, [], key.startsWith('is'), [JSON.stringify(key), JSON.stringify(record.text)]), line: node.line };
}
