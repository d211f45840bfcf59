import { describe, expect, it } from 'vitest';
import { nextFireTime, parseCron } from '../../src/async/cron';

const at = (text: string): number => Date.parse(text);
const next = (cron: string, after: string, zone = 'GMT'): string | null => {
  const found = nextFireTime(parseCron(cron), at(after), zone);
  return found === null ? null : new Date(found).toISOString();
};

describe('cron expressions of System.schedule', () => {
  it.each([
    ['0 0 * * * ?', '2026-03-01T10:15:00Z', '2026-03-01T11:00:00.000Z'],
    ['0 30 8 ? * MON-FRI', '2026-03-06T09:00:00Z', '2026-03-09T08:30:00.000Z'],
    ['0 0 0 L * ?', '2028-02-10T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 12 ? * 6#3', '2026-03-01T00:00:00Z', '2026-03-20T12:00:00.000Z'],
    ['0 0 12 ? * 6L', '2026-03-01T00:00:00Z', '2026-03-27T12:00:00.000Z'],
    ['0 0 9 15W * ?', '2026-08-01T00:00:00Z', '2026-08-14T09:00:00.000Z'],
    ['0 0 1 1 1 ? 2030', '2026-01-01T00:00:00Z', '2030-01-01T01:00:00.000Z'],
    ['0 5 0/6 * * ?', '2026-03-01T06:05:00Z', '2026-03-01T12:05:00.000Z'],
  ])('%s after %s fires at %s', (cron, after, expected) => {
    expect(next(cron, after)).toBe(expected);
  });

  it('reads the time in the zone of the user, through a clock change', () => {
    expect(next('0 0 8 * * ?', '2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T06:00:00.000Z');
    expect(next('0 0 8 * * ?', '2026-03-27T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-28T07:00:00.000Z');
  });

  it('never fires in a year that has passed', () => {
    expect(next('0 0 1 1 1 ? 2020', '2026-01-01T00:00:00Z')).toBeNull();
  });

  it.each(['', '0 0', '* * * * * ?', '0 0 25 * * ?', '0 0 0 ? * ?', '0 0 0 1 FOO ?', '0 0 0/0 * * ?'])('refuses "%s"', (cron) => {
    expect(() => parseCron(cron)).toThrow(expect.objectContaining({ typeName: 'System.StringException' }) as Error);
  });
});
