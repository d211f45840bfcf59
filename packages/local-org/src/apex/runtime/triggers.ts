import { ApexList, ApexMap } from '../../kernel/collections';
import { enumConstant } from '../../kernel/enums';
import type { SObject } from '../../kernel/sobject';
import { RuntimeType } from '../../kernel/types';
import type { TriggerContext } from '../port';

/** One function per variable, lower-case name; `recordType` is the element type that the reading code sees. */
export type TriggerVariables = Readonly<
  Record<
    | 'new'
    | 'old'
    | 'newmap'
    | 'oldmap'
    | 'isbefore'
    | 'isafter'
    | 'isinsert'
    | 'isupdate'
    | 'isdelete'
    | 'isundelete'
    | 'isexecuting'
    | 'size'
    | 'operationtype',
    (recordType: string) => unknown
  >
>;

/** Records of a trigger may change, their lists may not. */
function readOnlyList(type: string, rows: readonly SObject[]): ApexList {
  const list = ApexList.ofType<unknown>(type, [...rows]);
  list.readOnly = true;
  return list;
}

/** `Trigger.*` of one firing; its collections are made once, so that all code of the firing sees the same ones. */
export function triggerVariables(context: TriggerContext): TriggerVariables {
  const made = new Map<string, unknown>();
  const once = (key: string, make: () => unknown): unknown => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };
  const list = (key: string, rows: readonly SObject[] | null, type: string): unknown =>
    rows ? once(key, () => readOnlyList(rows[0]?.shape.name ?? type, rows)) : null;
  const map = (key: string, rows: readonly SObject[] | null, type: string): unknown =>
    rows
      ? once(key, () => {
          const result = new ApexMap(RuntimeType.of('Map', RuntimeType.of('Id'), RuntimeType.parse(rows[0]?.shape.name ?? type)));
          for (const row of rows) if (row.id !== null) result.entries.set(row.id, [row.id, row]);
          return result;
        })
      : null;
  const { timing, operation, news, olds } = context;
  // Before an insert the records have no ids: there is no newMap then.
  const mapped = timing === 'before' && operation === 'insert' ? null : news;
  return {
    new: (type) => list('new', news, type),
    old: (type) => list('old', olds, type),
    newmap: (type) => map('newmap', mapped, type),
    oldmap: (type) => map('oldmap', olds, type),
    isbefore: () => timing === 'before',
    isafter: () => timing === 'after',
    isinsert: () => operation === 'insert',
    isupdate: () => operation === 'update',
    isdelete: () => operation === 'delete',
    isundelete: () => operation === 'undelete',
    isexecuting: () => true,
    size: () => (news ?? olds ?? []).length,
    operationtype: () => enumConstant('System.TriggerOperation', `${timing}_${operation}`.toUpperCase()),
  };
}
