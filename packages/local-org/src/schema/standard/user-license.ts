import { datetime, int, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserLicense.json. Lengths: Object Reference for the Salesforce Platform, UserLicense.
export const userLicense: ObjectDeclaration = {
  name: 'UserLicense',
  prefix: '100',
  sharing: 'None',
  allows: [],
  audit: 'stamp',
  fields: [
    string('LicenseDefinitionKey', 40, 'required', 'readOnly'),
    string('MasterLabel', 80, 'required', 'readOnly'),
    int('MonthlyLoginsEntitlement', 'readOnly'),
    int('MonthlyLoginsUsed', 'readOnly', 'noFilter', 'noSort', 'noGroup'),
    string('Name', 80, 'required', 'readOnly', 'idLookup', 'name'),
    picklist('Status', ['Active', 'Disabled'], 'required', 'readOnly', 'restricted'),
    int('TotalLicenses', 'required', 'readOnly'),
    int('UsedLicenses', 'required', 'readOnly'),
    datetime('UsedLicensesLastUpdated', 'required', 'readOnly'),
  ],
};
