import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: Client;
let book = '';

beforeAll(async () => {
  served = await serveLibrary();
  [admin, reader] = await Promise.all([served.signIn('admin'), served.signIn('reader')]);
  book = (await admin.call('POST', 'sobjects/Book__c', { Name: 'Diary', Isbn__c: 'h-1', Secret__c: 'hush', Pages__c: 5 })).body.id;
  const copies = { PermissionsRead: true, PermissionsViewAllRecords: true, SobjectType: 'Copy__c' };
  const set = await admin.call('POST', 'sobjects/PermissionSet', { Name: 'Copies', Label: 'Copies' });
  await admin.call('POST', 'sobjects/ObjectPermissions', { ParentId: set.body.id, ...copies });
  await admin.call('POST', 'sobjects/ObjectPermissions', { ParentId: set.body.id, ...copies, SobjectType: 'Book__c' });
  const { body } = await admin.call('GET', `query?q=${encodeURIComponent("SELECT Id FROM User WHERE Username LIKE 'reader@%'")}`);
  await admin.call('POST', 'sobjects/PermissionSetAssignment', { AssigneeId: body.records[0].Id, PermissionSetId: set.body.id });
  await admin.call('POST', 'sobjects/Copy__c', { Name: 'Copy', Book__c: book });
});
afterAll(() => served.close());

/** An employee of the reader's own, of whom a permission set opens the object and none of its fields. */
async function hireReader(): Promise<void> {
  const [set, user] = await Promise.all(
    ["SELECT Id FROM PermissionSet WHERE Name = 'Copies'", "SELECT Id FROM User WHERE Username LIKE 'reader@%'"].map(
      async (soql) => (await admin.call('GET', `query?q=${encodeURIComponent(soql)}`)).body.records[0].Id as string,
    ),
  );
  const employees = { ParentId: set, SobjectType: 'Employee2', PermissionsRead: true, PermissionsViewAllRecords: true };
  expect((await admin.call('POST', 'sobjects/ObjectPermissions', employees)).status).toBe(201);
  const contact = await admin.call('POST', 'sobjects/Contact', { LastName: 'Reed' });
  const dates = { StatusStartDate: '2026-01-05T08:00:00Z', EmployeeStatus: 'Active', EmployeeNumber: 'E-1' };
  const employee = { ContactId: contact.body.id, EmploymentType: 'Part-Time', UserId: user, ...dates };
  expect((await admin.call('POST', 'sobjects/Employee2', employee)).status).toBe(201);
}

const ask = (soql: string) => reader.call('GET', `query?q=${encodeURIComponent(soql)}`);

describe('a field that the user may not read', () => {
  it.each([
    'SELECT Secret__c FROM Book__c',
    'SELECT toLabel(Secret__c) FROM Book__c',
    "SELECT Id FROM Book__c WHERE Secret__c = 'hush'",
    "SELECT Id FROM Book__c WHERE NOT (Pages__c = 5 AND Secret__c LIKE 'h%')",
    "SELECT Id FROM Book__c WHERE Secret__c IN ('hush')",
    'SELECT Id FROM Book__c ORDER BY Secret__c',
    'SELECT COUNT(Id) FROM Book__c GROUP BY Secret__c',
    'SELECT MAX(Secret__c) m FROM Book__c',
    "SELECT COUNT() FROM Book__c WHERE Secret__c = 'hush'",
    "SELECT Pages__c, COUNT(Id) FROM Book__c GROUP BY Pages__c HAVING MAX(Secret__c) = 'hush'",
    'SELECT Book__r.Secret__c FROM Copy__c',
    "SELECT Id FROM Copy__c WHERE Book__r.Secret__c = 'hush'",
    'SELECT Id FROM Copy__c ORDER BY Book__r.Secret__c',
    "SELECT Id FROM Copy__c WHERE Book__c IN (SELECT Id FROM Book__c WHERE Secret__c = 'hush')",
    'SELECT Id, (SELECT Book__r.Secret__c FROM Copies__r) FROM Book__c',
    'SELECT Owner.Name, Book__r.Owner.Name, Book__r.Secret__c FROM Copy__c',
  ])('is not there: %s', async (soql) => {
    const answer = await ask(soql);
    expect([answer.status, answer.body[0].errorCode], JSON.stringify(answer.body)).toEqual([400, 'INVALID_FIELD']);
  });

  it.each([
    'SELECT FIELDS(ALL) FROM Book__c LIMIT 200',
    'SELECT FIELDS(CUSTOM) FROM Book__c LIMIT 200',
    'SELECT Id, (SELECT FIELDS(ALL) FROM Copies__r LIMIT 200) FROM Book__c LIMIT 200',
  ])('is left out: %s', async (soql) => {
    const answer = await ask(soql);
    expect(JSON.stringify(answer.body)).not.toContain('hush');
  });

  it('is left out of the FIELDS() of a child query', async () => {
    await hireReader();
    const { body } = await ask('SELECT Id, (SELECT FIELDS(ALL) FROM Employees LIMIT 200) FROM User LIMIT 200');
    expect(JSON.stringify(body)).toContain('"EmployeeNumber":"E-1"');
    expect(JSON.stringify(body)).not.toMatch(/Part-Time|EmploymentType|UserId/);
  });

  it('shows by no other door', async () => {
    const paths = [
      `sobjects/Book__c/${book}`,
      'sobjects/Book__c/describe',
      `composite/sobjects/Book__c?ids=${book}&fields=Id,Name`,
      `ui-api/records/${book}?fields=Book__c.Name&optionalFields=Book__c.Secret__c`,
      'ui-api/object-info/Book__c',
    ];
    for (const path of paths) {
      const answer = await reader.call('GET', path);
      expect([answer.status, JSON.stringify(answer.body).includes('Secret__c')], path).toEqual([200, false]);
    }
    for (const path of [
      `sobjects/Book__c/${book}?fields=Secret__c`,
      `composite/sobjects/Book__c?ids=${book}&fields=Secret__c`,
      `ui-api/records/${book}?fields=Book__c.Secret__c`,
      'sobjects/Book__c/Secret__c/hush',
    ]) {
      const answer = await reader.call('GET', path);
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
    }
  });
});
