import { bool, datetime, lookup, picklist, string, type ObjectDeclaration } from '../declare';
import { ACCOUNT_STATUSES, externalPerson, LINK_STATES, USER_PROVISIONING } from './user-prov-values';

// Fields, lengths and properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserProvAccount.json. The form of the name is ours.
export const userProvAccount: ObjectDeclaration = {
  name: 'UserProvAccount',
  label: 'User Provisioning Account',
  prefix: '0Ni',
  sharing: 'None',
  feature: USER_PROVISIONING,
  audit: 'data',
  fields: [
    lookup('ConnectedAppId', 'ConnectedApplication', { relationship: 'ConnectedApp' }),
    datetime('DeletedDate'),
    ...externalPerson,
    bool('IsKnownLink', { label: 'Manual Override' }),
    picklist('LinkState', LINK_STATES, 'required', 'restricted'),
    string('Name', 255, 'auto', 'idLookup', 'noGroup', 'name', { displayFormat: 'UPA-{000000}' }),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
    lookup('SalesforceUserId', 'User', { label: 'User ID' }),
    picklist('Status', ACCOUNT_STATUSES, 'required', 'restricted'),
  ],
};
