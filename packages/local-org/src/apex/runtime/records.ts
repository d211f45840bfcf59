import { ApexList } from '../../kernel/collections';
import { fail, need } from '../../kernel/fail';
import { allocate, heapSizeOfPairs } from '../../kernel/heap';
import { toId18 } from '../../kernel/ids';
import { InlineQuery } from '../../kernel/inline-query';
import { checkIdPrefix } from '../../kernel/sobject-access';
import type { Shape } from '../../kernel/sobject';
import { SObject } from '../../kernel/sobject';
import { SObjectFieldToken, SObjectTypeToken } from '../../kernel/tokens';
import { RuntimeType } from '../../kernel/types';
import type { Caller } from '../../kernel/caller';
import type { DmlOperation } from '../../data/port';
import type { ApexHost } from '../port';

/** The value as an Id of 18 characters; throws StringException for text that is none. */
export function toId(value: string | null): string | null {
  if (value === null || value === undefined) return null;
  return toId18(value) ?? fail('System.StringException', `Invalid id: ${value}`);
}

const notQueried = (record: SObject, field: string): never =>
  fail('System.SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${record.shape.name}.${field}`);
const readOnly = (): never => fail('System.FinalException', 'Record is read-only');

function readSlot(record: SObject, slot: number, checkbox: boolean): unknown {
  const value = record.values[slot];
  if (value !== undefined) return value;
  if (record.queried && slot !== record.shape.slotOf('Id')) return notQueried(record, record.shape.fieldNames[slot] ?? '');
  return checkbox ? false : null;
}

/** Fields and relationships of records. `shapeOf` finds an object of the running schema. */
export function recordOperations(host: ApexHost, shapeOf: (object: string) => Shape) {
  return {
    toId,
    read: (record: SObject | null, slot: number, checkbox: boolean): unknown => readSlot(need(record), slot, checkbox),
    /** A field of a parent: an empty lookup gives null. */
    readParent: (record: SObject | null, slot: number, checkbox: boolean): unknown =>
      record === null ? (checkbox ? false : null) : readSlot(record, slot, checkbox),
    /** A Name-object field of a parent whose object is known only at run time. */
    readNamed: (record: SObject | null, name: string): unknown => {
      const slot = record?.shape.slotOf(name) ?? -1;
      // The type of a Name is its object, whatever that object itself calls a type; a queue that owns a record is one by itself.
      if (record && name.toLowerCase() === 'type') return record.values[slot] === 'Queue' ? 'Queue' : record.shape.name;
      return record && slot >= 0 ? readSlot(record, slot, false) : null;
    },
    write: <T>(record: SObject | null, slot: number, value: T): T => {
      const target = need(record);
      if (target.readOnly) return readOnly();
      target.values[slot] = value;
      return value;
    },
    /** An Id for a record of this object; TypeException where it is another object's. */
    ownId: (value: string | null, object: string): string | null => {
      if (value !== null) checkIdPrefix(shapeOf(object), value);
      return value;
    },
    recordId: (record: SObject | null): string | null => need(record).id,
    writeId: (record: SObject | null, value: string | null): string | null => {
      const target = need(record);
      if (target.readOnly) return readOnly();
      const id = toId(value);
      if (id !== null) checkIdPrefix(target.shape, id);
      target.set('Id', id);
      return value;
    },
    parent: (record: SObject | null, key: string, slot: number, name: string): unknown => {
      if (record === null) return null;
      const related = record.related?.get(key);
      if (related !== undefined) return related;
      // The lookup itself was selected, or the record was made by hand: there is just no parent.
      return record.queried && record.values[slot] === undefined ? notQueried(record, name) : null;
    },
    writeParent: <T>(record: SObject | null, key: string, value: T): T => {
      const target = need(record);
      if (target.readOnly) return readOnly();
      (target.related ??= new Map()).set(key, value);
      return value;
    },
    children: (record: SObject | null, key: string, type: string, name: string): unknown => {
      const target = need(record);
      const related = target.related?.get(key);
      if (related !== undefined) return related;
      return target.queried ? notQueried(target, name) : new ApexList(RuntimeType.parse(type));
    },
    newRecord: (object: string, fields: readonly unknown[], parents: readonly unknown[] = []): SObject => {
      const record = host.newSObject(object);
      for (let i = 0; i < fields.length; i += 2) record.values[fields[i] as number] = fields[i + 1];
      allocate(heapSizeOfPairs(fields));
      for (let i = 0; i < parents.length; i += 2) (record.related ??= new Map()).set(parents[i] as string, parents[i + 1]);
      return record;
    },
    typeToken: (object: string): SObjectTypeToken => SObjectTypeToken.of(shapeOf(object)),
    fieldToken: (object: string, slot: number): SObjectFieldToken => SObjectFieldToken.of(shapeOf(object), slot),
    query: (text: string, binds: readonly unknown[], caller: Caller, type: RuntimeType): ApexList =>
      new ApexList(type, host.query(text, binds, { mode: caller.mode, sharing: caller.sharing })),
    /** The binds, and the text after them. */
    inlineQuery: (...parts: readonly unknown[]): InlineQuery => new InlineQuery(parts.at(-1) as string, parts.slice(0, -1)),
    count: (text: string, binds: readonly unknown[], caller: Caller): number =>
      host.count(text, binds, { mode: caller.mode, sharing: caller.sharing }),
    /** Exactly one row, as `Account a = [SELECT ...]` wants it. */
    single: (rows: ApexList | null): unknown => {
      const { items } = need(rows);
      if (items.length === 0) fail('System.QueryException', 'List has no rows for assignment to SObject');
      if (items.length > 1) fail('System.QueryException', 'List has more than 1 row for assignment to SObject');
      return items[0];
    },
    firstOrNull: (rows: ApexList | null): unknown => {
      const { items } = need(rows);
      if (items.length > 1) fail('System.QueryException', 'List has more than 1 row for assignment to SObject');
      return items[0] ?? null;
    },
    dml: (
      operation: DmlOperation,
      value: ApexList<SObject> | SObject | null,
      caller: Caller,
      mode: 'user' | 'system' | null,
      externalIdField?: string,
    ): void => {
      const target = need(value);
      const records = target instanceof SObject ? [target] : target.items;
      const options = { mode: mode ?? caller.mode, sharing: caller.sharing, apiVersion: caller.apiVersion };
      host.dml(operation, records, externalIdField === undefined ? options : { ...options, externalIdField });
    },
  };
}
