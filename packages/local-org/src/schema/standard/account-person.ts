import { bool, address, date, datetime, email, lookup, phone, picklist, string, type FieldDeclaration } from '../declare';
import { GENDERS, LEAD_SOURCES, PRONOUNS, SALUTATIONS } from './person-values';

// What Account has only where person accounts are on; each mirrors a field of the person's Contact.
// Names and types: apex-dev-tools/sobject-types @ 9792fc2, Account.java; lengths are those of the Contact fields.
export const accountPersonFields: readonly FieldDeclaration[] = (
  [
    picklist('Salutation', SALUTATIONS),
    string('FirstName', 40),
    string('LastName', 80),
    string('MiddleName', 40),
    string('Suffix', 40),
    lookup('PersonContactId', 'Contact', 'readOnly', { relationship: 'PersonContact' }, { label: 'Contact ID' }),
    ...address('PersonMailing'),
    ...address('PersonOther'),
    phone('PersonMobilePhone', { label: 'Mobile' }),
    phone('PersonHomePhone', { label: 'Home Phone' }),
    phone('PersonOtherPhone', { label: 'Other Phone' }),
    phone('PersonAssistantPhone', { label: 'Asst. Phone' }),
    email('PersonEmail', 80, 'idLookup', { label: 'Email' }),
    string('PersonTitle', 128, { label: 'Title' }),
    string('PersonDepartment', 80, { label: 'Department' }),
    string('PersonAssistantName', 40, { label: 'Assistant' }),
    date('PersonBirthdate', { label: 'Birthdate' }),
    picklist('PersonLeadSource', LEAD_SOURCES, { label: 'Lead Source' }),
    bool('PersonHasOptedOutOfEmail', { label: 'Email Opt Out' }),
    bool('PersonHasOptedOutOfFax', { label: 'Fax Opt Out' }),
    bool('PersonDoNotCall', { label: 'Do Not Call' }),
    string('PersonEmailBouncedReason', 255, { label: 'Email Bounced Reason' }),
    datetime('PersonEmailBouncedDate', { label: 'Email Bounced Date' }),
    lookup('PersonIndividualId', 'Individual', { relationship: 'PersonIndividual' }, { label: 'Individual ID' }),
    lookup('PersonReportsToId', 'Contact', { relationship: 'PersonReportsTo' }, { label: 'Reports To ID' }),
    picklist('PersonGenderIdentity', GENDERS, 'restricted', { label: 'Gender Identity' }),
    picklist('PersonPronouns', PRONOUNS, 'restricted', {
      label: 'Pronouns',
    }),
  ] as const
).map((field) => ({ ...field, feature: 'PersonAccounts' }));
