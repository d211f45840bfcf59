import { ApexList, ApexSet } from '../kernel/collections';
import { ApexException } from '../kernel/exceptions';
import { toNumber } from '../kernel/decimals';
import { toId18 } from '../kernel/ids';
import { clip, isStorable } from '../kernel/text';
import { SObject } from '../kernel/sobject';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime, Decimal } from '../kernel/values';
import { calendarDay, isoDay } from './date-ranges';
import { fold } from './naming';
import type { ValueType } from './values';

const DAY = 86_400_000;

/** A value bound with `:name` as the column of that type holds it. Throws QueryException when the types do not meet. */
export function encodeBind(value: unknown, type: ValueType): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof SObject) return encodeBind(value.id, type);
  switch (type) {
    case 'folded':
      if (typeof value === 'string') return fold(storable(value));
      break;
    case 'text':
      if (typeof value === 'string') return storable(value);
      break;
    case 'id':
      if (typeof value === 'string') {
        const id = toId18(value);
        if (id === null) throw new ApexException('System.QueryException', `invalid ID field: ${clip(value)}`);
        return id;
      }
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1 : 0;
      break;
    case 'number':
      if (typeof value === 'number') return value;
      if (typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble) return finite(toNumber(value));
      break;
    case 'date':
      if (value instanceof ApexDate) return isoDay(calendarDay(value.days));
      if (value instanceof ApexDatetime) return isoDay(calendarDay(Math.floor(value.ms / DAY)));
      break;
    case 'datetime':
      if (value instanceof ApexDatetime) return finite(value.ms);
      if (value instanceof ApexDate) return finite(value.days * DAY);
      break;
    case 'time':
      if (value instanceof ApexTime) return value.ms;
      break;
  }
  throw new ApexException('System.QueryException', `Invalid bind expression type of ${typeNameOf(value)} for column of type ${type}`);
}

/** Text that nothing stored can equal, and that no statement takes. */
function storable(text: string): string {
  if (isStorable(text)) return text;
  throw new ApexException('System.QueryException', 'Invalid character in text: NUL and unpaired surrogates cannot be stored');
}

function finite(number: number): number {
  if (Number.isFinite(number)) return number;
  throw new ApexException('System.QueryException', `Value outside of valid range: ${number}`);
}

/** The elements of a collection bound after IN; a single value counts as a list of one. */
export function bindItems(value: unknown): readonly unknown[] {
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return [...value.entries.values()];
  if (Array.isArray(value)) return value;
  return [value];
}

function typeNameOf(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Integer';
  if (typeof value === 'bigint') return 'Long';
  if (value instanceof Decimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'Datetime';
  if (value instanceof ApexTime) return 'Time';
  if (value instanceof ApexBlob) return 'Blob';
  if (value instanceof ApexList || value instanceof ApexSet) return value.type.text;
  return 'Object';
}
