import { lookup, picklist, type ObjectDeclaration } from '../declare';

// Object Reference for the Salesforce Platform, ContentDocumentLink. LinkedEntityId may lead to custom objects too.
export const contentDocumentLink: ObjectDeclaration = {
  name: 'ContentDocumentLink',
  prefix: '06A',
  sharing: 'ControlledByParent',
  audit: 'stamp',
  fields: [
    lookup('ContentDocumentId', 'ContentDocument', 'required', 'createOnly', 'masterDetail', { child: 'ContentDocumentLinks' }),
    lookup('LinkedEntityId', ['*'], 'required', 'createOnly', { child: 'ContentDocumentLinks', deleteRule: 'cascade' }),
    picklist('ShareType', ['V|Viewer', 'C|Collaborator', 'I|Inferred'], 'defaulted', { initial: 'V' }),
    picklist('Visibility', ['AllUsers', 'InternalUsers', 'SharedUsers'], 'required', 'defaulted', { initial: 'AllUsers' }),
  ],
};
