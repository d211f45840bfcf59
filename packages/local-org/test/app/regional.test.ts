import { describe, expect, it } from 'vitest';
import { REGIONAL, regional } from '../../src/web/app/page/runtime/regional';

describe('what base components know of a person’s region', () => {
  it.each([
    ['de-DE', 'd.M.yyyy', /^HH?:mm$/, ',', '.'],
    ['en-GB', 'dd/MM/yyyy', /^HH?:mm$/, '.', ','],
    ['en-US', 'own', /^own$/, 'own', 'own'],
    ['es-MX', 'd/M/yyyy', /^HH?:mm$|^h:mm a$/, '.', ','],
    ['', 'own', /^own$/, 'own', 'own'],
  ])('in %s dates are %s, times %s, and numbers have %s and %s', (locale, date, time, decimal, group) => {
    const names = ['dateTime.shortDateFormat', 'dateTime.shortTimeFormat', 'number.decimalSeparator', 'number.groupingSeparator'];
    const [shownDate, shownTime, ...numbers] = names.map((name) => regional(name, 'own', locale));
    expect(shownTime).toMatch(time);
    expect([shownDate, ...numbers]).toEqual([date, decimal, group]);
  });
  it('takes numbers where words stand between the parts of a date', () => {
    expect(regional('dateTime.longDateFormat', 'own', 'pt-BR')).toBe(regional('dateTime.shortDateFormat', 'own', 'pt-BR'));
    expect(regional('dateTime.longDateFormat', 'own', 'de-DE')).toBe('d. MMMM yyyy');
    expect(regional('locale', 'en-US', 'de-CH')).toBe('de-CH');
  });
  it('knows which modules these are', () => {
    expect([REGIONAL.has('timeZone'), REGIONAL.has('lang'), REGIONAL.has('dateTime.mediumTimeFormat')]).toEqual([true, false, true]);
  });
});
