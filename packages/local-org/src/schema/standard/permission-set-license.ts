import { bool, date, int, picklist, string, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/PermissionSetLicense.json. Lengths: Object Reference for the Salesforce Platform, PermissionSetLicense.
export const permissionSetLicense: ObjectDeclaration = {
  name: 'PermissionSetLicense',
  prefix: '0PL',
  setup: true,
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('DeveloperName', 80, 'required', 'readOnly', 'unique', 'name'),
    date('ExpirationDate', 'readOnly'),
    bool('IsAvailableForIntegrations', 'readOnly'),
    bool('IsSupplementLicense', 'readOnly'),
    picklist('Language', LANGUAGES, 'required', 'readOnly', 'restricted'),
    string('MasterLabel', 255, 'required', 'readOnly'),
    string('PermissionSetLicenseKey', 80, 'required', 'readOnly', 'idLookup'),
    picklist('Status', ['Active', 'Disabled'], 'required', 'readOnly', 'restricted'),
    int('TotalLicenses', 'required', 'readOnly'),
    int('UsedLicenses', 'required', 'readOnly'),
  ],
};
