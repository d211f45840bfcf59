import { ApexList, ApexMap } from '../kernel/collections';
import { equalsExactly, hashOf } from '../kernel/equality';
import { ApexException } from '../kernel/exceptions';
import { fail, need } from '../kernel/fail';
import { type SObject } from '../kernel/sobject';
import {
  checkIdPrefix,
  fieldOf,
  objectTypeOf,
  readChildren,
  readField,
  readParent,
  writeField,
  writeParent,
} from '../kernel/sobject-access';
import { cloneRecord, cloneSourceOf, isClone } from '../kernel/sobject-clone';
import { convertToField } from '../kernel/sobject-convert';
import { toText } from '../kernel/text';
import { SObjectFieldToken, SObjectTypeToken } from '../kernel/tokens';
import { errorObject } from './results';
import { messageOf } from './exception';
import { members, type Theme } from './registry';

type FieldArgument = SObjectFieldToken | string | null;

/** Slot of a field given by name or token; SObjectException `Invalid field X for Account`. */
function slotOf(record: SObject, field: FieldArgument): number {
  const name = typeof need(field) === 'string' ? (field as string) : (field as SObjectFieldToken).fieldName;
  const slot = record.shape.slotOf(name);
  return slot >= 0 ? slot : fail('System.SObjectException', `Invalid field ${name} for ${record.shape.name}`);
}

/** Parent or child relationship named by itself or by its lookup's token. */
function relationshipOf(record: SObject, given: FieldArgument): { readonly name: string; readonly child: boolean } {
  const object = objectTypeOf(record.shape);
  const name = typeof need(given) === 'string' ? (given as string) : (given as SObjectFieldToken).fieldName;
  const lookup = object?.parentField(name) ?? (given instanceof SObjectFieldToken ? object?.field(name) : undefined);
  if (lookup?.relationshipName) return { name: lookup.relationshipName, child: false };
  const child = object?.child(name);
  return child
    ? { name: child.name, child: true }
    : fail('System.SObjectException', `Invalid relationship ${name} for ${record.shape.name}`);
}

function getSObject(record: SObject, given: FieldArgument): SObject | null {
  const { name, child } = relationshipOf(record, given);
  if (child) fail('System.SObjectException', `Invalid aggregate relationship ${name} for ${record.shape.name}`);
  return readParent(record, name);
}

/** Null when there are no children, as on the platform. */
function getSObjects(record: SObject, given: FieldArgument): ApexList | null {
  const { name, child } = relationshipOf(record, given);
  if (!child) fail('System.SObjectException', `Invalid aggregate relationship ${name} for ${record.shape.name}`);
  const list = readChildren(record, name);
  return list.items.length > 0 ? list : null;
}

function put(record: SObject, given: FieldArgument, value: unknown): unknown {
  const slot = slotOf(record, given);
  const field = fieldOf(record.shape, slot);
  const former = record.values[slot] ?? null;
  if (field?.calculated) fail('System.SObjectException', `Field ${field.name} is not editable`);
  writeField(record, slot, field ? convertToField(field, value) : value);
  return former;
}

function putSObject(record: SObject, given: FieldArgument, parent: SObject | null): SObject | null {
  const { name } = relationshipOf(record, given);
  const former = (record.related?.get(name.toLowerCase()) as SObject | null | undefined) ?? null;
  writeParent(record, name, parent);
  return former;
}

/** Fields that were set or queried, then parents and child lists that hold something (aer's changelog). */
function populated(record: SObject): ApexMap {
  const map = ApexMap.ofType<string, unknown>('String', 'Object');
  const add = (name: string, value: unknown): void => void map.entries.set(name, [name, value]);
  record.values.forEach((value, slot) => {
    if (value !== undefined && !(record.queried && value === null)) add(record.shape.fieldNames[slot] ?? String(slot), value);
  });
  for (const [name, value] of record.related ?? []) {
    const { name: declared, child } = relationshipOf(record, name);
    if (!child && value !== null) add(declared, value);
    else if (child && readChildren(record, name).items.length > 0) add(declared, readChildren(record, name));
  }
  return map;
}

/** Text of an addError argument; an exception gives its message. */
const errorText = (message: unknown): string => (message instanceof ApexException ? messageOf(message) : toText(need(message)));

function addError(record: SObject, field: string | null, message: unknown): void {
  (record.errors ??= []).push({ field, message: errorText(message) });
}

const flag = (value: boolean | undefined): boolean => value === true;

/** `SObject`: dynamic access to records. */
export const sobjects: Theme = members('System.SObject', {
  'get:Id': (record: SObject) => record.id,
  'set:Id': (record: SObject, id: string | null) => {
    if (id !== null) checkIdPrefix(record.shape, id);
    writeField(record, slotOf(record, 'Id'), id);
  },
  'get/1': (record: SObject, field: FieldArgument) => readField(record, slotOf(record, field)),
  'put/2': put,
  'getSObject/1': getSObject,
  'getSObjects/1': getSObjects,
  'putSObject/2': putSObject,
  'getSObjectType/0': (record: SObject) => SObjectTypeToken.of(record.shape),
  'isSet/1': (record: SObject, field: FieldArgument) => record.values[slotOf(record, field)] !== undefined,
  'getPopulatedFieldsAsMap/0': populated,
  'clear/0': (record: SObject) => {
    record.values = [];
    record.related = null;
  },
  'clone/0,1,2,3,4': (record: SObject, preserveId?: boolean, deep?: boolean, timestamps?: boolean, autonumber?: boolean) =>
    cloneRecord(record, {
      preserveId: flag(preserveId),
      deep: flag(deep),
      preserveTimestamps: flag(timestamps),
      preserveAutonumber: flag(autonumber),
    }),
  'isClone/0': isClone,
  'getCloneSourceId/0': cloneSourceOf,
  'addError/1': (record: SObject, message: unknown) => addError(record, null, message),
  'addError/2': (record: SObject, first: unknown, second: unknown) => {
    // (message, escape) or (field, message)
    if (typeof second === 'boolean') return addError(record, null, first);
    return addError(record, record.shape.fieldNames[slotOf(record, first as FieldArgument)] ?? null, second);
  },
  'addError/3': (record: SObject, field: FieldArgument, message: unknown) =>
    addError(record, record.shape.fieldNames[slotOf(record, field)] ?? null, message),
  'hasErrors/0': (record: SObject) => (record.errors?.length ?? 0) > 0,
  'getErrors/0': (record: SObject) =>
    ApexList.ofType(
      'Database.Error',
      (record.errors ?? []).map(({ field, message }) =>
        errorObject({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === null ? [] : [field] }),
      ),
    ),
  'equals/1': (record: SObject, other: unknown) => equalsExactly(record, other),
  'hashCode/0': (record: SObject) => hashOf(record),
  'toString/0': (record: SObject) => toText(record),
});
