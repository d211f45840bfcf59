import { bool, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: Object Reference for the Salesforce Platform, EntityDefinition. Its Id means nothing on the platform;
// here it is the API name, by which metadata relationships lead here. DurableId, which has other forms for custom objects, is left out.
export const entityDefinition: ObjectDeclaration = {
  name: 'EntityDefinition',
  prefix: '4ie',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    string('DeveloperName', 40, 'readOnly'),
    bool('IsCustomSetting', 'readOnly'),
    bool('IsQueryable', 'readOnly'),
    string('KeyPrefix', 3, 'readOnly'),
    string('Label', 40, 'readOnly'),
    string('MasterLabel', 40, 'readOnly', 'name'),
    string('NamespacePrefix', 15, 'readOnly'),
    string('PluralLabel', 40, 'readOnly'),
    string('QualifiedApiName', 70, 'readOnly'),
  ],
};
