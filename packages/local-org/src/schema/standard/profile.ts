import { userPermissionFields } from './user-permissions';
import { bool, datetime, lookup, picklist, string, type ObjectDeclaration } from '../declare';
import { USER_TYPES } from './person-values';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/Profile.json. Lengths: Object Reference for the Salesforce Platform, Profile.
export const profile: ObjectDeclaration = {
  name: 'Profile',
  prefix: '00e',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('Description', 255),
    bool('IsSsoEnabled', 'updateOnly'),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    string('Name', 255, 'required', 'idLookup', 'name'),
    lookup('UserLicenseId', 'UserLicense', 'required', 'createOnly'),
    picklist('UserType', USER_TYPES, 'readOnly', 'restricted'),
    ...userPermissionFields,
  ],
};
