import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { parseDecimal, strip, toDecimal, wholePart } from '../kernel/decimals';
import { decimalFromDouble, keyOf } from '../kernel/equality';
import { enumConstants } from '../kernel/enums';
import { ApexException } from '../kernel/exceptions';
import { fail } from '../kernel/fail';
import { toId18 } from '../kernel/ids';
import { jsonFormOf, type JsonForm } from '../kernel/native-json';
import { SObject } from '../kernel/sobject';
import { objectTypeOf } from '../kernel/sobject-access';
import { apexTypeOf } from '../kernel/sobject-convert';
import { dateText, timeText } from '../kernel/text';
import { RuntimeType } from '../kernel/types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from '../kernel/values';
import type { LinkContext } from './context';
import type { ClassMeta, EnumObject, FieldMeta } from './runtime/objects';
import { allFields, metaOf } from './runtime/objects';

/** `strict`: keys without a member are errors (`JSON.deserializeStrict`). */
interface Reading extends LinkContext {
  readonly strict: boolean;
}

const bad = (message: string): never => fail('System.JSONException', message);

/** Conversions between JSON values and Apex values of declared types. */
export function jsonOperations(context: LinkContext): {
  fromJson(json: unknown, type: string, strict?: boolean): unknown;
  toJson(value: unknown): unknown;
} {
  return {
    fromJson: (json, type, strict = false) => read(json, RuntimeType.parse(type), { ...context, strict }, ''),
    toJson: (value) => write(value),
  };
}

function write(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return dateText(value.days);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return timeText(value.ms);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList) return value.items.map(write);
  if (value instanceof ApexSet) return [...value.entries.values()].map(write);
  if (value instanceof ApexMap)
    return Object.fromEntries([...value.entries.values()].map(([k, v]) => [k instanceof ApexEnumValue ? k.name : String(k), write(v)]));
  if (value instanceof SObject) return writeRecord(value);
  if (metaOf(value) && !(value instanceof ApexException)) return writeObject(value as Record<string, unknown>);
  return fail('System.JSONException', 'Type unsupported in JSON: ' + (value instanceof ApexException ? value.typeName : 'common'));
}

function writeObject(value: Record<string, unknown>): unknown {
  const result: Record<string, unknown> = {};
  for (const field of allFields(value)) {
    if (field.isTransient) continue;
    result[field.name] = write(field.getter ? (value[field.getter] as () => unknown).call(value) : value[field.js]);
  }
  return result;
}

function writeRecord(record: SObject): unknown {
  const result: Record<string, unknown> = {};
  record.values.forEach((field, slot) => {
    if (field !== undefined) result[record.shape.fieldNames[slot] ?? ''] = write(field);
  });
  for (const [key, related] of record.related ?? []) {
    if (related instanceof ApexList) result[key] = { totalSize: related.items.length, done: true, records: related.items.map(write) };
    else result[key] = write(related);
  }
  return result;
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

/** Numbers of JSON.parse, the exact ones of kernel/json-parse, and text that is a number. */
function decimalOf(json: unknown): Decimal | null {
  if (typeof json === 'number') return decimalFromDouble(json);
  if (typeof json === 'bigint' || json instanceof Decimal) return toDecimal(json);
  return typeof json === 'string' ? parseDecimal(json.trim()) : null;
}

function wholeOf(json: unknown): bigint | null {
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : null;
  const exact = decimalOf(json);
  return exact === null || strip(exact).scale > 0 ? null : wholePart(exact);
}

/** Numbers become Integer, Long or Decimal as they fit (facts 6.2). */
function untyped(json: unknown): unknown {
  if (json === null || json === undefined) return null;
  if (typeof json === 'number') {
    if (!Number.isInteger(json)) return decimalFromDouble(json);
    return (json | 0) === json ? json : BigInt(json);
  }
  if (Array.isArray(json)) return ApexList.ofType('Object', json.map(untyped));
  if (typeof json !== 'object' || json instanceof Decimal) return json;
  const map = new ApexMap(RuntimeType.parse('Map<String,Object>'));
  for (const [key, value] of Object.entries(json)) map.entries.set(key, [key, untyped(value)]);
  return map;
}

function readDate(json: unknown, at: string): ApexDate {
  const match = typeof json === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(json) : null;
  const ms = match ? Date.parse(`${match[1]}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) ? bad(`Invalid date${at ? ` (${at})` : ''}: ${String(json)}`) : new ApexDate(ms / 86_400_000);
}

function readDatetime(json: unknown, at: string): ApexDatetime {
  const text = typeof json === 'string' ? json.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : '';
  const ms = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`) : NaN;
  return Number.isNaN(ms) ? bad(`Invalid date/time${at ? ` (${at})` : ''}: ${String(json)}`) : new ApexDatetime(ms);
}

function readTime(json: unknown, at: string): ApexTime {
  const match = typeof json === 'string' ? /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(json) : null;
  if (!match) return bad(`Invalid time${at ? ` (${at})` : ''}: ${String(json)}`);
  const [, h, m, s, ms = '0'] = match;
  return new ApexTime(Number(h) * 3_600_000 + Number(m) * 60_000 + Number(s) * 1000 + Number(ms.padEnd(3, '0')));
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
  const instance = context.construct(meta.name) as Record<string, unknown>;
  const fields = new Map<string, FieldMeta>(allFields(instance).map((field) => [field.name.toLowerCase(), field]));
  for (const [key, value] of Object.entries(json)) {
    const field = fields.get(key.toLowerCase());
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
