import { bool, picklist, string, textarea, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/PermissionSetGroup.json. Lengths: Object Reference for the Salesforce Platform, PermissionSetGroup.
export const permissionSetGroup: ObjectDeclaration = {
  name: 'PermissionSetGroup',
  prefix: '0PG',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    textarea('Description', 255),
    string('DeveloperName', 80, 'required', 'unique', 'name'),
    bool('HasActivationRequired'),
    picklist('Language', LANGUAGES, 'defaulted', 'restricted', { initial: 'en_US' }),
    string('MasterLabel', 80, 'required'),
    string('NamespacePrefix', 15, 'readOnly'),
    picklist('Status', ['Updated', 'Outdated', 'Updating', 'Failed'], 'required', 'defaulted', 'readOnly', 'restricted', {
      initial: 'Updated',
    }),
  ],
};
