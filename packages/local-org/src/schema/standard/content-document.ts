import { bool, int, lookup, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, ContentDocument.
export const contentDocument: ObjectDeclaration = {
  name: 'ContentDocument',
  prefix: '069',
  allows: ['update', 'delete'],
  audit: 'data',
  fields: [
    string('Title', 255, 'required', 'name'),
    lookup('LatestPublishedVersionId', 'ContentVersion', 'readOnly'),
    lookup('ParentId', 'User', 'readOnly'),
    string('FileType', 20, 'readOnly'),
    string('FileExtension', 40, 'readOnly'),
    int('ContentSize', 'readOnly'),
    textarea('Description', 1000),
    bool('IsArchived', 'readOnly'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
