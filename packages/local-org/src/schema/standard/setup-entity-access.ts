import { lookup, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/SetupEntityAccess.json. Lengths: Object Reference for the Salesforce Platform, SetupEntityAccess.
export const setupEntityAccess: ObjectDeclaration = {
  name: 'SetupEntityAccess',
  prefix: '0J0',
  setup: true,
  sharing: 'None',
  allows: ['create', 'delete'],
  audit: 'stamp',
  fields: [
    lookup('ParentId', 'PermissionSet', 'required', 'createOnly', { child: 'SetupEntityAccessItems' }),
    lookup(
      'SetupEntityId',
      ['ApexClass', 'ConnectedApplication', 'CustomPermission', 'ExternalClientApplication'],
      'required',
      'createOnly',
      {
        child: 'SetupEntityAccessItems',
      },
    ),
    string('SetupEntityType', 40, 'readOnly'),
  ],
};
