import { describe, expect, it } from 'vitest';
import { run, text, thrown } from './body';

describe('text', () => {
  it.each([
    ["'a' == 'A'", 'true'],
    ["'a' != 'A'", 'false'],
    ["'a'.equals('A')", 'false'],
    ["'a' < 'A'", 'false'],
    ["'a' < 'B'", 'true'],
    ["null + 'x'", 'nullx'],
    ["'' + 1 + 2", '12'],
    ["1 + 2 + 'x'", '3x'],
    ["'' + Date.newInstance(2024, 2, 29)", '2024-02-29 00:00:00'],
    ["'' + 1.50 + 2.0d + 3L + true", '1.502.03true'],
    ["'\\u0041\\F\\n'.length()", '3'],
    ["'' + new List<Object>{ 1, 'a', null }", '(1, a, null)'],
    ["'' + new Map<String, Integer>{ 'a' => 1 }", '{a=1}'],
  ])('%s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  it('takes 15 and 18 characters for one Id', () => {
    expect(run("Id a = '001000000000001'; String b = '001000000000001AAA'; return a == b && '' + a == b;")).toBe(true);
    expect(thrown("Id a = 'abc';")).toBe('System.StringException: Invalid id: abc');
    expect(run("Object o = '001000000000001'; return o instanceof Id && !('abc' instanceof Id);")).toBe(true);
  });
});
