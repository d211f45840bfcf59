import type { SObject } from '../kernel/sobject';
import type { Transaction } from './transaction';
import { uncounted } from './uncounted';

/** The running user and organization as `UserInfo` shows them. Empty text where the platform has none. */
export interface RunningUser {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly username: string;
  readonly email: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** `Standard`, `Guest`, ... as in User.UserType. */
  readonly userType: string;
  /** IANA id, for example `Europe/Berlin`. */
  readonly timeZone: string;
  /** Salesforce locale, for example `en_US`. */
  readonly locale: string;
  readonly language: string;
  readonly organizationId: string;
  readonly organizationName: string;
}

const USER_FIELDS =
  'Id, FirstName, LastName, Username, Email, ProfileId, UserRoleId, UserType, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey';

/** Reads a user and the organization without touching the transaction's limits. */
export function readUser(transaction: Transaction, userId: string): RunningUser {
  const user = one(transaction, `SELECT ${USER_FIELDS} FROM User WHERE Id = :id`, new Map([['id', userId]]));
  const organization = one(transaction, 'SELECT Id, Name FROM Organization LIMIT 1', new Map());
  const text = (record: SObject | undefined, field: string): string => String(record?.get(field) ?? '');
  const orNull = (field: string): string | null => (user?.get(field) as string | null | undefined) ?? null;
  return {
    id: userId,
    firstName: orNull('FirstName'),
    lastName: text(user, 'LastName'),
    username: text(user, 'Username'),
    email: text(user, 'Email'),
    profileId: text(user, 'ProfileId'),
    roleId: orNull('UserRoleId'),
    userType: text(user, 'UserType') || 'Standard',
    timeZone: text(user, 'TimeZoneSidKey') || 'GMT',
    locale: text(user, 'LocaleSidKey') || 'en_US',
    language: text(user, 'LanguageLocaleKey') || 'en_US',
    organizationId: text(organization, 'Id'),
    organizationName: text(organization, 'Name'),
  };
}

function one(transaction: Transaction, soql: string, binds: ReadonlyMap<string, unknown>): SObject | undefined {
  return uncounted(transaction, () => transaction.runtime.data.queryText(soql, binds, { mode: 'system', sharing: false })[0]);
}
