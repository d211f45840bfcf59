import { percentOf, progressOf } from '../rate';

const START = '2026-11-20T10:00:00.000Z';
const now = Date.parse('2026-11-20T10:02:00.000Z');

/** Processing, never taken up again. */
const MOVING = { state: 'Processing', paceSince: null, paceDone: 0 };

describe('progressOf', () => {
  it('tells percent, people a minute and minutes left', () => {
    expect(progressOf({ ...MOVING, total: 2500, processed: 1000, startTime: START, endTime: null }, now)).toEqual({
      percent: 40,
      perMinute: 500,
      minutesLeft: 3,
    });
  });

  it('knows less than a minute', () => {
    expect(progressOf({ ...MOVING, total: 2500, processed: 2300, startTime: START, endTime: null }, now).minutesLeft).toBe(0);
  });

  it('promises no end when nothing is done yet', () => {
    expect(progressOf({ ...MOVING, total: 2500, processed: 0, startTime: START, endTime: null }, now)).toEqual({
      percent: 0,
      perMinute: null,
      minutesLeft: null,
    });
    expect(progressOf({ ...MOVING, total: null, processed: null, startTime: null, endTime: null }, now)).toEqual({
      percent: 0,
      perMinute: null,
      minutesLeft: null,
    });
  });

  it('measures an ended run by its own end, not by the clock', () => {
    const ended = { ...MOVING, total: 100, processed: 100, startTime: START, endTime: '2026-11-20T10:01:00.000Z' };
    expect(progressOf(ended, now + 1e9)).toEqual({ percent: 100, perMinute: 100, minutesLeft: null });
  });

  it('is complete when an ended run had nobody to touch', () => {
    expect(progressOf({ ...MOVING, total: 0, processed: 0, startTime: START, endTime: START }, now).percent).toBe(100);
    expect(progressOf({ ...MOVING, total: 0, processed: 0, startTime: START, endTime: null }, now).percent).toBe(0);
  });

  it('never claims the end before it, nor more than everybody', () => {
    expect(progressOf({ ...MOVING, total: 1000, processed: 999, startTime: START, endTime: null }, now).percent).toBe(99);
    expect(progressOf({ ...MOVING, total: 10, processed: 12, startTime: START, endTime: null }, now).percent).toBe(100);
  });

  it('does not guess a rate from a few seconds', () => {
    expect(
      progressOf({ ...MOVING, total: 10, processed: 5, startTime: START, endTime: null }, Date.parse(START) + 4999).perMinute,
    ).toBeNull();
  });

  it('is not confused by a clock that runs behind the server', () => {
    expect(
      progressOf({ ...MOVING, total: 10, processed: 5, startTime: START, endTime: null }, Date.parse(START) - 1000).perMinute,
    ).toBeNull();
  });

  it.each(['Queued', 'Parked', 'Silent', 'Initializing'])('has no rate and promises no end while it stands: %s', (state) => {
    expect(progressOf({ ...MOVING, state, total: 2500, processed: 1000, startTime: START, endTime: null }, now)).toEqual({
      percent: 40,
      perMinute: null,
      minutesLeft: null,
    });
  });

  it('forgets what a run stood still before it was taken up again', () => {
    const revived = { ...MOVING, paceSince: '2026-11-20T10:01:00.000Z', paceDone: 900 };
    expect(progressOf({ ...revived, total: 1200, processed: 1000, startTime: START, endTime: null }, now)).toMatchObject({
      perMinute: 100,
      minutesLeft: 2,
    });
    expect(progressOf({ ...revived, total: 1200, processed: 900, startTime: START, endTime: null }, now).perMinute).toBeNull();
  });
});

describe('percentOf', () => {
  it.each([
    [0, 60_000, '0%'],
    [1, 60_000, '< 0.1%'],
    [58, 2500, '2.3%'],
    [0, 0, '0%'],
  ])('writes %p of %p as %p', (people, of, words) => {
    expect(percentOf(people, of)).toBe(words);
  });
});
