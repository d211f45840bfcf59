import { utc } from './zones';

/** Calendar arithmetic on day counts since 1970-01-01 and on wall-clock milliseconds. Months are 1 to 12. */
export const DAY = 86_400_000;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilOf(days: number): CivilDate {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Month and day may overflow: month 13 is January of the next year (Date.newInstance). */
export const daysOf = (year: number, month: number, day: number): number => utc(year, month, day) / DAY;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const daysInMonth = (year: number, month: number): number => daysOf(year, month + 1, 1) - daysOf(year, month, 1);

/** Keeps the day of the month, or takes the month's last one. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civilOf(days);
  const first = civilOf(daysOf(year, month + months, 1));
  return daysOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

export const dayOfYear = (days: number): number => days - daysOf(civilOf(days).year, 1, 1) + 1;

/** Day of the week, 0 = Sunday. */
export const weekday = (days: number): number => (((days + 4) % 7) + 7) % 7;

export const dayPart = (ms: number): number => Math.floor(ms / DAY);
export const timePart = (ms: number): number => ms - dayPart(ms) * DAY;
