import { bool, lookup, picklist, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/ObjectPermissions.json. Lengths: Object Reference for the Salesforce Platform, ObjectPermissions.
export const objectPermissions: ObjectDeclaration = {
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  labelPlural: 'Object Permissions',
  prefix: '110',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    lookup('ParentId', 'PermissionSet', 'required', 'createOnly', { child: 'ObjectPerms' }),
    bool('PermissionsCreate'),
    bool('PermissionsDelete'),
    bool('PermissionsEdit'),
    bool('PermissionsModifyAllRecords'),
    bool('PermissionsRead'),
    bool('PermissionsViewAllFields'),
    bool('PermissionsViewAllRecords'),
    picklist('SobjectType', [], 'required', 'createOnly'),
  ],
};
