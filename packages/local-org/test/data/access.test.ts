import { beforeEach, describe, expect, it } from 'vitest';
import type { ObjectHook } from '../../src/data/hooks';
import { ApexException } from '../../src/kernel/exceptions';
import type { SObject } from '../../src/kernel/sobject';
import { garageObjects, openAccess, openOrg, PARTIAL, SYSTEM, type Org } from './support';

const USER = { mode: 'user', sharing: true, allOrNone: true } as const;
let org: Org;
beforeEach(() => {
  org = openOrg();
});
const person = (values: Record<string, unknown>): SObject => org.make('Person__c', values);

describe('user mode', () => {
  it('refuses objects, fields and records, each in the platform’s words', () => {
    const [ada] = org.insert(person({ Name: 'Ada', Code__c: 'a' })) as [SObject];
    org.access = openAccess({ hasObject: (_u, _o, right) => right !== 'create' });
    expect(() => org.tx(() => org.data.dml('insert', [person({})], USER))).toThrow("Access to entity 'Person__c' denied");
    org.tx(() => org.data.dml('insert', [person({})], SYSTEM));

    org.access = openAccess({ canEditField: (_u, _o, f) => f.name !== 'Code__c' });
    org.tx(() => org.data.dml('update', [person({ Id: ada.id, Name: 'Ida' })], USER));
    let error: unknown;
    try {
      org.tx(() => org.data.dml('update', [person({ Id: ada.id, Code__c: 'b' })], USER));
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ApexException);
    expect((error as ApexException).message).toBe(
      'Operation failed due to fields being inaccessible on Sobject Person__c, check errors on Exception or Result!',
    );
    expect((error as ApexException).rows[0]?.fields).toEqual(['Code__c']);
    expect(() => org.tx(() => org.data.dml('update', [person({ Id: ada.id, Code__c: 'b' })], { ...USER, api: true }))).toThrow(
      'Unable to create/update fields: Code__c.',
    );

    const results = org.tx(() =>
      org.data.dml('insert', [person({ Code__c: 'z' }), person({ Name: 'fine' })], { ...USER, allOrNone: false }),
    );
    expect(results.map((r) => r.success)).toEqual([false, true]);

    org.access = openAccess({
      rowFilter: (_u, _o, alias, level) => (level !== 'read' ? { sql: `${alias}."Name" = ?`, binds: ['nobody'] } : null),
    });
    expect(() => org.tx(() => org.data.dml('update', [person({ Id: ada.id, Name: 'x' })], USER))).toThrow(
      'INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: []',
    );
    expect(() => org.tx(() => org.data.dml('delete', [person({ Id: ada.id })], { ...SYSTEM, sharing: true }))).toThrow(
      'INSUFFICIENT_ACCESS',
    );
    org.tx(() => org.data.dml('update', [person({ Id: ada.id, Name: 'x' })], SYSTEM));
    expect(org.query('SELECT Name, Code__c FROM Person__c')[0]?.get('Name')).toBe('x');
  });
});

it('user mode refuses lookups to records that the user may not see', () => {
  const [ada, bob] = org.insert(person({ Name: 'Ada' }), person({ Name: 'Bob' })) as [SObject, SObject];
  const drive = (driver: SObject): SObject => org.make('Car__c', { Plate__c: 'P', Driver__c: driver.id });
  org.access = openAccess({
    rowFilter: (_u, o, alias) => (o.name === 'Person__c' ? { sql: `${alias}."Name" = ?`, binds: ['Bob'] } : null),
  });
  expect(() => org.tx(() => org.data.dml('insert', [drive(ada)], USER))).toThrow(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on cross-reference id: [Driver__c]',
  );
  org.tx(() => org.data.dml('insert', [drive(bob)], USER));
  org.tx(() => org.data.dml('insert', [drive(ada)], SYSTEM));
});

