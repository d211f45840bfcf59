import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add, divide, divideAt, multiply, parseDecimal, plainText, precisionOf, roundedQuotient, setScale, strip, subtract, tenTo, toInt32, toInt64,
  type Rounding,
} from '../../src/kernel/decimals'; // prettier-ignore
import { compareNumbers, keyOf } from '../../src/kernel/equality';
import { Decimal } from '../../src/kernel/values';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -5, max: 20 }))
  .map(([unscaled, scale]) => new Decimal(unscaled, scale));
const at = (value: Decimal, scale: number): bigint => value.unscaled * tenTo(scale - value.scale);
const d = (text: string): Decimal => parseDecimal(text)!;

describe('Decimal against integer arithmetic', () => {
  it('adds, subtracts and multiplies exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(at(add(a, b), 20)).toBe(at(a, 20) + at(b, 20));
        expect(at(subtract(a, b), 20)).toBe(at(a, 20) - at(b, 20));
        expect(at(multiply(a, b), 40)).toBe(at(a, 20) * at(b, 20));
      }),
    );
  });

  it('keeps text, value and map key through every spelling', () => {
    fc.assert(
      fc.property(decimal, (a) => {
        expect(compareNumbers(parseDecimal(a.toString())!, a)).toBe(0);
        expect(compareNumbers(parseDecimal(plainText(a))!, a)).toBe(0);
        expect(keyOf(strip(a))).toBe(keyOf(a));
        expect(parseDecimal(a.toString())!.unscaled).toBe(a.unscaled);
      }),
    );
  });

  it('divides to within half a unit of the last place', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 10 }), (a, b, scale) => {
        fc.pre(b.unscaled !== 0n);
        const quotient = divideAt(a, b, scale);
        const error = at(multiply(quotient, b), 60) - at(a, 60);
        const twice = (error < 0n ? -error : error) * 2n;
        const unit = at(b, 60 - scale);
        expect(twice <= (unit < 0n ? -unit : unit)).toBe(true);
      }),
    );
  });

  it('rounds as java.math.RoundingMode documents it', () => {
    const table: Record<string, readonly [Rounding, bigint][]> = {
      '5.5': [['UP', 6n], ['DOWN', 5n], ['CEILING', 6n], ['FLOOR', 5n], ['HALF_UP', 6n], ['HALF_DOWN', 5n], ['HALF_EVEN', 6n]],
      '2.5': [['UP', 3n], ['DOWN', 2n], ['CEILING', 3n], ['FLOOR', 2n], ['HALF_UP', 3n], ['HALF_DOWN', 2n], ['HALF_EVEN', 2n]],
      '1.1': [['UP', 2n], ['DOWN', 1n], ['CEILING', 2n], ['FLOOR', 1n], ['HALF_UP', 1n], ['HALF_DOWN', 1n], ['HALF_EVEN', 1n]],
      '-1.6': [['UP', -2n], ['DOWN', -1n], ['CEILING', -1n], ['FLOOR', -2n], ['HALF_UP', -2n], ['HALF_DOWN', -2n], ['HALF_EVEN', -2n]],
      '-2.5': [['UP', -3n], ['DOWN', -2n], ['CEILING', -2n], ['FLOOR', -3n], ['HALF_UP', -3n], ['HALF_DOWN', -2n], ['HALF_EVEN', -2n]],
    }; // prettier-ignore
    for (const [text, rows] of Object.entries(table)) {
      for (const [mode, expected] of rows) expect([text, mode, setScale(d(text), 0, mode).unscaled]).toEqual([text, mode, expected]);
    }
    expect(() => roundedQuotient(5n, 2n, 'UNNECESSARY')).toThrow('Rounding necessary');
  });
});

describe('Decimal text and conversions', () => {
  it('prints as BigDecimal does', () => {
    expect(strip(d('4500.0')).toString()).toBe('4.5E+3');
    expect(plainText(strip(d('4500.0')))).toBe('4500');
    expect(d('34.00').toString()).toBe('34.00');
    expect(d('0.0000001').toString()).toBe('1E-7');
    expect(d('-0.05').toString()).toBe('-0.05');
    expect(d('.5').toString()).toBe('0.5');
    expect(['', '.', 'abc', '1,5', '1e', '--1'].map(parseDecimal)).toEqual([null, null, null, null, null, null]);
  });

  it('divides with the / operator as the platform does', () => {
    expect(divide(d('1'), d('3')).toString()).toBe('0.333333333333333333333333333333333');
    expect(divide(d('10'), d('4')).toString()).toBe('2.5');
    expect(divide(d('10.00'), d('4')).toString()).toBe('2.50');
    expect(() => divide(d('1'), d('0'))).toThrow('Divide by 0');
  });

  it('narrows to the low-order bits', () => {
    expect(toInt32(1538783039073n)).toBe(1184747105);
    expect(toInt32(d('1538783039073.9'))).toBe(1184747105);
    expect(toInt64(d('-1.9'))).toBe(-1n);
    expect(precisionOf(d('123.4500'))).toBe(7);
  });
});
