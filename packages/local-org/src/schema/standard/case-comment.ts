import { bool, lookup, textarea, type ObjectDeclaration } from '../declare';

// Object Reference for the Salesforce Platform, CaseComment.
export const caseComment: ObjectDeclaration = {
  name: 'CaseComment',
  prefix: '00a',
  sharing: 'ControlledByParent',
  audit: 'data',
  fields: [
    lookup('ParentId', 'Case', 'required', 'createOnly', 'masterDetail', { child: 'CaseComments' }),
    bool('IsPublished'),
    textarea('CommentBody', 4000),
  ],
};
