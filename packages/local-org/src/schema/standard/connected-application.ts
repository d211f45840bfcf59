import { bool, int, picklist, string, url, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/ConnectedApplication.json, and apex-dev-tools/sobject-types,
// ConnectedApplication.java. Its rows come from metadata (`connectedApps`); every field is read-only through every API.
export const connectedApplication: ObjectDeclaration = {
  name: 'ConnectedApplication',
  label: 'Connected App',
  prefix: '0H4',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    picklist('MobileSessionTimeout', [], 'readOnly', 'restricted', { label: 'Lock App After' }),
    url('MobileStartUrl', 2400, 'readOnly', 'noGroup', { label: 'Mobile Start URL' }),
    string('Name', 80, 'required', 'readOnly', 'idLookup', 'name', { label: 'Connected App Name' }),
    picklist('NamedUserUvidTimeout', [], 'readOnly', 'restricted'),
    ...[
      'AllowAdminApprovedUsersOnly',
      'AllowExpiredUvidJWT',
      'AppIssueJwtTokenEnabled',
      'CodeCredentialGuestEnabled',
      'FullContentPushNotifications',
      'HasSessionLevelPolicy',
      'IsInternal',
      'RefreshTokenValidityMetric',
      'TokenExchangeManageBitEnabled',
    ].map((option) => bool(`Options${option}`, 'readOnly', 'noSort', 'noGroup', { label: option })),
    picklist('PinLength', ['4', '5', '6', '7', '8'], 'readOnly', 'restricted', { label: 'PIN Length' }),
    int('RefreshTokenValidityPeriod', 'readOnly', { label: 'Refresh Token Policy:' }),
    url('StartUrl', 2400, 'readOnly', 'noGroup', { label: 'Start URL' }),
    picklist('UvidTimeout', [], 'readOnly', 'restricted'),
  ],
};
