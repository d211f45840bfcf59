import { bool, address, date, datetime, email, lookup, phone, picklist, string, type FieldDeclaration } from '../declare';

const SALUTATIONS = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'];
const LEAD_SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];

// What Account has only where person accounts are on; each mirrors a field of the person's Contact.
// Names and types: apex-dev-tools/sobject-types @ 9792fc2, Account.java; lengths are those of the Contact fields.
export const accountPersonFields: readonly FieldDeclaration[] = (
  [
    picklist('Salutation', SALUTATIONS),
    string('FirstName', 40),
    string('LastName', 80),
    string('MiddleName', 40),
    string('Suffix', 40),
    lookup('PersonContactId', 'Contact', 'readOnly', { relationship: 'PersonContact' }),
    ...address('PersonMailing'),
    ...address('PersonOther'),
    phone('PersonMobilePhone'),
    phone('PersonHomePhone'),
    phone('PersonOtherPhone'),
    phone('PersonAssistantPhone'),
    email('PersonEmail', 80, 'idLookup'),
    string('PersonTitle', 128),
    string('PersonDepartment', 80),
    string('PersonAssistantName', 40),
    date('PersonBirthdate'),
    picklist('PersonLeadSource', LEAD_SOURCES),
    bool('PersonHasOptedOutOfEmail'),
    bool('PersonHasOptedOutOfFax'),
    bool('PersonDoNotCall'),
    string('PersonEmailBouncedReason', 255),
    datetime('PersonEmailBouncedDate'),
    lookup('PersonIndividualId', 'Individual', { relationship: 'PersonIndividual' }),
    lookup('PersonReportsToId', 'Contact', { relationship: 'PersonReportsTo' }),
    picklist('PersonGenderIdentity', ['Male', 'Female', 'Nonbinary', 'Not Listed'], 'restricted'),
    picklist('PersonPronouns', ['He/Him', 'She/Her', 'They/Them', 'He/They', 'She/They', 'Not Listed'], 'restricted'),
  ] as const
).map((field) => ({ ...field, feature: 'PersonAccounts' }));
