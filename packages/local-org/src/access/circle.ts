import type { Store } from '../store/port';
import { textOf } from './rows';

/** Whose records a user has besides the own ones. */
export interface Circle {
  /** Roles below the user's own, at any depth. */
  readonly below: readonly string[];
  /** Groups and queues that the user is in, also by role or through other groups, and those of users below. */
  readonly groups: readonly string[];
  /** The same groups by type and developer name, as sharing rules name them. */
  readonly parties: ReadonlySet<string>;
}

/** Key of a group in `parties`. */
export const partyKey = (type: string, name: string): string => `${type}:${name.toLowerCase()}`;

/** Users of roles of a JSON list, which is bound. */
export const USERS_OF_ROLES = 'SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT value FROM json_each(?))';

const BELOW =
  'WITH RECURSIVE below(id) AS (SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?' +
  ' UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id) SELECT id FROM below ORDER BY id';
const ABOVE =
  'WITH RECURSIVE above(id) AS (SELECT ? UNION SELECT r."ParentRoleId" FROM "UserRole" r JOIN above a ON r."Id" = a.id' +
  ' WHERE r."ParentRoleId" IS NOT NULL) SELECT id FROM above';
const LISTED = 'IN (SELECT value FROM json_each(?))';
/** Of the user, of the user's role and the roles above it, of everybody inside; of users below where a group says so; then what these are in. */
const GROUPS = `WITH RECURSIVE joined(id) AS (
  SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" = ?
  UNION SELECT "Id" FROM "Group" WHERE "Type" = 'Role' AND "RelatedId" ${LISTED}
  UNION SELECT "Id" FROM "Group" WHERE "Type" IN ('RoleAndSubordinates', 'RoleAndSubordinatesInternal') AND "RelatedId" ${LISTED}
  UNION SELECT "Id" FROM "Group" WHERE "Type" = 'Organization' AND ?
  UNION SELECT m."GroupId" FROM "User" u JOIN "GroupMember" m ON m."UserOrGroupId" = u."Id" JOIN "Group" g ON g."Id" = m."GroupId"
    WHERE u."UserRoleId" ${LISTED} AND g."DoesIncludeBosses" = 1
  UNION SELECT m."GroupId" FROM "GroupMember" m JOIN joined j ON m."UserOrGroupId" = j.id
) SELECT id FROM joined ORDER BY id`;

/**
 * Salesforce Help, "What Is a Group?": groups contain users, roles, roles with those below, and groups; "Grant Access Using Hierarchies" of a
 * group gives its access to users above its members.
 */
export function circleOf(store: Store, userId: string): Circle {
  const [role, type] = store.prepare('SELECT "UserRoleId", "UserType" FROM "User" WHERE "Id" = ?').get(userId) ?? [];
  const ids = (sql: string, ...binds: (string | number)[]): string[] => store.prepare(sql).all(...binds).map(([id]) => String(id)); // prettier-ignore
  const own = textOf(role);
  const below = own === null ? [] : ids(BELOW, own);
  const above = own === null ? [] : ids(ABOVE, own);
  const roles = JSON.stringify(own === null ? [] : [own, ...below]);
  const inside = type === 'Standard' ? 1 : 0;
  const groups = ids(GROUPS, userId, roles, JSON.stringify([...above, ...below]), inside, JSON.stringify(below));
  const named = store.prepare(`SELECT "Type", "DeveloperName" FROM "Group" WHERE "Id" ${LISTED}`).all(JSON.stringify(groups));
  return { below, groups, parties: new Set(named.map(([kind, name]) => partyKey(String(kind), String(name)))) };
}
