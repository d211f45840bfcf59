import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { fold } from '../../soql/naming';
import { askToConfirm, holdBack, type AskToConfirm } from '../email-change';
import { alive, changes, fullName, insertFollowing, lookUp, textAt } from '../rows';
import { endSessions } from '../sessions';
import { checkPortalUsers } from './portal-user';
import { noteSeats, takeSeats } from './seats';

const USERNAME = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Changing one of these makes an update of a User a setup operation (Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations"). */
const SETUP_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

/** Rules of User beyond those of its fields (Object Reference, User). */
export const userHook = (ask: AskToConfirm): ObjectHook => ({
  object: 'User',
  prepare: (operation, rows, context) => {
    const object = context.schema.object('User');
    for (const { record } of rows) {
      const username = textAt(record, 'Username');
      if (username !== null) record.set('Username', username.toLowerCase());
      if (operation === 'insert' && object && textAt(record, 'CommunityNickname') === null) {
        record.set('CommunityNickname', `User${String(context.nextAutoNumber(object, 'CommunityNickname')).padStart(17, '0')}`);
      }
    }
    derive(rows, context);
  },
  validate: (operation, rows, context) => {
    if (operation !== 'insert' && operation !== 'update') return;
    derive(rows, context);
    for (const row of alive(rows)) {
      const username = textAt(row.record, 'Username');
      if (username === null) continue;
      row.record.set('Username', username.toLowerCase());
      if (!USERNAME.test(username)) row.fail('INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${username}`, ['Username']);
    }
    checkTaken(rows, context, 'Username', 'DUPLICATE_USERNAME', DUPLICATE_USERNAME);
    checkTaken(rows, context, 'CommunityNickname', 'DUPLICATE_COMM_NICKNAME', DUPLICATE_NICKNAME);
    checkPortalUsers(rows, context);
    takeSeats(rows, context);
    if (operation === 'update') holdBack(rows, context);
  },
  written: (operation, rows, context) => {
    if (operation === 'update') askToConfirm(rows, context, ask);
    const moved = rows.filter((row) => changes(row, 'ProfileId'));
    if (moved.length > 0) assignProfileSets(moved, context);
    if (rows.some((row) => !row.old || changes(row, 'IsActive') || changes(row, 'ProfileId'))) {
      noteSeats(rows, context);
      context.access.invalidate('assignments');
    } else if (rows.some((row) => changes(row, 'UserRoleId'))) context.access.invalidate('assignments');
    const leaving = rows.filter((row) => row.old && row.record.get('IsActive') !== true && changes(row, 'IsActive'));
    endSessions(context.store, leaving.flatMap(({ record }) => record.id ?? [])); // prettier-ignore
  },
  mixedDml: (operation, row) => {
    if (operation === 'insert') return textAt(row.record, 'UserRoleId') === null ? 'exempt' : 'setup';
    const touched = SETUP_FIELDS.some((field) => (row.old ? changes(row, field) : row.record.get(field) !== undefined));
    return operation === 'update' && !touched ? 'exempt' : 'setup';
  },
});

const DUPLICATE_USERNAME =
  'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all ' +
  "Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ";
const DUPLICATE_NICKNAME = 'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.';

/** Fields that follow from others: the full name, the user type of the profile's licence, the account of the contact. */
function derive(rows: readonly Row[], context: DataContext): void {
  const profiles = lookUp(context, 'Profile', ['UserType'], 'Id', rows.flatMap(({ record }) => textAt(record, 'ProfileId') ?? [])); // prettier-ignore
  const contactIds = rows.flatMap(({ record }) => textAt(record, 'ContactId') ?? []);
  const contacts = contactIds.length > 0 ? lookUp(context, 'Contact', ['AccountId'], 'Id', contactIds) : null;
  for (const { record } of rows) {
    record.set('Name', fullName(record));
    const userType = profiles.get(textAt(record, 'ProfileId') ?? '')?.[0];
    if (userType !== undefined) record.set('UserType', userType);
    record.set('AccountId', contacts?.get(textAt(record, 'ContactId') ?? '')?.[0] ?? null);
  }
}

/** The first row to ask for a value gets it; the database's rows come before all. */
function checkTaken(rows: readonly Row[], context: DataContext, field: string, statusCode: string, message: string): void {
  const asking = alive(rows).filter((row) => textAt(row.record, field) !== null && changes(row, field));
  if (asking.length === 0) return;
  const key = (row: Row): string => fold(textAt(row.record, field) ?? '');
  const holders = lookUp(context, 'User', ['Id'], `${field}$k`, asking.map(key));
  const leaving = new Set(rows.filter((row) => row.old && changes(row, field)).map((row) => row.record.id));
  const claimed = new Set<string>();
  for (const row of asking) {
    const holder = holders.get(key(row))?.[0] ?? null;
    const taken = holder !== null && holder !== row.record.id && !leaving.has(String(holder));
    if (taken || claimed.has(key(row))) row.fail(statusCode, message, [field]);
    else claimed.add(key(row));
  }
}

/** Every user is assigned the permission set that their profile owns; a changed profile takes the former one with it. */
function assignProfileSets(rows: readonly Row[], context: DataContext): void {
  const profileIds = rows.flatMap((row) => [textAt(row.record, 'ProfileId'), row.old ? textAt(row.old, 'ProfileId') : null]);
  const owned = lookUp(context, 'PermissionSet', ['Id'], 'ProfileId', profileIds.filter((id) => id !== null)); // prettier-ignore
  const leave = context.store.prepare('DELETE FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ?');
  for (const { record, old } of rows) {
    const former = old ? owned.get(textAt(old, 'ProfileId') ?? '')?.[0] : undefined;
    if (former !== undefined) leave.run(record.id, former);
  }
  const assignments = rows.flatMap(({ record }) => {
    const setId = owned.get(textAt(record, 'ProfileId') ?? '')?.[0];
    return setId === undefined ? [] : [{ AssigneeId: record.id, PermissionSetId: setId, IsActive: true }];
  });
  insertFollowing(context, 'PermissionSetAssignment', assignments);
}
