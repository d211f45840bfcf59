import type { ObjectDescribe } from './model';

/** Name field of an object, or Id where it has none. */
export const nameField = (about: ObjectDescribe): string => about.fields.find((field) => field.nameField)?.name ?? 'Id';

/** SOQL string literal. */
export const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
