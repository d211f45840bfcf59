import type { FieldDescribe, ObjectDescribe, RecordData } from '../../../runtime/model';

const SHOWN = 5;
const CANDIDATES = 30;
const PLAIN = new Set(['string', 'picklist', 'email', 'phone', 'boolean', 'int', 'double', 'date', 'currency', 'percent']);
/** Says nothing that the name column does not say. */
const PARTS_OF_NAME = new Set(['FirstName', 'LastName', 'MiddleName', 'Salutation', 'Suffix', 'IsDeleted']);

/** Fields worth asking for in a list, besides the name. */
export function candidates(about: ObjectDescribe): readonly FieldDescribe[] {
  return about.fields.filter((field) => !field.nameField && PLAIN.has(field.type) && !PARTS_OF_NAME.has(field.name)).slice(0, CANDIDATES);
}

/** The first few of them that some record has a value for; texts before yes and no. */
export function columnsFor(fields: readonly FieldDescribe[], records: readonly RecordData[]): readonly FieldDescribe[] {
  const filled = fields.filter((field) => records.some((record) => ![null, undefined, '', false].includes(record[field.name] as null)));
  return [...filled.filter((field) => field.type !== 'boolean'), ...filled.filter((field) => field.type === 'boolean')].slice(0, SHOWN);
}
