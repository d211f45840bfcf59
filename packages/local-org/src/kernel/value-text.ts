import { toText, datetimeText, dateText } from './text';
import { ApexDate, ApexDatetime } from './values';
import { localMs } from './zones';

/** `String.valueOf(value)`: null stays null (jsonparse asserts it), a Date has no time, a Datetime is in the user's time zone. */
export function stringValueOf(value: unknown, zone: string): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof ApexDate) return dateText(value.days);
  if (value instanceof ApexDatetime) return datetimeText(localMs(value.ms, zone));
  return toText(value);
}
