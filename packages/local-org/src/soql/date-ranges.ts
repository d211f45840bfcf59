import { instantOf, localMs, utc } from '../kernel/zones';

/** Days since 1970-01-01, both ends included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;

/**
 * The days that a date literal means, for example `LAST_N_WEEKS` with n = 2, seen at instant `now` in a time zone. Weeks
 * start on Sunday (locale en_US) and the fiscal year in January, the platform's defaults.
 * Source: SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE".
 */
export function rangeOf(name: string, n: number, now: number, zone: string): DayRange {
  const most = /QUARTER|YEAR/.test(name) ? MOST_LONG_UNITS : MOST_SHORT_UNITS;
  const { first, last } = unbounded(name, Math.max(-most, Math.min(most, n)), now, zone);
  return { first: calendarDay(first), last: calendarDay(last) };
}

/** Counts of units that lead beyond every date that can be stored, and stay within what JavaScript's dates can be. */
const MOST_LONG_UNITS = 20_000;
const MOST_SHORT_UNITS = 3_000_000;

/** Days of four-digit years, which compare as text. */
const FIRST_DAY = utc(0, 1, 1) / DAY;
const LAST_DAY = utc(9999, 12, 30) / DAY;

/** The day, or the end of the calendar that it lies beyond. */
export function calendarDay(day: number): number {
  return Math.max(FIRST_DAY, Math.min(LAST_DAY, day));
}

function unbounded(name: string, n: number, now: number, zone: string): DayRange {
  const today = Math.floor(localMs(now, zone) / DAY);
  switch (name) {
    case 'YESTERDAY':
      return { first: today - 1, last: today - 1 };
    case 'TODAY':
      return { first: today, last: today };
    case 'TOMORROW':
      return { first: today + 1, last: today + 1 };
    case 'LAST_90_DAYS':
      return { first: today - 90, last: today };
    case 'NEXT_90_DAYS':
      return { first: today + 1, last: today + 90 };
    case 'LAST_N_DAYS':
      return { first: today - n, last: today };
    case 'NEXT_N_DAYS':
      return { first: today + 1, last: today + n };
    case 'N_DAYS_AGO':
      return { first: today - n, last: today - n };
  }
  const [, which = '', several = '', unit = '', ago = ''] =
    /^(LAST|THIS|NEXT)?_?(N)?_?(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)S?(_AGO)?$/.exec(name.replace(/FISCAL_/, '')) as unknown as string[];
  const startOf = UNIT_STARTS[unit as keyof typeof UNIT_STARTS];
  const units = (from: number, to: number): DayRange => ({ first: startOf(today, from), last: startOf(today, to + 1) - 1 });
  if (ago) return units(-n, -n);
  if (which === 'THIS') return units(0, 0);
  if (which === 'LAST') return several ? units(-n, -1) : units(-1, -1);
  return several ? units(1, n) : units(1, 1);
}

/** First day of the unit that is `shift` units away from the one that holds `day`. */
const UNIT_STARTS = {
  WEEK: (day: number, shift: number) => day - ((day + 4) % 7) + shift * 7,
  MONTH: (day: number, shift: number) => monthStart(day, 1, shift),
  QUARTER: (day: number, shift: number) => monthStart(day, 3, shift),
  YEAR: (day: number, shift: number) => monthStart(day, 12, shift),
};

function monthStart(day: number, months: number, shift: number): number {
  const date = new Date(day * DAY);
  const month = date.getUTCMonth();
  return utc(date.getUTCFullYear(), month - (month % months) + shift * months + 1, 1) / DAY;
}

/** The instant at which a day begins in a time zone. */
export function dayStart(day: number, zone: string): number {
  return instantOf(day * DAY, zone);
}

/** `2026-11-22` */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
