import { describe, expect, it } from 'vitest';
import { SOQL_COVERAGE } from '../../src/soql/coverage';
import { ApexList } from '../../src/kernel/collections';
import { field, lookup, object, openOrg, picklist, text, SYSTEM } from '../data/support';

const org = openOrg([
  object('User', '005', [text('Name'), text('Username', 80), text('TimeZoneSidKey', 40)]),
  object('Account', '001', [
    text('Name'),
    picklist('Type', ['Customer']),
    lookup('OwnerId', 'User', { relationshipName: 'Owner' }),
    field('Tags__c', 'multipicklist', { length: 255 }),
  ]),
  object('Contact', '003', [text('LastName'), lookup('AccountId', 'Account', { childRelationshipName: 'Contacts' })]),
]);
const run = (soql: string): unknown =>
  org.tx(() => {
    const binds = new Map([['ids', ApexList.ofType('Id', [])]]);
    return /COUNT\(\)/.test(soql) ? org.data.countText(soql, binds, SYSTEM) : org.data.queryText(soql, binds, SYSTEM);
  });

describe('what docs/coverage.md says of SOQL is true', () => {
  it.each(SOQL_COVERAGE.filter((entry) => entry.supported))('$clause runs', ({ example }) => {
    expect(run(example)).toBeDefined();
  });
  it.each(SOQL_COVERAGE.filter((entry) => !entry.supported))('$clause is refused by name', ({ example }) => {
    expect(() => run(example)).toThrow('The local org does not support');
  });
});
