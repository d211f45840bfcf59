import { beforeEach, describe, expect, it } from 'vitest';
import { openFixture, type Fixture } from './open-fixture';

let fixture: Fixture;
beforeEach(() => {
  fixture = openFixture();
});

describe('@future methods', () => {
  it('run after the caller, in a transaction of their own', () => {
    fixture.call('Later', 'callIt');
    expect(fixture.marks()).toEqual(['caller']);
    fixture.org.jobs.runDue(10);
    expect(fixture.marks()).toEqual(['caller', 'future']);
    expect(fixture.jobRows()).toEqual(['Completed']);
  });

  it('may not call one another', () => {
    fixture.call('Later', 'callNested');
    fixture.org.jobs.runDue(10);
    expect(fixture.jobRows()[0]).toContain('Future method cannot be called from a future or batch method');
  });
});

describe('batch Apex', () => {
  it('runs chunk by chunk, goes on after one that fails, and keeps members but not statics', () => {
    for (const n of [1, 2, 3, 4, 5]) fixture.call('Marks', 'add', `m${n}`, n);
    fixture.call('Later', 'sweep');
    // start, three chunks, finish
    expect(fixture.org.jobs.runDue(100)).toBe(5);
    // The failed chunk's member change is lost with it.
    expect(fixture.marks().at(-1)).toBe('finished 2 0');
    expect(fixture.jobRows()).toEqual(['Completed First error: m3']);
    const userId = fixture.org.users[0]?.userId ?? '';
    const changed = fixture.org.step({ userId, commit: false }, () =>
      fixture.org.data.queryText('SELECT Key__c FROM Mark__c WHERE Number__c = 100 ORDER BY Key__c', new Map(), {
        mode: 'system',
        sharing: false,
      }),
    );
    expect(changed.map((mark) => mark.get('Key__c'))).toEqual(['m1', 'm2', 'm5']);
  });
});
