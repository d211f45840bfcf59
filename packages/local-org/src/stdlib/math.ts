import * as decimals from '../kernel/decimals';
import { toDecimal, toInt32, toInt64, toNumber, type ApexNumber } from '../kernel/decimals';
import { compareNumbers, decimalFromDouble } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import type { Native } from '../kernel/natives';
import { ApexDouble, type Decimal } from '../kernel/values';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

/** A function on doubles that gives a Double for a Double and a Decimal for everything else, as the overloads do. */
function real(calculate: (x: number) => number): Native {
  return (value: ApexNumber) => {
    const result = calculate(toNumber(need(value)));
    return value instanceof ApexDouble ? new ApexDouble(result) : finite(result);
  };
}

function finite(result: number): Decimal {
  if (!Number.isFinite(result)) fail('System.MathException', 'Result is not a number');
  return decimalFromDouble(result);
}

/** The wider of two types decides: Decimal, Double, Long, Integer. */
function pick(sign: 1 | -1): Native {
  return (a: ApexNumber, b: ApexNumber) => {
    const chosen = compareNumbers(need(a), need(b)) * sign >= 0 ? a : b;
    if (typeof a === typeof b && typeof a !== 'object') return chosen;
    if (a instanceof ApexDouble && b instanceof ApexDouble) return chosen;
    if ([a, b].some((x) => typeof x === 'object' && !(x instanceof ApexDouble))) return toDecimal(chosen);
    if (a instanceof ApexDouble || b instanceof ApexDouble) return new ApexDouble(toNumber(chosen));
    return toInt64(chosen);
  };
}

const absolute: Native = (value: ApexNumber) => {
  if (typeof need(value) === 'number') return Math.abs(value as number) | 0;
  if (typeof value === 'bigint') return BigInt.asIntN(64, value < 0n ? -value : value);
  return value instanceof ApexDouble ? new ApexDouble(Math.abs(value.value)) : decimals.abs(value as Decimal);
};

/** Rounds to a whole number: half even (Apex reference, Math.round). */
const rounded = (value: ApexNumber): Decimal => decimals.setScale(toDecimal(need(value)), 0, 'HALF_EVEN');

const whole =
  (mode: 'FLOOR' | 'CEILING', calculate: (x: number) => number): Native =>
  (value: ApexNumber) =>
    need(value) instanceof ApexDouble
      ? new ApexDouble(calculate((value as ApexDouble).value))
      : decimals.setScale(toDecimal(value), 0, mode);

/** `Math` (java.lang.Math). */
export function maths(ports: StdlibPorts): Theme {
  return members('System.Math', {
    'get:PI': () => new ApexDouble(Math.PI),
    'get:E': () => new ApexDouble(Math.E),
    'abs/1': absolute,
    'acos/1': real(Math.acos),
    'asin/1': real(Math.asin),
    'atan/1': real(Math.atan),
    'atan2/2': (y: ApexNumber, x: ApexNumber) => {
      const result = Math.atan2(toNumber(need(y)), toNumber(need(x)));
      return y instanceof ApexDouble || x instanceof ApexDouble ? new ApexDouble(result) : finite(result);
    },
    'cbrt/1': real(Math.cbrt),
    'ceil/1': whole('CEILING', Math.ceil),
    'cos/1': real(Math.cos),
    'cosh/1': real(Math.cosh),
    'exp/1': real(Math.exp),
    'floor/1': whole('FLOOR', Math.floor),
    'log/1': real(Math.log),
    'log10/1': real(Math.log10),
    'max/2': pick(1),
    'min/2': pick(-1),
    'mod/2': (a: number | bigint, b: number | bigint) => {
      if (Number(need(b)) === 0) fail('System.MathException', 'Divide by 0');
      if (typeof need(a) === 'number' && typeof b === 'number') return ((a as number) % b) + 0;
      return BigInt(a) % BigInt(b);
    },
    'pow/2': (base: ApexNumber, exponent: ApexNumber) => new ApexDouble(toNumber(need(base)) ** toNumber(need(exponent))),
    'random/0': () => {
      const bytes = ports.random(8);
      const bits = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0) >> 11n;
      return new ApexDouble(Number(bits) / 2 ** 53);
    },
    'rint/1': (value: ApexNumber) => (need(value) instanceof ApexDouble ? new ApexDouble(rounded(value).toNumber()) : rounded(value)),
    'round/1': (value: ApexNumber) => toInt32(rounded(value)),
    'roundToLong/1': (value: ApexNumber) => toInt64(rounded(value)),
    'signum/1': real(Math.sign),
    'sin/1': real(Math.sin),
    'sinh/1': real(Math.sinh),
    'sqrt/1': real(Math.sqrt),
    'tan/1': real(Math.tan),
    'tanh/1': real(Math.tanh),
  });
}
