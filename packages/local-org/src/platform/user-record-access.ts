import type { RecordLevel } from '../access/port';
import { columnsOfObject, type MadeTable } from '../data';
import type { DataContext } from '../data/port';
import { ApexException } from '../kernel/exceptions';
import { toId18 } from '../kernel/ids';
import type { ObjectType } from '../schema/model';
import { fold, idsAsked, tableOf } from '../soql';
import { objectOf } from './rows';

const OBJECT = 'UserRecordAccess';
const MOST = 200;

/**
 * Access of one user to the records that the query names: "Up to 200 record IDs can be queried"; records that do not exist, and those that the
 * running user may not read, are left out (Object Reference, UserRecordAccess). The texts that refuse a query are from memory [org 20].
 */
export const userRecordAccess: MadeTable = (context, query, binds) => {
  const users = idsAsked(query, binds, 'UserId');
  const records = idsAsked(query, binds, 'RecordId');
  const [userId] = users ?? [];
  if (userId === undefined || users?.length !== 1 || !records)
    throw new ApexException('System.QueryException', `${OBJECT} requires filters on a single UserId and on RecordId`);
  if (records.length > MOST) throw new ApexException('System.QueryException', `${OBJECT} takes at most ${MOST} ids of records in a query`);
  const own = objectOf(context, OBJECT);
  const rows = [...byObject(records, context)].flatMap(([object, ids]) => accessTo(object, ids, userId, context));
  const columns = columnsOfObject(own).flat();
  const names = columns.map(({ sql }, i) => `column${i + 2} AS ${sql}`).join(', ');
  if (rows.length === 0) return `SELECT 1 AS "$row", ${columns.map(({ sql }) => `NULL AS ${sql}`).join(', ')} WHERE 0`;
  const values = rows.map((row, i) => `(${[i + 1, ...columns.map(({ sql }) => literalOf(sql, row, own, userId))].join(', ')})`);
  return `SELECT column1 AS "$row", ${names} FROM (VALUES ${values.join(', ')})`;
};

interface RecordAccess {
  readonly recordId: string;
  readonly has: Readonly<Record<string, boolean>>;
  readonly most: string;
}

/** Ids and words of ours only: nothing that comes from elsewhere gets into the text. */
function literalOf(column: string, { recordId, has, most }: RecordAccess, own: ObjectType, userId: string): string {
  switch (column) {
    case '"Id"':
      return `'${toId18(`${own.keyPrefix}${recordId.slice(3, 15)}`) ?? ''}'`;
    case '"RecordId"':
      return `'${recordId}'`;
    case '"UserId"':
      return `'${userId}'`;
    case '"MaxAccessLevel"':
      return `'${most}'`;
    case '"MaxAccessLevel$k"':
      return `'${fold(most)}'`;
    default:
      return has[column.slice(1, -1)] === undefined ? 'NULL' : String(Number(has[column.slice(1, -1)]));
  }
}

function byObject(ids: readonly string[], { schema }: DataContext): Map<ObjectType, string[]> {
  const found = new Map<ObjectType, string[]>();
  for (const id of new Set(ids)) {
    const object = schema.objectByPrefix(id.slice(0, 3));
    if (object && object.kind !== 'event') found.set(object, [...(found.get(object) ?? []), id]);
  }
  return found;
}

function accessTo(object: ObjectType, ids: readonly string[], userId: string, context: DataContext): RecordAccess[] {
  const { access } = context;
  const may = (user: string, right: 'read' | 'edit' | 'delete', level: RecordLevel): ReadonlySet<string> =>
    access.hasObject(user, object, right) ? recordsWith(object, ids, user, level, context) : new Set();
  const visible = may(context.userId, 'read', 'read');
  const [reads, edits, deletes] = [may(userId, 'read', 'read'), may(userId, 'edit', 'edit'), may(userId, 'delete', 'all')];
  const transfers = may(userId, 'edit', 'all');
  return ids
    .filter((id) => visible.has(id))
    .map((recordId) => {
      const has = {
        HasReadAccess: reads.has(recordId),
        HasEditAccess: edits.has(recordId),
        HasDeleteAccess: deletes.has(recordId),
        HasTransferAccess: transfers.has(recordId),
        HasAllAccess: deletes.has(recordId) && transfers.has(recordId),
      };
      const levels = [has.HasAllAccess && 'All', has.HasTransferAccess && 'Transfer', has.HasDeleteAccess && 'Delete', has.HasEditAccess && 'Edit']; // prettier-ignore
      return { recordId, has, most: levels.find((level) => level !== false) || (has.HasReadAccess ? 'Read' : 'None') };
    });
}

/** Those of the records that exist on which the user has the level of access. */
function recordsWith(object: ObjectType, ids: readonly string[], userId: string, level: RecordLevel, context: DataContext): Set<string> {
  const filter = context.access.rowFilter(userId, object, 't0', level);
  const deleted = object.field('IsDeleted') ? ' AND t0."IsDeleted" = 0' : '';
  return new Set(
    context.store
      .prepare(
        `SELECT t0."Id" FROM ${tableOf(object)} t0 WHERE t0."Id" IN (SELECT value FROM json_each(?))${deleted} AND (${filter?.sql ?? '1'})`,
      )
      .all(JSON.stringify(ids), ...(filter?.binds ?? []))
      .map(([id]) => String(id)),
  );
}