describe('mixed DML', () => {
  const group = (): SObject => org.make('Group', { Name: 'G' });
  it('is refused in both directions, by object type', () => {
    expect(() =>
      org.tx(() => {
        org.data.dml('insert', [person({})], SYSTEM);
        org.data.dml('insert', [group()], SYSTEM);
      }),
    ).toThrow(
      'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Person__c: []',
    );
    expect(() =>
      org.tx(() => {
        org.data.dml('insert', [group()], SYSTEM);
        org.data.dml('insert', [person({})], SYSTEM);
      }),
    ).toThrow('Person__c, original object: Group');
  });
  it('keeps its mark when a savepoint is rolled back, and ends with the transaction', () => {
    org.tx((context) => {
      context.beginWrite();
      context.store.savepoint('user_savepoint');
      org.data.dml('insert', [person({})], SYSTEM);
      context.store.rollbackTo('user_savepoint');
      const [result] = org.data.dml('insert', [group()], PARTIAL);
      expect(result?.errors[0]?.statusCode).toBe('MIXED_DML_OPERATION');
    });
    org.tx(() => org.data.dml('insert', [group()], SYSTEM));
  });
  it('is decided by the object’s hook where there is one', () => {
    const hook: ObjectHook = { object: 'Group', mixedDml: (_operation, row) => (row.record.get('Type') === null ? 'exempt' : 'setup') };
    org = openOrg(undefined, { hooks: [hook] });
    org.tx(() => {
      org.data.dml('insert', [person({})], SYSTEM);
      org.data.dml('insert', [group()], SYSTEM);
      expect(() => org.data.dml('insert', [org.make('Group', { Type: 'Queue' })], SYSTEM)).toThrow('MIXED_DML_OPERATION');
    });
  });
});

describe('hooks', () => {
  it('run around validation and triggers and may do DML of the platform', () => {
    const calls: string[] = [];
    const hook: ObjectHook = {
      object: 'person__C',
      prepare: (operation, rows) => {
        calls.push(`prepare ${operation}`);
        for (const row of rows) row.record.set('Notes__c', 'prepared');
      },
      validate: (_operation, rows) => {
        calls.push('validate');
        for (const row of rows) if (row.record.get('Name') === 'bad') row.fail('FIELD_INTEGRITY_EXCEPTION', 'bad name', ['Name']);
      },
      written: (operation, rows) => {
        calls.push(`written ${rows.length}`);
        if (operation === 'insert')
          org.data.dmlInternal(
            'insert',
            rows.map((row) => org.make('Car__c', { Plate__c: 'GIFT', Driver__c: row.record.id })),
          );
      },
    };
    org = openOrg(undefined, { hooks: [hook] });
    const results = org.tx((context) => {
      const done = org.data.dml('insert', [person({ Name: 'good' }), person({ Name: 'bad' })], PARTIAL);
      expect([context.limits.count('dml'), context.limits.count('dmlRows')]).toEqual([1, 2]);
      return done;
    });
    expect(results.map((r) => r.errors[0]?.message)).toEqual([undefined, 'bad name']);
    expect(calls).toEqual(['prepare insert', 'validate', 'written 1']);
    expect(org.query('SELECT Driver__r.Notes__c FROM Car__c')).toHaveLength(1);
  });
});

it('validation rules without an evaluator are refused loudly', () => {
  const drafts = openOrgDrafts();
  org = openOrg(drafts);
  expect(() => org.insert(person({}))).toThrow('The local org does not support validation rules (Person__c.No_Bob)');
  org = openOrg(drafts, { formula: (_rule, record) => record.get('Name') === 'Bob' });
  org.insert(person({ Name: 'Ada' }));
  expect(() => org.insert(person({ Name: 'Bob' }))).toThrow('FIELD_CUSTOM_VALIDATION_EXCEPTION, no Bobs: [Name]');
});

function openOrgDrafts() {
  return garageObjects().map((draft) =>
    draft.name === 'Person__c'
      ? { ...draft, validationRules: [{ name: 'No_Bob', active: true, formula: 'Name = "Bob"', message: 'no Bobs', errorField: 'Name' }] }
      : draft,
  );
}
