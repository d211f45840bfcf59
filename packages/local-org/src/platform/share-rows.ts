import { columnsOfObject, type MadeTable } from '../data';
import { toId18 } from '../kernel/ids';
import type { ObjectType, Schema } from '../schema/model';
import { fold } from '../soql/naming';

/** Text columns that compare folded end so. */
const FOLDED = '$k';
/** The place in an id that tells entries of owners from those that are stored. */
const OWNER = 'z';

/**
 * Entries of a share object: those that are stored, and one for the owner of each record, which follows from the record. Objects that everybody
 * may edit have none (Apex Developer Guide, "Sharing a Record Using Apex").
 */
export function shareRows(object: ObjectType, schema: Schema): MadeTable | undefined {
  const { share } = object;
  const shared = share && schema.object(share.of);
  if (!share || share.keepsOwners || !shared?.field('OwnerId')) return undefined;
  if (shared.sharingModel !== 'Private' && shared.sharingModel !== 'Read') return undefined;
  const columns = columnsOfObject(object).flat();
  const values: Record<string, string> = {
    Id: `'${stemOf(object)}' || substr(r."Id", 6, 10) || '${suffixOf(object)}' || substr(r."Id", 17, 2)`,
    [share.parent]: 'r."Id"',
    UserOrGroupId: 'r."OwnerId"',
    IsDeleted: 'r."IsDeleted"',
    LastModifiedDate: 'r."LastModifiedDate"',
    LastModifiedById: 'r."LastModifiedById"',
  };
  const texts: Record<string, string> = { RowCause: 'Owner', [share.level]: 'All' };
  const valueOf = (column: string): string => {
    const name = column.slice(1, -1);
    const plain = name.replace(/\$\w$/, '');
    const text = texts[plain] ?? (object.field(plain)?.type === 'picklist' ? 'Edit' : null);
    if (text === null) return values[name] ?? 'NULL';
    if (name === plain) return `'${text}'`;
    return name.endsWith(FOLDED) ? `'${fold(text)}'` : 'NULL';
  };
  const names = columns.map((column) => column.sql).join(', ');
  const made = columns.map((column) => `${valueOf(column.sql)} AS ${column.sql}`).join(', ');
  const sql = `SELECT "$row", ${names} FROM main."${object.name}" UNION ALL SELECT r."$row", ${made} FROM "${shared.name}" r`;
  return () => sql;
}

const stemOf = (object: ObjectType): string => `${object.keyPrefix}${OWNER}0`;

/** The last three characters follow from the case of the others, five for each: only the first five are not the record's own. */
const suffixOf = (object: ObjectType): string => (toId18(`${stemOf(object)}0000000000`) ?? '').slice(15, 16);
