import { civilOf, dayOfYear, dayPart, daysOf, timePart, weekday } from './dates';
import { fail } from './fail';
import { inDaylightTime, localMs, offsetAt } from './zones';

/**
 * java.text.SimpleDateFormat: letters repeat to set the width, quotes are literal text. `locale` is a BCP 47 tag and names months
 * and days. Weeks start on Sunday and the first one holds January 1 (Java's rules for en_US).
 */
export function formatPattern(ms: number, pattern: string, zone: string, locale = 'en-US'): string {
  const local = localMs(ms, zone);
  let out = '';
  for (let i = 0; i < pattern.length;) {
    const c = pattern[i]!;
    if (c === "'") {
      const end = quoteEnd(pattern, i);
      out += end === i + 1 ? "'" : pattern.slice(i + 1, end).replaceAll("''", "'");
      i = end + 1;
    } else if (/[a-zA-Z]/.test(c)) {
      let width = 1;
      while (pattern[i + width] === c) width++;
      out += field(c, width, { ms, local, zone, locale });
      i += width;
    } else {
      out += c;
      i++;
    }
  }
  return out;
}

function quoteEnd(pattern: string, start: number): number {
  if (pattern[start + 1] === "'") return start + 1;
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern[i] !== "'") continue;
    if (pattern[i + 1] !== "'") return i;
    i++;
  }
  return fail('System.IllegalArgumentException', 'Unterminated quote');
}

interface Moment {
  readonly ms: number;
  /** Wall-clock time as if it were GMT. */
  readonly local: number;
  readonly zone: string;
  readonly locale: string;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function field(letter: string, width: number, moment: Moment): string {
  const days = dayPart(moment.local);
  const time = timePart(moment.local);
  const { year, month, day } = civilOf(days);
  const hour = Math.floor(time / 3_600_000);
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
      return yearText(year > 0 ? year : 1 - year, width);
    case 'Y':
      return yearText(weekYear(days), width);
    case 'M':
    case 'L':
      return width >= 3 ? name(moment, { month: width === 3 ? 'short' : 'long' }) : pad(month, width);
    case 'w':
      return pad(weekOfYear(days), width);
    case 'W':
      return pad(Math.floor((day + weekday(daysOf(year, month, 1)) - 1) / 7) + 1, width);
    case 'D':
      return pad(dayOfYear(days), width);
    case 'd':
      return pad(day, width);
    case 'F':
      return pad(Math.floor((day - 1) / 7) + 1, width);
    case 'E':
      return name(moment, { weekday: width >= 4 ? 'long' : 'short' });
    case 'u':
      return pad(weekday(days) || 7, width);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, width);
    case 'k':
      return pad(hour || 24, width);
    case 'K':
      return pad(hour % 12, width);
    case 'h':
      return pad(hour % 12 || 12, width);
    case 'm':
      return pad(Math.floor(time / 60_000) % 60, width);
    case 's':
      return pad(Math.floor(time / 1000) % 60, width);
    case 'S':
      return pad(time % 1000, width);
    case 'z':
      return zoneName(moment.ms, moment.zone, width >= 4);
    case 'Z':
      return offsetText(offsetAt(moment.ms, moment.zone), '');
    case 'X':
      return isoOffset(offsetAt(moment.ms, moment.zone), width);
    default:
      return fail('System.IllegalArgumentException', `Illegal pattern character '${letter}'`);
  }
}

const yearText = (year: number, width: number): string => (width === 2 ? pad(year % 100, 2) : pad(year, width));

/** First day (a Sunday) of week 1 of a year. */
const firstWeek = (year: number): number => daysOf(year, 1, 1) - weekday(daysOf(year, 1, 1));

function weekYear(days: number): number {
  const { year } = civilOf(days);
  return days >= firstWeek(year + 1) ? year + 1 : year;
}

const weekOfYear = (days: number): number => Math.floor((days - firstWeek(weekYear(days))) / 7) + 1;

const formats = new Map<string, Intl.DateTimeFormat>();

function name(moment: Moment, options: Intl.DateTimeFormatOptions): string {
  const key = moment.locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(moment.locale, { ...options, timeZone: 'UTC' })));
  return format.format(moment.local);
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function isoOffset(offset: number, width: number): string {
  if (offset === 0) return 'Z';
  if (width === 1) return offsetText(offset, '').slice(0, 3);
  return offsetText(offset, width === 2 ? '' : ':');
}

/** Short names that Java has and Intl's English does not. */
const SHORT: Readonly<Record<string, readonly [standard: string, daylight: string]>> = {
  'Central European': ['CET', 'CEST'],
  'Eastern European': ['EET', 'EEST'],
  'Western European': ['WET', 'WEST'],
  'India': ['IST', 'IST'],
  'Japan': ['JST', 'JST'],
  'Australian Eastern': ['AEST', 'AEDT'],
  'Australian Central': ['ACST', 'ACDT'],
  'Australian Western': ['AWST', 'AWST'],
  'New Zealand': ['NZST', 'NZDT'],
  'China': ['CST', 'CST'],
  'Korean': ['KST', 'KST'],
  'Singapore': ['SGT', 'SGT'],
  'Hong Kong': ['HKT', 'HKT'],
  'Israel': ['IST', 'IDT'],
  'South Africa': ['SAST', 'SAST'],
  'Moscow': ['MSK', 'MSD'],
  'Brasilia': ['BRT', 'BRST'],
}; // prettier-ignore

/** `PST` or `Pacific Standard Time`. */
export function zoneName(ms: number, zone: string, long: boolean): string {
  if (zone === 'GMT') return long ? 'Greenwich Mean Time' : 'GMT';
  if (zone === 'UTC') return long ? 'Coordinated Universal Time' : 'UTC';
  const named = (style: 'short' | 'long'): string =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style }).formatToParts(ms).find((part) => part.type === 'timeZoneName')
      ?.value ?? zone;
  if (long) return named('long');
  const short = named('short');
  if (!short.startsWith('GMT') || short === 'GMT') return short;
  const region = named('long').replace(/ (?:Standard|Summer|Daylight) Time$/, '');
  if (zone === 'Europe/London') return inDaylightTime(ms, zone) ? 'BST' : 'GMT';
  const pair = SHORT[region];
  if (pair) return pair[inDaylightTime(ms, zone) ? 1 : 0];
  return offsetAt(ms, zone) === 0 ? 'GMT' : `GMT${offsetText(offsetAt(ms, zone), ':')}`;
}
