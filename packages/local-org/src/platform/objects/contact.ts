import { updateRecords } from '../../data/dml/write';
import { loadByIds } from '../../data/whole';
import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { SObject } from '../../kernel/sobject';
import { changes, fullName, lookUp, objectOf, textAt } from '../rows';
import { fieldPairs, isPerson } from './person';

/** A contact's full name, and the way back from a person's contact to its account. */
export const contactHook: ObjectHook = {
  object: 'Contact',
  prepare: (_operation, rows) => nameRows(rows),
  validate: (operation, rows, context) => {
    if (operation === 'insert' || operation === 'update') nameRows(rows);
    if (!context.schema.features.has('PersonAccounts')) return;
    if (operation === 'delete') keepPersons(rows);
    else if (operation !== 'undelete') keepAccounts(rows, context);
  },
  written: (operation, rows, context) => {
    if (operation !== 'update' || !context.schema.features.has('PersonAccounts')) return;
    const pairs = fieldPairs(context.schema);
    const moved = rows.filter((row) => isPerson(row.record) && pairs.some((pair) => changes(row, pair.contact)));
    if (moved.length > 0) updateAccounts(moved, context);
  },
};

function nameRows(rows: readonly Row[]): void {
  for (const { record } of rows) record.set('Name', fullName(record));
}

/** A person is one record with two faces: it goes by deleting the account. */
function keepPersons(rows: readonly Row[]): void {
  for (const row of rows.filter(({ record }) => isPerson(record))) {
    row.fail('DELETE_FAILED', 'The contact of a person account cannot be deleted: delete the account');
  }
}

/** No other contact can belong to a person account, and a person's contact stays with its account. */
function keepAccounts(rows: readonly Row[], context: DataContext): void {
  const moved = rows.filter((row) => changes(row, 'AccountId'));
  if (moved.length === 0) return;
  const accounts = lookUp(context, 'Account', ['IsPersonAccount'], 'Id', moved.flatMap(({ record }) => textAt(record, 'AccountId') ?? [])); // prettier-ignore
  for (const row of moved) {
    const person = accounts.get(textAt(row.record, 'AccountId') ?? '')?.[0] === 1;
    if (person || isPerson(row.record))
      row.fail('FIELD_INTEGRITY_EXCEPTION', 'Account ID: a person account has exactly one contact, its own', ['AccountId']);
  }
}

function updateAccounts(rows: readonly Row[], context: DataContext): void {
  const account = objectOf(context, 'Account');
  const stored = loadByIds(context.store, account, rows.flatMap(({ record }) => textAt(record, 'AccountId') ?? [])); // prettier-ignore
  const updates = rows.flatMap((row) => {
    const old = stored.get(textAt(row.record, 'AccountId') ?? '');
    if (!old) return [];
    const record = new SObject(account);
    record.values = old.values.slice();
    for (const pair of fieldPairs(context.schema))
      if (changes(row, pair.contact)) record.set(pair.account, row.record.get(pair.contact) ?? null);
    record.set('Name', fullName(record));
    for (const name of ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp']) record.set(name, row.record.get(name));
    return [{ record, old }];
  });
  updateRecords(context.store, account, updates);
}
