import { beforeEach, describe, expect, it } from 'vitest';
import type { DmlOperation, DmlOptions, DmlRowResult } from '../../src/data/port';
import { ApexException } from '../../src/kernel/exceptions';
import type { SObject } from '../../src/kernel/sobject';
import { ApexDatetime, Decimal } from '../../src/kernel/values';
import { garageObjects, openOrg, PARTIAL, SYSTEM, type Org } from './support';

let org: Org;
beforeEach(() => {
  org = openOrg();
});

const person = (values: Record<string, unknown>): SObject => org.make('Person__c', values);
const car = (values: Record<string, unknown>): SObject => org.make('Car__c', { Plate__c: 'P', ...values });
const run = (operation: DmlOperation, records: SObject[], options: DmlOptions = SYSTEM): DmlRowResult[] =>
  org.tx(() => org.data.dml(operation, records, options));
function failure(operation: DmlOperation, records: SObject[], options: DmlOptions = SYSTEM): ApexException {
  try {
    run(operation, records, options);
  } catch (error) {
    if (error instanceof ApexException) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
const count = (soql: string): number => org.tx(() => org.data.countText(soql, new Map(), SYSTEM));
const first = (soql: string): SObject => org.query(soql)[0] as SObject;

describe('insert', () => {
  it('writes Ids into the caller’s records, and nothing else', () => {
    const record = person({ Name: '  Ada ', Email__c: ' Ada@Example.COM ', Notes__c: '', Seen__c: new ApexDatetime(1_000_999) });
    const [result] = run('insert', [record]);
    expect(result).toMatchObject({ success: true, created: true, id: record.id, errors: [] });
    expect(record.get('Name')).toBe('  Ada ');
    expect(record.get('CreatedDate')).toBeUndefined();
    const saved = first('SELECT Name, Email__c, Notes__c, Seen__c, OwnerId, CreatedById, IsDeleted, CreatedDate FROM Person__c');
    expect([saved.get('Name'), saved.get('Email__c'), saved.get('Notes__c')]).toEqual(['Ada', 'ada@example.com', null]);
    expect((saved.get('Seen__c') as ApexDatetime).ms).toBe(1_000_000);
    expect([saved.get('OwnerId'), saved.get('CreatedById'), saved.get('IsDeleted')]).toEqual([org.userId, org.userId, false]);
    expect((saved.get('CreatedDate') as ApexDatetime).ms).toBe(Math.floor(org.clock.now() / 1000) * 1000);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no required field', { Plate__c: null }, 'REQUIRED_FIELD_MISSING, Required fields are missing: [Plate__c]: [Plate__c]'],
    ['an empty required field', { Plate__c: '  ' }, 'REQUIRED_FIELD_MISSING, Required fields are missing: [Plate__c]: [Plate__c]'],
    ['a long text', { Plate__c: '12345678901' }, 'STRING_TOO_LONG, Plate: data value too large: 12345678901 (max length=10): [Plate__c]'],
    [
      'a foreign picklist value',
      { Color__c: 'Green' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Color: bad value for restricted picklist field: Green: [Color__c]',
    ],
    [
      'a number too large',
      { Price__c: new Decimal(123456789n, 0) },
      'NUMBER_OUTSIDE_VALID_RANGE, Price: value outside of valid range on numeric field: 123456789.00: [Price__c]',
    ],
    ['a text in a number', { Seats__c: 'four' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD, Seats: value not of required type: four: [Seats__c]'],
    ['an unknown record', { Driver__c: 'a00000000000099AAA' }, 'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: [Driver__c]'],
    [
      'a record of another object',
      { Driver__c: '005000000000001AAA' },
      'FIELD_INTEGRITY_EXCEPTION, Driver: id value of incorrect type: 005000000000001AAA: [Driver__c]',
    ],
    ['an id that is none', { Driver__c: 'nobody' }, 'MALFORMED_ID, Driver: id value of incorrect type: nobody: [Driver__c]'],
  ])('refuses %s', (_what, values, expected) => {
    const error = failure('insert', [car(values)]);
    expect(error.typeName).toBe('System.DmlException');
    expect(error.message).toBe(`Insert failed. First exception on row 0; first error: ${expected}`);
  });

  it('refuses an Id, and names it', () => {
    expect(failure('insert', [car({ Id: 'a01000000000001AAA' })]).message).toBe(
      'Insert failed. First exception on row 0 with id a01000000000001AAA; first error: INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]',
    );
  });

  it('refuses addresses that are none', () => {
    for (const bad of ['x', 'a@b', 'a b@c.de', 'a@b..de', '@c.de', 'a@@b.de']) {
      expect(failure('insert', [person({ Email__c: bad })]).message).toContain(
        `INVALID_EMAIL_ADDRESS, Email: invalid email address: ${bad}`,
      );
    }
    run('insert', [person({ Email__c: "o'neil+tag@sub.example.co" })]);
  });

  it('of all or none leaves no record, no Id and no number behind', () => {
    const records = [car({}), car({ Color__c: 'Green' }), car({})];
    const error = failure('insert', records);
    expect(error.rows.map((row) => [row.index, row.statusCode])).toEqual([[1, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']]);
    expect(records.map((r) => r.id)).toEqual([null, null, null]);
    expect(count('SELECT COUNT() FROM Car__c')).toBe(0);
  });

  it('counts characters, not code units', () => {
    run('insert', [car({ Plate__c: '\u{1F600}'.repeat(10) })]);
    expect(failure('insert', [car({ Plate__c: '\u{1F600}'.repeat(11) })]).message).toContain('STRING_TOO_LONG');
  });

  it('refuses only the row whose text no database can hold', () => {
    const results = run('insert', [person({ Name: 'a\0b' }), person({ Notes__c: '\ud800' }), person({ Name: 'fine' })], PARTIAL);
    expect(results.map((r) => r.errors[0]?.statusCode)).toEqual(['FIELD_INTEGRITY_EXCEPTION', 'FIELD_INTEGRITY_EXCEPTION', undefined]);
  });

  it('rejects the same record twice', () => {
    const record = person({});
    expect(failure('insert', [record, record]).message).toContain('two identically equal elements');
  });
});

describe('update', () => {
  let ada: SObject;
  beforeEach(() => {
    [ada] = org.insert(person({ Name: 'Ada', Code__c: 'a' })) as [SObject];
  });
  it('writes only what the record carries', () => {
    org.clock.advance(60_000);
    run('update', [person({ Id: ada.id, Name: 'Ida' })]);
    const saved = first('SELECT Name, Code__c, LastModifiedDate, CreatedDate FROM Person__c');
    expect([saved.get('Name'), saved.get('Code__c')]).toEqual(['Ida', 'a']);
    expect((saved.get('LastModifiedDate') as ApexDatetime).ms - (saved.get('CreatedDate') as ApexDatetime).ms).toBe(60_000);
  });
  it('takes queried records with their read-only fields', () => {
    const saved = first('SELECT Id, Name, CreatedDate, CreatedById FROM Person__c');
    saved.set('Name', 'Queried');
    run('update', [saved]);
    expect(first('SELECT Name FROM Person__c').get('Name')).toBe('Queried');
  });
  it('needs an Id that exists', () => {
    expect(failure('update', [person({ Name: 'x' })]).message).toContain('MISSING_ARGUMENT, Id not specified in an update call: []');
    expect(failure('update', [person({ Id: 'a00000000000099AAA' })]).message).toBe(
      'Update failed. First exception on row 0 with id a00000000000099AAA; first error: INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []',
    );
    run('delete', [person({ Id: ada.id })]);
    expect(failure('update', [person({ Id: ada.id })]).message).toContain('ENTITY_IS_DELETED, entity is deleted');
    expect(failure('delete', [person({ Id: ada.id })]).message).toContain('ENTITY_IS_DELETED');
    expect(failure('insert', [car({ Driver__c: ada.id })]).message).toContain('ENTITY_IS_DELETED, entity is deleted: [Driver__c]');
  });
  it('refuses the same Id twice and changes of a fixed parent', () => {
    const error = failure('update', [person({ Id: ada.id }), person({ Id: ada.id })]);
    expect([error.typeName, error.message]).toEqual(['System.ListException', `Duplicate id in list: ${ada.id}`]);
    const [one, two] = org.insert(car({}), car({})) as [SObject, SObject];
    const [trip] = org.insert(org.make('Trip__c', { Car__c: one.id })) as [SObject];
    run('update', [org.make('Trip__c', { Id: trip.id, Car__c: one.id, Name: 'same parent' })]);
    expect(failure('update', [org.make('Trip__c', { Id: trip.id, Car__c: two.id })]).message).toContain(
      'Unable to create/update fields: Car__c.',
    );
  });
  it('judges required fields of the merged record', () => {
    const [one] = org.insert(car({})) as [SObject];
    run('update', [org.make('Car__c', { Id: one.id, Seats__c: 2 })]);
    expect(failure('update', [org.make('Car__c', { Id: one.id, Plate__c: null })]).message).toContain('REQUIRED_FIELD_MISSING');
    expect(failure('update', [org.make('Car__c', { Id: one.id, OwnerId: null })]).message).toContain(
      'Required fields are missing: [OwnerId]',
    );
    const [two] = org.insert(car({ OwnerId: null, Electric__c: null })) as [SObject];
    const saved = org.query('SELECT OwnerId, Electric__c FROM Car__c WHERE Id = :two', { two })[0];
    expect([saved?.get('OwnerId'), saved?.get('Electric__c')]).toEqual([org.userId, false]);
  });
});

describe('unique fields', () => {
  it('ignore case unless the field says otherwise', () => {
    const [ada] = org.insert(person({ Code__c: 'abc', Exact__c: 'abc' })) as [SObject];
    expect(failure('insert', [person({ Code__c: 'ABC' })]).message).toBe(
      `Insert failed. First exception on row 0; first error: DUPLICATE_VALUE, duplicate value found: Code__c duplicates value on record with id: ${ada.id}: [Code__c]`,
    );
    expect(failure('insert', [person({ Exact__c: 'abc' })]).message).toContain('Exact__c duplicates value');
    org.insert(person({ Exact__c: 'ABC' }), person({}), person({}));
  });
  it('are judged on the state after the statement: two records may swap', () => {
    const [a, b] = org.insert(person({ Code__c: 'a' }), person({ Code__c: 'b' })) as [SObject, SObject];
    run('update', [person({ Id: a.id, Code__c: 'b' }), person({ Id: b.id, Code__c: 'a' })]);
    expect(org.query('SELECT Code__c FROM Person__c').map((r) => r.get('Code__c'))).toEqual(['b', 'a']);
    expect(failure('update', [person({ Id: a.id, Code__c: 'a' }), person({ Id: b.id, Name: 'keeps it' })]).message).toContain(
      'DUPLICATE_VALUE',
    );
  });
  it('collide within one list and are free again after a deletion', () => {
    const results = run('insert', [person({ Code__c: 'x' }), person({ Code__c: 'X' }), person({ Code__c: 'y' })], PARTIAL);
    expect(results.map((r) => r.success)).toEqual([true, false, true]);
    expect(results[1]?.errors[0]?.message).toContain(`on record with id: ${results[0]?.id}`);
    run('delete', [person({ Id: results[0]?.id })]);
    run('insert', [person({ Code__c: 'x' })]);
    expect(failure('undelete', [person({ Id: results[0]?.id })]).message).toContain('DUPLICATE_VALUE');
  });
});

describe('partial success', () => {
  it('saves the good rows and explains the others, in the caller’s order', () => {
    const records = [car({ Color__c: 'Green' }), car({}), car({ Plate__c: null }), car({})];
    const results = run('insert', records, PARTIAL);
    expect(results.map((r) => [r.success, r.errors.map((e) => `${e.index} ${e.statusCode}`)])).toEqual([
      [false, ['0 INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']],
      [true, []],
      [false, ['2 REQUIRED_FIELD_MISSING']],
      [true, []],
    ]);
    expect(records.map((r) => r.id !== null)).toEqual([false, true, false, true]);
    expect(count('SELECT COUNT() FROM Car__c')).toBe(2);
  });

  it('rolls back and tries the rest again when a row fails late, with limits as before', () => {
    const seen: number[] = [];
    org.triggers.set('Car__c', (_o, timing, _op, news) => {
      if (timing !== 'after') return;
      seen.push(news?.length ?? 0);
      org.data.queryText('SELECT Id FROM Person__c', new Map(), SYSTEM);
      for (const record of news ?? []) if (record.get('Plate__c') === 'BAD') record.errors = [{ field: null, message: 'no bad cars' }];
    });
    const queries = org.tx((context) => {
      const results = org.data.dml('insert', [car({}), car({ Plate__c: 'BAD' }), car({})], PARTIAL);
      expect(results.map((r) => r.success)).toEqual([true, false, true]);
      expect(results[1]?.errors[0]).toMatchObject({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no bad cars' });
      return context.limits.count('queries');
    });
    expect(seen).toEqual([3, 2]);
    expect(queries).toBe(1);
    expect(count('SELECT COUNT() FROM Car__c')).toBe(2);
  });

  it('gives up after three attempts', () => {
    let attempt = 0;
    org.triggers.set('Car__c', (_o, timing, _op, news) => {
      if (timing !== 'after') return;
      const record = (news ?? [])[0] as SObject;
      record.errors = [{ field: null, message: `attempt ${++attempt}` }];
    });
    const results = run('insert', [car({}), car({}), car({}), car({})], PARTIAL);
    expect(results.map((r) => r.errors[0]?.message)).toEqual([
      'attempt 1',
      'attempt 2',
      'attempt 3',
      'Too many batch retries in the presence of Apex triggers and partial failures.',
    ]);
    expect(count('SELECT COUNT() FROM Car__c')).toBe(0);
  });
});

describe('upsert', () => {
  const byCode: DmlOptions = { ...SYSTEM, externalIdField: 'Code__c' };
  it('inserts and updates by external id, without regard to case', () => {
    org.insert(person({ Code__c: 'a', Name: 'old' }));
    const records = [person({ Code__c: 'A', Name: 'new' }), person({ Code__c: 'b', Name: 'b' })];
    const results = run('upsert', records, byCode);
    expect(results.map((r) => r.created)).toEqual([false, true]);
    expect(records.every((r) => r.id !== null)).toBe(true);
    expect(org.query('SELECT Name FROM Person__c').map((r) => r.get('Name'))).toEqual(['new', 'b']);
  });
  it('refuses repeated, missing and unknown keys', () => {
    const results = run('upsert', [person({ Code__c: 'x' }), person({ Code__c: 'X' }), person({})], { ...byCode, allOrNone: false });
    expect(results.map((r) => r.errors[0]?.message)).toEqual([
      'Duplicate external id specified: x',
      'Duplicate external id specified: X',
      'Code__c not specified',
    ]);
    expect(failure('upsert', [person({})], { ...SYSTEM, externalIdField: 'Name' }).message).toContain('Invalid field Name for upsert');
  });
  it('by Id updates what has one', () => {
    const [ada] = org.insert(person({ Name: 'a' })) as [SObject];
    const results = run('upsert', [person({ Id: ada.id, Name: 'b' }), person({ Name: 'c' })]);
    expect(results.map((r) => r.created)).toEqual([false, true]);
  });
});

describe('lookups by external id', () => {
  const via = (values: Record<string, unknown>): SObject => {
    const record = car({});
    record.related = new Map([['driver__r', person(values)]]);
    return record;
  };
  it('find the parent by its key', () => {
    const [ada] = org.insert(person({ Code__c: 'Ada' })) as [SObject];
    const [made] = org.insert(via({ Code__c: 'ADA' })) as [SObject];
    expect(first('SELECT Driver__c FROM Car__c').get('Driver__c')).toBe(ada.id);
    run('update', [car({ Id: made.id, Driver__c: null })]);
    const again = via({ Code__c: 'ada' });
    again.set('Id', made.id);
    run('update', [again]);
    expect(first('SELECT Driver__c FROM Car__c').get('Driver__c')).toBe(ada.id);
  });
  it('fail where no key, no parent or no single key is given', () => {
    expect(failure('insert', [via({ Code__c: 'none' })]).message).toContain(
      'INVALID_FIELD, Foreign key external ID: none not found for field Code__c in entity Person__c: [Driver__c]',
    );
    expect(failure('insert', [via({ Code__c: 'a', Exact__c: 'b' })]).message).toContain('More than 1 field provided');
  });
});

it('objects that nobody may write are refused by type', () => {
  const drafts = garageObjects().map((draft) => (draft.name === 'Group' ? { ...draft, createable: false } : draft));
  org = openOrg(drafts);
  const error = failure('insert', [org.make('Group', {})]);
  expect([error.typeName, error.message]).toEqual(['System.TypeException', 'DML operation INSERT not allowed on Group']);
  expect(failure('insert', [org.make('Group', {})], { ...SYSTEM, api: true }).rows[0]?.statusCode).toBe('INVALID_TYPE_FOR_OPERATION');
  org.tx(() => org.data.dmlInternal('insert', [org.make('Group', {})]));
});

describe('delete', () => {
  it('takes details along, empties lookups and refuses where told to', () => {
    const [ada, bob] = org.insert(person({ Name: 'Ada' }), person({ Name: 'Bob' })) as [SObject, SObject];
    const [one, two] = org.insert(car({ Driver__c: ada.id }), car({ Seller__c: bob.id })) as [SObject, SObject];
    org.insert(org.make('Trip__c', { Car__c: one.id }), org.make('Trip__c', { Car__c: one.id }), org.make('Trip__c', { Car__c: two.id }));
    run('delete', [person({ Id: ada.id })]);
    expect(first('SELECT Driver__c FROM Car__c').get('Driver__c')).toBeNull();
    expect(failure('delete', [person({ Id: bob.id })]).message).toContain(
      'DELETE_FAILED, Your attempt to delete Bob could not be completed because it is associated with the following Car__cs.: CAR-0002',
    );
    run('delete', [car({ Id: one.id })]);
    expect(count('SELECT COUNT() FROM Trip__c')).toBe(1);
    expect(count('SELECT COUNT() FROM Trip__c ALL ROWS')).toBe(3);
    expect(org.tx(() => org.data.queryText('SELECT Id FROM Car__c', new Map(), { ...SYSTEM, allRows: true }))).toHaveLength(2);
    run('undelete', [car({ Id: one.id })]);
    expect(count('SELECT COUNT() FROM Car__c')).toBe(2);
    expect(count('SELECT COUNT() FROM Trip__c')).toBe(3);
  });
  it('refuses where a lookup may not be empty', () => {
    const drafts = garageObjects().map((draft) => ({
      ...draft,
      fields: draft.fields.map((f) => (f.name === 'Driver__c' ? { ...f, nillable: false } : f)),
    }));
    org = openOrg(drafts);
    const [ada] = org.insert(person({ Name: 'Ada' })) as [SObject];
    org.insert(car({ Driver__c: ada.id }));
    expect(failure('delete', [person({ Id: ada.id })]).message).toContain('DELETE_FAILED, Your attempt to delete Ada could not be');
  });
});

describe('limits', () => {
  it('count statements and rows, not for REST, and not for empty lists', () => {
    org.tx((context) => {
      org.data.dml('insert', [car({}), car({})], SYSTEM);
      org.data.dml('insert', [], SYSTEM);
      org.data.dml('insert', [car({})], { ...SYSTEM, api: true });
      org.data.dmlInternal('insert', [car({})]);
      expect([context.limits.count('dml'), context.limits.count('dmlRows')]).toEqual([1, 2]);
    });
    const many = Array.from({ length: 10_001 }, () => car({}));
    expect(failure('insert', many).message).toBe('Too many DML rows: 10001');
  });
  it('allow ten runs of types in a list', () => {
    const mixed = (runs: number): SObject[] => Array.from({ length: runs }, (_, i) => (i % 2 ? car({}) : person({})));
    run('insert', mixed(10));
    expect(failure('insert', mixed(11)).message).toContain('Cannot have more than 10 chunks in a single operation');
  });
});

describe('auto numbers', () => {
  it('leave a gap after a rollback, as ids do', () => {
    const [one] = org.insert(car({})) as [SObject];
    expect(() =>
      org.tx(() => {
        org.data.dml('insert', [car({})], SYSTEM);
        throw new Error('rolled back');
      }),
    ).toThrow('rolled back');
    const [two] = org.insert(car({})) as [SObject];
    expect(two.id).not.toBe(one.id);
    expect(org.query('SELECT Name FROM Car__c').map((r) => r.get('Name'))).toEqual(['CAR-0001', 'CAR-0003']);
  });
});
