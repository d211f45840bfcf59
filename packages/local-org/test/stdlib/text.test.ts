import { describe, expect, it } from 'vitest';
import { ApexList } from '../../src/kernel/collections';
import { parseDecimal } from '../../src/kernel/decimals';
import { enumConstant } from '../../src/kernel/enums';
import { ApexDate, ApexDatetime, ApexDouble, Decimal } from '../../src/kernel/values';
import { plainNatives } from './natives';

const call = plainNatives();
const strings = (...items: unknown[]) => ApexList.ofType('Object', items);

describe('String', () => {
  it.each([
    ['String.format/2', ["it''s {0}, '{1}' {2} {0}", strings('a', 'b')], "it's a, {1} {2} a"],
    ['String.format/2', ["{0} it's {1}", strings(null, 5)], 'null its {1}'],
    ['String.join/2', [strings('a', null, 1), ','], 'a,null,1'],
    ['String.valueOf/1', [null], null],
    ['String.valueOf/1', [new ApexDate(0)], '1970-01-01'],
    ['String.valueOf/1', [new ApexDatetime(0)], '1969-12-31 16:00:00'],
    ['String.escapeSingleQuotes/1', ["a'b\\c"], "a\\'b\\\\c"],
    ['String.isBlank/1', [' \t\n'], true],
    ['String.isBlank/1', [null], true],
    ['String.substringBetween/2', ['a[b][c]', '[', ']'], 'b'],
    ['String.substringBetween/1', ['tagabctag', 'tag'], 'abc'],
    ['String.substringAfterLast/1', ['a.b.c', '.'], 'c'],
    ['String.substringBefore/1', ['abc', 'x'], 'abc'],
    ['String.abbreviate/1', ['Hello Maximillian', 8], 'Hello...'],
    ['String.abbreviate/2', ['abcdefghijklmno', 10, 6], '...ghij...'],
    ['String.abbreviate/2', ['abcdefghijklmno', 10, 8], '...ijklmno'],
    ['String.leftPad/2', ['ab', 5, 'xy'], 'xyxab'],
    ['String.rightPad/1', ['ab', 4], 'ab  '],
    ['String.center/2', ['hi', 5, '-'], '-hi--'],
    ['String.normalizeSpace/0', ['  a \n b '], 'a b'],
    ['String.stripHtmlTags/0', ['<p>a<b>c</b></p>'], 'ac'],
    ['String.hashCode/0', ['Hello'], 69609650],
    ['String.compareTo/1', ['abc', 'abd'], -1],
    ['String.capitalize/0', ['élan x'], 'Élan x'],
    ['String.replaceAll/2', ['a1b22', '[0-9]+', '#'], 'a#b#'],
    ['String.replace/2', ['a$b', '$', '$&'], 'a$&b'],
    ['String.right/1', ['abc', 0], ''],
    ['String.mid/2', ['abcde', 1, 2], 'bc'],
    ['String.countMatches/1', ['aaa', 'aa'], 1],
    ['String.containsIgnoreCase/1', ['Hello', 'ELL'], true],
    ['String.equals/1', ['a', 'A'], false],
    ['String.escapeHtml4/0', ['<é & ">'], '&lt;&eacute; &amp; &quot;&gt;'],
    ['String.unescapeHtml4/0', ['&lt;&euro;&#65;&#x42;&nope;'], '<€AB&nope;'],
    ['String.escapeCsv/0', ['a,"b"'], '"a,""b"""'],
    ['String.escapeJava/0', ['a"é\n'], 'a\\"\\u00E9\\n'],
    ['String.getLevenshteinDistance/1', ['kitten', 'sitting'], 3],
    ['String.repeat/2', ['a', '-', 3], 'a-a-a'],
    ['String.fromCharArray/1', [strings(72, 105)], 'Hi'],
    ['String.trim/0', ['\t a \n'], 'a'],
    ['String.difference/1', ['i am a machine', 'i am a robot'], 'robot'],
  ])('%s(%j) is %j', (key, args, expected) => {
    expect(call(key, ...args)).toEqual(expected);
  });

  it('refuses positions outside the text and null arguments', () => {
    expect(() => call('String.substring/1', 'abc', 4)).toThrow('Starting position out of bounds: 4');
    expect(() => call('String.substring/2', 'abc', 1, 9)).toThrow('Ending position out of bounds: 9');
    expect(() => call('String.contains/1', 'abc', null)).toThrow('Attempt to de-reference a null object');
    expect(() => call('String.format/2', null, strings())).toThrow('Attempt to de-reference a null object');
    expect(() => call('String.format/2', '{0', strings())).toThrow('Unmatched braces in the pattern.');
    expect(() => call('String.join/2', null, ',')).toThrow('Attempt to de-reference a null object');
  });

  it('walks matches', () => {
    const matcher = call('Pattern.matcher/1', call('Pattern.compile/1', '(\\w)(\\d)'), 'a1 b2');
    expect(call('Matcher.find/0', matcher)).toBe(true);
    expect(call('Matcher.group/1', matcher, 2)).toBe('1');
    expect(call('Matcher.find/0', matcher)).toBe(true);
    expect([call('Matcher.start/1', matcher, 2), call('Matcher.end/0', matcher)]).toEqual([4, 5]);
    expect(call('Matcher.find/0', matcher)).toBe(false);
    expect(() => call('Matcher.group/0', matcher)).toThrow('No match found');
    expect(call('Pattern.matches/2', 'a|ab', 'ab')).toBe(true);
  });
});

