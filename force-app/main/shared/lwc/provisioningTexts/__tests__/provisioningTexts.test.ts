import { count, format } from 'c/provisioningTexts';

describe('texts', () => {
  it('fills holes, writes numbers in the locale and leaves unknown holes alone', () => {
    expect(format('{0} of {1} ({2})', 1250, 'many')).toBe('1,250 of many ({2})');
    expect(format('{0}{0}', null)).toBe('');
  });

  it('does not fill what a value brings along', () => {
    expect(format('{0} {1}', '{1}', 'x')).toBe('{1} x');
  });

  it('lets no value turn the direction of the sentence', () => {
    expect(format('Why not {0}?', 'Mary \u202egpj.exe\u2066')).toBe('Why not Mary gpj.exe?');
  });

  it('counts nothing as none', () => {
    expect([count(null), count(undefined), count(0), count(1234567)]).toEqual(['0', '0', '0', '1,234,567']);
  });

  it('takes the words that go with the number', () => {
    expect(['0', 1, 2, 21].map((people) => format('{0} [person|people]', people))).toEqual([
      '0 people',
      '1 person',
      '2 people',
      '21 people',
    ]);
    expect(format('{0} of {1} [seat|seats]', 1, 2)).toBe('1 of 2 seats');
    expect(format('Left [is|are] {0} of {1}', 1, 2)).toBe('Left is 1 of 2');
    expect(format('{1} of {0}: [1:one|many]', 1, 2)).toBe('2 of 1: many');
    expect(format('[one|many], [...] and a|b')).toBe('many, [...] and a|b');
  });
});
