import type { ObjectType, Schema } from '../schema/model';
import { USERS_OF_ROLES } from './role-tree';
import { quoted } from './rows';

export interface Filter {
  readonly sql: string;
  readonly binds: string[];
}

/** What the filter asks about the user. */
export interface Viewer {
  readonly userId: string;
  sees(object: ObjectType, forEdit: boolean): boolean;
  mayManageUsers: boolean;
  /** Ids of the roles below the user's own. */
  readonly below: readonly string[];
}

const NOTHING: Filter = { sql: '0', binds: [] };

/**
 * Rows a user may see or edit: all, or by organization-wide default their own, those shared with them and those of users below them in the
 * role hierarchy, or those of a master they may. Salesforce Security Guide, "Organization-Wide Sharing Defaults"; Salesforce Help, "Controlling
 * Access Using Hierarchies": users above an owner have the owner's access, for standard objects always and for custom objects by default.
 */
export function rowFilter(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, forEdit: boolean): Filter | null {
  if (object.name === 'User') return forEdit && !viewer.mayManageUsers ? own(alias, 'Id', viewer) : null;
  if (viewer.sees(object, forEdit)) return null;
  switch (object.sharingModel) {
    case 'None':
    case 'ReadWrite':
      return null;
    case 'Read':
      return forEdit && object.field('OwnerId') ? owned(alias, viewer) : null;
    case 'Private':
      return object.field('OwnerId') ? ownOrShared(schema, viewer, object, alias, forEdit) : null;
    case 'ControlledByParent':
      return byParent(schema, viewer, object, alias, forEdit);
  }
}

const own = (alias: string, field: string, viewer: Viewer): Filter => ({ sql: `${alias}.${quoted(field)} = ?`, binds: [viewer.userId] });

/** Owned by the user or by somebody below. */
function owned(alias: string, viewer: Viewer): Filter {
  const mine = own(alias, 'OwnerId', viewer);
  if (viewer.below.length === 0) return mine;
  return { sql: `(${mine.sql} OR ${alias}."OwnerId" IN (${USERS_OF_ROLES}))`, binds: [...mine.binds, JSON.stringify(viewer.below)] };
}

/** Shared with the user or a group that the user is a member of; only objects with a share object of their own are shared here. */
function ownOrShared(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, forEdit: boolean): Filter {
  const mine = owned(alias, viewer);
  const shares = schema.object(`${object.name}Share`);
  if (!shares) return mine;
  const share = `${alias}_s`;
  const levels = forEdit ? ` AND ${share}."AccessLevel" IN ('Edit', 'All')` : '';
  const groups = `SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" = ?`;
  const inherited = viewer.below.length > 0 ? ` OR ${share}."UserOrGroupId" IN (${USERS_OF_ROLES})` : '';
  const holds = `(${share}."UserOrGroupId" = ? OR ${share}."UserOrGroupId" IN (${groups})${inherited})`;
  const shared = `SELECT 1 FROM ${quoted(shares.name)} ${share} WHERE ${share}."ParentId" = ${alias}."Id" AND ${share}."IsDeleted" = 0`;
  const binds = [...mine.binds, viewer.userId, viewer.userId, ...(inherited ? [JSON.stringify(viewer.below)] : [])];
  return { sql: `(${mine.sql} OR EXISTS (${shared} AND ${holds}${levels}))`, binds };
}

function byParent(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, forEdit: boolean): Filter | null {
  // A contact follows its account; without one it is its owner's alone (Salesforce Help, "Contact sharing").
  if (object.name === 'Contact') {
    const account = schema.object('Account');
    const viaAccount = account ? throughParent(schema, viewer, account, `${alias}."AccountId"`, alias, forEdit) : NOTHING;
    const mine = owned(alias, viewer);
    return {
      sql: `(${viaAccount.sql} OR (${alias}."AccountId" IS NULL AND ${mine.sql}))`,
      binds: [...viaAccount.binds, ...mine.binds],
    };
  }
  const masters = object.fields.filter((field) => field.masterDetail);
  const filters = masters.flatMap((field) => {
    const master = schema.object(field.referenceTo[0] ?? '');
    return master ? [throughParent(schema, viewer, master, `${alias}.${quoted(field.name)}`, alias, forEdit)] : [];
  });
  if (filters.length === 0) return null;
  return { sql: filters.map((filter) => filter.sql).join(' AND '), binds: filters.flatMap((filter) => filter.binds) };
}

function throughParent(schema: Schema, viewer: Viewer, parent: ObjectType, reference: string, alias: string, forEdit: boolean): Filter {
  const inner = `${alias}_p`;
  const filter = rowFilter(schema, viewer, parent, inner, forEdit);
  if (!filter) return { sql: `${reference} IS NOT NULL`, binds: [] };
  return {
    sql: `EXISTS (SELECT 1 FROM ${quoted(parent.name)} ${inner} WHERE ${inner}."Id" = ${reference} AND ${filter.sql})`,
    binds: filter.binds,
  };
}
