import { lookup, string, textarea, type ObjectDeclaration } from '../declare';
import { USER_PROVISIONING } from './user-prov-values';

// Fields, lengths and properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserProvisioningLog.json. The form of the name is ours.
export const userProvisioningLog: ObjectDeclaration = {
  name: 'UserProvisioningLog',
  prefix: '0Hs',
  sharing: 'None',
  feature: USER_PROVISIONING,
  audit: 'data',
  fields: [
    textarea('Details', 4000),
    string('ExternalUserId', 150, 'idLookup', { label: 'External User Id' }),
    string('ExternalUsername', 150),
    string('Name', 255, 'auto', 'idLookup', 'noGroup', 'name', { displayFormat: 'UPL-{000000}' }),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
    string('Status', 150),
    lookup('UserId', 'User'),
    lookup('UserProvisioningRequestId', 'UserProvisioningRequest'),
  ],
};