describe('numbers', () => {
  it('parses strictly', () => {
    expect(call('Integer.valueOf/1', '12')).toBe(12);
    expect(() => call('Integer.valueOf/1', '12.5')).toThrow('Invalid integer: 12.5');
    expect(() => call('Integer.valueOf/1', '2147483648')).toThrow('Invalid integer: 2147483648');
    expect(() => call('Decimal.valueOf/1', 'x')).toThrow('Invalid decimal: x');
    expect(() => call('Integer.valueOf/1', null)).toThrow('Attempt to de-reference a null object');
  });

  it('rounds, formats and mixes types as the overloads do', () => {
    const half = parseDecimal('2.5')!;
    expect(call('Math.round/1', half)).toBe(2);
    expect(call('Decimal.setScale/2', half, 0, enumConstant('System.RoundingMode', 'HALF_UP'))).toEqual(new Decimal(3n, 0));
    expect(call('Integer.format/0', 1234567)).toBe('1,234,567');
    expect(call('Decimal.format/0', parseDecimal('12345678901234567.891')!)).toBe('12,345,678,901,234,567.891');
    expect(call('Math.max/2', 1, 2n)).toBe(2n);
    expect(call('Math.max/2', 1, half)).toEqual(half);
    expect(call('Math.floor/1', parseDecimal('-1.5')!)).toEqual(new Decimal(-2n, 0));
    expect(call('Math.sqrt/1', new ApexDouble(9))).toEqual(new ApexDouble(3));
    expect(Object.is(call('Math.mod/2', -4, 2), 0)).toBe(true);
    expect(() => call('Math.mod/2', 1, 0)).toThrow('Divide by 0');
  });
});

describe('ids and bytes', () => {
  it('knows ids in both lengths', () => {
    expect(call('Id.valueOf/1', '001000000000001')).toBe('001000000000001AAA');
    expect(() => call('Id.valueOf/1', '0010000000000')).toThrow('Invalid id: 0010000000000');
    expect(call('Id.valueOf/1', '001000000000000000')).toBe('001000000000000AAA');
    const mixed = call('Id.valueOf/1', '001D000000IRFma') as string;
    expect(call('Id.valueOf/2', mixed.toLowerCase(), true)).toBe(mixed);
  });

  it('digests and encodes', () => {
    const blob = call('Blob.valueOf/1', 'abc');
    expect(call('EncodingUtil.convertToHex/1', call('Crypto.generateDigest/2', 'SHA-256', blob))).toMatch(/^ba7816bf8f01cfea/);
    expect(call('EncodingUtil.urlEncode/2', 'a b&é', 'UTF-8')).toBe('a+b%26%C3%A9');
    expect(call('EncodingUtil.urlDecode/2', 'a+b%26%C3%A9', 'UTF-8')).toBe('a b&é');
    expect(String(call('UUID.randomUUID/0'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(() => call('Blob.toString/0', call('EncodingUtil.convertFromHex/1', 'ff'))).toThrow('BLOB is not a valid UTF-8 string');
  });
});
