import { ApexList, ApexMap, ApexSet } from './collections';
import { compareApex, isNumber } from './equality';
import { ApexException } from './exceptions';
import { SObject } from './sobject';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime } from './values';

/** An object's own text: compiled classes (a `toString` override, or `Name:[field=value, ...]`) and platform objects define it. */
export const TO_TEXT = Symbol('apex.toText');

/** Characters of a caller's value that a message repeats. */
const MAX_ECHO = 1000;

/** A caller's text for a message: a long one is cut, never inside a pair of surrogates. */
export function clip(text: string): string {
  return text.length <= MAX_ECHO ? text : `${text.slice(0, MAX_ECHO).replace(/[\ud800-\udbff]$/, '')}...`;
}

/** Node's own check, constant for plain text; the language level that we compile for does not declare it yet. */
type WellFormed = { isWellFormed(): boolean };

/** False for text with NUL, which cuts it short in SQLite, or an unpaired surrogate, which has no UTF-8 form. */
export function isStorable(text: string): boolean {
  return (text as unknown as WellFormed).isWellFormed() && !text.includes('\0');
}

/** True when a text has more characters than `most`; a pair of surrogates is one. Counts no further than it has to. */
export function isLongerThan(text: string, most: number): boolean {
  if (text.length <= most || text.length > 2 * most) return text.length > most;
  let count = 0;
  for (const _ of text) if (++count > most) return true;
  return false;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `yyyy-MM-dd` of a day count since 1970-01-01, proleptic Gregorian. */
export function dateText(days: number): string {
  const date = new Date(days * 86_400_000);
  const year = date.getUTCFullYear();
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** `HH:mm:ss.SSSZ` of milliseconds since midnight. */
export function timeText(ms: number): string {
  return `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}Z`;
}

/** `yyyy-MM-dd HH:mm:ss` in GMT. */
export function datetimeText(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  return `${dateText(days)} ${timeText(ms - days * 86_400_000).slice(0, 8)}`;
}

/** Java's Double.toString: `1.0`, `1.0E10`, `1.0E-5`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** Objects being written by the calls above this one: a cycle prints `(already output)`, as on the platform. */
const open = new Set<unknown>();

/** What `'' + value` prints. Dates print with midnight, Datetimes in GMT; `String.valueOf` differs for both and is stdlib's. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexDate) return `${dateText(value.days)} 00:00:00`;
  if (value instanceof ApexDatetime) return datetimeText(value.ms);
  if (value instanceof ApexTime) return timeText(value.ms);
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  if (value instanceof ApexEnumValue) return value.name;
  if (open.has(value)) return '(already output)';
  open.add(value);
  try {
    return objectText(value);
  } finally {
    open.delete(value);
  }
}

function objectText(value: object): string {
  if (TO_TEXT in value) return (value as { [TO_TEXT](): string })[TO_TEXT]();
  if (value instanceof ApexList) return `(${value.items.map(toText).join(', ')})`;
  if (value instanceof ApexSet)
    return `{${ordered([...value.entries.values()], (item) => item)
      .map(toText)
      .join(', ')}}`;
  if (value instanceof ApexMap) {
    const pairs = ordered([...value.entries.values()], ([key]) => key);
    return `{${pairs.map(([k, v]) => `${toText(k)}=${toText(v)}`).join(', ')}}`;
  }
  if (value instanceof SObject) return recordText(value);
  if (value instanceof ApexException) return `${value.typeName}: ${value.message || 'Script-thrown exception'}`;
  return String(value);
}

/**
 * Sets and maps print sorted, although they iterate in insertion order (observed: salesforce.stackexchange.com/q/216156, q/263255).
 * Keys without an order of their own stay as they are.
 */
function ordered<T>(items: T[], keyOf: (item: T) => unknown): T[] {
  const sortable = items.every((item) => typeof keyOf(item) === 'string' || isNumber(keyOf(item)));
  return sortable ? items.sort((a, b) => compareApex(keyOf(a), keyOf(b))) : items;
}

function recordText(record: SObject): string {
  const fields: string[] = [];
  record.values.forEach((value, slot) => {
    if (value !== undefined) fields.push(`${record.shape.fieldNames[slot]}=${toText(value)}`);
  });
  return `${record.shape.name}:{${fields.join(', ')}}`;
}
