import { beforeEach, describe, expect, it } from 'vitest';
import { TriggerFailure } from '../../src/data/port';
import { ApexException, LimitException } from '../../src/kernel/exceptions';
import type { SObject } from '../../src/kernel/sobject';
import { openOrg, PARTIAL, SYSTEM, type Org } from './support';

let org: Org;
beforeEach(() => {
  org = openOrg();
});
const person = (values: Record<string, unknown>): SObject => org.make('Person__c', values);
const run = (operation: 'insert' | 'update' | 'delete', records: SObject[]) => org.tx(() => org.data.dml(operation, records, SYSTEM));

describe('before triggers', () => {
  it('see normalised values and defaults, and what they change is saved and checked', () => {
    const seen: unknown[] = [];
    org.triggers.set('Person__c', (_o, timing, operation, news, olds) => {
      for (const record of news ?? []) {
        if (timing === 'before') {
          seen.push([operation, record.id, record.get('Name'), record.get('Email__c'), olds === null]);
          record.set('Notes__c', 'by trigger');
          record.set('Email__c', ' Up@Case.DE');
        } else seen.push(['after', record.get('Notes__c'), record.readOnly]);
      }
    });
    const record = person({ Name: '', Email__c: ' A@B.de ' });
    run('insert', [record]);
    expect(seen).toEqual([
      ['insert', null, null, 'a@b.de', true],
      ['after', 'by trigger', true],
    ]);
    expect(record.get('Notes__c')).toBeUndefined();
    expect(org.query('SELECT Email__c FROM Person__c')[0]?.get('Email__c')).toBe('up@case.de');
  });
  it('get 200 records at a time', () => {
    const sizes: string[] = [];
    org.triggers.set('Person__c', (_o, timing, _op, news) => void sizes.push(`${timing} ${news?.length}`));
    run(
      'insert',
      Array.from({ length: 401 }, () => person({})),
    );
    expect(sizes).toEqual(['before 200', 'after 200', 'before 200', 'after 200', 'before 1', 'after 1']);
  });
});

describe('failures', () => {
  it('with addError name the field and the caller’s row', () => {
    org.triggers.set('Person__c', (_o, timing, _op, news) => {
      if (timing === 'before')
        for (const r of news ?? []) if (r.get('Name') === 'bad') r.errors = [{ field: 'Name', message: 'not this one' }];
    });
    try {
      run('insert', [person({ Name: 'ok' }), person({ Name: 'bad' })]);
      expect.unreachable();
    } catch (error) {
      expect((error as ApexException).message).toBe(
        'Insert failed. First exception on row 1; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, not this one: [Name]',
      );
    }
  });
  it('with an exception fail the chunk, naming trigger, cause and place', () => {
    org.triggers.set('Person__c', () => {
      const cause = new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
      cause.apexStack = 'Trigger.PersonTrigger: line 3, column 1';
      throw new TriggerFailure('PersonTrigger', cause);
    });
    const expected =
      'PersonTrigger: execution of BeforeInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object\n\nTrigger.PersonTrigger: line 3, column 1';
    expect(() => run('insert', [person({})])).toThrow(
      `Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, ${expected}: []`,
    );
    const results = org.tx(() => org.data.dml('insert', [person({}), person({})], PARTIAL));
    expect(results.map((r) => r.errors[0]?.message)).toEqual([expected, expected]);
  });
  it('by a limit pass through everything', () => {
    org.triggers.set('Person__c', () => {
      throw new LimitException('Too many SOQL queries: 101');
    });
    expect(() => org.tx(() => org.data.dml('insert', [person({})], PARTIAL))).toThrow(LimitException);
  });
  it('at depth 17, and never deeper', () => {
    let depth = 0;
    org.triggers.set('Person__c', (_o, timing) => {
      if (timing !== 'after') return;
      depth++;
      org.data.dml('insert', [person({})], SYSTEM);
    });
    expect(() => run('insert', [person({})])).toThrow('maximum trigger depth exceeded');
    expect(depth).toBe(16);
    expect(org.query('SELECT Id FROM Person__c')).toHaveLength(0);
  });
});

describe('delete triggers', () => {
  it('see the old images, read-only, and can refuse', () => {
    const [ada] = org.insert(person({ Name: 'Ada' })) as [SObject];
    org.triggers.set('Person__c', (_o, timing, _op, news, olds) => {
      expect([news, olds?.[0]?.get('Name'), olds?.[0]?.readOnly]).toEqual([null, 'Ada', true]);
      if (timing === 'before') (olds?.[0] as SObject).errors = [{ field: null, message: 'keep' }];
    });
    expect(() => run('delete', [person({ Id: ada.id })])).toThrow(
      `Delete failed. First exception on row 0 with id ${ada.id}; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, keep: []`,
    );
    expect(org.query('SELECT Id FROM Person__c')).toHaveLength(1);
  });
});
