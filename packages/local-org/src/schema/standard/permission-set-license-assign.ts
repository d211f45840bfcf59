import { bool, lookup, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/PermissionSetLicenseAssign.json. Lengths: Object Reference for the Salesforce Platform, PermissionSetLicenseAssign.
export const permissionSetLicenseAssign: ObjectDeclaration = {
  name: 'PermissionSetLicenseAssign',
  prefix: '2LA',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    lookup('AssigneeId', 'User', 'required', 'createOnly', { child: 'PermissionSetLicenseAssignments' }),
    bool('IsRevoked', 'updateOnly'),
    lookup('PermissionSetLicenseId', 'PermissionSetLicense', 'required', 'createOnly', { child: 'PermissionSetLicenseAssignments' }),
  ],
};
