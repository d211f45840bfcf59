import { ApexList, ApexMap, ApexSet } from './collections';
import { transactionOrNull } from './context';
import { ApexException } from './exceptions';
import { SObject } from './sobject';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from './values';

/**
 * How an object takes part in equality, hashing and order. Compiled classes define these symbols when the Apex class overrides
 * `equals`, `hashCode` or implements `Comparable`; platform objects may define them too (System.Type, SObjectField).
 */
export const EQUALS = Symbol('apex.equals');
export const HASH_CODE = Symbol('apex.hashCode');
export const COMPARE_TO = Symbol('apex.compareTo');

type WithEquals = { [EQUALS](other: unknown): boolean };
type WithHash = { [HASH_CODE](): number };
type WithCompare = { [COMPARE_TO](other: unknown): number };

const has = (value: unknown, symbol: symbol): boolean => typeof value === 'object' && value !== null && symbol in value;

/** True for Integer, Long, Decimal and Double values. */
export function isNumber(value: unknown): value is number | bigint | Decimal | ApexDouble {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;
}

/** Apex `==`: text without regard to case, numbers by value, Datetimes by second, collections and records by content. */
export function equalsApex(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return a.length === b.length && a.toLowerCase() === b.toLowerCase();
  return equalsExactly(a, b);
}

/** `equals` of Java: as `equalsApex`, with text compared exactly. What List.contains and map keys use. */
export function equalsExactly(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  if (typeof a === 'string' || typeof b === 'string') return false;
  if (isNumber(a)) return isNumber(b) && compareNumbers(a, b) === 0;
  if (a instanceof ApexDatetime || a instanceof ApexDate || a instanceof ApexTime) return sameMoment(a, b);
  if (a instanceof ApexBlob) return b instanceof ApexBlob && Buffer.from(a.bytes).equals(b.bytes);
  if (a instanceof ApexList) {
    return b instanceof ApexList && a.items.length === b.items.length && a.items.every((item, i) => equalsExactly(item, b.items[i]));
  }
  if (a instanceof ApexSet)
    return b instanceof ApexSet && a.entries.size === b.entries.size && [...a.entries.keys()].every((k) => b.entries.has(k));
  if (a instanceof ApexMap) {
    if (!(b instanceof ApexMap) || a.entries.size !== b.entries.size) return false;
    return [...a.entries].every(([key, [, value]]) => b.entries.has(key) && equalsExactly(value, b.entries.get(key)![1]));
  }
  if (a instanceof SObject) return b instanceof SObject && sameRecord(a, b);
  if (has(a, EQUALS)) return (a as WithEquals)[EQUALS](b);
  return false;
}

/** Most records that are compared differ in their first value, which is cheaper to see than the keys of both. */
function sameRecord(a: SObject, b: SObject): boolean {
  if (a.shape !== b.shape) return false;
  const slots = Math.max(a.values.length, b.values.length);
  for (let slot = 0; slot < slots; slot++) {
    const [left, right] = [a.values[slot], b.values[slot]];
    if (left === right) continue;
    if (left === undefined || right === undefined || part(left) !== part(right)) return false;
  }
  return true;
}

