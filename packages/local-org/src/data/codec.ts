import { setScale } from '../kernel/decimals';
import { decimalFromDouble } from '../kernel/equality';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime, Decimal } from '../kernel/values';
import type { Field } from '../schema/model';
import { isText } from '../soql/naming';
import type { SqlValue } from '../store/port';

const DAY = 86_400_000;

/** Turns a column of the database into a kernel value. */
export type Decoder = (value: SqlValue) => unknown;

const asIs: Decoder = (value) => value;
const asNumber: Decoder = (value) => (value === null ? null : Number(value));
const decoders: Partial<Record<Field['type'], Decoder>> = {
  boolean: (value) => value === 1,
  int: asNumber,
  date: (value) => (value === null ? null : parseDay(value as string)),
  datetime: (value) => (value === null ? null : new ApexDatetime(Number(value))),
  time: (value) => (value === null ? null : new ApexTime(Number(value))),
  base64: (value) => (value === null ? null : new ApexBlob(value as Uint8Array)),
};
const decimalDecoders = new Map<number, Decoder>();

/** How a field is read: numbers come back with the field's scale or the longer one that they were given, a checkbox is never null. */
export function decoderOf(field: Field): Decoder {
  if (field.type === 'double' || field.type === 'currency' || field.type === 'percent') return decimalDecoder(field.scale);
  return decoders[field.type] ?? asIs;
}

function decimalDecoder(scale: number): Decoder {
  let known = decimalDecoders.get(scale);
  if (!known) {
    known = (value) => (value === null ? null : decimalAt(Number(value), scale));
    decimalDecoders.set(scale, known);
  }
  return known;
}

/** The Decimal that prints like a number, with at least `scale` places. */
export function decimalAt(value: number, scale: number): Decimal {
  const shortest = decimalFromDouble(value);
  return shortest.scale < scale ? setScale(shortest, scale) : shortest;
}

/** The same of a sum, whose last digits are the noise of adding doubles. */
export function sumAt(value: number, scale: number): Decimal {
  return decimalAt(Number(value.toPrecision(15)), scale);
}

/** How a value of that field is written. The value is already of the field's type (`normalize`). */
export function encode(field: Field, value: unknown): SqlValue {
  if (value === null || value === undefined || value === '') return field.type === 'boolean' ? 0 : null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (value instanceof ApexDatetime) return Math.floor(value.ms / 1000) * 1000;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDate) return formatDay(value);
  if (value instanceof ApexTime) return value.ms;
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexBlob) return value.bytes;
  throw new Error(`Cannot store ${Object.prototype.toString.call(value)} in ${field.name}`);
}

function parseDay(text: string): ApexDate {
  return new ApexDate(Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY));
}

function formatDay(date: ApexDate): string {
  return new Date(date.days * DAY).toISOString().slice(0, 10);
}

/**
 * Declared SQL type of a field's column. SQLite takes the affinity from the first word; the second tells kinds of values
 * apart that are stored alike, so that a changed field type is noticed.
 */
export function sqlTypeOf(field: Field): string {
  if (isText(field)) return 'TEXT';
  switch (field.type) {
    case 'boolean':
      return 'INTEGER BOOLEAN';
    case 'int':
      return 'INTEGER';
    case 'datetime':
      return 'INTEGER DATETIME';
    case 'time':
      return 'INTEGER TIME';
    case 'double':
    case 'currency':
    case 'percent':
      return 'REAL';
    case 'base64':
      return 'BLOB';
    case 'date':
      return 'TEXT DATE';
    case 'id':
    case 'reference':
      return 'TEXT ID';
    default:
      return 'TEXT';
  }
}
