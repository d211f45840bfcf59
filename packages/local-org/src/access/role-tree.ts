import type { Store } from '../store/port';
import { textOf } from './rows';

const BELOW =
  'WITH RECURSIVE below(id) AS (SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?' +
  ' UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id) SELECT id FROM below ORDER BY id';

/** Ids of the roles below that of a user, at any depth; none for a user without a role. */
export function rolesBelow(store: Store, userId: string): string[] {
  const role = textOf(store.prepare('SELECT "UserRoleId" FROM "User" WHERE "Id" = ?').get(userId)?.[0]);
  if (role === null) return [];
  return store
    .prepare(BELOW)
    .all(role)
    .map(([id]) => String(id));
}

/** Users of roles of a JSON list, which is bound. */
export const USERS_OF_ROLES = 'SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT value FROM json_each(?))';
