import { bool, datetime, lookup, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserLogin.json. Lengths: Object Reference for the Salesforce Platform, UserLogin.
export const userLogin: ObjectDeclaration = {
  name: 'UserLogin',
  labelPlural: 'User Logins',
  prefix: '0Yw',
  setup: true,
  sharing: 'None',
  allows: ['update'],
  audit: 'stamp',
  fields: [
    bool('IsFrozen', 'updateOnly'),
    bool('IsPasswordLocked', 'updateOnly'),
    datetime('LastModifiedDate', 'readOnly', 'required'),
    lookup('LastModifiedById', 'User', 'readOnly', 'required', { relationship: 'LastModifiedBy' }),
    lookup('UserId', 'User', 'readOnly', 'required'),
  ],
};
