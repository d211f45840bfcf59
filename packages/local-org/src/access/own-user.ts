import type { Field, ObjectType } from '../schema/model';

/**
 * Standard fields of their own User record that people keep themselves: Personal Information and the other personal settings
 * (Salesforce Help, "User Fields"). Which of the fields there only an administrator edits is from memory [org 18].
 */
const PERSONAL: ReadonlySet<string> = new Set([
  ...['FirstName', 'MiddleName', 'LastName', 'Suffix', 'Alias', 'CommunityNickname', 'Title', 'AboutMe', 'CurrentStatus'],
  ...['CompanyName', 'Department', 'Division', 'Email', 'Phone', 'Extension', 'MobilePhone', 'Fax'],
  ...['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude', 'GeocodeAccuracy'],
  ...['TimeZoneSidKey', 'LocaleSidKey', 'LanguageLocaleKey', 'EmailEncodingKey', 'StartDay', 'EndDay'],
  ...['SenderName', 'SenderEmail', 'Signature', 'EmailPreferencesAutoBcc', 'ReceivesInfoEmails', 'ReceivesAdminInfoEmails'],
  ...['DigestFrequency', 'DefaultGroupNotificationFrequency', 'DelegatedApproverId'],
]);

/** To create or update a User needs Manage Internal Users, which Manage Users brings along (Object Reference, User, "Special Access Rules"). */
export const USER_MANAGERS = ['ManageInternalUsers', 'ManageUsers'] as const;

/** True for what only those may change who manage users. Field permissions, not this, decide on custom fields. */
export function isManaged(object: ObjectType, field: Field): boolean {
  return object.name === 'User' && !field.custom && field.type !== 'id' && !PERSONAL.has(field.name);
}
