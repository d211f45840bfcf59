import { bool, lookup, picklist, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/FieldPermissions.json. Lengths: Object Reference for the Salesforce Platform, FieldPermissions.
export const fieldPermissions: ObjectDeclaration = {
  name: 'FieldPermissions',
  label: 'Field Permissions',
  labelPlural: 'Field Permissions',
  prefix: '01k',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    picklist('Field', [], 'required', 'createOnly'),
    lookup('ParentId', 'PermissionSet', 'required', 'createOnly', { child: 'FieldPerms' }),
    bool('PermissionsEdit'),
    bool('PermissionsRead'),
    picklist('SobjectType', [], 'required', 'createOnly'),
  ],
};
