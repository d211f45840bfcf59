/** A day, month and hour of one digit: whether they are written with two is seen. */
const SAMPLE = new Date(Date.UTC(2026, 2, 5, 7, 4, 9));

type Options = Intl.DateTimeFormatOptions;
const PATTERNS: Readonly<Record<string, Options>> = {
  'dateTime.shortDateFormat': { day: 'numeric', month: 'numeric', year: 'numeric' },
  'dateTime.mediumDateFormat': { day: 'numeric', month: 'short', year: 'numeric' },
  'dateTime.longDateFormat': { day: 'numeric', month: 'long', year: 'numeric' },
  'dateTime.shortTimeFormat': { hour: 'numeric', minute: '2-digit' },
  'dateTime.mediumTimeFormat': { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};
const SEPARATORS: Readonly<Record<string, 'decimal' | 'group'>> = {
  'number.decimalSeparator': 'decimal',
  'number.groupingSeparator': 'group',
};

/** Modules `@salesforce/i18n/*` of the base components whose value a person's locale decides. */
export const REGIONAL: ReadonlySet<string> = new Set(['locale', 'timeZone', ...Object.keys(PATTERNS), ...Object.keys(SEPARATORS)]);

/** The value for a locale; `own` is what the base components bring, for `en-US`. */
export function regional(name: string, own: string, locale: string): string {
  if (locale === '' || locale === 'en-US') return own;
  if (name === 'locale') return locale;
  const separator = SEPARATORS[name];
  if (separator) return new Intl.NumberFormat(locale).formatToParts(-1_234_567.8).find(({ type }) => type === separator)?.value ?? own;
  const options = PATTERNS[name];
  return options ? pattern(locale, options) : own;
}

/** For example `d.M.yyyy`; words between the parts would have to be quoted, which not every reader of patterns knows, so then numbers alone are taken. */
function pattern(locale: string, options: Options): string {
  const parts = new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).formatToParts(SAMPLE);
  const isTwelve = parts.some(({ type }) => type === 'dayPeriod');
  if (parts.some(({ type, value }) => type === 'literal' && /\p{L}/u.test(value))) {
    return pattern(locale, PATTERNS['dateTime.shortDateFormat'] as Options);
  }
  const text = parts.map(({ type, value }) => letters(type, value, isTwelve, options.month === 'long' ? 'MMMM' : 'MMM')).join('');
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

function letters(type: string, value: string, isTwelve: boolean, months: string): string {
  const two = /^\d\d$/.test(value);
  if (type === 'day') return two ? 'dd' : 'd';
  if (type === 'month') return /^\d/.test(value) ? (two ? 'MM' : 'M') : months;
  if (type === 'year') return 'yyyy';
  if (type === 'hour') return (isTwelve ? 'h' : 'H').repeat(two ? 2 : 1);
  if (type === 'minute') return 'mm';
  if (type === 'second') return 'ss';
  return type === 'dayPeriod' ? 'a' : value;
}
