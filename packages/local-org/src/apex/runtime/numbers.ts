import type { ApexNumber } from '../../kernel/decimals';
import * as decimals from '../../kernel/decimals';
import { fail, need } from '../../kernel/fail';
import { compareNumbers, isNumber } from '../../kernel/equality';
import { ApexDate, ApexDatetime, ApexDouble, ApexTime, type Decimal } from '../../kernel/values';

const divideByZero = (): never => fail('System.MathException', 'Divide by 0');
const constants = new Map<string, Decimal>();

type N = ApexNumber | null;
type Long = bigint | null;
type Int = number | null;

const decimal = (text: string): Decimal => {
  let value = constants.get(text);
  if (!value) constants.set(text, (value = decimals.parseDecimal(text) ?? fail('System.TypeException', `Invalid decimal: ${text}`)));
  return value;
};
const doubles = (a: ApexDouble | null, b: ApexDouble | null, compute: (x: number, y: number) => number): ApexDouble =>
  new ApexDouble(compute(need(a).value, need(b).value));

/** Arithmetic that JavaScript has no operator for. Null operands throw NullPointerException. */
export const numbers = {
  decimal,
  double: (value: number): ApexDouble => new ApexDouble(value),
  toLong: (value: N): Long => (value === null ? null : decimals.toInt64(value)),
  toInteger: (value: N): Int => (value === null ? null : decimals.toInt32(value)),
  toDecimal: (value: N): Decimal | null => (value === null ? null : decimals.toDecimal(value)),
  toDouble: (value: N): ApexDouble | null =>
    value === null ? null : value instanceof ApexDouble ? value : new ApexDouble(decimals.toNumber(value)),
  divideInt: (a: Int, b: Int): number => {
    const divisor = need(b);
    return divisor === 0 ? divideByZero() : (need(a) / divisor) | 0;
  },
  divideLong: (a: Long, b: Long): bigint => {
    const divisor = need(b);
    return divisor === 0n ? divideByZero() : BigInt.asIntN(64, need(a) / divisor);
  },
  decimalAdd: (a: Decimal | null, b: Decimal | null): Decimal => decimals.add(need(a), need(b)),
  decimalSubtract: (a: Decimal | null, b: Decimal | null): Decimal => decimals.subtract(need(a), need(b)),
  decimalMultiply: (a: Decimal | null, b: Decimal | null): Decimal => decimals.multiply(need(a), need(b)),
  decimalDivide: (a: Decimal | null, b: Decimal | null): Decimal =>
    need(b).unscaled === 0n ? divideByZero() : decimals.divide(need(a), need(b)),
  doubleAdd: (a: ApexDouble | null, b: ApexDouble | null): ApexDouble => doubles(a, b, (x, y) => x + y),
  doubleSubtract: (a: ApexDouble | null, b: ApexDouble | null): ApexDouble => doubles(a, b, (x, y) => x - y),
  doubleMultiply: (a: ApexDouble | null, b: ApexDouble | null): ApexDouble => doubles(a, b, (x, y) => x * y),
  doubleDivide: (a: ApexDouble | null, b: ApexDouble | null): ApexDouble => doubles(a, b, (x, y) => (y === 0 ? divideByZero() : x / y)),
  negateInt: (value: Int): number => -need(value) | 0,
  negateLong: (value: Long): bigint => BigInt.asIntN(64, -need(value)),
  negateDouble: (value: ApexDouble | null): ApexDouble => new ApexDouble(-need(value).value),
  negateDecimal: (value: Decimal | null): Decimal => decimals.negate(need(value)),
  invertInt: (value: Int): number => ~need(value),
  invertLong: (value: Long): bigint => ~need(value),
  andLong: (a: Long, b: Long): bigint => need(a) & need(b),
  orLong: (a: Long, b: Long): bigint => need(a) | need(b),
  xorLong: (a: Long, b: Long): bigint => need(a) ^ need(b),
  shiftLeftLong: (a: N, b: N): number | bigint =>
    shift(
      a,
      b,
      (value, by) => value << by,
      (value, by) => value << by,
    ),
  shiftRightLong: (a: N, b: N): number | bigint =>
    shift(
      a,
      b,
      (value, by) => value >> by,
      (value, by) => value >> by,
    ),
  shiftUnsignedLong: (a: N, b: N): number | bigint =>
    shift(
      a,
      b,
      (value, by) => (value >>> by) | 0,
      (value, by) => BigInt.asUintN(64, value) >> by,
    ),
  andBoolean: (a: boolean | null, b: boolean | null): boolean => need(a) && need(b),
  orBoolean: (a: boolean | null, b: boolean | null): boolean => need(a) || need(b),
  xorBoolean: (a: boolean | null, b: boolean | null): boolean => need(a) !== need(b),
  /** Order of two values for `<` and its like; NaN, neither less nor greater, where one is null (Apex Developer Guide, "Expression Operators"). */
  order: (a: unknown, b: unknown): number => {
    if (a === null || b === null || a === undefined || b === undefined) return NaN;
    return isNumber(a) && isNumber(b) ? compareNumbers(a, b) : instant(a) - instant(b);
  },
  /** Order of two texts without regard to case; null comes before every text (Apex Developer Guide, "Expression Operators"). */
  orderTexts: (a: string | null, b: string | null): number => {
    if (a === null || b === null) return Number(b === null) - Number(a === null);
    return collate(a.toLowerCase(), b.toLowerCase());
  },
  /** Date + days, Datetime + days (also parts of a day), Time + milliseconds. */
  moveMoment: (moment: ApexDate | ApexDatetime | ApexTime | null, by: N, sign: number): ApexDate | ApexDatetime | ApexTime => {
    const amount = decimals.toNumber(need(by)) * sign;
    const from = need(moment);
    if (from instanceof ApexDate) return new ApexDate(from.days + amount);
    if (from instanceof ApexDatetime) return new ApexDatetime(from.ms + Math.round(amount * 86_400_000));
    return new ApexTime((((from.ms + amount) % 86_400_000) + 86_400_000) % 86_400_000);
  },
  toDatetime: (value: ApexDate | null): ApexDatetime | null => (value === null ? null : new ApexDatetime(value.days * 86_400_000)),
};

const collate = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function instant(value: unknown): number {
  if (value instanceof ApexDate) return value.days * 86_400_000;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.ms;
  return fail('System.TypeException', 'Inequality operator not allowed for this type');
}

function shift(a: N, b: N, int: (value: number, by: number) => number, long: (value: bigint, by: bigint) => bigint): number | bigint {
  const by = decimals.toInt32(need(b));
  const value = need(a);
  return typeof value === 'bigint' ? BigInt.asIntN(64, long(value, BigInt(by & 63))) : int(decimals.toInt32(value), by);
}
