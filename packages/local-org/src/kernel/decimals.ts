import { ApexException } from './exceptions';
import { decimalFromDouble } from './equality';
import { ApexDouble, Decimal } from './values';

/** Any Apex number. */
export type ApexNumber = number | bigint | Decimal | ApexDouble;

/** Names of `System.RoundingMode`. */
export type Rounding = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

const POWERS: bigint[] = [1n];
/** Powers up to here are kept. */
const KEPT = 1_000;
/** `1e999999999` is a number of few bytes; written out it is one of a gigabyte. */
const LARGEST_POWER = 100_000;

/** 10^n, n >= 0. */
export function tenTo(n: number): bigint {
  if (n > LARGEST_POWER) throw new ApexException('System.MathException', `Invalid scale: ${n}`);
  if (n > KEPT) return 10n ** BigInt(n);
  for (let i = POWERS.length; i <= n; i++) POWERS.push(POWERS[i - 1]! * 10n);
  return POWERS[n]!;
}

/** Widens Integer, Long and Double to Decimal; a Double gives the digits that it prints. */
export function toDecimal(value: ApexNumber): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return new Decimal(BigInt(value), 0);
  if (typeof value === 'bigint') return new Decimal(value, 0);
  return decimalFromDouble(value.value);
}

/** The JavaScript number of any Apex number. */
export function toNumber(value: ApexNumber): number {
  if (typeof value === 'number') return value;
  if (value instanceof ApexDouble) return value.value;
  return typeof value === 'bigint' ? Number(value) : value.toNumber();
}

/** Characters that a number may have: what Jackson allows (StreamReadConstraints, DEFAULT_MAX_NUM_LEN). */
export const MAX_NUMBER_LENGTH = 1_000;

/** `12`, `-1.50`, `.5`, `1e-7`; null when the text is no number or a longer one than any parser takes. */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_NUMBER_LENGTH) return null;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(whole + fraction);
  return new Decimal(sign === '-' ? -digits : digits, fraction.length - Number(exponent));
}

/** The same value at a scale not smaller than its own. */
function unscaledAt(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.unscaled : value.unscaled * tenTo(scale - value.scale);
}

/** The larger scale of the two wins (BigDecimal.add). */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return new Decimal(a.unscaled + b.unscaled, a.scale);
  const scale = a.scale > b.scale ? a.scale : b.scale;
  return new Decimal(unscaledAt(a, scale) + unscaledAt(b, scale), scale);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** Scales add up (BigDecimal.multiply). */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return new Decimal(a.unscaled * b.unscaled, a.scale + b.scale);
}

export function negate(value: Decimal): Decimal {
  return new Decimal(-value.unscaled, value.scale);
}

export function abs(value: Decimal): Decimal {
  return value.unscaled < 0n ? negate(value) : value;
}

/** Decimal places kept by the `/` operator (not documented by the platform). */
const DIVISION_SCALE = 33;

/** The `/` operator: up to 33 decimal places, half up, without trailing zeros below the scale that exact division would prefer. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const preferred = Math.max(0, a.scale - b.scale);
  const quotient = divideAt(a, b, Math.max(DIVISION_SCALE, preferred), 'HALF_UP');
  return strip(quotient, preferred);
}

/** `Decimal.divide(divisor, scale, mode)`. */
export function divideAt(a: Decimal, b: Decimal, scale: number, mode: Rounding = 'HALF_EVEN'): Decimal {
  if (b.unscaled === 0n) throw new ApexException('System.MathException', 'Divide by 0');
  const shift = scale - a.scale + b.scale;
  const dividend = shift >= 0 ? a.unscaled * tenTo(shift) : a.unscaled;
  const divisor = shift >= 0 ? b.unscaled : b.unscaled * tenTo(-shift);
  return new Decimal(roundedQuotient(dividend, divisor, mode), scale);
}

