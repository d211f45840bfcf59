import { describe, expect, it } from 'vitest';
import { ApexDatetime } from '../../src/kernel/values';
import { garageOrg } from './org';

const since = new ApexDatetime(Date.UTC(2025, 0, 1));
const contactOf = (org: ReturnType<typeof garageOrg>, account: string | undefined) =>
  org.rows(
    'SELECT "Id", "Name", "FirstName", "LastName", "Email", "IsPersonAccount", "IsDeleted" FROM "Contact" WHERE "AccountId" = ?',
    account ?? null,
  );

describe('person accounts', () => {
  it('refuse a name of their own, and business accounts refuse personal fields', () => {
    const org = garageOrg();
    expect(
      org.save('insert', 'Account', { LastName: 'Lovelace', Name: 'X' }, { Name: 'Acme', FirstName: 'Ada' }, { FirstName: 'Ada' }),
    ).toEqual([
      'INVALID_FIELD_FOR_INSERT_UPDATE: Account: bad field names on insert/update call: Name',
      'INVALID_FIELD_FOR_INSERT_UPDATE: Account: bad field names on insert/update call: FirstName',
      'INVALID_FIELD_FOR_INSERT_UPDATE: Account: bad field names on insert/update call: FirstName',
    ]);
    const personType = org.one('SELECT "Id" FROM "RecordType" WHERE "IsPersonType" = 1');
    expect(org.save('insert', 'Account', { RecordTypeId: personType, FirstName: 'Ada' })).toEqual([
      'REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]',
    ]);
    expect(org.one('SELECT count(*) FROM "Contact"')).toBe(0);
  });

  it('bring their contact along', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'Account', {
      FirstName: 'Ada',
      LastName: 'Lovelace',
      PersonEmail: 'Ada@People.example',
      Nickname__pc: 'Countess',
    });
    const [contact] = contactOf(org, id);
    expect(contact?.slice(1)).toEqual(['Ada Lovelace', 'Ada', 'Lovelace', 'ada@people.example', 1, 0]);
    expect(
      org.rows('SELECT "Name", "PersonContactId", "IsPersonAccount", "RecordTypeId" IS NOT NULL FROM "Account" WHERE "Id" = ?', id ?? null),
    ).toEqual([['Ada Lovelace', contact?.[0], 1, 1]]);
    expect(org.one('SELECT "Nickname__c" FROM "Contact"')).toBe('Countess');
  });

  it('and a business account brings none', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'Account', { Name: 'Acme' });
    expect(contactOf(org, id)).toEqual([]);
    expect(org.one('SELECT "IsPersonAccount" FROM "Account"')).toBe(0);
  });

  it('and their contact follow each other', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'Account', { FirstName: 'Ada', LastName: 'Byron' });
    org.save('update', 'Account', { Id: id, LastName: 'Lovelace', PersonEmail: 'ada@people.example' });
    const [contact] = contactOf(org, id);
    expect(contact?.slice(1, 5)).toEqual(['Ada Lovelace', 'Ada', 'Lovelace', 'ada@people.example']);
    org.save('update', 'Contact', { Id: contact?.[0], FirstName: 'Augusta', Email: null });
    expect(org.rows('SELECT "Name", "FirstName", "PersonEmail" FROM "Account"')).toEqual([['Augusta Lovelace', 'Augusta', null]]);
  });

  it('keep their contact for themselves', () => {
    const org = garageOrg();
    const [person, business] = org.save('insert', 'Account', { LastName: 'Lovelace' }, { Name: 'Acme' });
    const contact = contactOf(org, person)[0]?.[0];
    expect(org.save('delete', 'Contact', { Id: contact })[0]).toMatch(/^DELETE_FAILED/);
    expect(org.save('update', 'Contact', { Id: contact, AccountId: business })[0]).toMatch(/^FIELD_INTEGRITY_EXCEPTION: Account ID/);
    expect(org.save('insert', 'Contact', { LastName: 'Other', AccountId: person })[0]).toMatch(/^FIELD_INTEGRITY_EXCEPTION: Account ID/);
    const [other] = org.save('insert', 'Contact', { LastName: 'Other', AccountId: business }) as [string];
    expect(org.save('delete', 'Contact', { Id: other })).toEqual([other]);
  });

  it('take contact and employee with them when they go', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'Account', { LastName: 'Lovelace' });
    const contact = contactOf(org, id)[0]?.[0];
    org.save('insert', 'Employee2', { ContactId: contact, EmployeeNumber: '1', EmployeeStatus: 'Active', StatusStartDate: since });
    expect(org.save('delete', 'Account', { Id: id })).toEqual([id]);
    expect(contactOf(org, id)[0]?.[6]).toBe(1);
    expect(org.one('SELECT count(*) FROM "Employee2" WHERE "IsDeleted" = 0')).toBe(0);
  });
});

