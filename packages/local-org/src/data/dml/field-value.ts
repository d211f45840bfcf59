import { plainText, wholeDigits, wholePart } from '../../kernel/decimals';
import { daysOf, DAY } from '../../kernel/dates';
import { clip, dateText, datetimeText, isLongerThan, isStorable } from '../../kernel/text';
import { ApexDate, ApexDatetime, Decimal } from '../../kernel/values';
import type { Field } from '../../schema/model';
import { isText } from '../../soql/naming';

const EMAIL = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\.]+(?:\.[^\s@,;:<>()[\]"\\.]+)+$/;
/** Digits of a number field whose source gives none: the most that a field can have (Salesforce Help, "The Digit Length of Number Fields"). */
const MOST_DIGITS = 18;
const LARGEST_INTEGER = 2_147_483_647;
/** The earliest and the latest valid date (SOQL and SOSL Reference, Date Formats and Date Literals, "Minimum and Maximum Dates"). */
const FIRST_DAY = daysOf(1700, 1, 1);
const LAST_DAY = daysOf(4000, 12, 31);

export interface ValueFault {
  readonly statusCode: string;
  readonly message: string;
}

/** True for fields whose values can be refused although they are of the right type. */
export function isLimited(field: Field): boolean {
  return isText(field) || LIMITED.has(field.type);
}
const LIMITED: ReadonlySet<Field['type']> = new Set(['int', 'double', 'currency', 'percent', 'date', 'datetime']);

/** Why the platform does not take a normalised value (`normalizeValue`) of a field; null when it does. */
export function faultOf(field: Field, value: unknown): ValueFault | null {
  if (typeof value === 'string') return isText(field) ? faultOfText(field, value) : null;
  if (value instanceof Decimal) return isInRange(field, value) ? null : outOfRange(field, shown(value));
  if (typeof value === 'number') return Math.abs(value) <= LARGEST_INTEGER + (value < 0 ? 1 : 0) ? null : outOfRange(field, String(value));
  if (value instanceof ApexDate) return isValidDay(value.days) ? null : outOfCalendar(field, dateText(value.days));
  // The last valid instant is the midnight that the 31st of December begins with, in GMT.
  if (value instanceof ApexDatetime)
    return value.ms >= FIRST_DAY * DAY && value.ms <= LAST_DAY * DAY ? null : outOfCalendar(field, datetimeText(value.ms));
  return null;
}

function faultOfText(field: Field, value: string): ValueFault | null {
  // What the store would refuse costs one row here, there the statement.
  if (!isStorable(value)) {
    return { statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: `${field.label}: NUL and unpaired surrogates cannot be stored` };
  }
  if (field.length > 0 && isLongerThan(value, field.length)) {
    return { statusCode: 'STRING_TOO_LONG', message: `${field.label}: data value too large: ${clip(value)} (max length=${field.length})` };
  }
  if (field.type === 'email') {
    if (EMAIL.test(value)) return null;
    return { statusCode: 'INVALID_EMAIL_ADDRESS', message: `${field.label}: invalid email address: ${clip(value)}` };
  }
  if (!field.restrictedPicklist || field.picklist.length === 0) return null;
  const parts = field.type === 'multipicklist' ? value.split(';') : [value];
  const bad = parts.find((part) => !field.picklist.some((allowed) => allowed.active && allowed.value === part));
  if (bad === undefined) return null;
  return {
    statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    message: `${field.label}: bad value for restricted picklist field: ${clip(bad)}`,
  };
}

/**
 * Precision less scale are the digits before the decimal point. Numbers are stored as doubles; one whose whole part a double does not
 * hold is refused rather than changed.
 */
function isInRange(field: Field, value: Decimal): boolean {
  const digits = wholeDigits(value);
  if (digits > (field.precision === 0 ? MOST_DIGITS : field.precision - field.scale)) return false;
  return digits <= 15 || BigInt(Math.trunc(value.toNumber())) === wholePart(value);
}

/** Without an exponent, unless that would be a text that nobody can read. */
function shown(value: Decimal): string {
  return wholeDigits(value) > 400 ? value.toString() : plainText(value);
}

function outOfRange(field: Field, text: string): ValueFault {
  return {
    statusCode: 'NUMBER_OUTSIDE_VALID_RANGE',
    message: `${field.label}: value outside of valid range on numeric field: ${clip(text)}`,
  };
}

const isValidDay = (days: number): boolean => days >= FIRST_DAY && days <= LAST_DAY;

/** The code is the platform's (salesforce.stackexchange.com/q/339236), the text ours [org 20]. */
function outOfCalendar(field: Field, text: string): ValueFault {
  return { statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: `${field.label}: date out of range, 1700-01-01 to 4000-12-31: ${text}` };
}
