import { beforeEach, describe, expect, it } from 'vitest';
import { ApexException } from '../../src/kernel/exceptions';
import { openFixture, type Fixture } from './open-fixture';

let fixture: Fixture;
beforeEach(() => {
  fixture = openFixture();
});

const thrown = (body: () => unknown): ApexException => {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
};

describe('the queue', () => {
  it('refuses a second waiting job with the same signature, and accepts it once the first has been dequeued', () => {
    fixture.call('Starter', 'signed', 'wake');
    const refusal = thrown(() => fixture.call('Starter', 'signed', 'wake'));
    expect(refusal.typeName).toBe('System.DuplicateMessageException');
    fixture.call('Starter', 'signed', 'other');
    expect(fixture.jobRows()).toHaveLength(2);
    fixture.org.jobs.runDue(10);
    expect(() => fixture.call('Starter', 'signed', 'wake')).not.toThrow();
  });

  it('runs the finalizer after a limit that no code can catch, and takes the job back', () => {
    fixture.call('Starter', 'greedy');
    expect(fixture.org.jobs.runDue(10)).toBe(2);
    expect(fixture.marks()).toEqual(['finalizer 0 UNHANDLED_EXCEPTION System.LimitException']);
    expect(fixture.jobRows()).toEqual(['Failed System.LimitException: Too many SOQL queries: 201']);
  });

  it('lets a finalizer put its failed job back five times in a row', () => {
    fixture.call('Starter', 'stubborn');
    fixture.org.jobs.runDue(100);
    // The finalizer of the sixth attempt is refused, so its own mark is taken back with it.
    expect(fixture.marks()).toEqual([1, 2, 3, 4, 5].map((n) => `attempt ${n} attempt ${n}`));
    expect(fixture.jobRows()).toHaveLength(6);
  });

  it('runs chained jobs in order, each with its finalizer before the next', () => {
    fixture.call('Starter', 'run', 3);
    fixture.org.jobs.runDue(100);
    expect(fixture.marks()).toEqual([1, 2, 3].flatMap((n) => [`job ${n}`, `finalizer ${n} SUCCESS`]));
    expect(fixture.jobRows()).toEqual(['Completed', 'Completed', 'Completed']);
  });

  it('stops a chain at its maximum stack depth', () => {
    fixture.call('Starter', 'deep');
    fixture.org.jobs.runDue(100);
    expect(fixture.jobRows()).toEqual(['Completed', 'Failed System.AsyncException: Maximum stack depth has been reached.']);
  });

  it('gives every job its own mixed-DML state', () => {
    fixture.call('Starter', 'halves', false);
    fixture.org.jobs.runDue(100);
    expect(fixture.jobRows()).toEqual(['Completed', 'Completed']);
    fixture.call('Starter', 'halves', true);
    fixture.org.jobs.runDue(100);
    expect(fixture.jobRows().at(-1)).toContain('MIXED_DML_OPERATION');
  });

  it('takes jobs back with the savepoint or the transaction that enqueued them', () => {
    fixture.call('Starter', 'undone');
    expect(fixture.org.jobs.nextDue()).toBeNull();
    expect(fixture.jobRows()).toEqual([]);
  });

  it('runs a delayed job when the clock says so', () => {
    fixture.call('Starter', 'delayed', 3);
    expect(fixture.org.jobs.runDue(10)).toBe(0);
    fixture.org.advanceClock(3 * 60_000);
    expect(fixture.org.jobs.runDue(10)).toBe(2);
  });

  it('keeps a cursor and its rows across jobs, whatever is added meanwhile', () => {
    for (let n = 1; n <= 5; n++) fixture.call('Marks', 'add', `m${n}`, n);
    fixture.call('Starter', 'walk');
    fixture.org.jobs.runDue(100);
    expect(fixture.jobRows()).toEqual(['Completed', 'Completed', 'Completed']);
    expect(fixture.marks().slice(5)).toEqual(['page m5,m4', 'page m3,m2', 'page m1']);
  });

  it('fires a scheduled class at its times, once each', () => {
    fixture.call('Starter', 'nightly');
    const again = thrown(() => fixture.call('Starter', 'nightly'));
    expect(again.message).toBe('The Apex job named "nightly" is already scheduled for execution.');
    fixture.org.advanceClock(15 * 3_600_000);
    expect(fixture.org.jobs.runDue(10)).toBe(1);
    expect(fixture.marks()).toEqual(['night 2026-03-02']);
    expect(fixture.org.jobs.nextDue()).toBe(Date.UTC(2026, 2, 3, 2));
  });

  it('fails the job when its commit fails, and runs it no second time', () => {
    fixture.call('Starter', 'run', 1);
    fixture.org.faults.arm({ point: 'commit.before', nth: 2, action: 'error' });
    fixture.org.jobs.runDue(10);
    expect(fixture.marks()).toEqual(['finalizer 1 UNHANDLED_EXCEPTION System.UnexpectedException']);
  });
});
