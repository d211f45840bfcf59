import { bool, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserRole.json. Lengths: Object Reference for the Salesforce Platform, UserRole.
export const userRole: ObjectDeclaration = {
  name: 'UserRole',
  prefix: '00E',
  setup: true,
  sharing: 'None',
  audit: 'stamp',
  fields: [
    picklist('CaseAccessForAccountOwner', []),
    picklist('ContactAccessForAccountOwner', [], 'readOnly'),
    string('DeveloperName', 80),
    lookup('ForecastUserId', 'User'),
    bool('IsPartner', 'readOnly'),
    bool('MayForecastManagerShare', 'readOnly'),
    string('Name', 80, 'required', 'idLookup', 'name'),
    picklist('OpportunityAccessForAccountOwner', ['None', 'Read', 'Edit'], 'required', 'defaulted', { initial: 'Edit' }),
    lookup('ParentRoleId', 'UserRole'),
    lookup('PortalAccountId', 'Account', 'createOnly'),
    lookup('PortalAccountOwnerId', 'User', 'readOnly'),
    picklist('PortalRole', ['Executive', 'Manager', 'Worker', 'PersonAccount|Person Account'], 'readOnly', 'restricted'),
    picklist('PortalType', [], 'createOnly'),
    string('RollupDescription', 80),
  ],
};
