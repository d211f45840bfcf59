import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from '../../kernel/values';
import { toId18 } from '../../kernel/ids';
import type { Field } from '../../schema/model';
import { restError, ValueError } from './errors';
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

/** Kernel value of a JSON value for `field`. Throws ValueError, or MALFORMED_ID for ids. */
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
      if (typeof json !== 'string') throw cannot(field, 'base64', json);
      return new ApexBlob(new Uint8Array(Buffer.from(json, 'base64')));
    default:
      if (typeof json === 'object') throw cannot(field, field.type === 'textarea' ? 'string' : field.type, json);
      return String(json);
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
  const n = typeof json === 'number' ? json : typeof json === 'string' && json.trim() !== '' ? Number(json) : NaN;
  if (!Number.isInteger(n) || Math.abs(n) > 2_147_483_647) throw cannot(field, 'int', json);
  return n;
}

function asDecimal(field: Field, json: Json): Decimal {
  const text = typeof json === 'number' ? plain(json) : typeof json === 'string' ? json.trim() : '';
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match || (match[2] ?? '') + (match[3] ?? '') === '') throw cannot(field, 'double', json);
  if (match[4] !== undefined) return asDecimal(field, plain(Number(text)));
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '') + fraction);
  return new Decimal(match[1] === '-' ? -digits : digits, fraction.length);
}

/** A JavaScript number without an exponent. */
function plain(n: number): string {
  const text = String(n);
  return /e/i.test(text) ? n.toFixed(18).replace(/\.?0+$/, '') : text;
}

function asDate(field: Field, json: Json): ApexDate {
  const match = typeof json === 'string' ? /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(json) : null;
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
  if (!match || dateText(ms / DAY) !== `${match[1]}-${match[2]}-${match[3]}`) throw cannot(field, 'date', json);
  return new ApexDate(ms / DAY);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

function asDatetime(field: Field, json: Json): ApexDatetime {
  const match = typeof json === 'string' ? INSTANT.exec(json) : null;
  const zone = (match?.[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const ms = match ? Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}${zone}`) : NaN;
  if (Number.isNaN(ms)) throw cannot(field, 'datetime', json);
  return new ApexDatetime(ms);
}

function asTime(field: Field, json: Json): ApexTime {
  const match = typeof json === 'string' ? /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(json) : null;
  if (!match) throw cannot(field, 'time', json);
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) throw cannot(field, 'time', json);
  return new ApexTime(((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((match[4] ?? '0').padEnd(3, '0')));
}

function asId(field: Field, json: Json): string | null {
  if (json === '') return null;
  const id = typeof json === 'string' ? toId18(json) : null;
  if (id === null) throw restError(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(json)}`, [field.name]);
  return id;
}
