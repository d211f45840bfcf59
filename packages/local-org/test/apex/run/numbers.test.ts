import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/kernel/text';
import { NPE, run, text, thrown } from './body';

describe('numbers', () => {
  it.each([
    ['2147483647 + 1', '-2147483648'],
    ['-2147483648 - 1', '2147483647'],
    ['65536 * 65536', '0'],
    ['123456789 * 987654321', '-67153019'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['9223372036854775807L + 1', '-9223372036854775808'],
    ['1 + 2L', '3'],
    ['7 / 2.0', '3.5'],
    ['1.10 + 2.2', '3.30'],
    ['2 * 1.50', '3.00'],
    ['1.5d + 1', '2.5'],
    ['1 << 33', '2'],
    ['-8 >>> 28', '15'],
    ['-8 >> 1', '-4'],
    ['1L << 40', '1099511627776'],
    ['6 & 3 | 8 ^ 1', '11'],
    ['~5', '-6'],
    ['(Integer) 3.99', '3'],
    ['(Integer) 4294967297L', '1'],
    ['(Decimal) 1', '1'],
    ['(Long) (Object) 5', '5'],
    ['-2147483648', '-2147483648'],
    ['Math.sqrt(6.25)', '2.5'],
    ['1 == 1.0', 'true'],
    ['1L == 1', 'true'],
    ['3 < 3.5', 'true'],
    ['true ^ true', 'false'],
    ['true & false | true', 'true'],
  ])('%s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  it('converts a returned value to the declared type', () => {
    expect(toText(run('return half() / 2;', 'static Decimal half() { Integer i = 5; return i; }'))).toBe('2.5');
  });

  it.each([
    ['Integer i = 0; Integer j = 1 / i;', 'System.MathException: Divide by 0'],
    ['Decimal i = 0; Decimal j = 1 / i;', 'System.MathException: Divide by 0'],
    ['Long i = 0; Long j = 1 / i;', 'System.MathException: Divide by 0'],
    ['Integer i; Integer j = i + 1;', NPE],
    ['Integer i; i++;', NPE],
    ['Integer i; i += 1;', NPE],
    ['Integer i; Integer j = -i;', NPE],
    ['Decimal d; Decimal e = d * 2;', NPE],
    ['Boolean b; if (b) { }', NPE],
    ['Boolean b; Boolean c = b && true;', NPE],
    ['Boolean b; Integer i = b ? 1 : 2;', NPE],
    ['String s; Integer i = s.length();', NPE],
    ['List<Integer> l; for (Integer i : l) { }', NPE],
    ['T t; t.x = 1;', NPE],
    ['Account a; String s = a.Name;', NPE],
  ])('%s', (body, error) => {
    expect(thrown(body, 'Integer x;')).toBe(error);
  });

  it.each([
    ['Integer', '1'],
    ['Long', '1L'],
    ['Decimal', '1.5'],
    ['Double', '1.5d'],
    ['Date', 'Date.newInstance(2026, 1, 1)'],
  ])('has no %s that is less or greater than null', (type, value) => {
    expect(
      toText(run(`${type} n; ${type} v = ${value}; return new List<Boolean>{ n < v, n > v, n <= v, n >= v, v < n, v >= n, n <= n };`)),
    ).toBe('(false, false, false, false, false, false, false)');
  });

  it('puts null before every text', () => {
    expect(toText(run(`String n; return new List<Boolean>{ n < 'a', 'a' > n, n > 'a', 'a' <= n, n <= n };`))).toBe(
      '(true, true, false, false, true)',
    );
  });

  it('does not look at the right side when the left decides', () => {
    expect(run('Boolean b; return false && b;')).toBe(false);
    expect(run('Boolean b; return true || b;')).toBe(true);
  });
});
