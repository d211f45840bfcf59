import { describe, expect, it } from 'vitest';
import { dayStart, isoDay, rangeOf } from '../../src/soql/date-ranges';

const now = Date.UTC(2026, 10, 22, 3, 0, 0); // a Sunday in GMT, still Saturday in New York
const range = (name: string, n = 0, zone = 'GMT'): string => {
  const { first, last } = rangeOf(name, n, now, zone);
  return `${isoDay(first)}..${isoDay(last)}`;
};

describe('date literals', () => {
  it.each([
    ['TODAY', 0, '2026-11-22..2026-11-22'],
    ['YESTERDAY', 0, '2026-11-21..2026-11-21'],
    ['TOMORROW', 0, '2026-11-23..2026-11-23'],
    ['THIS_WEEK', 0, '2026-11-22..2026-11-28'],
    ['LAST_WEEK', 0, '2026-11-15..2026-11-21'],
    ['NEXT_MONTH', 0, '2026-12-01..2026-12-31'],
    ['LAST_N_DAYS', 3, '2026-11-19..2026-11-22'],
    ['NEXT_N_DAYS', 3, '2026-11-23..2026-11-25'],
    ['N_DAYS_AGO', 3, '2026-11-19..2026-11-19'],
    ['LAST_N_WEEKS', 2, '2026-11-08..2026-11-21'],
    ['N_WEEKS_AGO', 2, '2026-11-08..2026-11-14'],
    ['LAST_N_MONTHS', 12, '2025-11-01..2026-10-31'],
    ['THIS_QUARTER', 0, '2026-10-01..2026-12-31'],
    ['NEXT_N_QUARTERS', 2, '2027-01-01..2027-06-30'],
    ['LAST_YEAR', 0, '2025-01-01..2025-12-31'],
    ['N_YEARS_AGO', 2, '2024-01-01..2024-12-31'],
    ['THIS_FISCAL_QUARTER', 0, '2026-10-01..2026-12-31'],
    ['LAST_N_FISCAL_YEARS', 2, '2024-01-01..2025-12-31'],
    ['N_FISCAL_QUARTERS_AGO', 1, '2026-07-01..2026-09-30'],
    ['LAST_90_DAYS', 0, '2026-08-24..2026-11-22'],
    ['NEXT_90_DAYS', 0, '2026-11-23..2027-02-20'],
  ])('%s:%i', (name, n, expected) => expect(range(name, n)).toBe(expected));

  it('belong to the user’s day', () => {
    expect(range('TODAY', 0, 'America/New_York')).toBe('2026-11-21..2026-11-21');
    expect(dayStart(rangeOf('TODAY', 0, now, 'America/New_York').first, 'America/New_York')).toBe(Date.UTC(2026, 10, 21, 5));
  });
});
