import type { MadeTable } from '../data';
import { toId18 } from '../kernel/ids';
import { USER_PERMISSIONS } from '../schema/standard/user-permissions';
import { objectOf } from './rows';

const OBJECT = 'UserPermissionAccess';

/** The running user's system permissions, from whichever profile, permission set or group (Object Reference, UserPermissionAccess). */
export const userPermissionAccess: MadeTable = (context) => {
  const { userId, access } = context;
  const id = toId18(`${objectOf(context, OBJECT).keyPrefix}${userId.slice(3, 15)}`) ?? '';
  const permissions = USER_PERMISSIONS.map((name) => `${access.hasPermission(userId, name) ? 1 : 0} AS "Permissions${name}"`);
  const changed = `(SELECT max("LastModifiedDate") FROM "User" WHERE "Id" = '${toId18(userId) ?? ''}') AS "LastCacheUpdate"`;
  return `SELECT 1 AS "$row", '${id}' AS "Id", ${changed}, ${permissions.join(', ')}`;
};
