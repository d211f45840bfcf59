import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { keyOf } from '../kernel/equality';
import { enumConstants } from '../kernel/enums';
import { toId18 } from '../kernel/ids';
import { jsonFormOf, type JsonForm } from '../kernel/native-json';
import type { SObject } from '../kernel/sobject';
import { objectTypeOf } from '../kernel/sobject-access';
import { apexTypeOf } from '../kernel/sobject-convert';
import { RuntimeType } from '../kernel/types';
import { ApexBlob, ApexDouble, Decimal } from '../kernel/values';
import type { LinkContext } from './context';
import { bad, decimalOf, readDate, readDatetime, readTime, untyped, wholeOf } from './json-scalars';
import { writeJson } from './json-write';
import type { ClassMeta, EnumObject, FieldMeta } from './runtime/objects';
import { allFields } from './runtime/objects';

/** `strict`: keys without a member are errors (`JSON.deserializeStrict`). */
interface Reading extends LinkContext {
  readonly strict: boolean;
}

/** Conversions between JSON values and Apex values of declared types. */
export function jsonOperations(context: LinkContext): {
  fromJson(json: unknown, type: string, strict?: boolean): unknown;
  toJson(value: unknown): unknown;
} {
  return {
    fromJson: (json, type, strict = false) => read(json, RuntimeType.parse(type), { ...context, strict }, ''),
    toJson: writeJson,
  };
}

function read(json: unknown, type: RuntimeType, context: Reading, at: string): unknown {
  if (json === null || json === undefined) return null;
  const illegal = (): never => bad(`Illegal value for primitive${at ? ` (${at})` : ''}`);
  switch (type.name) {
    case 'Object':
      return untyped(json);
    case 'String':
      if (json instanceof Decimal) return json.toString();
      return typeof json === 'string' ? json : typeof json === 'object' ? illegal() : String(json);
    case 'Boolean':
      return typeof json === 'boolean' ? json : json === 'true' ? true : json === 'false' ? false : illegal();
    case 'Integer':
    case 'Long': {
      const exact = wholeOf(json) ?? illegal();
      const bits = type.name === 'Integer' ? 32 : 64;
      if (BigInt.asIntN(bits, exact) !== exact) illegal();
      return bits === 32 ? Number(exact) : exact;
    }
    case 'Decimal':
      return decimalOf(json) ?? illegal();
    case 'Double':
      return new ApexDouble((decimalOf(json) ?? illegal()).toNumber());
    case 'Id':
      return typeof json === 'string'
        ? json === ''
          ? null
          : (toId18(json) ?? bad(`Invalid id value${at ? ` for ${at}` : ''}: ${json}`))
        : illegal();
    case 'Date':
      return readDate(json, at);
    case 'Datetime':
      return readDatetime(json, at);
    case 'Time':
      return readTime(json, at);
    case 'Blob':
      return typeof json === 'string' ? new ApexBlob(new Uint8Array(Buffer.from(json, 'base64'))) : illegal();
    case 'List':
    case 'Set':
      return readItems(json, type, context, at);
    case 'Map':
      return readMap(json, type, context, at);
    default:
      return readDeclared(json, type, context, at);
  }
}

function readItems(json: unknown, type: RuntimeType, context: Reading, at: string): ApexList | ApexSet {
  if (!Array.isArray(json)) return bad(`Malformed JSON: Expected '[' at the beginning of List/Set${at ? ` (${at})` : ''}`);
  const element = type.args[0] ?? RuntimeType.of('Object');
  const items = json.map((item) => read(item, element, context, at));
  if (type.name === 'List') return new ApexList(type, items);
  const set = new ApexSet(type);
  for (const item of items) set.entries.set(keyOf(item), item);
  return set;
}

function readMap(json: unknown, type: RuntimeType, context: Reading, at: string): ApexMap {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return bad(`Malformed JSON: Expected '{' at the beginning of object${at ? ` (${at})` : ''}`);
  const [keyType = RuntimeType.of('String'), valueType = RuntimeType.of('Object')] = type.args;
  const map = new ApexMap(type);
  for (const [name, value] of Object.entries(json)) {
    const key = read(name, keyType, context, at);
    map.entries.set(keyOf(key), [key, read(value, valueType, context, name)]);
  }
  return map;
}

