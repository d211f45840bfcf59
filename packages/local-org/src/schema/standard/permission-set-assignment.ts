import { bool, datetime, lookup, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/PermissionSetAssignment.json. Lengths: Object Reference for the Salesforce Platform, PermissionSetAssignment.
export const permissionSetAssignment: ObjectDeclaration = {
  name: 'PermissionSetAssignment',
  prefix: '0Pa',
  setup: true,
  sharing: 'None',
  audit: 'stamp',
  fields: [
    lookup('AssigneeId', 'User', 'required', 'createOnly', { child: 'PermissionSetAssignments' }),
    datetime('ExpirationDate'),
    bool('IsActive', 'readOnly', { initial: true }),
    bool('IsRevoked', 'updateOnly'),
    lookup('PermissionSetGroupId', 'PermissionSetGroup', 'createOnly', { child: 'Assignments' }),
    lookup('PermissionSetId', 'PermissionSet', 'createOnly', { child: 'Assignments' }),
  ],
};
