import { lookup, picklist, string, type ObjectDeclaration } from '../declare';
import { ACCOUNT_STATUSES, externalPerson, LINK_STATES, USER_PROVISIONING } from './user-prov-values';

// Fields, lengths and properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserProvAccountStaging.json. The form of the name is ours.
export const userProvAccountStaging: ObjectDeclaration = {
  name: 'UserProvAccountStaging',
  label: 'User Provisioning Account Staging',
  labelPlural: 'User Provisioning Account Staging',
  prefix: '0HY',
  sharing: 'None',
  feature: USER_PROVISIONING,
  audit: 'data',
  fields: [
    lookup('ConnectedAppId', 'ConnectedApplication', { relationship: 'ConnectedApp' }),
    ...externalPerson,
    picklist('LinkState', LINK_STATES, 'required', 'restricted'),
    string('Name', 255, 'auto', 'idLookup', 'noGroup', 'name', { displayFormat: 'UPAS-{000000}' }),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
    lookup('SalesforceUserId', 'User', { label: 'User ID' }),
    picklist('Status', ACCOUNT_STATUSES, 'required', 'restricted'),
  ],
};
