import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from '../../kernel/values';
import { parseDecimal } from '../../kernel/decimals';
import { toId18 } from '../../kernel/ids';
import { parseClock, parseDay, parseInstant } from '../../kernel/iso';
import { clip } from '../../kernel/text';
import type { Field } from '../../schema/model';
import { restError, ValueError, type RestError } from './errors';
import { kindOf, type Json } from './json';

const DAY = 86_400_000;

/** A field value as the REST API shows it. */
export function toRest(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDatetime) return datetimeText(value.ms);
  if (value instanceof ApexDate) return dateText(value.days);
  if (value instanceof ApexTime) return timeText(value.ms);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexEnumValue) return value.name;
  throw new TypeError(`No REST form of a value of type ${Object.prototype.toString.call(value)}`);
}

/** `2026-11-22T10:00:00.000+0000` */
export function datetimeText(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

function dateText(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(11);
}

/** Text of a value in CSV output of the Bulk API; empty for null, ISO with `Z` for datetimes. */
export function toCsvText(value: unknown): string {
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof Decimal) return String(value.toNumber());
  const json = toRest(value);
  return json === null ? '' : String(json);
}

/** Kernel value of a JSON value for `field`. Throws ValueError, MALFORMED_ID for ids, NUMBER_OUTSIDE_VALID_RANGE. */
export function fromRest(field: Field, json: Json): unknown {
  if (json === null) return null;
  switch (field.type) {
    case 'boolean':
      return asBoolean(field, json);
    case 'int':
      return asInteger(field, json);
    case 'double':
    case 'currency':
    case 'percent':
      return asDecimal(field, json);
    case 'date':
      return asDate(field, json);
    case 'datetime':
      return asDatetime(field, json);
    case 'time':
      return asTime(field, json);
    case 'id':
    case 'reference':
      return asId(field, json);
    case 'base64':
      return asBlob(field, json);
    default:
      return asText(field, json);
  }
}

/** Kernel value of a CSV cell or a URL segment. */
export function fromText(field: Field, text: string): unknown {
  return text === '' ? null : fromRest(field, text);
}

function cannot(field: Field, wanted: string, json: Json): ValueError {
  return new ValueError(field.name, json, wanted, kindOf(json));
}

function asBoolean(field: Field, json: Json): boolean {
  if (typeof json === 'boolean') return json;
  const text = typeof json === 'string' ? json.toLowerCase() : '';
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw cannot(field, 'boolean', json);
}

function asInteger(field: Field, json: Json): number {
  const digits = typeof json === 'number' ? json : typeof json === 'string' && /^[+-]?\d+$/.test(json.trim()) ? Number(json) : NaN;
  if (digits > 2_147_483_647 || digits < -2_147_483_648) throw outOfRange(field, String(json));
  if (!Number.isInteger(digits)) throw cannot(field, 'int', json);
  return digits + 0;
}

/**
 * JSON numbers are doubles, which is also what the API calls these fields (Object Reference, Primitive Data Types): of more digits than a
 * double holds the nearest one counts. Texts are taken digit by digit.
 */
function asDecimal(field: Field, json: Json): Decimal {
  if (json === Infinity || json === -Infinity) throw outOfRange(field, String(json));
  const text = typeof json === 'number' ? String(json) : typeof json === 'string' ? json.trim() : '';
  const decimal = parseDecimal(text);
  if (!decimal) throw cannot(field, 'double', json);
  return decimal;
}

/** What DML says of a number that does not fit its field, for those that no number of the field's type stands for. */
function outOfRange(field: Field, text: string): RestError {
  const message = `${field.label}: value outside of valid range on numeric field: ${clip(text)}`;
  return restError(400, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}

/** `yyyy-MM-dd`, with a zone or a time of day behind it, which do not count (Bulk API Developer Guide, Valid Date Format in Records). */
function asDate(field: Field, json: Json): ApexDate {
  const match = typeof json === 'string' ? /^(.{10})(T.*|Z|[+-]\d{2}:?\d{2})?$/.exec(json) : null;
  const days = match ? parseDay(match[1] ?? '') : null;
  const rest = match?.[2] ?? '';
  if (days === null || (rest !== '' && parseInstant(`${match?.[1]}${rest.startsWith('T') ? rest : `T00:00${rest}`}`) === null)) {
    throw cannot(field, 'date', json);
  }
  return new ApexDate(days);
}

function asDatetime(field: Field, json: Json): ApexDatetime {
  const ms = typeof json === 'string' ? parseInstant(json.length === 10 ? `${json}T00:00` : json) : null;
  if (ms === null) throw cannot(field, 'datetime', json);
  return new ApexDatetime(ms);
}

function asTime(field: Field, json: Json): ApexTime {
  const ms = typeof json === 'string' ? parseClock(json.replace(/Z$/, '')) : null;
  if (ms === null) throw cannot(field, 'time', json);
  return new ApexTime(ms);
}

function asBlob(field: Field, json: Json): ApexBlob {
  const bytes = typeof json === 'string' ? Buffer.from(json, 'base64') : null;
  // Buffer leaves out what is not base64; the way back tells.
  if (!bytes || bytes.toString('base64') !== json) throw cannot(field, 'base64', json);
  return new ApexBlob(new Uint8Array(bytes));
}

/** A number in a text field is its text, unless JSON has lost digits of it. */
function asText(field: Field, json: Json): string {
  const wanted = field.type === 'textarea' ? 'string' : field.type;
  if (typeof json === 'object' || (typeof json === 'number' && !(Math.abs(json) <= Number.MAX_SAFE_INTEGER)))
    throw cannot(field, wanted, json);
  return String(json);
}

function asId(field: Field, json: Json): string | null {
  if (json === '') return null;
  const id = typeof json === 'string' ? toId18(json) : null;
  if (id !== null) return id;
  throw restError(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${clip(String(json))}`, [field.name]);
}
