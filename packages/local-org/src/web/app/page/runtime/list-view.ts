import type { FieldDescribe, ListFilter, ListView, ObjectDescribe } from './model';
import { nameField, quoted } from './soql';

/** Names that list views use for fields which every object has, and some that standard objects have. */
const ALIASES: Readonly<Record<string, string>> = {
  CREATED_DATE: 'CreatedDate',
  CREATEDBY_USER: 'CreatedById',
  LAST_UPDATE: 'LastModifiedDate',
  UPDATEDBY_USER: 'LastModifiedById',
  OWNER: 'OwnerId',
  'OWNER.ALIAS': 'OwnerId',
  RECORDTYPE: 'RecordTypeId',
};
const COMPARED: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};
const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);
/** Words that SOQL takes as dates: `TODAY`, `LAST_N_DAYS:30`. */
const DATE = /^(\d{4}-\d\d-\d\d(T[\d:.]+Z?)?|[A-Z][A-Z_]*(:\d+)?)$/;

/** The field that a list view means, as far as this user may read it. */
export function fieldOf(about: ObjectDescribe, column: string): FieldDescribe | undefined {
  const name = column === 'NAME' || column === 'FULL_NAME' ? nameField(about) : (ALIASES[column] ?? column);
  return about.fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
}

/** Columns of a view that this user may read; none where all are hidden. */
export function columnsOf(about: ObjectDescribe, view: ListView): readonly FieldDescribe[] {
  return view.columns.flatMap((column) => fieldOf(about, column) ?? []);
}

/** The condition of a list view in SOQL, empty for none. Throws in words where it asks for what the user may not read or nobody can express. */
export function conditionOf(about: ObjectDescribe, view: ListView, userId: string): string {
  const conditions = view.filters.map((filter) => condition(about, filter));
  const joined = view.logic === null ? conditions.map((one) => `(${one})`).join(' AND ') : byLogic(view, conditions);
  const mine = view.mine ? `OwnerId = ${quoted(userId)}` : '';
  return [joined, mine].filter(Boolean).join(' AND ');
}

function byLogic({ logic, label }: ListView, conditions: readonly string[]): string {
  const text = logic ?? '';
  if (!/^[\d\s()]*(?:(?:AND|OR|NOT)[\d\s()]*)*$/i.test(text)) throw new Error(`The filter logic of “${label}” cannot be read.`);
  const filled = text.replace(/\d+/g, (number) => `(${conditions[Number(number) - 1] ?? ''})`);
  return `(${filled})`;
}

function condition(about: ObjectDescribe, { field: name, operation, value }: ListFilter): string {
  const field = fieldOf(about, name);
  if (!field) throw new Error('You may not see a field that this list is filtered by.');
  const values = value.split(',').map((one) => one.trim());
  const compared = COMPARED[operation];
  if (compared) {
    const negative = operation === 'notEqual';
    return values.map((one) => `${field.name} ${compared} ${literal(field, one)}`).join(negative ? ' AND ' : ' OR ');
  }
  const pattern = (one: string): string => likeText(one, operation !== 'startsWith');
  if (operation === 'contains' || operation === 'startsWith') return values.map((one) => `${field.name} LIKE ${pattern(one)}`).join(' OR ');
  if (operation === 'notContain') return values.map((one) => `(NOT ${field.name} LIKE ${pattern(one)})`).join(' AND ');
  throw new Error(`The local org does not know the list view filter ${operation}.`);
}

function literal(field: FieldDescribe, value: string): string {
  if (value === '') return 'null';
  if (field.type === 'boolean') return String(value === '1' || value.toLowerCase() === 'true');
  if (NUMBERS.has(field.type)) {
    if (!/^-?\d+(\.\d+)?$/.test(value)) throw new Error(`“${value}” is no number, but the list is filtered by it.`);
    return value;
  }
  if (field.type === 'date' || field.type === 'datetime') {
    if (!DATE.test(value)) throw new Error(`“${value}” is no date, but the list is filtered by it.`);
    return value;
  }
  return quoted(value);
}

/** A LIKE pattern of what somebody typed: its own signs stand for themselves. */
export function likeText(typed: string, anywhere = true): string {
  const text = typed.replace(/[\\']/g, '\\$&').replace(/[%_]/g, '\\$&');
  return `'${anywhere ? '%' : ''}${text}%'`;
}