function sameMoment(a: ApexDatetime | ApexDate | ApexTime, b: unknown): boolean {
  const seconds = (value: unknown): number | null =>
    value instanceof ApexDatetime ? Math.floor(value.ms / 1000) : value instanceof ApexDate ? value.days * 86_400 : null;
  if (a instanceof ApexTime) return b instanceof ApexTime && a.ms === b.ms;
  if (a instanceof ApexDate && b instanceof ApexDate) return a.days === b.days;
  return seconds(a) === seconds(b);
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identityOf(value: object): number {
  let id = identities.get(value);
  if (id === undefined) identities.set(value, (id = ++lastIdentity));
  return id;
}

/**
 * The key of a value in a JavaScript Map: two values have the same key exactly when a Java HashMap would take them for equal.
 * Objects with their own `equals` share the first equal object seen in the transaction as their key; other objects are their own.
 */
export function keyOf(value: unknown): unknown {
  switch (typeof value) {
    case 'object':
      return value === null ? null : objectKey(value);
    case 'undefined':
      return null;
    default:
      return value;
  }
}

function objectKey(value: object): unknown {
  // A leading NUL keeps these keys apart from Apex strings, which the store and the parser never let begin with one.
  if (value instanceof Decimal) return `\0D${plainDigits(value)}`;
  if (value instanceof ApexDouble) return `\0F${value.value}`;
  if (value instanceof ApexDate) return `\0d${value.days}`;
  if (value instanceof ApexDatetime) return `\0t${value.ms}`;
  if (value instanceof ApexTime) return `\0h${value.ms}`;
  if (value instanceof ApexBlob) return `\0b${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof ApexList) return `\0[${value.items.map(part).join('\0,')}]`;
  if (value instanceof ApexSet) return `\0{${[...value.entries.keys()].map(part).sort().join('\0,')}}`;
  if (value instanceof ApexMap) return `\0(${[...value.entries].map(([k, [, v]]) => `${part(k)}\0=${part(v)}`).join('\0,')})`;
  if (value instanceof SObject) return recordKey(value);
  // A class with `equals` but no `hashCode` is kept apart by identity, as in a Java HashMap.
  if (EQUALS in value && HASH_CODE in value) return representative(value as WithEquals & WithHash);
  return value;
}

function recordKey(record: SObject): string {
  let key = `\0S${record.shape.name}`;
  record.values.forEach((value, slot) => {
    if (value !== undefined) key += `\0;${slot}:${part(value)}`;
  });
  return key;
}

/** The key as text, for keys made of several values. */
function part(value: unknown): string {
  const key = keyOf(value);
  if (key === null) return '\0n';
  if (typeof key === 'object') return `\0@${identityOf(key)}`;
  return typeof key === 'string' ? key : `\0${typeof key}${String(key)}`;
}

const registries = new WeakMap<object, Map<number, WithEquals[]>>();
const outside = {};

/** Maps never outlive a transaction, so the objects that stand for their equals need not either. */
function representative(value: WithEquals & WithHash): unknown {
  const owner = (transactionOrNull() as object | null) ?? outside;
  let registry = registries.get(owner);
  if (!registry) registries.set(owner, (registry = new Map()));
  const hash = value[HASH_CODE]();
  let bucket = registry.get(hash);
  if (!bucket) registry.set(hash, (bucket = []));
  for (const candidate of bucket) if (candidate === value || value[EQUALS](candidate)) return candidate;
  bucket.push(value);
  return value;
}

/** Digits without the zeros that do not count: 1.50 and 1.5 are one key. */
function plainDigits(value: Decimal): string {
  let { unscaled, scale } = value;
  if (unscaled === 0n) return '0e0';
  while (unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale--;
  }
  return `${unscaled}e${scale}`;
}

/** Java's `hashCode` of a value; what `System.hashCode`, `List.hashCode` and user-visible hashes print. */
export function hashOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (value instanceof ApexList) return value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashOf(item)) | 0, 1);
  if (value instanceof ApexSet) return [...value.entries.values()].reduce<number>((hash, item) => (hash + hashOf(item)) | 0, 0);
  if (value instanceof ApexMap)
    return [...value.entries.values()].reduce<number>((hash, [k, v]) => (hash + (hashOf(k) ^ hashOf(v))) | 0, 0);
  if (value instanceof ApexEnumValue) return hashText(`${value.enumType}.${value.name}`);
  if (has(value, HASH_CODE)) return (value as WithHash)[HASH_CODE]();
  const key = keyOf(value);
  return typeof key === 'string' ? hashText(key) : identityOf(value as object);
}

function hashText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

/** Order of two non-null numbers of any type. */
export function compareNumbers(a: number | bigint | Decimal | ApexDouble, b: number | bigint | Decimal | ApexDouble): number {
  if (a instanceof Decimal || b instanceof Decimal) {
    const left = exact(a);
    const right = exact(b);
    const scale = Math.max(left.scale, right.scale, 0);
    return order(rescaled(left, scale), rescaled(right, scale));
  }
  return order(a instanceof ApexDouble ? a.value : a, b instanceof ApexDouble ? b.value : b);
}

const order = (a: number | bigint | string, b: number | bigint | string): number => (a < b ? -1 : a > b ? 1 : 0);
const rescaled = (value: Decimal, scale: number): bigint => value.unscaled * 10n ** BigInt(scale - value.scale);

function exact(value: number | bigint | Decimal | ApexDouble): Decimal {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return decimalFromDouble(value.value);
  return new Decimal(BigInt(value), 0);
}

/** The Decimal that prints like the number, for example 1e-7 -> 0.0000001. */
export function decimalFromDouble(value: number): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new ApexException('System.TypeException', `Invalid decimal: ${value}`);
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return scale < 0 ? new Decimal(digits * 10n ** BigInt(-scale), 0) : new Decimal(digits, scale);
}

/**
 * Order of List.sort(): nulls first, text by UTF-16 unit (case-sensitive), enums by ordinal, `Comparable` objects by their
 * compareTo. Values without an order compare as equal, which keeps a stable sort stable.
 */
export function compareApex(a: unknown, b: unknown): number {
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : -1;
  if (b === null || b === undefined) return 1;
  if (has(a, COMPARE_TO)) return (a as WithCompare)[COMPARE_TO](b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return order(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof ApexEnumValue && b instanceof ApexEnumValue) return a.ordinal - b.ordinal;
  return momentOf(a) - momentOf(b);
}

function momentOf(value: unknown): number {
  if (value instanceof ApexDate) return value.days * 86_400_000;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  return 0;
}
