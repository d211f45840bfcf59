import { lookup, picklist, type ObjectDeclaration } from '../declare';
import { USER_PROVISIONING } from './user-prov-values';

// Object Reference for the Salesforce Platform, UserProvisioningRequestShare and StandardObjectNameShare. The key prefix is ours: no source gives it.
export const userProvisioningRequestShare: ObjectDeclaration = {
  name: 'UserProvisioningRequestShare',
  prefix: '0hp',
  // Whoever sees a request sees with whom it is shared.
  sharing: 'ControlledByParent',
  feature: USER_PROVISIONING,
  share: { of: 'UserProvisioningRequest', parent: 'ParentId', level: 'AccessLevel', keepsOwners: true },
  audit: 'data',
  fields: [
    picklist('AccessLevel', ['Read|Read Only', 'Edit|Read/Write', 'All|Owner'], 'required', 'restricted'),
    lookup('ParentId', 'UserProvisioningRequest', 'required', 'createOnly', 'masterDetail', { child: 'Shares' }),
    picklist('RowCause', ['Manual', 'Owner'], 'createOnly', 'defaulted', 'restricted', { initial: 'Manual' }),
    lookup('UserOrGroupId', ['Group', 'User'], 'required', 'createOnly'),
  ],
};
