import { bool, datetime, type ObjectDeclaration } from '../declare';
import { USER_PERMISSIONS } from './user-permissions';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserPermissionAccess.json. One row, made for whoever asks; the key
// prefix is ours: no source gives it.
export const userPermissionAccess: ObjectDeclaration = {
  name: 'UserPermissionAccess',
  labelPlural: 'User Permission Access',
  prefix: '0hq',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    datetime('LastCacheUpdate', 'readOnly'),
    ...USER_PERMISSIONS.map((name) => bool(`Permissions${name}`, 'readOnly', 'noSort', 'noGroup')),
  ],
};
