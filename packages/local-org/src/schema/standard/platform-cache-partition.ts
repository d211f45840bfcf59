import { bool, picklist, string, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Fields and their properties: Object Reference for the Salesforce Platform, PlatformCachePartition.
export const platformCachePartition: ObjectDeclaration = {
  name: 'PlatformCachePartition',
  prefix: '0Er',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('Description', 255),
    string('DeveloperName', 80, 'required', 'name'),
    bool('IsDefaultPartition'),
    picklist('Language', LANGUAGES, 'required', 'restricted'),
    string('MasterLabel', 80, 'required'),
    string('NamespacePrefix', 15, 'readOnly'),
  ],
};
