import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { keyOf } from '../kernel/equality';
import { enumConstant } from '../kernel/enums';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { NATIVE_STATE, restoreNative, saveNative } from '../kernel/native-state';
import type { NativeObject } from '../kernel/natives';
import { SObject } from '../kernel/sobject';
import { SObjectFieldToken, SObjectTypeToken } from '../kernel/tokens';
import { RuntimeType } from '../kernel/types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from '../kernel/values';
import type { LinkContext } from './context';
import type { ApexClass, EnumObject } from './runtime/objects';
import { allFields, metaOf } from './runtime/objects';
import { typeTextOf } from './runtime/casts';

/** A value as plain JSON: primitives as themselves, everything else as `[tag, ...]`; `['@', n]` refers to object n of the graph. */
type Plain = null | string | number | boolean | readonly unknown[];

/** Typed object graphs as text: shared references and cycles survive, transient fields do not. */
export function serializeOperations(context: LinkContext): { serialize(instance: unknown): string; deserialize(text: string): unknown } {
  return {
    serialize: (instance) => {
      const objects: unknown[] = [];
      const ids = new Map<object, number>();
      const root = pack(instance, objects, ids);
      return JSON.stringify({ root, objects });
    },
    deserialize: (text) => {
      const { root, objects } = JSON.parse(text) as { root: Plain; objects: Plain[] };
      const made: unknown[] = new Array<unknown>(objects.length);
      return unpack(root, objects, made, context);
    },
  };
}

function pack(value: unknown, objects: unknown[], ids: Map<object, number>): Plain {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return ['L', String(value)];
    default:
  }
  if (value instanceof Decimal) return ['D', String(value.unscaled), value.scale];
  if (value instanceof ApexDouble) return ['F', String(value.value)];
  if (value instanceof ApexDate) return ['d', value.days];
  if (value instanceof ApexDatetime) return ['t', value.ms];
  if (value instanceof ApexTime) return ['h', value.ms];
  if (value instanceof ApexBlob) return ['b', Buffer.from(value.bytes).toString('base64')];
  if (value instanceof ApexEnumValue) return ['E', value.enumType, value.name];
  if (value instanceof RuntimeType) return ['T', value.text];
  if (value instanceof SObjectTypeToken) return ['st', value.shape.name];
  if (value instanceof SObjectFieldToken) return ['sf', value.shape.name, value.fieldName];
  const object = value as object;
  const known = ids.get(object);
  if (known !== undefined) return ['@', known];
  const id = objects.length;
  ids.set(object, id);
  objects.push(null);
  objects[id] = packObject(object, (part) => pack(part, objects, ids));
  return ['@', id];
}

function packObject(value: object, part: (value: unknown) => Plain): readonly unknown[] {
  if (value instanceof ApexList) return ['List', value.type.text, value.items.map(part)];
  if (value instanceof ApexSet) return ['Set', value.type.text, [...value.entries.values()].map(part)];
  if (value instanceof ApexMap) return ['Map', value.type.text, [...value.entries.values()].map(([k, v]) => [part(k), part(v)])];
  if (value instanceof SObject) {
    const fields: unknown[] = [];
    value.values.forEach((field, slot) => {
      if (field !== undefined) fields.push([value.shape.fieldNames[slot], part(field)]);
    });
    const related = [...(value.related ?? [])].map(([key, one]) => [key, part(one)]);
    return ['SObject', value.shape.name, fields, related, value.queried];
  }
  if (NATIVE_STATE in value) {
    const { type, state } = saveNative(value as unknown as NativeObject);
    return ['Native', type, state];
  }
  const meta = metaOf(value);
  if (!meta) {
    const type = typeTextOf(value);
    if (value instanceof ApexException) return ['X', value.typeName, value.message, part(value.apexCause)];
    throw new ApexException('System.SerializationException', `Not Serializable: ${type}`);
  }
  const fields = allFields(value).filter((field) => !field.isTransient);
  const extra = value instanceof ApexException ? [value.message, part(value.apexCause)] : [];
  const content: [string, Plain][] = [];
  for (const { js } of fields) {
    const held = (value as Record<string, unknown>)[js];
    // Fields of a new object are null until something is put there.
    if (held !== null && held !== undefined) content.push([js, part(held)]);
  }
  return ['Object', meta.name, content, ...extra];
}

