import { expect, it } from 'vitest';
import { openOrg } from './support';

it('saves and reads back a record with parents and children', () => {
  const org = openOrg();
  const [ada] = org.insert(org.make('Person__c', { Name: 'Ada', Code__c: 'a1' }));
  const [car] = org.insert(org.make('Car__c', { Plate__c: 'X-1', Driver__c: ada?.id }));
  expect(ada?.id).toMatch(/^a00.{15}$/);
  const [found] = org.query('SELECT Name, Plate__c, Driver__r.Name, Owner.Name, Owner.Type FROM Car__c WHERE Driver__r.Code__c = :code', {
    code: 'A1',
  });
  expect(found?.get('Name')).toBe('CAR-0001');
  expect((found?.related?.get('driver__r') as typeof car)?.get('Name')).toBe('Ada');
  expect((found?.related?.get('owner') as typeof car)?.get('Name')).toBe('Ada Admin');
  const [parent] = org.query('SELECT Id, (SELECT Plate__c FROM Cars__r) FROM Person__c');
  expect((parent?.related?.get('cars__r') as { items: unknown[] }).items).toHaveLength(1);
});
