import { lookup, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/GroupMember.json. Lengths: Object Reference for the Salesforce Platform, GroupMember.
export const groupMember: ObjectDeclaration = {
  name: 'GroupMember',
  prefix: '011',
  setup: true,
  sharing: 'None',
  audit: 'stamp',
  fields: [
    lookup('GroupId', 'Group', 'required', 'createOnly', { child: 'GroupMembers' }),
    lookup('UserOrGroupId', ['Group', 'User'], 'required', 'createOnly'),
  ],
};
