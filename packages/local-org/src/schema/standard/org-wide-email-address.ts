import { bool, email, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/OrgWideEmailAddress.json.
export const orgWideEmailAddress: ObjectDeclaration = {
  name: 'OrgWideEmailAddress',
  labelPlural: 'Organization-wide From Email Addresses',
  prefix: '0D2',
  sharing: 'None',
  audit: 'setup',
  fields: [
    email('Address', 80, 'required'),
    string('DisplayName', 128, 'required', 'name'),
    bool('IsAllowAllProfiles'),
    bool('IsVerified'),
    picklist('Purpose', ['UserSelection', 'DefaultNoreply', 'UserSelectionAndDefaultNoreply'], 'required', 'defaulted', 'restricted', {
      initial: 'UserSelection',
    }),
  ],
};
