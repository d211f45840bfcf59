import { ApexList, ApexMap, ApexSet } from '../../kernel/collections';
import { toDecimal, toInt64, toNumber } from '../../kernel/decimals';
import { isNumber } from '../../kernel/equality';
import { ApexException } from '../../kernel/exceptions';
import { fail } from '../../kernel/fail';
import { isId } from '../../kernel/ids';
import { NativeObject } from '../../kernel/natives';
import { SObject } from '../../kernel/sobject';
import { SObjectFieldToken, SObjectTypeToken } from '../../kernel/tokens';
import { RuntimeType } from '../../kernel/types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from '../../kernel/values';
import { metaOf } from './objects';
import { toId } from './records';

/** Name of a value's type as messages show it; `String` for every text. */
export function typeTextOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    default:
  }
  if (value === null || value === undefined) return 'null';
  if (value instanceof Decimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'Datetime';
  if (value instanceof ApexTime) return 'Time';
  if (value instanceof ApexBlob) return 'Blob';
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type.text;
  if (value instanceof SObject) return value.shape.name;
  if (value instanceof ApexEnumValue) return value.enumType;
  if (value instanceof RuntimeType) return 'System.Type';
  if (value instanceof SObjectTypeToken) return 'Schema.SObjectType';
  if (value instanceof SObjectFieldToken) return 'Schema.SObjectField';
  if (value instanceof NativeObject) return value.apexType;
  if (value instanceof ApexException) return value.typeName;
  return metaOf(value as object)?.name ?? 'Object';
}

const NUMBERS: Readonly<Record<string, number>> = { Integer: 1, Long: 2, Double: 3, Decimal: 4 };

/** Type tests at run time. `ancestorsOf` gives all supertypes of a class of the program by name. */
export function castOperations(ancestorsOf: (name: string) => readonly string[]) {
  const fits = (from: RuntimeType, to: RuntimeType): boolean => {
    if (from === to || to.name === 'Object') return true;
    if (from.name === to.name && from.args.length === to.args.length)
      return from.args.every((arg, i) => elementFits(arg, to.args[i] as RuntimeType));
    if (to.name === 'System.Iterable') return from.name === 'List' || from.name === 'Set';
    return ancestorsOf(from.name).includes(to.text);
  };
  const elementFits = (from: RuntimeType, to: RuntimeType): boolean =>
    fits(from, to) ||
    (to.name === 'SObject' && from.args.length === 0 && !NUMBERS[from.name]) ||
    (from.name === 'SObject' && to.args.length === 0) ||
    (from.name === 'Object' && to.name !== 'Object' && false);

  const is = (value: unknown, type: RuntimeType): boolean => {
    if (value === null || value === undefined) return false;
    const { name } = type;
    if (name === 'Object') return true;
    const own = typeTextOf(value);
    if (own === type.text) return true;
    if (name === 'Id') return typeof value === 'string' && isId(value);
    const rank = NUMBERS[own];
    // A value is of every wider number type too, but a Long is no Integer (fflib-apex-mocks and jsonparse assert it).
    if (rank && NUMBERS[name]) return rank <= NUMBERS[name] || (rank >= 3 && NUMBERS[name] >= 3);
    if (value instanceof ApexDate && name === 'Datetime') return true;
    if (value instanceof SObject) return name === 'SObject' || name.toLowerCase() === own.toLowerCase();
    if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return fits(value.type, type);
    if (value instanceof ApexException && name === 'System.Exception') return true;
    return ancestorsOf(own).some(
      (ancestor) =>
        ancestor === type.text ||
        ancestor.replace(/<.*/, '') === type.text ||
        (type.args.length > 0 && fits(RuntimeType.parse(ancestor), type)),
    );
  };

  const cast = (value: unknown, type: RuntimeType): unknown => {
    if (value === null || value === undefined) return null;
    if (type.name === 'Id') return typeof value === 'string' ? toId(value) : invalid(value, type.text);
    if (is(value, type)) return converted(value, type.name);
    return invalid(value, type.text);
  };

  return {
    is,
    cast,
    castTo: (value: unknown, target: new () => object, text: string): unknown =>
      value === null || value instanceof target ? value : invalid(value, text),
  };
}

/** A cast from Object converts: the Integer 1 cast to Decimal is a Decimal, a Date cast to Datetime its midnight in GMT. */
function converted(value: unknown, name: string): unknown {
  if (value instanceof ApexDate && name === 'Datetime') return new ApexDatetime(value.days * 86_400_000);
  if (!isNumber(value)) return value;
  if (name === 'Long') return toInt64(value);
  if (name === 'Decimal') return toDecimal(value);
  return name === 'Double' && !(value instanceof ApexDouble) ? new ApexDouble(toNumber(value)) : value;
}

function invalid(value: unknown, to: string): never {
  // An Id is a text here; one of 18 characters can only have come from a record, or from a text that was read as an Id.
  const from = typeof value === 'string' && value.length === 18 && isId(value) ? 'Id' : typeTextOf(value);
  return fail('System.TypeException', `Invalid conversion from runtime type ${from} to ${to.replaceAll('<Object>', '<ANY>')}`);
}