describe('undeleting a person account', () => {
  it('brings the contact back', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'Account', { LastName: 'Lovelace' });
    org.save('delete', 'Account', { Id: id });
    expect(org.save('undelete', 'Account', { Id: id })).toEqual([id]);
    expect(contactOf(org, id)[0]?.[6]).toBe(0);
  });
});

describe('deleting a record', () => {
  it('empties lookups that name no child relationship too', () => {
    const org = garageOrg();
    const [boss] = org.save('insert', 'Account', { LastName: 'Boss' });
    const [staff] = org.save('insert', 'Account', { LastName: 'Staff', PersonReportsToId: contactOf(org, boss)[0]?.[0] });
    org.save('delete', 'Account', { Id: boss });
    expect(org.one('SELECT "PersonReportsToId" FROM "Account" WHERE "Id" = ?', staff ?? null)).toBeNull();
  });
});

describe('Employee2', () => {
  const employee = (org: ReturnType<typeof garageOrg>, number: string, more: Readonly<Record<string, unknown>> = {}) => {
    const [account] = org.save('insert', 'Account', { LastName: `Person ${number}`, PersonEmail: `${number}@people.example` });
    return {
      ContactId: contactOf(org, account)[0]?.[0],
      EmployeeNumber: number,
      EmployeeStatus: 'Active',
      StatusStartDate: since,
      ...more,
    };
  };

  it('needs its required fields, and a number that is free', () => {
    const org = garageOrg();
    expect(org.save('insert', 'Employee2', { EmployeeNumber: '1' })).toEqual([
      'REQUIRED_FIELD_MISSING: Required fields are missing: [ContactId, EmployeeStatus, StatusStartDate]',
    ]);
    const [first] = org.save('insert', 'Employee2', employee(org, '1'));
    expect(org.one('SELECT "Name" FROM "Employee2"')).toBe('EMP-00000001');
    expect(org.save('insert', 'Employee2', employee(org, '1'))).toEqual([
      `DUPLICATE_VALUE: duplicate value found: EmployeeNumber duplicates value on record with id: ${first}`,
    ]);
    expect(org.save('insert', 'Employee2', employee(org, '2', { EmployeeType: 'Pirate' }))[0]).toMatch(
      /^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/,
    );
  });

  // Object Reference, Employee2: the contact is a master that never changes, the user can be set once.
  it('keeps its contact, and its user once it has one', () => {
    const org = garageOrg();
    const [id] = org.save('insert', 'Employee2', employee(org, '1'));
    const other = employee(org, '2').ContactId;
    expect(org.save('update', 'Employee2', { Id: id, ContactId: other })[0]).toMatch(/^INVALID_FIELD_FOR_INSERT_UPDATE/);
    expect(org.save('update', 'Employee2', { Id: id, UserId: org.userId('nobody') })).toEqual([id]);
    expect(org.save('update', 'Employee2', { Id: id, UserId: org.userId('nobody'), EmployeeStatus: 'Leave' })).toEqual([id]);
    for (const UserId of [null, org.userId('admin')]) {
      expect(org.save('update', 'Employee2', { Id: id, UserId })[0]).toMatch(/^FIELD_INTEGRITY_EXCEPTION: User:/);
    }
  });

  it('asks for e-mail and last name where the org enforces the persona', () => {
    const org = garageOrg((project, metadata) => [{ ...project, features: [...project.features, 'UnifiedEmployeePersona'] }, metadata]);
    const [account] = org.save('insert', 'Account', { LastName: 'Silent' });
    const row = { ContactId: contactOf(org, account)[0]?.[0], EmployeeNumber: '9', EmployeeStatus: 'Active', StatusStartDate: since };
    expect(org.save('insert', 'Employee2', row)).toEqual(['FIELD_INTEGRITY_EXCEPTION: UnifiedEmployeePersona: the contact needs Email']);
    expect(org.save('insert', 'Employee2', employee(org, '10'))[0]).toMatch(/^9gs/);
  });
});
