import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/engine/counters';
import { openStore } from '../../src/store';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('counters behind record ids', () => {
  it('hands out an id once, also after a rollback', () => {
    const store = openStore(':memory:');
    const counters = new Counters(store);
    store.begin();
    const first = counters.nextId('001');
    counters.flush();
    store.rollback();
    expect(counters.nextId('001')).not.toBe(first);
    store.close();
  });

  it('continues after what a commit has written, and leaves no gap in auto numbers', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'counters-')), 'org.db');
    const store = openStore(file);
    const counters = new Counters(store);
    const ids = [counters.nextId('001'), counters.nextId('001')];
    counters.nextAutoNumber('Run__c', 'Name');
    store.begin();
    counters.flush();
    store.commit();
    store.close();
    const again = openStore(file);
    const reopened = new Counters(again);
    expect(ids).not.toContain(reopened.nextId('001'));
    expect(reopened.nextAutoNumber('Run__c', 'Name')).toBe(2);
    again.close();
  });
});
