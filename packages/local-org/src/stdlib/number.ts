import * as decimals from '../kernel/decimals';
import { toDecimal, toInt32, toInt64, toNumber, type ApexNumber, type Rounding } from '../kernel/decimals';
import { equalsExactly, hashOf, isNumber } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { clip, toText } from '../kernel/text';
import { typeNameOf } from '../kernel/type-of';
import { ApexDouble, type ApexEnumValue, type Decimal } from '../kernel/values';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** A RoundingMode, or its name as text as older code passes it. */
const roundingOf = (mode: ApexEnumValue | string | null): Rounding => {
  const name = typeof mode === 'string' ? mode.toUpperCase() : need(mode).name;
  return name as Rounding;
};

function wholeNumber(value: unknown, type: string, least: bigint, most: bigint): bigint {
  if (typeof value === 'string') {
    const text = value.trim();
    const digits = /^([+-]?)0*(\d{1,20})$/.exec(text);
    if (!digits) return fail('System.TypeException', `Invalid ${type}: ${clip(value)}`);
    const parsed = BigInt(digits[1] === '-' ? `-${digits[2]}` : (digits[2] ?? ''));
    if (parsed < least || parsed > most) fail('System.TypeException', `Invalid ${type}: ${clip(value)}`);
    return parsed;
  }
  if (!isNumber(need(value))) fail('System.TypeException', `Invalid ${type}: ${toText(value)}`);
  return toInt64(value as ApexNumber);
}

/** `Integer.valueOf`: text or any number (its low-order bits). */
function integerOf(value: unknown): number {
  if (isNumber(value)) return toInt32(value);
  return Number(wholeNumber(value, 'integer', -2147483648n, 2147483647n));
}

function longOf(value: unknown): bigint {
  return wholeNumber(value, 'long', -(2n ** 63n), 2n ** 63n - 1n);
}

export function decimalOf(value: unknown): Decimal {
  if (isNumber(value)) return toDecimal(value);
  const text = need(value);
  if (typeof text !== 'string') return fail('System.TypeException', `Invalid decimal: ${toText(text)}`);
  return decimals.parseDecimal(text.trim()) ?? fail('System.TypeException', `Invalid decimal: ${clip(text)}`);
}

function doubleOf(value: unknown): ApexDouble {
  if (isNumber(value)) return value instanceof ApexDouble ? value : new ApexDouble(toNumber(value));
  const text = need(value);
  const known: Readonly<Record<string, number>> = { NaN: NaN, Infinity, '-Infinity': -Infinity };
  if (typeof text === 'string') {
    if (Object.hasOwn(known, text)) return new ApexDouble(known[text]!);
    if (decimals.parseDecimal(text.trim())) return new ApexDouble(Number(text));
  }
  return fail('System.TypeException', `Invalid double: ${toText(text)}`);
}

const shared = {
  'equals/1': (value: unknown, other: unknown) => equalsExactly(value, other),
  'hashCode/0': (value: unknown) => hashOf(value),
  'toString/0': toText,
  'intValue/0': toInt32,
  'longValue/0': toInt64,
  'doubleValue/0': doubleOf,
};

/** `format()`: grouped in the user's locale, at most three decimal places (java.text.NumberFormat). */
function grouped(value: ApexNumber, locale: string): string {
  const exact: bigint | number | string = value instanceof ApexDouble ? value.value : typeof value === 'number' ? value : value.toString();
  const format = new Intl.NumberFormat(locale.replaceAll('_', '-'), {
    maximumFractionDigits: 3,
    roundingMode: 'halfEven',
  } as Intl.NumberFormatOptions);
  // Intl takes decimal text exactly; its types allow only number and bigint.
  return format.format(exact as number);
}

/** Integer, Long, Double, Decimal and Boolean. */
export function numbers(ports: StdlibPorts): Theme {
  const format = { 'format/0': (value: ApexNumber) => grouped(value, ports.transaction().user().locale) };
  return merge(
    members('System.Integer', {
      ...shared,
      ...format,
      'valueOf/1': integerOf,
      'get:MAX_VALUE': () => 2147483647,
      'get:MIN_VALUE': () => -2147483648,
    }),
    members('System.Long', {
      ...shared,
      ...format,
      'valueOf/1': longOf,
      'get:MAX_VALUE': () => 2n ** 63n - 1n,
      'get:MIN_VALUE': () => -(2n ** 63n),
    }),
    members('System.Double', {
      ...shared,
      ...format,
      'valueOf/1': doubleOf,
      'round/0': (value: ApexNumber) => toInt64(decimals.setScale(toDecimal(value), 0)),
    }),
    members('System.Decimal', { ...shared, ...format, ...decimalMembers }),
    members('System.Boolean', {
      'valueOf/1': (value: unknown) => {
        const given = need(value);
        if (typeof given === 'boolean') return given;
        if (typeof given === 'string') return given.toLowerCase() === 'true';
        return fail('System.TypeException', `Invalid conversion from runtime type ${typeNameOf(given)} to Boolean`);
      },
      'equals/1': (value: boolean, other: unknown) => value === other,
      'hashCode/0': (value: boolean) => hashOf(value),
      'toString/0': toText,
    }),
  );
}

const decimalMembers = {
  'valueOf/1': decimalOf,
  'abs/0': (value: ApexNumber) => decimals.abs(toDecimal(value)),
  'divide/2': (value: ApexNumber, divisor: ApexNumber, scale: number) =>
    decimals.divideAt(toDecimal(value), toDecimal(need(divisor)), need(scale)),
  'divide/3': (value: ApexNumber, divisor: ApexNumber, scale: number, mode: ApexEnumValue) =>
    decimals.divideAt(toDecimal(value), toDecimal(need(divisor)), need(scale), roundingOf(mode)),
  'pow/1': (value: ApexNumber, exponent: number) => decimals.power(toDecimal(value), need(exponent)),
  'precision/0': (value: ApexNumber) => decimals.precisionOf(toDecimal(value)),
  'scale/0': (value: ApexNumber) => toDecimal(value).scale,
  'round/0': (value: ApexNumber) => toInt64(decimals.setScale(toDecimal(value), 0)),
  'round/1': (value: ApexNumber, mode: ApexEnumValue) => toInt64(decimals.setScale(toDecimal(value), 0, roundingOf(mode))),
  'setScale/1': (value: ApexNumber, scale: number) => decimals.setScale(toDecimal(value), need(scale)),
  'setScale/2': (value: ApexNumber, scale: number, mode: ApexEnumValue) =>
    decimals.setScale(toDecimal(value), need(scale), roundingOf(mode)),
  'stripTrailingZeros/0': (value: ApexNumber) => decimals.strip(toDecimal(value)),
  'toPlainString/0': (value: ApexNumber) => decimals.plainText(toDecimal(value)),
};
