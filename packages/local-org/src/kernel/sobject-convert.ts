import type { Field, FieldType } from '../schema/model';
import { isNumber } from './equality';
import { toDecimal } from './decimals';
import { fail } from './fail';
import { toId18 } from './ids';
import { typeNameOf } from './type-of';
import { ApexBlob, ApexDate, ApexDatetime, ApexTime } from './values';

/** Apex type of a field's values. */
export function apexTypeOf(type: FieldType): string {
  switch (type) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'double':
    case 'currency':
    case 'percent':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'time':
      return 'Time';
    case 'base64':
      return 'Blob';
    case 'anyType':
      return 'Object';
    case 'address':
      return 'System.Address';
    case 'location':
      return 'System.Location';
    default:
      return 'String';
  }
}

/**
 * A value put dynamically (`record.put(field, value)`), converted to the field's type as assignment would. Throws SObjectException
 * `Illegal assignment from X to Y`, StringException `Invalid id: x`.
 */
export function convertToField(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  const wanted = apexTypeOf(field.type);
  switch (wanted) {
    case 'Id':
      if (typeof value === 'string') return toId18(value) ?? fail('System.StringException', `Invalid id: ${value}`);
      break;
    case 'String':
      if (typeof value === 'string') return value;
      break;
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'Integer':
      if (typeof value === 'number') return value;
      break;
    case 'Decimal':
      if (isNumber(value)) return toDecimal(value);
      break;
    case 'Date':
      if (value instanceof ApexDate) return value;
      if (value instanceof ApexDatetime) return new ApexDate(Math.floor(value.ms / 86_400_000));
      break;
    case 'Datetime':
      if (value instanceof ApexDatetime) return value;
      if (value instanceof ApexDate) return new ApexDatetime(value.days * 86_400_000);
      break;
    case 'Time':
      if (value instanceof ApexTime) return value;
      break;
    case 'Blob':
      if (value instanceof ApexBlob) return value;
      break;
    default:
      return value;
  }
  return fail('System.SObjectException', `Illegal assignment from ${typeNameOf(value)} to ${wanted}`);
}
