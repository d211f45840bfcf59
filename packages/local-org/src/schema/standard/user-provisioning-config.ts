import { bool, datetime, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';
import { USER_PROVISIONING } from './user-prov-values';
import { LANGUAGES } from './values';

// Fields, lengths and properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserProvisioningConfig.json; its calls: Object Reference, since API version 55.0.
export const userProvisioningConfig: ObjectDeclaration = {
  name: 'UserProvisioningConfig',
  label: 'User Provisioning Configuration',
  prefix: '0Je',
  sharing: 'None',
  feature: USER_PROVISIONING,
  audit: 'data',
  fields: [
    textarea('ApprovalRequired', 4000),
    lookup('ConnectedAppId', 'ConnectedApplication', { relationship: 'ConnectedApp' }),
    string('DeveloperName', 80, 'required', 'unique', 'name', { label: 'Name' }),
    bool('Enabled'),
    textarea('EnabledOperations', 4000),
    picklist('Language', LANGUAGES, 'defaulted', 'restricted', { label: 'Master Language', initial: 'en_US' }),
    datetime('LastReconDateTime', { label: 'Last Recon Date' }),
    string('MasterLabel', 80, 'required', { label: 'Label' }),
    lookup('NamedCredentialId', 'NamedCredential'),
    string('NamespacePrefix', 15, 'readOnly'),
    textarea('Notes', 65536),
    textarea('OnUpdateAttributes', 4000),
    string('ReconFilter', 255),
    textarea('UserAccountMapping', 4000),
  ],
};
