import { abs, divide, parseDecimal, plainText, setScale, strip, subtract, multiply, toDecimal, type Rounding } from '../../kernel/decimals';
import { addMonths, civilOf, daysInMonth, daysOf, weekday } from '../../kernel/dates';
import { compareNumbers } from '../../kernel/equality';
import { compileRegex } from '../../kernel/regex';
import { dateText } from '../../kernel/text';
import { ApexDate, ApexDatetime, type ApexTime, Decimal } from '../../kernel/values';
import { localMs } from '../../kernel/zones';

/** A value inside a formula; empty text is null. */
export type Value = string | boolean | Decimal | ApexDate | ApexDatetime | ApexTime | null;

/** What plain functions need of the moment they run in. */
export interface Moment {
  readonly now: number;
  /** IANA id of the running user's time zone. */
  readonly zone: string;
}
type Plain = (args: readonly Value[], moment: Moment) => Value;

const DAY = 86_400_000;
const decimal = (n: number): Decimal => toDecimal(n);
export const isBlank = (value: Value): boolean => value === null || value === '';

export const textOf = (value: Value): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return plainText(strip(value, 0));
  if (value instanceof ApexDate) return dateText(value.days);
  if (value instanceof ApexDatetime) {
    const day = Math.floor(value.ms / DAY);
    const seconds = Math.floor((value.ms - day * DAY) / 1000);
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${dateText(day)} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
  }
  return String(value.ms);
};
const numberOf = (value: Value): number => (value instanceof Decimal ? value.toNumber() : Number(textOf(value)));
const dayOf = (value: Value): number =>
  value instanceof ApexDate ? value.days : value instanceof ApexDatetime ? Math.floor(value.ms / DAY) : NaN;

/** Null in any argument gives null. */
const strict =
  (body: Plain): Plain =>
  (args, moment) =>
    args.some((arg) => arg === null) ? null : body(args, moment);

const round =
  (mode: Rounding): Plain =>
  ([value, places]) => {
    const scale = places instanceof Decimal ? places.toNumber() : 0;
    const rounded = setScale(value as Decimal, Math.max(0, scale), mode);
    if (scale >= 0) return rounded;
    const step = decimal(10 ** -scale);
    return multiply(setScale(divide(value as Decimal, step), 0, mode), step);
  };

const extreme =
  (sign: 1 | -1): Plain =>
  (args) =>
    args.reduce((best, value) => (compareNumbers(value as Decimal, best as Decimal) * sign > 0 ? value : best));

const pad =
  (left: boolean): Plain =>
  ([text, length, filler]) => {
    const [source, size, fill] = [textOf(text ?? null), numberOf(length ?? null), filler === undefined ? ' ' : textOf(filler)];
    const cut = source.slice(0, size);
    return left ? cut.padStart(size, fill) : cut.padEnd(size, fill);
  };

function dateFrom(year: number, month: number, day: number): Value {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return new ApexDate(daysOf(year, month, day));
}

function datePart(value: Value, moment: Moment): Value {
  if (value instanceof ApexDatetime) return new ApexDate(Math.floor(localMs(value.ms, moment.zone) / DAY));
  const match = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(textOf(value));
  return value instanceof ApexDate ? value : match ? dateFrom(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

const text =
  (body: (...args: string[]) => Value): Plain =>
  (args) =>
    body(...args.map(textOf));

/** Functions of their values alone. Those that look at the record or evaluate lazily are in `evaluate.ts`. */
export const FUNCTIONS: Readonly<Record<string, Plain>> = {
  ABS: strict(([value]) => abs(value as Decimal)),
  ADDMONTHS: strict(([value, months]) => new ApexDate(addMonths(dayOf(value as Value), numberOf(months as Value)))),
  BEGINS: text((source, start) => source.startsWith(start as string)),
  BR: () => '\n',
  CEILING: strict(round('UP')),
  CONTAINS: text((source, part) => source.includes(part as string)),
  DATE: strict(([year, month, day]) => dateFrom(numberOf(year as Value), numberOf(month as Value), numberOf(day as Value))),
  DATEVALUE: strict(([value], moment) => datePart(value as Value, moment)),
  DAY: strict(([value]) => decimal(civilOf(dayOf(value as Value)).day)),
  FIND: ([part, source, start]) => {
    const from = start === undefined ? 0 : numberOf(start) - 1;
    return decimal(isBlank(part ?? null) ? 0 : textOf(source ?? null).indexOf(textOf(part ?? null), from) + 1);
  },
  FLOOR: strict(round('DOWN')),
  INCLUDES: text((source, part) => source.split(';').includes(part as string)),
  ISNUMBER: ([value]) => value instanceof Decimal || (!isBlank(value ?? null) && parseDecimal(textOf(value ?? null).trim()) !== null),
  ISPICKVAL: text((source, value) => source === value),
  LEFT: strict(([source, count]) => textOf(source as Value).slice(0, Math.max(0, numberOf(count as Value)))),
  LEN: ([source]) => decimal(textOf(source ?? null).length),
  LOWER: strict(([source]) => textOf(source as Value).toLowerCase()),
  LPAD: strict(pad(true)),
  MAX: strict(extreme(1)),
  MCEILING: strict(round('CEILING')),
  MFLOOR: strict(round('FLOOR')),
  MID: strict(([source, start, count]) => {
    const from = Math.max(1, numberOf(start as Value)) - 1;
    return textOf(source as Value).slice(from, from + Math.max(0, numberOf(count as Value)));
  }),
  MIN: strict(extreme(-1)),
  MOD: strict(([a, b]) => subtract(a as Decimal, multiply(b as Decimal, setScale(divide(a as Decimal, b as Decimal), 0, 'FLOOR')))),
  MONTH: strict(([value]) => decimal(civilOf(dayOf(value as Value)).month)),
  NOW: (_args, moment) => new ApexDatetime(moment.now),
  // The whole text has to match (Salesforce Help, REGEX).
  REGEX: text((source, pattern) => compileRegex(pattern as string).whole(source as string, 0) !== null),
  RIGHT: strict(([source, count]) => {
    const size = Math.max(0, numberOf(count as Value));
    return size === 0 ? null : textOf(source as Value).slice(-size);
  }),
  ROUND: strict(round('HALF_UP')),
  RPAD: strict(pad(false)),
  SUBSTITUTE: text((source, from, to) => (from === '' ? source : source.replaceAll(from as string, to as string))),
  TEXT: ([value]) => textOf(value ?? null),
  TODAY: (_args, moment) => new ApexDate(Math.floor(localMs(moment.now, moment.zone) / DAY)),
  TRIM: strict(([source]) => textOf(source as Value).trim()),
  UPPER: strict(([source]) => textOf(source as Value).toUpperCase()),
  VALUE: strict(([source]) => parseDecimal(textOf(source as Value).trim())),
  // Sunday is 1 (Salesforce Help, WEEKDAY).
  WEEKDAY: strict(([value]) => decimal(weekday(dayOf(value as Value)) + 1)),
  YEAR: strict(([value]) => decimal(civilOf(dayOf(value as Value)).year)),
};
