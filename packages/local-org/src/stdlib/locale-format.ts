import { formatPattern, zoneName } from '../kernel/date-format';
import { daysInMonth, daysOf } from '../kernel/dates';
import { fail, unsupported } from '../kernel/fail';
import { instantOf } from '../kernel/zones';

/** Short date and time patterns by Salesforce locale, as Date.format and Datetime.format print them (ICU formats, Spring '20 on). */
const PATTERNS: Readonly<Record<string, readonly [date: string, time: string]>> = {
  en_US: ['M/d/yyyy', 'h:mm a'], en_CA: ['yyyy-MM-dd', 'h:mm a'], en_GB: ['dd/MM/yyyy', 'HH:mm'], en_IE: ['dd/MM/yyyy', 'HH:mm'],
  en_AU: ['dd/MM/yyyy', 'h:mm a'], en_IN: ['dd/MM/yyyy', 'h:mm a'], de_DE: ['dd.MM.yyyy', 'HH:mm'], de_AT: ['dd.MM.yyyy', 'HH:mm'],
  de_CH: ['dd.MM.yyyy', 'HH:mm'], fr_FR: ['dd/MM/yyyy', 'HH:mm'], es_ES: ['d/M/yyyy', 'H:mm'], it_IT: ['dd/MM/yyyy', 'HH:mm'],
  nl_NL: ['d-M-yyyy', 'HH:mm'], pt_BR: ['dd/MM/yyyy', 'HH:mm'], pl_PL: ['dd.MM.yyyy', 'HH:mm'], sv_SE: ['yyyy-MM-dd', 'HH:mm'],
  da_DK: ['dd.MM.yyyy', 'HH.mm'], ja_JP: ['yyyy/MM/dd', 'H:mm'], zh_CN: ['yyyy/M/d', 'HH:mm'],
}; // prettier-ignore

function patternsOf(locale: string): readonly [date: string, time: string] {
  return PATTERNS[locale] ?? unsupported(`dates in the locale ${locale}`);
}

const tag = (locale: string): string => locale.replaceAll('_', '-');

export const formatDate = (days: number, locale: string): string =>
  formatPattern(days * 86_400_000, patternsOf(locale)[0], 'GMT', tag(locale));

export function formatDatetime(ms: number, locale: string, zone: string): string {
  const [date, time] = patternsOf(locale);
  return formatPattern(ms, `${date}, ${time}`, zone, tag(locale));
}

export function formatDatetimeLong(ms: number, locale: string, zone: string): string {
  const [date, time] = patternsOf(locale);
  return `${formatPattern(ms, `${date}, ${time.replace('mm', 'mm:ss')}`, zone, tag(locale))} ${zoneName(ms, zone, false)}`;
}

/** Day count of a text in the locale's date format; TypeException `Invalid date: x`. */
export function parseDate(text: string, locale: string): number {
  const letters = patternsOf(locale)[0].match(/[a-zA-Z]/g) ?? [];
  const order = [...new Set(letters)].join('');
  const numbers = /^\s*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\s*$/.exec(text);
  const values = numbers && [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
  if (!values) return fail('System.TypeException', `Invalid date: ${text}`);
  const at = (letter: string): number => values[order.indexOf(letter)]!;
  return checkedDays(at('y'), at('M'), at('d')) ?? fail('System.TypeException', `Invalid date: ${text}`);
}

/** Day count, or null when there is no such day. */
export function checkedDays(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysOf(year, month, day);
}

/** The instant of a text as Datetime.format prints it; TypeException `Invalid date/time: x`. */
export function parseDatetime(text: string, locale: string, zone: string): number {
  const found = /^(.*?),?\s+(\d{1,2})[:.](\d{2})(?:\s*([AaPp])\.?[Mm]\.?)?\s*$/.exec(text.replaceAll('\u202f', ' '));
  const invalid = (): never => fail('System.TypeException', `Invalid date/time: ${text}`);
  if (!found) return invalid();
  const twelve = found[4]?.toUpperCase();
  let hour = Number(found[2]);
  const minute = Number(found[3]);
  if (hour > (twelve ? 12 : 23) || minute > 59) return invalid();
  if (twelve) hour = (hour % 12) + (twelve === 'P' ? 12 : 0);
  let days: number;
  try {
    days = parseDate(found[1]!, locale);
  } catch {
    // The message names the whole text, not only its date.
    return invalid();
  }
  return instantOf(days * 86_400_000 + (hour * 60 + minute) * 60_000, zone);
}

/** First day of the week, 0 = Sunday. */
export function firstWeekday(locale: string): number {
  return ['en_US', 'en_CA', 'ja_JP', 'pt_BR', 'en_IN', 'zh_CN'].includes(locale) ? 0 : 1;
}
