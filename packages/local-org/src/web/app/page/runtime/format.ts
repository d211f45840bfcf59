import { context, locale } from './context';
import type { FieldDescribe } from './model';
import { texts } from './texts';

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);

/** A field's value as whoever is signed in reads it: dates by locale and time zone, yes and no, labels of picklists. Empty for no value. */
export function shownValue(field: FieldDescribe, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? texts().yes : texts().no;
  if (typeof value === 'number' && NUMBERS.has(field.type)) return new Intl.NumberFormat(locale()).format(value);
  const text = String(value);
  if (field.type === 'date') return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));
  if (field.type === 'datetime') {
    const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: context().user.timeZone } as const;
    return new Intl.DateTimeFormat(locale(), style).format(new Date(text));
  }
  return field.picklistValues?.find((option) => option.value === text)?.label ?? text;
}
