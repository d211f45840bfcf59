import { bool, picklist, string, textarea, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/CustomPermission.json. Lengths: Object Reference for the Salesforce Platform, CustomPermission.
export const customPermission: ObjectDeclaration = {
  name: 'CustomPermission',
  prefix: '0CP',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    textarea('Description', 255, 'readOnly'),
    string('DeveloperName', 80, 'required', 'readOnly', 'unique', 'name'),
    bool('IsLicensed', 'readOnly'),
    bool('IsProtected', 'readOnly'),
    picklist('Language', LANGUAGES, 'required', 'readOnly', 'restricted'),
    string('MasterLabel', 80, 'required', 'readOnly'),
    string('NamespacePrefix', 15, 'readOnly'),
  ],
};
