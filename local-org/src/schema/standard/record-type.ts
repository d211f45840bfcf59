import { bool, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/RecordType.json. Lengths: Object Reference for the Salesforce Platform, RecordType.
export const recordType: ObjectDeclaration = {
  name: 'RecordType',
  prefix: '012',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('Description', 255),
    string('DeveloperName', 80, 'required'),
    bool('IsActive', 'updateOnly', { initial: true }),
    bool('IsPersonType', 'readOnly'),
    string('Name', 80, 'required', 'idLookup', 'name'),
    string('NamespacePrefix', 15, 'readOnly'),
    picklist('SobjectType', [], 'required', 'createOnly'),
  ],
};
