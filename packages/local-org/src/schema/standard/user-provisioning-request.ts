import { datetime, int, lookup, picklist, string, type ObjectDeclaration } from '../declare';
import { USER_PROVISIONING } from './user-prov-values';

// Fields, lengths and properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserProvisioningRequest.json. The organization-wide default is
// that of the object's file in GalloGio/IATA @ b8bfdef, a production org's metadata; the form of the name is ours.
export const userProvisioningRequest: ObjectDeclaration = {
  name: 'UserProvisioningRequest',
  prefix: '0HP',
  sharing: 'Private',
  feature: USER_PROVISIONING,
  audit: 'data',
  fields: [
    string('AppName', 150, 'idLookup'),
    picklist('ApprovalStatus', ['Required', 'NotRequired|Not Required', 'Approved', 'Denied'], 'required', 'restricted'),
    lookup('ConnectedAppId', 'ConnectedApplication', { relationship: 'ConnectedApp' }),
    string('ExternalUserId', 150, 'idLookup', { label: 'External User Id' }),
    lookup('ManagerId', 'User', { label: 'User ID' }),
    string('Name', 255, 'auto', 'idLookup', 'noGroup', 'name', { displayFormat: 'UPR-{000000}' }),
    picklist(
      'Operation',
      ['Create', 'Read', 'Update', 'Deactivate', 'Activate', 'Freeze', 'Unfreeze', 'Reconcile', 'Linking'],
      'required',
      'restricted',
    ),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
    lookup('ParentId', 'UserProvisioningRequest', { label: 'User Provisioning Request ID' }),
    int('RetryCount'),
    lookup('SalesforceUserId', 'User', { label: 'User ID' }),
    datetime('ScheduleDate', { label: 'Scheduled Provisioning Time' }),
    picklist(
      'State',
      [
        'New',
        'Requested',
        'Completed',
        'Failed',
        'Collecting',
        'Collected',
        'Analyzing',
        'Analyzed',
        'Committing',
        'Retried',
        'Manually Completed',
      ],
      'required',
      'restricted',
    ),
    lookup('UserProvAccountId', 'UserProvAccount', { label: 'User Provisioning Account ID' }),
    lookup('UserProvConfigId', 'UserProvisioningConfig', { label: 'User Provisioning Configuration ID' }),
  ],
};
