import type { ObjectType, Schema } from '../schema/model';
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
}

const NOTHING: Filter = { sql: '0', binds: [] };

/**
 * Rows a user may see or edit: all, or by organization-wide default their own and those shared with them, or those of a master they may.
 * Role hierarchy and sharing rules do not exist in the local org. Salesforce Security Guide, "Organization-Wide Sharing Defaults".
 */
export function rowFilter(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, forEdit: boolean): Filter | null {
  if (object.name === 'User') return forEdit && !viewer.mayManageUsers ? own(alias, 'Id', viewer) : null;
  if (viewer.sees(object, forEdit)) return null;
  switch (object.sharingModel) {
    case 'None':
    case 'ReadWrite':
      return null;
    case 'Read':
      return forEdit ? own(alias, 'OwnerId', viewer) : null;
    case 'Private':
      return object.field('OwnerId') ? ownOrShared(schema, viewer, object, alias, forEdit) : null;
    case 'ControlledByParent':
      return byParent(schema, viewer, object, alias, forEdit);
  }
}

const own = (alias: string, field: string, viewer: Viewer): Filter => ({ sql: `${alias}.${quoted(field)} = ?`, binds: [viewer.userId] });

/** Shared with the user or a group that the user is a member of; only objects with a share object of their own are shared here. */
function ownOrShared(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, forEdit: boolean): Filter {
  const mine = own(alias, 'OwnerId', viewer);
  const shares = schema.object(`${object.name}Share`);
  if (!shares) return mine;
  const share = `${alias}_s`;
  const levels = forEdit ? ` AND ${share}."AccessLevel" IN ('Edit', 'All')` : '';
  const groups = `SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" = ?`;
  const holds = `(${share}."UserOrGroupId" = ? OR ${share}."UserOrGroupId" IN (${groups}))`;
  const shared = `SELECT 1 FROM ${quoted(shares.name)} ${share} WHERE ${share}."ParentId" = ${alias}."Id" AND ${share}."IsDeleted" = 0`;
  return { sql: `(${mine.sql} OR EXISTS (${shared} AND ${holds}${levels}))`, binds: [...mine.binds, viewer.userId, viewer.userId] };
}

function byParent(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, forEdit: boolean): Filter | null {
  // A contact follows its account; without one it is its owner's alone (Salesforce Help, "Contact sharing").
  if (object.name === 'Contact') {
    const account = schema.object('Account');
    const viaAccount = account ? throughParent(schema, viewer, account, `${alias}."AccountId"`, alias, forEdit) : NOTHING;
    return {
      sql: `(${viaAccount.sql} OR (${alias}."AccountId" IS NULL AND ${alias}."OwnerId" = ?))`,
      binds: [...viaAccount.binds, viewer.userId],
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
