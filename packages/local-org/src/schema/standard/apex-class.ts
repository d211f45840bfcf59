import { bool, double, int, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/ApexClass.json. Lengths: Object Reference for the Salesforce Platform, ApexClass.
export const apexClass: ObjectDeclaration = {
  name: 'ApexClass',
  labelPlural: 'Apex Classes',
  prefix: '01p',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    double('ApiVersion', 1, 'required'),
    textarea('Body', 1000000),
    double('BodyCrc', 0, 'defaulted'),
    bool('IsValid'),
    int('LengthWithoutComments', 'required'),
    string('Name', 255, 'required', 'idLookup', 'name'),
    string('NamespacePrefix', 15, 'readOnly'),
    picklist('Status', ['Inactive', 'Active', 'Deleted'], 'required', 'restricted'),
  ],
};
