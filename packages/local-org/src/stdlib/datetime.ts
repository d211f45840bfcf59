import type { RunningUser } from '../engine/running-user';
import { formatPattern, zoneName } from '../kernel/date-format';
import { addMonths, civilOf, DAY, dayOfYear, dayPart, daysOf, timePart } from '../kernel/dates';
import { equalsExactly, hashOf } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { parseDay, parseInstant } from '../kernel/iso';
import { NativeObject } from '../kernel/natives';
import { datetimeText, toText } from '../kernel/text';
import { ApexDate, ApexDatetime, ApexTime } from '../kernel/values';
import { instantOf, isKnownZone, localMs, offsetAt } from '../kernel/zones';
import { checkedDays, formatDatetime, formatDatetimeLong, parseDatetime } from './locale-format';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

const clock = (hour: number, minute: number, second: number): number => ((hour * 60 + minute) * 60 + second) * 1000;

/** Wall-clock milliseconds of `yyyy-MM-dd HH:mm:ss`; TypeException `Invalid date/time: x`. */
function parseStandard(text: string): number {
  const found = /^(\d{1,4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  const days = found && checkedDays(Number(found[1]), Number(found[2]), Number(found[3]));
  if (!found || days === null || Number(found[4]) > 23 || Number(found[5]) > 59 || Number(found[6]) > 59) {
    return fail('System.TypeException', `Invalid date/time: ${text}`);
  }
  return days * DAY + clock(Number(found[4]), Number(found[5]), Number(found[6]));
}

/** `newInstance` of one to six numbers, a Date and a Time, or milliseconds; gives wall-clock milliseconds except for a Long. */
function assemble(args: readonly unknown[]): number {
  const [a, b] = args;
  if (a instanceof ApexDate) return a.days * DAY + need(b as ApexTime).ms;
  const [year, month, day, hour = 0, minute = 0, second = 0] = args.map((value) => Number(need(value)));
  return daysOf(year!, month!, day!) * DAY + clock(hour, minute, second);
}

class TimeZone extends NativeObject {
  override readonly apexType = 'System.TimeZone';
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  override toString(): string {
    return this.id;
  }
}
export const timeZone = (id: string): TimeZone => new TimeZone(isKnownZone(id) ? id : 'GMT');

/** Adds to the calendar day of the GMT time, keeping the time of day. */
function shiftMonths(value: ApexDatetime, months: number): ApexDatetime {
  return new ApexDatetime(addMonths(dayPart(value.ms), months) * DAY + timePart(value.ms));
}

/** Readings of a wall clock; `of` turns an instant into wall-clock milliseconds. */
function readings(of: (ms: number) => number, suffix: string): Record<string, (value: ApexDatetime) => unknown> {
  const civil = (value: ApexDatetime) => civilOf(dayPart(of(value.ms)));
  const time = (value: ApexDatetime) => timePart(of(value.ms));
  return {
    [`year${suffix}/0`]: (value) => civil(value).year,
    [`month${suffix}/0`]: (value) => civil(value).month,
    [`day${suffix}/0`]: (value) => civil(value).day,
    [`dayOfYear${suffix}/0`]: (value) => dayOfYear(dayPart(of(value.ms))),
    [`hour${suffix}/0`]: (value) => Math.floor(time(value) / 3_600_000),
    [`minute${suffix}/0`]: (value) => Math.floor(time(value) / 60_000) % 60,
    [`second${suffix}/0`]: (value) => Math.floor(time(value) / 1000) % 60,
    [`millisecond${suffix}/0`]: (value) => time(value) % 1000,
    [`date${suffix}/0`]: (value) => new ApexDate(dayPart(of(value.ms))),
    [`time${suffix}/0`]: (value) => new ApexTime(time(value)),
  };
}

/** `Datetime` and `TimeZone`. Methods without `Gmt` work in the running user's time zone. */
export function datetimes(ports: StdlibPorts): Theme {
  const user = (): RunningUser => ports.transaction().user();
  const zone = (): string => user().timeZone;
  const tag = (): string => user().locale.replaceAll('_', '-');
  const now = (): ApexDatetime => new ApexDatetime(ports.transaction().clock.now());
  const local = (...args: unknown[]): ApexDatetime => new ApexDatetime(instantOf(assemble(args), zone()));
  const gmt = (...args: unknown[]): ApexDatetime => new ApexDatetime(assemble(args));
  const add = (unit: number) => (value: ApexDatetime, count: number) => new ApexDatetime(value.ms + need(count) * unit);
  return merge(
    members('System.Datetime', {
      ...readings((ms) => localMs(ms, zone()), ''),
      ...readings((ms) => ms, 'Gmt'),
      'now/0': now,
      'newInstance/1': (ms: bigint | number) => new ApexDatetime(Number(need(ms))),
      'newInstance/2,3,6': local,
      'newInstanceGmt/2,3,6': gmt,
      'valueOf/1': (value: unknown) => {
        if (need(value) instanceof ApexDatetime) return value;
        if (value instanceof ApexDate) return new ApexDatetime(value.days * DAY);
        return new ApexDatetime(instantOf(parseStandard(toText(value)), zone()));
      },
      'valueOfGmt/1': (text: string) => new ApexDatetime(parseStandard(need(text))),
      'parse/1': (text: string) => new ApexDatetime(parseDatetime(need(text), user().locale, zone())),
      'addDays/1': add(DAY),
      'addHours/1': add(3_600_000),
      'addMinutes/1': add(60_000),
      'addSeconds/1': add(1000),
      'addMonths/1': (value: ApexDatetime, count: number) => shiftMonths(value, need(count)),
      'addYears/1': (value: ApexDatetime, count: number) => shiftMonths(value, 12 * need(count)),
      'getTime/0': (value: ApexDatetime) => BigInt(value.ms),
      'isSameDay/1': (value: ApexDatetime, other: ApexDatetime) =>
        dayPart(localMs(value.ms, zone())) === dayPart(localMs(need(other).ms, zone())),
      'format/0': (value: ApexDatetime) => formatDatetime(value.ms, user().locale, zone()),
      'format/1': (value: ApexDatetime, pattern: string) => formatPattern(value.ms, need(pattern), zone(), tag()),
      'format/2': (value: ApexDatetime, pattern: string, id: string | null) =>
        formatPattern(value.ms, need(pattern), id === null ? zone() : timeZone(id).id, tag()),
      'formatGmt/1': (value: ApexDatetime, pattern: string) => formatPattern(value.ms, need(pattern), 'GMT', tag()),
      'formatLong/0': (value: ApexDatetime) => formatDatetimeLong(value.ms, user().locale, zone()),
      'toString/0': (value: ApexDatetime) => datetimeText(value.ms),
      'equals/1': (value: unknown, other: unknown) => equalsExactly(value, other),
      'hashCode/0': hashOf,
    }),
    members('System.TimeZone', {
      'getTimeZone/1': (id: string) => timeZone(need(id)),
      'getID/0': (value: TimeZone) => value.id,
      'getOffset/1': (value: TimeZone, at: ApexDatetime) => offsetAt(need(at).ms, value.id),
      'getDisplayName/0': (value: TimeZone) => {
        const ms = now().ms;
        return `(${formatPattern(ms, "'GMT'XXX", value.id).replace('Z', '+00:00')}) ${zoneName(ms, value.id, true)} (${value.id})`;
      },
      'toString/0': (value: TimeZone) => value.id,
    }),
    members('System.System', { 'now/0': now, 'currentTimeMillis/0': () => BigInt(now().ms) }),
  );
}

/** A Datetime out of ISO text, as files hold it; a day alone is its midnight. */
export function datetimeOfText(text: string): ApexDatetime {
  const days = parseDay(text);
  const ms = days === null ? parseInstant(text) : days * DAY;
  return ms === null ? fail('System.TypeException', `Invalid date/time: ${text}`) : new ApexDatetime(ms);
}
