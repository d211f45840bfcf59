import { count, format } from 'c/provisioningTexts';

describe('texts', () => {
  it('fills holes, writes numbers in the locale and leaves unknown holes alone', () => {
    expect(format('{0} of {1} ({2})', 1250, 'many')).toBe('1,250 of many ({2})');
    expect(format('{0}{0}', null)).toBe('');
  });

  it('does not fill what a value brings along', () => {
    expect(format('{0} {1}', '{1}', 'x')).toBe('{1} x');
  });

  it('counts nothing as none', () => {
    expect([count(null), count(undefined), count(0), count(1234567)]).toEqual(['0', '0', '0', '1,234,567']);
  });
});
