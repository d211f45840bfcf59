import { bool, picklist, string, textarea, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Object Reference for the Salesforce Platform, CustomNotificationType; Metadata API Developer Guide, CustomNotificationType (lengths).
export const customNotificationType: ObjectDeclaration = {
  name: 'CustomNotificationType',
  prefix: '0ML',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('CustomNotifTypeName', 80, 'required', 'readOnly', 'unique', 'idLookup', 'name'),
    textarea('Description', 255, 'readOnly'),
    bool('Desktop', 'readOnly'),
    string('DeveloperName', 80, 'required', 'readOnly', 'unique'),
    bool('IsSlack', 'readOnly'),
    picklist('Language', LANGUAGES, 'required', 'readOnly', 'restricted'),
    string('MasterLabel', 80, 'required', 'readOnly'),
    bool('Mobile', 'readOnly'),
    string('NamespacePrefix', 15, 'readOnly'),
  ],
};
