import type { Field, FieldType, ObjectType } from '../schema/model';

const TEXT_TYPES: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'picklist',
  'multipicklist',
  'combobox',
  'encryptedstring',
]);

/** Insertion order of a table: the order of results where a query asks for none. */
export const ROW_COLUMN = '"$row"';

/** Quoted table of an object. */
export function tableOf(object: ObjectType): string {
  return quote(object.name);
}

/** Quoted column that holds the value of a field as it is read back. */
export function columnOf(field: Field): string {
  return quote(field.name);
}

/** Compound fields and fields computed at query time have no column. */
export function isStored(field: Field): boolean {
  return !field.calculated && field.type !== 'address' && field.type !== 'location';
}

export function isText(field: Field): boolean {
  return TEXT_TYPES.has(field.type);
}

/**
 * True when the field has a second column with the folded text, on which it is compared and ordered. Case-sensitive
 * fields and long text that nobody may filter are compared as they are.
 */
export function isFolded(field: Field): boolean {
  return (
    isStored(field) && isText(field) && !field.caseSensitive && (field.filterable || field.sortable || field.groupable || field.unique)
  );
}

export function foldedColumnOf(field: Field): string {
  return quote(`${field.name}$k`);
}

/** The column to compare and order by. */
export function comparableColumnOf(field: Field): string {
  return isFolded(field) ? foldedColumnOf(field) : columnOf(field);
}

/**
 * Key under which texts are equal: case does not count, accents do. The decomposed form makes an accented letter sort
 * beside its base letter although SQLite compares code points; compatibility forms stay different texts.
 */
export function fold(text: string): string {
  // eslint-disable-next-line no-control-regex -- plain ASCII is the common case and needs no normalisation
  return /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : text.toLowerCase().normalize('NFD');
}

function quote(name: string): string {
  if (!/^[A-Za-z0-9_$]+$/.test(name)) throw new Error(`Not a name for a table or column: ${name}`);
  return `"${name}"`;
}
