import { daysInMonth, daysOf, DAY } from './dates';

/**
 * Days, times of day and instants in ISO 8601 form. `Date.parse` does not do: it takes the 31st of February for the 3rd of March,
 * 24:00 for the next day and offsets of 25 hours.
 */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;
const ZONE = /^([+-])(\d{2}):?(\d{2})$/;
/** XML Schema, dateTime: zones reach from -14:00 to +14:00. */
const WIDEST_ZONE = 14 * 60;

/** Days since 1970-01-01 of `yyyy-MM-dd`; null when there is no such day. */
export function parseDay(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysOf(year, month, day);
}

/** Milliseconds since midnight of `HH:mm`, `HH:mm:ss` or `HH:mm:ss.SSS`; null when no clock shows it. */
export function parseClock(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((match[4] ?? '').padEnd(3, '0'));
}

/** Milliseconds since the epoch of `yyyy-MM-ddTHH:mm...` with `Z`, `+HH:mm` or `+HHmm`; without a zone it is GMT. */
export function parseInstant(text: string): number | null {
  if (text.length > 40) return null;
  const [, day = '', clock = '', zone = ''] = /^(.{10})T(.*?)(Z|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? [];
  const days = parseDay(day);
  const time = parseClock(clock);
  const offset = parseZone(zone);
  return days === null || time === null || offset === null ? null : days * DAY + time - offset * 60_000;
}

/** Minutes east of Greenwich. */
function parseZone(text: string): number | null {
  if (text === '' || text.toUpperCase() === 'Z') return 0;
  const match = ZONE.exec(text);
  if (!match || Number(match[3]) > 59) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > WIDEST_ZONE) return null;
  return match[1] === '-' ? -minutes : minutes;
}
