import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApexDate, type ApexDatetime, type ApexTime } from '../../src/kernel/values';
import { addMonths, civilOf, daysInMonth, daysOf } from '../../src/kernel/dates';
import { instantOf, localMs } from '../../src/kernel/zones';
import { formatPattern } from '../../src/kernel/date-format';
import { plainNatives } from './natives';

const call = plainNatives();
const date = (year: number, month: number, day: number) => call('Date.newInstance/3', year, month, day) as ApexDate;
const gmt = (...parts: number[]) => call(`Datetime.newInstanceGmt/${parts.length}`, ...parts) as ApexDatetime;

describe('calendar arithmetic', () => {
  it('goes back and forth for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 1_000_000 }), fc.integer({ min: -500, max: 500 }), (days, months) => {
        const { year, month, day } = civilOf(days);
        expect(daysOf(year, month, day)).toBe(days);
        const moved = civilOf(addMonths(days, months));
        expect(moved.year * 12 + moved.month).toBe(year * 12 + month + months);
        expect(moved.day).toBe(Math.min(day, daysInMonth(moved.year, moved.month)));
      }),
    );
  });

  it('clamps at the end of a month and overflows in newInstance', () => {
    expect(String(call('Date.toString/0', call('Date.addMonths/1', date(2024, 1, 31), 1)))).toBe('2024-02-29');
    expect(String(call('Date.toString/0', date(2020, 13, 1)))).toBe('2021-01-01');
    expect(call('Date.daysBetween/1', date(2024, 2, 28), date(2024, 3, 1))).toBe(2);
    expect(call('Date.monthsBetween/1', date(2023, 12, 31), date(2024, 1, 1))).toBe(1);
  });

  it('finds local midnight in every zone, also across a change of the clock', () => {
    const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'GMT'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom(...zones), (seconds, zone) => {
        const instant = seconds * 1000;
        const again = instantOf(localMs(instant, zone), zone);
        expect(localMs(again, zone)).toBe(localMs(instant, zone));
      }),
    );
    expect(new Date(instantOf(Date.UTC(2026, 2, 8, 2, 30), 'America/Los_Angeles')).toISOString()).toBe('2026-03-08T10:30:00.000Z');
  });
});

describe('Date and Datetime', () => {
  it.each(['2020-02-30', '2020-13-01', '20200101', 'x', '01/02/2020'])('refuses %s', (text) => {
    expect(() => call('Date.valueOf/1', text)).toThrow(`Invalid date: ${text}`);
  });

  it('works in the user’s zone unless told GMT', () => {
    const at = gmt(2026, 7, 1, 5, 30, 0);
    expect(call('Datetime.hour/0', at)).toBe(22);
    expect(call('Datetime.day/0', at)).toBe(30);
    expect(call('Datetime.hourGmt/0', at)).toBe(5);
    expect(call('Datetime.format/0', at)).toBe('6/30/2026, 10:30 PM');
    expect(call('Datetime.format/1', at, "yyyy-MM-dd'T'HH:mm:ss.SSSZ")).toBe('2026-06-30T22:30:00.000-0700');
    expect(call('Datetime.format/2', at, 'EEE, d MMM yy h:mm a z', 'Europe/Berlin')).toBe('Wed, 1 Jul 26 7:30 AM CEST');
    expect(call('Datetime.formatGmt/1', at, 'EEEE D w u XXX')).toBe('Wednesday 182 27 3 Z');
    expect((call('Datetime.parse/1', '6/30/2026, 10:30 PM') as ApexDatetime).ms).toBe(at.ms);
    expect((call('Datetime.valueOf/1', '2026-06-30 22:30:00') as ApexDatetime).ms).toBe(at.ms);
    expect((call('Datetime.valueOfGmt/1', '2026-07-01 05:30:00') as ApexDatetime).ms).toBe(at.ms);
    expect(() => call('Datetime.valueOf/1', '2026-07-01')).toThrow('Invalid date/time: 2026-07-01');
    expect(call('Date.toString/0', call('Date.today/0'))).toBe('2026-11-22');
    expect(call('Date.format/0', date(2026, 1, 5))).toBe('1/5/2026');
    expect(call('Date.toString/0', call('Date.parse/1', '1/5/2026'))).toBe('2026-01-05');
    expect(call('Date.toString/0', call('Date.toStartOfWeek/0', date(2026, 11, 25)))).toBe('2026-11-22');
  });

  it('quotes in patterns are text, unknown letters are errors', () => {
    expect(formatPattern(0, "h 'o''clock' ''a''", 'GMT')).toBe("12 o'clock 'AM'");
    expect(() => formatPattern(0, 'b', 'GMT')).toThrow("Illegal pattern character 'b'");
  });

  it('times wrap around midnight; unknown zones are GMT', () => {
    const late = call('Time.newInstance/4', 23, 59, 59, 999) as ApexTime;
    expect(call('Time.toString/0', call('Time.addMilliseconds/1', late, 2))).toBe('00:00:00.001Z');
    expect(String(call('TimeZone.getTimeZone/1', 'Nowhere/Else'))).toBe('GMT');
    expect(call('TimeZone.getOffset/1', call('TimeZone.getTimeZone/1', 'Europe/Berlin'), gmt(2026, 7, 1))).toBe(7_200_000);
  });
});
