import { bool, lookup, picklist, recordId, type ObjectDeclaration } from '../declare';

// Object Reference for the Salesforce Platform, UserRecordAccess. Its rows are made when a query asks; the key prefix is ours: no source gives it.
export const userRecordAccess: ObjectDeclaration = {
  name: 'UserRecordAccess',
  labelPlural: 'User Record Access',
  prefix: '0hr',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    bool('HasAllAccess', 'readOnly'),
    bool('HasDeleteAccess', 'readOnly'),
    bool('HasEditAccess', 'readOnly'),
    bool('HasReadAccess', 'readOnly'),
    bool('HasTransferAccess', 'readOnly'),
    picklist('MaxAccessLevel', ['None', 'Read', 'Edit', 'Delete', 'Transfer', 'All'], 'readOnly', 'restricted', {
      label: 'Maximum Access Level',
    }),
    recordId('RecordId', 'readOnly'),
    lookup('UserId', 'User', 'readOnly'),
  ],
};
