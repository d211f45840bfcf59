import type { RunningUser } from '../engine/running-user';
import { addMonths, civilOf, dayOfYear, dayPart, daysInMonth, daysOf, isLeapYear, timePart, weekday } from '../kernel/dates';
import { equalsExactly, hashOf } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { dateText, timeText, toText } from '../kernel/text';
import { ApexDate, ApexDatetime, ApexTime } from '../kernel/values';
import { localMs } from '../kernel/zones';
import { checkedDays, firstWeekday, formatDate, parseDate } from './locale-format';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** `yyyy-MM-dd`, what follows the day is ignored; or a Date or Datetime out of an Object. */
export function dateOf(value: unknown): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return new ApexDate(dayPart(value.ms));
  const text = need(value);
  const found = typeof text === 'string' ? /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?:\D.*)?$/.exec(text) : null;
  const days = found && checkedDays(Number(found[1]), Number(found[2]), Number(found[3]));
  return days === null ? fail('System.TypeException', `Invalid date: ${toText(text)}`) : new ApexDate(days);
}

const same = {
  'equals/1': (value: unknown, other: unknown) => equalsExactly(value, other),
  'hashCode/0': hashOf,
};

/** `Date` and `Time`. */
export function dates(ports: StdlibPorts): Theme {
  const user = (): RunningUser => ports.transaction().user();
  const today = (): ApexDate => new ApexDate(dayPart(localMs(ports.transaction().clock.now(), user().timeZone)));
  return merge(members('System.Date', { ...same, ...dateMembers, 'today/0': today,
    'parse/1': (text: string) => new ApexDate(parseDate(need(text), user().locale)),
    'format/0': (date: ApexDate) => formatDate(date.days, user().locale),
    'toStartOfWeek/0': (date: ApexDate) => new ApexDate(date.days - ((weekday(date.days) - firstWeekday(user().locale) + 7) % 7)),
  }), times, members('System.System', { 'today/0': today })); // prettier-ignore
}

const dateMembers = {
  'newInstance/3': (year: number, month: number, day: number) => new ApexDate(daysOf(need(year), need(month), need(day))),
  'valueOf/1': dateOf,
  'daysInMonth/2': (year: number, month: number) => daysInMonth(need(year), need(month)),
  'isLeapYear/1': (year: number) => isLeapYear(need(year)),
  'addDays/1': (date: ApexDate, count: number) => new ApexDate(date.days + need(count)),
  'addMonths/1': (date: ApexDate, count: number) => new ApexDate(addMonths(date.days, need(count))),
  'addYears/1': (date: ApexDate, count: number) => new ApexDate(addMonths(date.days, 12 * need(count))),
  'day/0': (date: ApexDate) => civilOf(date.days).day,
  'month/0': (date: ApexDate) => civilOf(date.days).month,
  'year/0': (date: ApexDate) => civilOf(date.days).year,
  'dayOfYear/0': (date: ApexDate) => dayOfYear(date.days),
  'daysBetween/1': (date: ApexDate, other: ApexDate) => need(other).days - date.days,
  'monthsBetween/1': (date: ApexDate, other: ApexDate) => {
    const [a, b] = [civilOf(date.days), civilOf(need(other).days)];
    return (b.year - a.year) * 12 + b.month - a.month;
  },
  'isSameDay/1': (date: ApexDate, other: ApexDate) => need(other).days === date.days,
  'toStartOfMonth/0': (date: ApexDate) => new ApexDate(date.days - civilOf(date.days).day + 1),
  'toString/0': (date: ApexDate) => dateText(date.days),
};

const DAY = 86_400_000;
/** Times wrap around midnight. */
const time = (ms: number): ApexTime => new ApexTime(timePart(((ms % DAY) + DAY) % DAY));

const times: Theme = members('System.Time', {
  ...same,
  'newInstance/4': (hour: number, minute: number, second: number, ms: number) =>
    time(((need(hour) * 60 + need(minute)) * 60 + need(second)) * 1000 + need(ms)),
  'addHours/1': (value: ApexTime, count: number) => time(value.ms + need(count) * 3_600_000),
  'addMinutes/1': (value: ApexTime, count: number) => time(value.ms + need(count) * 60_000),
  'addSeconds/1': (value: ApexTime, count: number) => time(value.ms + need(count) * 1000),
  'addMilliseconds/1': (value: ApexTime, count: number) => time(value.ms + need(count)),
  'hour/0': (value: ApexTime) => Math.floor(value.ms / 3_600_000),
  'minute/0': (value: ApexTime) => Math.floor(value.ms / 60_000) % 60,
  'second/0': (value: ApexTime) => Math.floor(value.ms / 1000) % 60,
  'millisecond/0': (value: ApexTime) => value.ms % 1000,
  'toString/0': (value: ApexTime) => timeText(value.ms),
});