function unpack(plain: Plain, objects: readonly Plain[], made: unknown[], context: LinkContext): unknown {
  if (plain === null || !Array.isArray(plain)) return plain;
  const [tag, a, b] = plain as [string, never, never];
  switch (tag) {
    case 'L':
      return BigInt(a);
    case 'D':
      return new Decimal(BigInt(a), b);
    case 'F':
      return new ApexDouble(Number(a));
    case 'd':
      return new ApexDate(a);
    case 't':
      return new ApexDatetime(a);
    case 'h':
      return new ApexTime(a);
    case 'b':
      return new ApexBlob(new Uint8Array(Buffer.from(a, 'base64')));
    case 'E':
      return enumValue(context, a, b);
    case 'T':
      return RuntimeType.parse(a);
    case 'st':
      return SObjectTypeToken.of(context.host.newSObject(a).shape);
    case 'sf': {
      const { shape } = context.host.newSObject(a);
      return SObjectFieldToken.of(shape, shape.slotOf(b));
    }
    case '@':
      return (made[a] ??= unpackObject(a, objects, made, context));
    default:
      throw new UnsupportedError(`the serialized value ${tag}`);
  }
}

export function enumValue(context: LinkContext, type: string, name: string): ApexEnumValue {
  const meta = context.byName.get(type.toLowerCase());
  const own = meta ? (context.registry[`C${meta.index}`] as EnumObject).values.find((value) => value.name === name) : undefined;
  return own ?? enumConstant(type, name);
}

function unpackObject(id: number, objects: readonly Plain[], made: unknown[], context: LinkContext): unknown {
  const [tag, type, content, ...rest] = objects[id] as unknown as [string, string, never, ...unknown[]];
  const part = (value: unknown): unknown => unpack(value as Plain, objects, made, context);
  const keep = <T>(value: T): T => {
    made[id] = value;
    return value;
  };
  switch (tag) {
    case 'List': {
      const list = keep(new ApexList(RuntimeType.parse(type)));
      list.items = (content as unknown[]).map(part);
      return list;
    }
    case 'Set': {
      const set = keep(new ApexSet(RuntimeType.parse(type)));
      for (const item of (content as unknown[]).map(part)) set.entries.set(keyOf(item), item);
      return set;
    }
    case 'Map': {
      const map = keep(new ApexMap(RuntimeType.parse(type)));
      for (const [k, v] of content as [unknown, unknown][]) {
        const key = part(k);
        map.entries.set(keyOf(key), [key, part(v)]);
      }
      return map;
    }
    case 'SObject': {
      const record = keep(context.host.newSObject(type));
      for (const [name, value] of content as [string, unknown][]) record.set(name, part(value));
      const [related, queried] = rest as [[string, unknown][], boolean];
      for (const [key, value] of related) (record.related ??= new Map()).set(key, part(value));
      record.queried = queried;
      return record;
    }
    case 'Native':
      return keep(restoreNative(type, content));
    case 'X':
      return keep(new ApexException(type, content as string, part(rest[0]) as ApexException | null));
    case 'Object': {
      const meta = context.byName.get(type.toLowerCase());
      if (!meta) context.requireCompiled(type);
      if (!meta) throw new ApexException('System.TypeException', `Invalid type: ${type}`);
      const instance = keep(new (context.registry[`C${meta.index}`] as ApexClass)() as Record<string, unknown>);
      for (const [js, value] of content as [string, unknown][]) instance[js] = part(value);
      if (instance instanceof ApexException) {
        instance.message = rest[0] as string;
        instance.apexCause = part(rest[1]) as ApexException | null;
      }
      return instance;
    }
    default:
      throw new UnsupportedError(`the serialized object ${tag}`);
  }
}
