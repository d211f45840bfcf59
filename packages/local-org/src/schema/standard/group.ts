import { bool, email, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/Group.json. Lengths: Object Reference for the Salesforce Platform, Group.
export const group: ObjectDeclaration = {
  name: 'Group',
  prefix: '00G',
  setup: true,
  sharing: 'None',
  audit: 'setup',
  fields: [
    textarea('Description', 1000),
    string('DeveloperName', 80),
    bool('DoesIncludeBosses', { initial: true }),
    bool('DoesSendEmailToMembers'),
    email('Email', 80),
    string('Name', 40, 'required', 'idLookup', 'name'),
    lookup('OwnerId', ['Organization', 'User'], 'required', 'readOnly'),
    lookup('RelatedId', ['User', 'UserRole'], 'readOnly'),
    picklist(
      'Type',
      [
        'Regular',
        'Queue',
        'Role',
        'RoleAndSubordinates',
        'RoleAndSubordinatesInternal',
        'Organization',
        'AllCustomerPortal',
        'Manager',
        'ManagerAndSubordinatesInternal',
        'PRMOrganization',
      ],
      'required',
      'createOnly',
      'restricted',
    ),
  ],
};