function readDeclared(json: unknown, type: RuntimeType, context: Reading, at: string): unknown {
  const meta = context.byName.get(type.name.toLowerCase());
  if (meta?.kind === 'enum') {
    const constants = (context.registry[`C${meta.index}`] as EnumObject).values;
    return (
      constants.find((value) => value.name.toLowerCase() === String(json).toLowerCase()) ??
      bad(`Invalid enum value for ${meta.name}: ${String(json)}`)
    );
  }
  const platform = enumConstants(type.name);
  if (platform) return platform.find((value) => value.name === json) ?? bad(`Invalid enum value for ${type.name}: ${String(json)}`);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return bad(`Malformed JSON: Expected '{' at the beginning of object${at ? ` (${at})` : ''}`);
  if (meta?.kind === 'class') return readObject(json as Record<string, unknown>, meta, context);
  if (meta) return bad(`Apex Type unsupported in JSON: ${meta.name}`);
  const form = jsonFormOf(type.name);
  if (form) return readNative(json as Record<string, unknown>, form, context);
  return readRecord(json as Record<string, unknown>, type.name, context);
}

/** Property setters run, also for an explicit null; keys without a field are ignored. */
function readObject(json: Record<string, unknown>, meta: ClassMeta, context: Reading): unknown {
  const instance = context.instantiate(meta.name) as Record<string, unknown>;
  const fields = fieldsOf(instance, meta);
  for (const [key, value] of Object.entries(json)) {
    const field = fields.get(key) ?? fields.get(key.toLowerCase());
    if (!field || field.isTransient || !field.isWritable) {
      if (context.strict) bad(field ? `Field is not deserializable: ${meta.name}.${field.name}` : `Unknown field: ${meta.name}.${key}`);
      continue;
    }
    const converted = read(value, RuntimeType.parse(field.type), context, key);
    if (field.setter) (instance[field.setter] as (value: unknown) => void).call(instance, converted);
    else instance[field.js] = converted;
  }
  return instance;
}

/** Fields by name in lower case, and as they are declared; the outermost class's win. */
const fieldsByClass = new WeakMap<ClassMeta, ReadonlyMap<string, FieldMeta>>();

function fieldsOf(instance: object, meta: ClassMeta): ReadonlyMap<string, FieldMeta> {
  let fields = fieldsByClass.get(meta);
  if (!fields) {
    const byLowerName = new Map(allFields(instance).map((field) => [field.name.toLowerCase(), field]));
    fields = new Map(
      [...byLowerName.values()].flatMap((field) => [[field.name, field] as const, [field.name.toLowerCase(), field] as const]),
    );
    fieldsByClass.set(meta, fields);
  }
  return fields;
}

/** Members that the JSON lacks are null; an absent list is empty. */
function readNative(json: Record<string, unknown>, form: JsonForm, context: Reading): unknown {
  const values = new Map<string, unknown>();
  for (const [name, typeName] of Object.entries(form.members)) {
    const type = RuntimeType.parse(typeName);
    const value = read(json[name], type, context, name);
    values.set(name, value === null && type.name === 'List' ? new ApexList(type, []) : value);
  }
  return form.make(values);
}

/** Fields by API name, parents and child lists by relationship name. */
function readRecord(json: Record<string, unknown>, name: string, context: Reading): SObject {
  const attributes = json['attributes'] as { type?: string } | undefined;
  const record = context.host.newSObject(name === 'SObject' ? (attributes?.type ?? bad('Missing attributes.type')) : name);
  const object = objectTypeOf(record.shape);
  const relate = (key: string, value: unknown): void => void (record.related ??= new Map()).set(key.toLowerCase(), value);
  for (const [key, value] of Object.entries(json)) {
    if (key === 'attributes') continue;
    const field = object?.field(key);
    const lookup = object?.parentField(key);
    const child = object?.child(key);
    if (field) record.values[field.slot] = read(value, RuntimeType.of(apexTypeOf(field.type)), context, key);
    else if (lookup)
      relate(key, read(value, RuntimeType.of(lookup.referenceTo.length === 1 ? (lookup.referenceTo[0] ?? '') : 'SObject'), context, key));
    else if (child) {
      const rows = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { records?: unknown }).records : value;
      relate(key, read(rows, RuntimeType.of('List', RuntimeType.of(child.childObject)), context, key));
    } else if (context.strict) bad(`No such column '${key}' on sobject of type ${record.shape.name}`);
  }
  return record;
}
