import { expect, it } from 'vitest';
import { deleteRaw, upsertRaw, writeRaw } from '../../src/data';
import { makeId } from '../../src/kernel/ids';
import type { ObjectType } from '../../src/schema/model';
import { openOrg } from './support';

it('raw writes skip triggers, limits and validation, and keep what a record does not carry', () => {
  const org = openOrg();
  const type = org.schema.object('Person__c') as ObjectType;
  const id = makeId('a00', 77);
  org.triggers.set('Person__c', () => {
    throw new Error('no trigger may run');
  });
  writeRaw(org.store, type, [org.make('Person__c', { Id: id, Name: 'Élodie', Code__c: 'E' })]);
  writeRaw(org.store, type, [org.make('Person__c', { Id: id, Name: 'Zoë' })]);
  let drawn = 100;
  const records = [org.make('Person__c', { Code__c: 'e', Name: 'Eve' }), org.make('Person__c', { Code__c: 'f', Name: 'Fay' })];
  upsertRaw(org.store, type, 'Code__c', records, () => makeId('a00', drawn++));
  expect(records[0]?.id).toBe(id);
  const rows = org.query('SELECT Name, Code__c FROM Person__c ORDER BY Name');
  expect(rows.map((r) => [r.get('Name'), r.get('Code__c')])).toEqual([
    ['Eve', 'e'],
    ['Fay', 'f'],
  ]);
  expect(org.query("SELECT Id FROM Person__c WHERE Name = 'zoë'")).toHaveLength(0);
  deleteRaw(org.store, type, [id]);
  expect(org.query('SELECT Id FROM Person__c')).toHaveLength(1);
  expect(() => writeRaw(org.store, type, [org.make('Person__c', { Name: 'nobody' })])).toThrow('without Id');
});
