import type { ObjectType } from '../schema/model';
import { ApexList, ApexMap, ApexSet } from './collections';
import { mapPut, setAdd } from './collection-operations';
import { parseDecimal, toDecimal, toInt32, toInt64, toNumber, type ApexNumber } from './decimals';
import { isNumber } from './equality';
import { fail } from './fail';
import { toId18 } from './ids';
import { SObject } from './sobject';
import { apexTypeOf } from './sobject-convert';
import { toText } from './text';
import { RuntimeType } from './types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime } from './values';
import { utc } from './zones';

/** What typed reading asks about names that are not the kernel's. */
export interface JsonTypes {
  /** An object of the schema, case-insensitive. */
  object(name: string): ObjectType | undefined;
  /** A user class's instance or a user enum's constant; `undefined` when there is no such type. */
  instance(json: unknown, type: string, strict: boolean): unknown;
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !isNumber(json);

const illegal = (json: unknown): never => fail('System.JSONException', `Illegal value for primitive: ${toText(json)}`);

/** Converts parsed JSON (`kernel/json-parse` or JSON.parse) to a declared type. Throws System.JSONException. */
export function readJson(json: unknown, type: RuntimeType, types: JsonTypes, strict = false): unknown {
  if (json === null || json === undefined) return null;
  const name = type.name.replace(/^System\./, '');
  switch (name) {
    case 'Object':
      return untyped(json);
    case 'List':
    case 'Iterable': {
      if (!Array.isArray(json)) return fail('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
      return new ApexList(
        RuntimeType.of('List', ...type.args),
        json.map((item) => readJson(item, element(type, 0), types, strict)),
      );
    }
    case 'Set': {
      if (!Array.isArray(json)) return fail('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
      const set = new ApexSet(type);
      for (const item of json) setAdd(set, readJson(item, element(type, 0), types, strict));
      return set;
    }
    case 'Map':
      return readMap(json, type, types, strict);
    case 'SObject':
      return readRecord(json, null, types, strict);
  }
  const primitive = PRIMITIVES[name];
  if (primitive) return primitive(json);
  const instance = types.instance(json, type.text, strict);
  if (instance !== undefined) return instance;
  const object = types.object(name.replace(/^Schema\./, ''));
  if (object) return readRecord(json, object, types, strict);
  return fail('System.JSONException', `Apex Type unsupported in JSON: ${type.text}`);
}

const element = (type: RuntimeType, index: number): RuntimeType => type.args[index] ?? RuntimeType.of('Object');

/** What `JSON.deserializeUntyped` gives for parsed JSON. */
export function untyped(json: unknown): unknown {
  if (Array.isArray(json)) return ApexList.ofType('Object', json.map(untyped));
  if (typeof json === 'number' && !Number.isInteger(json)) return toDecimal(new ApexDouble(json));
  if (!isObject(json)) return json;
  const map = ApexMap.ofType<string, unknown>('String', 'Object');
  for (const [key, value] of Object.entries(json)) map.entries.set(key, [key, untyped(value)]);
  return map;
}

function readMap(json: unknown, type: RuntimeType, types: JsonTypes, strict: boolean): ApexMap {
  if (!isObject(json)) return fail('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
  const map = new ApexMap(type);
  for (const [key, value] of Object.entries(json)) {
    mapPut(map, readJson(key, element(type, 0), types, strict), readJson(value, element(type, 1), types, strict));
  }
  return map;
}

function number(json: unknown): ApexNumber {
  if (isNumber(json)) return typeof json === 'number' && !Number.isInteger(json) ? new ApexDouble(json) : json;
  const parsed = typeof json === 'string' ? parseDecimal(json.trim()) : null;
  return parsed ?? illegal(json);
}

function whole(json: unknown, least: bigint, most: bigint): ApexNumber {
  const value = number(json);
  const decimal = toDecimal(value);
  if (decimal.scale > 0) illegal(json);
  const exact = toInt64(decimal);
  return exact < least || exact > most ? illegal(json) : value;
}

const PRIMITIVES: Readonly<Record<string, (json: unknown) => unknown>> = {
  String: (json) =>
    isObject(json) || Array.isArray(json)
      ? fail('System.JSONException', 'Expected a String')
      : typeof json === 'string'
        ? json
        : toText(json),
  Integer: (json) => toInt32(whole(json, -2147483648n, 2147483647n)),
  Long: (json) => toInt64(whole(json, -(2n ** 63n), 2n ** 63n - 1n)),
  Decimal: (json) => toDecimal(number(json)),
  Double: (json) => new ApexDouble(toNumber(number(json))),
  Boolean: (json) => (typeof json === 'boolean' ? json : json === 'true' ? true : json === 'false' ? false : illegal(json)),
  Id: (json) => (typeof json === 'string' && toId18(json)) || fail('System.JSONException', `Invalid id: ${toText(json)}`),
  Blob: (json) => (typeof json === 'string' ? new ApexBlob(new Uint8Array(Buffer.from(json, 'base64'))) : illegal(json)),
  Date: (json) => jsonDate(json),
  Datetime: (json) => jsonDatetime(json),
  Time: (json) => jsonTime(json),
};

function jsonDate(json: unknown): ApexDate {
  const found = typeof json === 'string' ? /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(json) : null;
  if (!found) return fail('System.JSONException', `Invalid date: ${toText(json)}`);
  return new ApexDate(utc(Number(found[1]), Number(found[2]), Number(found[3])) / 86_400_000);
}

function jsonDatetime(json: unknown): ApexDatetime {
  const text = typeof json === 'string' ? json.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : '';
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/.test(text)
    ? Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`)
    : NaN;
  return Number.isNaN(ms) ? fail('System.JSONException', `Invalid date/time: ${toText(json)}`) : new ApexDatetime(ms);
}

function jsonTime(json: unknown): ApexTime {
  const found = typeof json === 'string' ? /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(json) : null;
  if (!found) return fail('System.JSONException', `Invalid time: ${toText(json)}`);
  const ms = Number((found[4] ?? '0').padEnd(3, '0'));
  return new ApexTime(((Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3])) * 1000 + ms);
}

/** A record by the exact API names of its fields; unknown keys are dropped, or refused when strict. */
function readRecord(json: unknown, declared: ObjectType | null, types: JsonTypes, strict: boolean): SObject {
  if (!isObject(json)) return fail('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
  const attributes = json['attributes'];
  const typeName = isObject(attributes) ? attributes['type'] : undefined;
  const object = declared ?? (typeof typeName === 'string' ? types.object(typeName) : undefined);
  if (!object) return fail('System.JSONException', 'Cannot determine the type of an SObject without attributes.type');
  const record = new SObject(object);
  for (const [key, value] of Object.entries(json)) {
    if (key === 'attributes') continue;
    const field = object.field(key);
    const lookup = field ? undefined : object.parentField(key);
    const child = field || lookup ? undefined : object.child(key);
    if (field) record.values[field.slot] = readJson(value, RuntimeType.of(apexTypeOf(field.type)), types, strict);
    else if (lookup) {
      const target = lookup.referenceTo.length === 1 ? types.object(lookup.referenceTo[0] ?? '') : undefined;
      (record.related ??= new Map()).set(key.toLowerCase(), value === null ? null : readRecord(value, target ?? null, types, strict));
    } else if (child) {
      const rows = isObject(value) ? value['records'] : value;
      const type = RuntimeType.of('List', RuntimeType.of(child.childObject));
      (record.related ??= new Map()).set(key.toLowerCase(), readJson(rows, type, types, strict));
    } else if (strict) fail('System.JSONException', `No such column '${key}' on sobject of type ${object.name}`);
  }
  return record;
}
