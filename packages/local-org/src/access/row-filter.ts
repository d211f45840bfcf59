import type { ObjectType, Schema } from '../schema/model';
import { sharesOf } from '../schema/shares';
import { partyKey, USERS_OF_ROLES, type Circle } from './circle';
import type { RecordLevel } from './port';
import { quoted } from './rows';
import { recordsOf } from './sharing-rules';

export interface Filter {
  readonly sql: string;
  readonly binds: string[];
}

/** What the filter asks about the user. */
export interface Viewer {
  readonly userId: string;
  sees(object: ObjectType, level: RecordLevel): boolean;
  mayManageUsers: boolean;
  readonly circle: Circle;
}

const NOTHING: Filter = { sql: '0', binds: [] };

/**
 * Rows on which a user has a level of access: all, or by organization-wide default their own, those shared with them and those of users below
 * them in the role hierarchy, or those of a master. Salesforce Security Guide, "Organization-Wide Sharing Defaults"; Salesforce Help,
 * "Controlling Access Using Hierarchies": users above an owner have the owner's access, for standard objects always and for custom objects by
 * default.
 */
export function rowFilter(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, level: RecordLevel): Filter | null {
  if (object.name === 'User') return level !== 'read' && !viewer.mayManageUsers ? own(alias, 'Id', viewer) : null;
  if (viewer.sees(object, level)) return null;
  switch (object.sharingModel) {
    case 'None':
    case 'ReadWrite':
      return null;
    case 'Read':
      return level === 'read' ? null : ownOrShared(schema, viewer, object, alias, level);
    case 'Private':
      return ownOrShared(schema, viewer, object, alias, level);
    case 'ControlledByParent':
      return byParent(schema, viewer, object, alias, level);
  }
}

const own = (alias: string, field: string, viewer: Viewer): Filter => ({ sql: `${alias}.${quoted(field)} = ?`, binds: [viewer.userId] });

/** The user, users of roles below and groups, as a condition on a column that names one of them. */
function circleOn(column: string, { userId, circle }: Viewer, groups: boolean): Filter {
  const parts = [`${column} = ?`];
  const binds = [userId];
  if (circle.below.length > 0) {
    parts.push(`${column} IN (${USERS_OF_ROLES})`);
    binds.push(JSON.stringify(circle.below));
  }
  if (groups && circle.groups.length > 0) {
    parts.push(`${column} IN (SELECT value FROM json_each(?))`);
    binds.push(JSON.stringify(circle.groups));
  }
  return { sql: parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`, binds };
}

/** Owned by the user, by somebody below or by a queue of theirs. */
function owned(object: ObjectType, alias: string, viewer: Viewer): Filter {
  return circleOn(`${alias}."OwnerId"`, viewer, object.field('OwnerId')?.referenceTo.includes('Group') ?? false);
}

const ENOUGH: Readonly<Record<RecordLevel, string>> = { read: '', edit: ` IN ('Edit', 'All')`, all: ` = 'All'` };

function ownOrShared(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, level: RecordLevel): Filter | null {
  if (!object.field('OwnerId')) return null;
  const filters = [owned(object, alias, viewer)];
  const shares = sharesOf(schema, object);
  // Nobody can be given full access.
  if (shares && (level !== 'all' || shares.share.keepsOwners)) filters.push(sharedWith(shares, viewer, alias, level));
  if (level !== 'all') {
    const rules = (object.sharingRules ?? []).filter((rule) => level === 'read' || rule.level === 'Edit');
    for (const rule of rules)
      if (viewer.circle.parties.has(partyKey(rule.to.type, rule.to.name))) filters.push(recordsOf(rule, object, alias));
  }
  const [first] = filters;
  if (filters.length === 1 && first) return first;
  return { sql: `(${filters.map(({ sql }) => sql).join(' OR ')})`, binds: filters.flatMap(({ binds }) => binds) };
}

type Shares = NonNullable<ReturnType<typeof sharesOf>>;

/** Shared with the user, somebody below or a group of theirs. */
function sharedWith({ type, share }: Shares, viewer: Viewer, alias: string, level: RecordLevel): Filter {
  const entry = `${alias}_s`;
  const enough = level === 'read' ? '' : ` AND ${entry}.${quoted(share.level)}${ENOUGH[level]}`;
  const holder = circleOn(`${entry}."UserOrGroupId"`, viewer, true);
  const from = `SELECT ${entry}.${quoted(share.parent)} FROM ${quoted(type.name)} ${entry} WHERE ${entry}."IsDeleted" = 0`;
  return { sql: `${alias}."Id" IN (${from} AND ${holder.sql}${enough})`, binds: holder.binds };
}

function byParent(schema: Schema, viewer: Viewer, object: ObjectType, alias: string, level: RecordLevel): Filter | null {
  // A contact follows its account; without one it is its owner's alone (Salesforce Help, "Contact sharing").
  if (object.name === 'Contact') {
    const account = schema.object('Account');
    const viaAccount = account ? throughParent(schema, viewer, account, `${alias}."AccountId"`, alias, level) : NOTHING;
    const mine = owned(object, alias, viewer);
    return {
      sql: `(${viaAccount.sql} OR (${alias}."AccountId" IS NULL AND ${mine.sql}))`,
      binds: [...viaAccount.binds, ...mine.binds],
    };
  }
  // Details are written with edit access to the master; entries of a share object with full access to the record.
  const needed = object.share ? (level === 'read' ? 'read' : 'all') : level === 'all' ? 'edit' : level;
  const masters = object.fields.filter((field) => field.masterDetail);
  const filters = masters.flatMap((field) => {
    const master = schema.object(field.referenceTo[0] ?? '');
    return master ? [throughParent(schema, viewer, master, `${alias}.${quoted(field.name)}`, alias, needed)] : [];
  });
  if (filters.length === 0) return null;
  return { sql: filters.map((filter) => filter.sql).join(' AND '), binds: filters.flatMap((filter) => filter.binds) };
}

function throughParent(schema: Schema, viewer: Viewer, parent: ObjectType, reference: string, alias: string, level: RecordLevel): Filter {
  const inner = `${alias}_p`;
  const filter = rowFilter(schema, viewer, parent, inner, level);
  if (!filter) return { sql: `${reference} IS NOT NULL`, binds: [] };
  return {
    sql: `EXISTS (SELECT 1 FROM ${quoted(parent.name)} ${inner} WHERE ${inner}."Id" = ${reference} AND ${filter.sql})`,
    binds: filter.binds,
  };
}
