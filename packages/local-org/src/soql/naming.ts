import { isCompound } from '../schema/compound';
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
  return !field.calculated && !isCompound(field);
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
 * Key under which texts are equal: case does not count, accents do, and an accent counts the
 * same however it was typed (NFC). Compatibility forms stay different texts.
 */
export function fold(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : text.toLowerCase().normalize('NFC');
}

/** True when the field has a third column that decides its place in an order. */
export function hasSortColumn(field: Field): boolean {
  return isFolded(field) && field.sortable;
}

/** Null wherever the folded text sorts by itself, which is nearly everywhere. */
export function sortColumnOf(field: Field): string {
  return quote(`${field.name}$s`);
}

const BASE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' };

/**
 * Content of the sort column for a folded text: the letters without their accents, so that É stands between E and F although
 * SQLite compares code points; null when that is the folded text itself. Accents decide between equal letters.
 */
export function sortKey(folded: string): string | null {
  if (!/[^ -~]/.test(folded)) return null;
  const letters = folded
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[øłđßæœıþð]/g, (letter) => BASE_LETTERS[letter] as string);
  return letters === folded ? null : letters;
}

function quote(name: string): string {
  if (!/^[A-Za-z0-9_$]+$/.test(name)) throw new Error(`Not a name for a table or column: ${name}`);
  return `"${name}"`;
}
