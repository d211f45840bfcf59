import { loadWhere } from '../../data/whole';
import { updateRecords } from '../../data/dml/write';
import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { SObject } from '../../kernel/sobject';
import { changes, fullName, insertFollowing, objectOf, textAt } from '../rows';
import { fieldPairs, isPerson, personOnlyFields } from './person';

/**
 * Person accounts: an account with a person record type, or with a LastName, is a person. Its Contact appears by itself,
 * shares its personal fields and goes with it (Salesforce Help, "Person Accounts"; Object Reference, Account).
 */
export const accountHook: ObjectHook = {
  object: 'Account',
  prepare: (operation, rows, context) => {
    if (!context.schema.features.has('PersonAccounts') || (operation !== 'insert' && operation !== 'update')) return;
    const personTypes = personRecordTypes(context);
    const personal = personOnlyFields(context.schema);
    for (const row of rows) {
      const { record, old } = row;
      if (!old) decideKind(row, personTypes);
      if (isPerson(record)) {
        if (old ? changes(row, 'Name') : textAt(record, 'Name') !== null) refuse(row, ['Name']);
        record.set('Name', fullName(record));
      } else {
        refuse(row, personal.filter((name) => record.get(name) !== false && changes(row, name))); // prettier-ignore
      }
    }
  },
  validate: (operation, rows, context) => {
    if (operation !== 'insert' && operation !== 'update') return;
    const contact = context.schema.object('Contact');
    for (const row of rows.filter(({ record }) => isPerson(record))) {
      row.record.set('Name', fullName(row.record));
      if (operation === 'insert' && contact) row.record.set('PersonContactId', context.nextId(contact));
      if (textAt(row.record, 'LastName') === null)
        row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']);
    }
  },
  written: (operation, rows, context) => {
    const persons = rows.filter(({ record }) => isPerson(record));
    if (persons.length === 0) return;
    if (operation === 'insert') addContacts(persons, context);
    else if (operation === 'update') updateContacts(persons, context);
  },
};

function decideKind(row: Row, personTypes: readonly string[]): void {
  const { record } = row;
  const recordType = textAt(record, 'RecordTypeId');
  const person = recordType === null ? textAt(record, 'LastName') !== null : personTypes.includes(recordType);
  record.set('IsPersonAccount', person);
  if (person && recordType === null) record.set('RecordTypeId', personTypes[0] ?? null);
}

function refuse(row: Row, names: readonly string[]): void {
  if (names.length === 0) return;
  row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', `Account: bad field names on insert/update call: ${names.join(', ')}`, names);
}

function personRecordTypes(context: DataContext): string[] {
  return context.store
    .prepare(`SELECT "Id" FROM "RecordType" WHERE "SobjectType" = 'Account' AND "IsPersonType" = 1 AND "IsActive" = 1 ORDER BY "$row"`)
    .all()
    .map(([id]) => String(id));
}

/** One contact per account, under the id that the account already carries. */
function addContacts(rows: readonly Row[], context: DataContext): void {
  const pairs = fieldPairs(context.schema);
  const contacts = rows.map(({ record }) => {
    const values: Record<string, unknown> = {
      Id: record.get('PersonContactId'),
      AccountId: record.id,
      IsPersonAccount: true,
      Name: record.get('Name'),
    };
    for (const pair of pairs) values[pair.contact] = record.get(pair.account);
    return values;
  });
  insertFollowing(context, 'Contact', contacts);
}

function updateContacts(rows: readonly Row[], context: DataContext): void {
  const pairs = fieldPairs(context.schema);
  const moved = rows.filter((row) => pairs.some((pair) => changes(row, pair.account)));
  if (moved.length === 0) return;
  const byAccount = new Map(moved.map((row) => [row.record.id, row]));
  const contact = objectOf(context, 'Contact');
  const condition = '"IsPersonAccount" = 1 AND "AccountId" IN (SELECT value FROM json_each(?))';
  const updates = loadWhere(context.store, contact, condition, [JSON.stringify([...byAccount.keys()])]).flatMap((old) => {
    const row = byAccount.get(textAt(old, 'AccountId'));
    if (!row) return [];
    const record = new SObject(contact);
    record.values = old.values.slice();
    for (const pair of pairs) if (changes(row, pair.account)) record.set(pair.contact, row.record.get(pair.account) ?? null);
    record.set('Name', fullName(record));
    for (const name of ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp']) record.set(name, row.record.get(name));
    return [{ record, old }];
  });
  updateRecords(context.store, contact, updates);
}
