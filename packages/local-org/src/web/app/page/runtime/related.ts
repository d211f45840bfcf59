import type { ObjectDescribe, RecordData } from './model';
import { describe, nameField, query, quoted } from './records';
import { candidates } from '../modules/shell/objectList/columns';

/** Records of one object that refer to a record by one field. */
export interface RelatedRecords {
  readonly key: string;
  readonly about: ObjectDescribe;
  readonly records: readonly RecordData[];
  readonly total: number;
}

const SHOWN = 5;
/** Every record has an owner and an author: their lists would be of everything. */
const OF_EVERYTHING = new Set(['OwnerId', 'CreatedById', 'LastModifiedById']);

/** Relationships worth a list: with a name, not of the system, and of objects that people make. */
export function relationshipsOf(about: ObjectDescribe): readonly { readonly childSObject: string; readonly field: string }[] {
  const found = (about.childRelationships ?? []).filter(
    ({ childSObject, field, relationshipName }) =>
      relationshipName !== null &&
      !OF_EVERYTHING.has(field) &&
      (childSObject.endsWith('__c') || ['Contact', 'Employee2'].includes(childSObject)),
  );
  return found.toSorted((a, b) => a.childSObject.localeCompare(b.childSObject));
}

/** The lists that hold something. What the user may not see is not there. */
export async function relatedTo(about: ObjectDescribe, id: string): Promise<readonly RelatedRecords[]> {
  const lists = await Promise.allSettled(relationshipsOf(about).map(({ childSObject, field }) => listOf(childSObject, field, id)));
  return lists.flatMap((list) => (list.status === 'fulfilled' && list.value.total > 0 ? [list.value] : []));
}

async function listOf(object: string, field: string, id: string): Promise<RelatedRecords> {
  const about = await describe(object);
  const where = `WHERE ${field} = ${quoted(id)}`;
  const { totalSize } = await query(`SELECT COUNT() FROM ${object} ${where}`);
  if (totalSize === 0) return { key: `${object}.${field}`, about, records: [], total: 0 };
  const fields = new Set(['Id', nameField(about), ...candidates(about).map((one) => one.name)]);
  const { records } = await query(`SELECT ${[...fields].join(', ')} FROM ${object} ${where} ORDER BY Id DESC LIMIT ${SHOWN}`);
  return { key: `${object}.${field}`, about, records, total: totalSize };
}
