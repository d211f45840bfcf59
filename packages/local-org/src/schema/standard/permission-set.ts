import { userPermissionFields } from './user-permissions';
import { bool, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/PermissionSet.json. Lengths: Object Reference for the Salesforce Platform, PermissionSet.
export const permissionSet: ObjectDeclaration = {
  name: 'PermissionSet',
  prefix: '0PS',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    string('Description', 255),
    bool('HasActivationRequired'),
    bool('IsCustom', 'readOnly', { initial: true }),
    bool('IsOwnedByProfile', 'readOnly'),
    string('Label', 80, 'required', { label: 'Permission Set Label' }),
    lookup('LicenseId', ['PermissionSetLicense', 'UserLicense'], 'createOnly'),
    string('Name', 80, 'required', 'unique', 'name', { label: 'Permission Set Name' }),
    string('NamespacePrefix', 15, 'readOnly'),
    lookup('PermissionSetGroupId', 'PermissionSetGroup', 'readOnly'),
    lookup('ProfileId', 'Profile', 'readOnly', { label: 'Profile ID' }),
    picklist('Type', ['Regular', 'Standard', 'Session', 'Profile', 'Group'], 'readOnly', { label: 'Permission Set Type' }),
    ...userPermissionFields,
  ],
};
