import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex, replaceMatches, splitText } from '../../src/kernel/regex';

const whole = (pattern: string, text: string): boolean => compileRegex(pattern).whole(text, 0) !== null;
const all = (pattern: string, text: string): string[] => {
  const found: string[] = [];
  replaceMatches(compileRegex(pattern), text, '', false);
  for (let m = compileRegex(pattern).find(text, 0); m; m = compileRegex(pattern).find(text, Math.max(m.end, m.start + 1)))
    found.push(m.groups[0]!);
  return found;
};

describe('Java patterns', () => {
  it.each([
    ['a|ab', 'ab', true],
    ['(?i)straße', 'STRAßE', true],
    ['(?i)É', 'é', false],
    ['(?iu)É', 'é', true],
    ['a(?i)b(?-i)c', 'aBc', true],
    ['a(?i)b(?-i)c', 'aBC', false],
    ['(?i:ab)c', 'ABc', true],
    ['[a-z&&[^bc]]+', 'adz', true],
    ['[a-z&&[^bc]]+', 'abz', false],
    ['[a-c[x-z]]+', 'axcz', true],
    ['[]a]+', ']a', true],
    ['[^a-z&&[^bc]]+', 'b1', true],
    ['[^a-z&&[^bc]]+', 'a', false],
    ['[a[^b-d]\\D]', 'b', true],
    ['[^[a][b]]', 'b', false],
    ['[^\\P{L}]', 'é', true],
    ['[\\P{Lower}x]', 'x', true],
    ['[a-z&&[def]&&[^e]]', 'e', false],
    ['[a\\-z]+', 'a-z', true],
    ['[-.\\w+]+@[\\w.-]+', 'a.b+c-d@ex-ample.org', true],
    ['\\p{Alpha}+\\p{Punct}', 'abc!', true],
    ['\\p{L}+', 'Żółć', true],
    ['\\p{IsLatin}+', 'Żółć', true],
    ['\\P{L}+', '123', true],
    ['\\w+', 'é', false],
    ['\\s', '\u00a0', false],
    ['\\Qa.b\\E+', 'a.bbb', true],
    ['a++a', 'aaa', false],
    ['(?>a*)b', 'aab', true],
    ['(a)(?>b*)(c)\\2', 'abbcc', true],
    ['(?<y>\\d{4})-\\k<y>', '2020-2020', true],
    ['x{2,}?', 'xxx', true],
    ['.', '\u0085', false],
    ['(?s).', '\n', true],
    ['(?x) a b # comment', 'ab', true],
    ['\\u0041\\x42\\0103', 'ABC', true],
    ['[^\\s\\d]+', 'ab-', true],
    ['\\$\\{[^}]+\\}', '${x}', true],
    ['[\\[\\]{}()\'"/-]+', '[]{}()\'"/-', true],
    ['(?!.*admin).+', 'root', true],
    ['(?<=a)b', 'b', false],
    ['', '', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(whole(pattern, text)).toBe(expected);
  });

  it('ends lines where Java does', () => {
    expect(compileRegex('a$').find('a\n', 0)).not.toBeNull();
    expect(compileRegex('a$').find('a\nb', 0)).toBeNull();
    expect(all('(?m)^\\w+$', 'ab\r\ncd\nef')).toEqual(['ab', 'cd', 'ef']);
    expect(compileRegex('a\\z').find('a\n', 0)).toBeNull();
  });

  it.each(['(', '[a', 'a{', '*a', '\\', '\\y', '(?<n>a)(?<n>b)', '\\p{Klingon}', '(?q)', 'a)', '[z-a]'])('refuses %s', (pattern) => {
    expect(() => compileRegex(pattern)).toThrow(/^Invalid regex: /);
  });

  it('says so when a pattern is beyond the local org', () => {
    expect(() => compileRegex('(?i)(a)\\1')).toThrow('The local org does not support a back reference under (?i)');
    expect(() => compileRegex('(?iu)[à-ÿ]')).toThrow('The local org does not support a range beyond ASCII');
  });

  it('numbers groups as Java does even around atomic groups', () => {
    const match = compileRegex('(a)(?>x+)(b)(?<n>c)').whole('axxbc', 0)!;
    expect(match.groups).toEqual(['axxbc', 'a', 'b', 'c']);
    expect(match.span(2)).toEqual([3, 4]);
    expect(compileRegex('(a)(?>x+)(?<n>c)').groupNumber('n')).toBe(2);
  });

  it('splits as java.lang.String.split', () => {
    const split = (pattern: string, text: string, limit?: number) => splitText(compileRegex(pattern), text, limit);
    expect(split(',', 'a,b,,')).toEqual(['a', 'b']);
    expect(split(',', 'a,b,,', -1)).toEqual(['a', 'b', '', '']);
    expect(split(',', 'a,b,c', 2)).toEqual(['a', 'b,c']);
    expect(split('', 'abc')).toEqual(['a', 'b', 'c']);
    expect(split(',', '')).toEqual(['']);
    expect(split(',', ',a')).toEqual(['', 'a']);
    expect(split('(?=[A-Z])', 'FooBarBaz')).toEqual(['Foo', 'Bar', 'Baz']);
    expect(split(',', ',')).toEqual([]);
    expect(split('\\|', 'a|b')).toEqual(['a', 'b']);
    expect(split('\\|', 'a|b||')).toEqual(['a', 'b']);
    expect(split('ab', 'xabyabz', -1)).toEqual(['x', 'y', 'z']);
    expect(split('ab', 'xabyabz', 2)).toEqual(['x', 'yabz']);
    expect(split('(,)|;', 'a,b;c')).toEqual(['a', 'b', 'c']);
    expect(split('x*', 'axxb')).toEqual(['a', '', 'b']);
    expect(split('', 'abc', -1)).toEqual(['a', 'b', 'c', '']);
    expect(split('$', 'ab', -1)).toEqual(['ab', '']);
    expect(split('$', 'ab')).toEqual(['ab']);
    expect(split('.', 'a.b')).toEqual([]);
    expect(split('a', '')).toEqual(['']);
    expect(split('', '\u{1f600}a')).toEqual(['\u{1f600}', 'a']);
    expect(split('\u{1f600}', 'a\u{1f600}b')).toEqual(['a', 'b']);
    expect(split(',', 'a,b', 1)).toEqual(['a,b']);
  });

  it('expands replacements as Java does', () => {
    const replace = (pattern: string, text: string, by: string) => replaceMatches(compileRegex(pattern), text, by, false);
    expect(replace('(\\w+)@(\\w+)', 'a@b', '$2 at $1')).toBe('b at a');
    expect(replace('a', 'a', '\\$1\\\\')).toBe('$1\\');
    expect(replace('(a)', 'a', '$11')).toBe('a1');
    expect(replace('(?<x>a)', 'a', '[${x}]')).toBe('[a]');
    expect(replace('x*', 'abc', '-')).toBe('-a-b-c-');
    expect(() => replace('a', 'a', '$1')).toThrow('No group 1');
    expect(() => replace('a', 'a', '$')).toThrow('Illegal group reference');
  });

  it('is not led astray by the v flag of V8 11', () => {
    expect(compileRegex('(((?:[^a]b)+)(a)?)(?:1)').find('ab1', 0)).toBeNull();
  });

  it('agrees with JavaScript where both mean the same', () => {
    const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
      atom: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', 'b', 'c', '[ab]', '[^a]', '\\d', '\\w', '1', '-', '\\.'),
        tie('pattern').map((inner) => `(${inner})`),
        tie('pattern').map((inner) => `(?:${inner})`),
      ),
      pattern: fc
        .array(fc.tuple(tie('atom'), fc.constantFrom('', '?', '*', '+', '{1,2}', '*?', '|')), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.map(([atom, suffix]) => atom + suffix).join('')),
    }));
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-', '.'), maxLength: 8 }), (source, text) => {
        const expected = new RegExp(source, 'u').exec(text);
        const found = compileRegex(source).find(text, 0);
        expect(found && [found.start, ...found.groups]).toEqual(expected && [expected.index, ...expected].map((group) => group ?? null));
      }),
      // Always the same ones: among others are some whose nested repetitions take minutes, in JavaScript as in Java.
      { numRuns: 1000, seed: 20261129 },
    );
  });
});
