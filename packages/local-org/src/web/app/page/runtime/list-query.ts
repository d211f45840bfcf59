import { likeText } from './list-view';
import type { FieldDescribe, ObjectDescribe, RecordData } from './model';
import { nameField } from './soql';

/** A column of a list: a field, read from the record or by its name from the one that it refers to. */
export interface Column {
  readonly name: string;
  readonly label: string;
  /** What is selected and ordered by, for example `Owner.Name`. */
  readonly path: string;
  readonly field: FieldDescribe;
  readonly sortable: boolean;
}

export interface Order {
  readonly path: string;
  readonly descending: boolean;
}

/** As many as a list view of the platform shows. */
export const MOST = 2_000;
export const PAGE = 50;

/** `nameOfTarget`: the name field of the object that a reference leads to; null where the user may not see it. */
export function columnOf(field: FieldDescribe, nameOfTarget: string | null): Column | null {
  const { name, label, type, relationshipName } = field;
  if (type !== 'reference') return { name, label, path: name, field, sortable: field.sortable !== false };
  if (!relationshipName || nameOfTarget === null) return null;
  return { name, label: label.replace(/ ID$/, ''), path: `${relationshipName}.${nameOfTarget}`, field, sortable: true };
}

/** The value of a column, over its relationship too. */
export function valueAt(record: RecordData, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value as RecordData | null | undefined)?.[part], record);
}

/** Records whose name has what was typed; empty for no search, or where the name is no text. */
export function searchCondition(about: ObjectDescribe, typed: string): string {
  const name = about.fields.find((field) => field.nameField);
  const text = typed.trim();
  return text === '' || !name || name.filterable === false ? '' : `${name.name} LIKE ${likeText(text)}`;
}

export function whereOf(conditions: readonly string[]): string {
  const given = conditions.filter(Boolean);
  return given.length === 0 ? '' : ` WHERE ${given.map((one) => `(${one})`).join(' AND ')}`;
}

export function listQuery(about: ObjectDescribe, columns: readonly Column[], where: string, order: Order, offset: number): string {
  const paths = new Set(['Id', nameField(about), ...columns.map((column) => column.path)]);
  const direction = order.descending ? 'DESC' : 'ASC';
  const by = order.path === 'Id' ? `Id ${direction}` : `${order.path} ${direction} NULLS LAST, Id`;
  return `SELECT ${[...paths].join(', ')} FROM ${about.name}${where} ORDER BY ${by} LIMIT ${Math.min(PAGE, MOST - offset)} OFFSET ${offset}`;
}
