import { decimalFromDouble } from '../../kernel/equality';
import { toDecimal, toNumber, wholeDigits } from '../../kernel/decimals';
import { toId18 } from '../../kernel/ids';
import { clip } from '../../kernel/text';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime, Decimal } from '../../kernel/values';
import type { Field } from '../../schema/model';
import { isText } from '../../soql/naming';
import { decimalAt } from '../codec';
import type { WorkRow } from './statement';

const DAY = 86_400_000;
/** Marks a value that no value of the field's type corresponds to. */
const MISFIT = Symbol('misfit');

/**
 * The value as the platform keeps it: '' is null, text is trimmed, e-mail in lower case, Ids with 18 characters, instants in whole
 * seconds (aer's changelog).
 */
export function normalizeValue(field: Field, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (isText(field)) {
    if (typeof value !== 'string') return MISFIT;
    const trimmed = field.type === 'textarea' ? value : value.trim();
    if (trimmed === '') return null;
    return field.type === 'email' ? trimmed.toLowerCase() : trimmed;
  }
  switch (field.type) {
    case 'id':
    case 'reference':
      return typeof value === 'string' ? (toId18(value) ?? MISFIT) : MISFIT;
    case 'boolean':
      return typeof value === 'boolean' ? value : MISFIT;
    case 'int':
      if (typeof value === 'number' && Number.isInteger(value)) return value;
      if (typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble) return Math.round(toNumber(value)) + 0;
      return MISFIT;
    case 'double':
    case 'currency':
    case 'percent':
      return normalizeNumber(field, value);
    case 'date':
      if (value instanceof ApexDatetime) return new ApexDate(Math.floor(value.ms / DAY));
      return value instanceof ApexDate ? value : MISFIT;
    case 'datetime':
      if (value instanceof ApexDate) return new ApexDatetime(value.days * DAY);
      if (!(value instanceof ApexDatetime)) return MISFIT;
      return value.ms % 1000 === 0 ? value : new ApexDatetime(Math.floor(value.ms / 1000) * 1000);
    case 'time':
      return value instanceof ApexTime ? value : MISFIT;
    case 'base64':
      return value instanceof ApexBlob ? value : MISFIT;
    default:
      return value;
  }
}

/**
 * Scale is display: Apex and the API store the decimal places that they are given, as far as a double holds them (Salesforce Help,
 * "Salesforce Number Field Stores More Decimal Places Than Defined When Set via API or Apex"). What is too large stays as it is, for
 * its message.
 */
function normalizeNumber(field: Field, value: unknown): unknown {
  if (typeof value !== 'number' && typeof value !== 'bigint' && !(value instanceof Decimal) && !(value instanceof ApexDouble))
    return MISFIT;
  if (!(value instanceof Decimal) && !Number.isFinite(toNumber(value))) return MISFIT;
  const exact = typeof value === 'number' ? decimalFromDouble(value) : toDecimal(value);
  if (wholeDigits(exact) > 15) return exact;
  return decimalAt(exact.toNumber(), field.scale);
}

/** Normalises the given slots of a row's record; a value that does not fit fails the row. */
export function normalizeRow(row: WorkRow, fields: readonly Field[]): void {
  const { record } = row;
  for (const field of fields) {
    const value = record.values[field.slot];
    if (value === undefined || value === null) continue;
    const normal = normalizeValue(field, value);
    if (normal !== MISFIT) {
      record.values[field.slot] = normal;
    } else if (field.type === 'id' || field.type === 'reference') {
      row.fail('MALFORMED_ID', `${field.label}: id value of incorrect type: ${clip(String(value))}`, [field.name]);
    } else {
      row.fail('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${clip(String(value))}`, [field.name]);
    }
  }
}
