import { base64, bool, int, lookup, picklist, string, textarea, url, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, ContentVersion.
export const contentVersion: ObjectDeclaration = {
  name: 'ContentVersion',
  prefix: '068',
  allows: ['create', 'update'],
  audit: 'data',
  fields: [
    lookup('ContentDocumentId', 'ContentDocument', 'createOnly', 'masterDetail', { child: 'ContentVersions' }),
    bool('IsLatest', 'readOnly'),
    string('Title', 255, 'name'),
    textarea('Description', 1000),
    string('PathOnClient', 500, 'required', 'createOnly'),
    string('FileType', 20, 'readOnly'),
    string('FileExtension', 40, 'readOnly'),
    string('VersionNumber', 20, 'readOnly'),
    int('ContentSize', 'readOnly'),
    url('ContentUrl', 1300, 'createOnly'),
    base64('VersionData', 'createOnly'),
    picklist('Origin', ['C|Content', 'H|Chatter'], 'required', 'defaulted', 'createOnly', { initial: 'C' }),
    lookup('FirstPublishLocationId', ['User', 'Account', 'Contact', 'Opportunity', 'Case', 'Lead'], 'createOnly'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
