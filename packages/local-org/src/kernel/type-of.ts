import { ApexList, ApexMap, ApexSet } from './collections';
import { ApexException } from './exceptions';
import { NativeObject } from './natives';
import { SObject } from './sobject';
import { SObjectFieldToken, SObjectTypeToken } from './tokens';
import { RuntimeType } from './types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from './values';

/** Run-time type of a value as Apex prints it: `Integer`, `List<Account>`, `Account`, `Outer.Inner`; `null` for null. */
export function typeNameOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    case 'boolean':
      return 'Boolean';
    case 'object':
      return value === null ? 'null' : objectTypeName(value);
    default:
      return 'null';
  }
}

function objectTypeName(value: object): string {
  if (value instanceof Decimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'Datetime';
  if (value instanceof ApexTime) return 'Time';
  if (value instanceof ApexBlob) return 'Blob';
  if (value instanceof SObject) return value.shape.name;
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type.text;
  if (value instanceof ApexEnumValue) return value.enumType;
  if (value instanceof ApexException) return value.typeName;
  if (value instanceof NativeObject) return value.apexType;
  if (value instanceof RuntimeType) return 'System.Type';
  if (value instanceof SObjectTypeToken) return 'Schema.SObjectType';
  if (value instanceof SObjectFieldToken) return 'Schema.SObjectField';
  // Compiled classes carry a description of themselves.
  return (value.constructor as { apex?: { name: string } }).apex?.name ?? 'Object';
}
