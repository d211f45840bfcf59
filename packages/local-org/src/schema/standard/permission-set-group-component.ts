import { lookup, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/PermissionSetGroupComponent.json. Lengths: Object Reference for the Salesforce Platform, PermissionSetGroupComponent.
export const permissionSetGroupComponent: ObjectDeclaration = {
  name: 'PermissionSetGroupComponent',
  prefix: '0PM',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    lookup('PermissionSetGroupId', 'PermissionSetGroup', 'required', 'createOnly', { child: 'PermissionSetGroupComponents' }),
    lookup('PermissionSetId', 'PermissionSet', 'required', 'createOnly', { child: 'PermissionSetGroupComponents' }),
  ],
};
