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
    string('DeveloperName', 80, 'required', { label: 'Record Type Name' }),
    bool('IsActive', 'updateOnly', { initial: true }, { label: 'Active' }),
    bool('IsPersonType', 'readOnly'),
    string('Name', 80, 'required', 'idLookup', 'name', { label: 'Record Type Name' }),
    string('NamespacePrefix', 15, 'readOnly'),
    picklist('SobjectType', [], 'required', 'createOnly', { label: 'SObject Type' }),
  ],
};
