import { describe, expect, it } from 'vitest';
import { ApexList, ApexMap } from '../../src/kernel/collections';
import { parseJson, type JsonBuilder } from '../../src/kernel/json-parse';

const ordered: JsonBuilder = {
  object: (entries) => {
    const map = ApexMap.ofType<string, unknown>('String', 'Object');
    for (const [key, value] of entries) map.entries.set(key, [key, value]);
    return map;
  },
  array: (items) => ApexList.ofType('Object', items),
};
const plain = (value: unknown): unknown => {
  if (value instanceof ApexMap) return [...value.entries.values()].map(([key, one]) => [key, plain(one)]);
  if (value instanceof ApexList) return value.items.map(plain);
  return typeof value === 'object' && value !== null ? String(value) : value;
};
/** A number with a point has the whole text read by our own reader. */
const slowly = (text: string): unknown => (plain(parseJson(`[0.5,${text}]`, ordered)) as unknown[])[1];
const fast = (text: string): unknown => plain(parseJson(text, ordered));

describe('JSON that the engine reads first', () => {
  const texts = [
    '{"a":1,"b":[true,false,null,"x"],"c":{"d":-7}}',
    '{"b":1,"2":2,"1":3}',
    '{"b":1 , "10" : 2, "a" : {"7":1}}',
    '{"a":1,"b":2,"a":3}',
    '{"__proto__":{"x":1},"constructor":2}',
    '{"\\u005f_proto__":1,"a":2}',
    '["\\u00e4\\n","2026-11-30T08:00:00.000Z","-0","12345678901"]',
    '[0,-0,123456789,1234567890,-2147483648,2147483648,99999999999999999999]',
    '{"a":1e2,"b":1.10,"c":-0.0}',
    ' [ ] ',
    '"text"',
    'null',
  ];
  for (const text of texts) it(`is what our reader makes of ${text}`, () => expect(fast(text)).toEqual(slowly(text)));

  it('keeps the scale of decimals, and whole numbers that no double holds', () => {
    expect(fast('{"a":1.10,"b":12345678901234567890123}')).toEqual([
      ['a', '1.10'],
      ['b', '12345678901234567890123'],
    ]);
    expect(fast('[9007199254740993]')).toEqual([9007199254740993n]);
  });

  it('leaves what follows the first value, names the place of what is wrong, and is not too deep', () => {
    expect(fast('[1] rest')).toEqual([1]);
    expect(() => fast('{"a":01}')).toThrow(/\[line:1, column:7\]/);
    expect(() => fast('')).toThrow('No content to map to Object due to end of input');
    expect(fast('['.repeat(1000) + ']'.repeat(1000))).toHaveLength(1);
    expect(() => fast('['.repeat(1001) + ']'.repeat(1001))).toThrow('Document nesting depth (1001) exceeds the maximum allowed (1000)');
  });
});
