import { string, type FieldDeclaration } from '../declare';

/** Objects of connected-app user provisioning exist only in orgs where it is on. */
export const USER_PROVISIONING = 'UserProvisioning';

/** How an account at the target belongs to a user of the org. */
export const LINK_STATES = ['linked|Linked', 'duplicate|Duplicate', 'orphaned|Orphaned', 'ignored|Ignored'];

export const ACCOUNT_STATUSES = ['Active', 'Deactivated', 'Deleted'];

/** Who somebody is at the target. */
export const externalPerson: readonly FieldDeclaration[] = [
  string('ExternalEmail', 150),
  string('ExternalFirstName', 150),
  string('ExternalLastName', 150),
  string('ExternalUserId', 150, 'idLookup', { label: 'External User Id' }),
  string('ExternalUsername', 150),
];