/** Integer quotient rounded as java.math.RoundingMode says. */
export function roundedQuotient(dividend: bigint, divisor: bigint, mode: Rounding): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return quotient;
  const negative = dividend < 0n !== divisor < 0n;
  const away = negative ? quotient - 1n : quotient + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = divisor < 0n ? -divisor : divisor;
  switch (mode) {
    case 'UP':
      return away;
    case 'DOWN':
      return quotient;
    case 'CEILING':
      return negative ? quotient : away;
    case 'FLOOR':
      return negative ? away : quotient;
    case 'HALF_UP':
      return twice >= size ? away : quotient;
    case 'HALF_DOWN':
      return twice > size ? away : quotient;
    case 'HALF_EVEN':
      return twice > size || (twice === size && (quotient & 1n) === 1n) ? away : quotient;
    case 'UNNECESSARY':
      throw new ApexException('System.MathException', 'Rounding necessary');
  }
}

/** Half-even is the platform's default (Apex reference, Decimal.setScale). */
export function setScale(value: Decimal, scale: number, mode: Rounding = 'HALF_EVEN'): Decimal {
  if (scale === value.scale) return value;
  if (scale > value.scale) return new Decimal(unscaledAt(value, scale), scale);
  return new Decimal(roundedQuotient(value.unscaled, tenTo(value.scale - scale), mode), scale);
}

/** Removes trailing zeros, to a negative scale too (4500.0 becomes 45 x 10^2); `down` stops at that scale. */
export function strip(value: Decimal, down = Number.NEGATIVE_INFINITY): Decimal {
  let { unscaled, scale } = value;
  if (unscaled === 0n) return scale > down ? new Decimal(0n, Math.max(0, down)) : value;
  while (scale > down && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale--;
  }
  return scale === value.scale ? value : new Decimal(unscaled, scale);
}

/** `Decimal.pow(Integer)`: exact; the exponent is 0 to 32,767 on the platform. */
export function power(value: Decimal, exponent: number): Decimal {
  if (exponent < 0 || exponent > 32_767) throw new ApexException('System.MathException', 'Invalid exponent');
  return new Decimal(value.unscaled ** BigInt(exponent), value.scale * exponent);
}

/** Whole part, toward zero. */
export function wholePart(value: Decimal): bigint {
  return value.scale > 0 ? value.unscaled / tenTo(value.scale) : value.unscaled * tenTo(-value.scale);
}

/** `intValue`: the low-order 32 bits (jsonparse asserts it). */
export function toInt32(value: ApexNumber): number {
  if (typeof value === 'number') return value;
  if (value instanceof ApexDouble) return saturate(value.value, -2147483648, 2147483647);
  return Number(BigInt.asIntN(32, typeof value === 'bigint' ? value : wholePart(value)));
}

/** `longValue`: the low-order 64 bits. */
export function toInt64(value: ApexNumber): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (value instanceof ApexDouble) return saturatedLong(value.value);
  return BigInt.asIntN(64, wholePart(value));
}

/** Java narrows a double to the nearest representable value, NaN to 0. */
function saturate(value: number, least: number, most: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.trunc(Math.min(most, Math.max(least, value))) + 0;
}

function saturatedLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

/** Digits before the decimal point; 0 or less for a fraction. Costs nothing however large the exponent is. */
export function wholeDigits(value: Decimal): number {
  return value.unscaled === 0n ? 0 : precisionOf(value) - value.scale;
}

/** Digits of the unscaled value, at least 1 (`Decimal.precision`). */
export function precisionOf(value: Decimal): number {
  return abs(value).unscaled.toString().length;
}

/** All digits, never an exponent (`Decimal.toPlainString`). */
export function plainText(value: Decimal): string {
  const { scale } = value;
  if (scale <= 0) return (value.unscaled * tenTo(-scale)).toString();
  const digits = abs(value)
    .unscaled.toString()
    .padStart(scale + 1, '0');
  return `${value.unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
