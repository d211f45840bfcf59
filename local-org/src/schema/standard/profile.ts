import { userPermissionFields } from './user-permissions';
import { bool, datetime, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/Profile.json. Lengths: Object Reference for the Salesforce Platform, Profile.
export const profile: ObjectDeclaration = {
  name: 'Profile',
  prefix: '00e',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('Description', 255),
    bool('IsSsoEnabled', 'updateOnly'),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    string('Name', 255, 'required', 'idLookup', 'name'),
    lookup('UserLicenseId', 'UserLicense', 'required', 'createOnly'),
    picklist(
      'UserType',
      [
        'Standard',
        'PowerPartner|Partner',
        'PowerCustomerSuccess|Customer Portal Manager',
        'CustomerSuccess|Customer Portal User',
        'Guest',
        'CspLitePortal|High Volume Portal',
        'CsnOnly|CSN Only',
        'SelfService|Self Service',
        'AutomatedProcess|Automated Process',
        'CloudIntegrationUser|Cloud Integration User',
      ],
      'readOnly',
      'restricted',
    ),
    ...userPermissionFields,
  ],
};
