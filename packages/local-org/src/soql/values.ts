import { toId18 } from '../kernel/ids';
import { parseClock, parseDay, parseInstant } from '../kernel/iso';
import { clip } from '../kernel/text';
import type { Field } from '../schema/model';
import type { Position, Value } from './ast';
import type { BoundExpression, BoundValue } from './bound';
import { SoqlError, malformed, outsideRange } from './errors';
import { fold, isFolded, isText } from './naming';

/** What a value is compared with: decides how literals are read. */
export type ValueType = 'text' | 'folded' | 'id' | 'boolean' | 'number' | 'date' | 'datetime' | 'time';

function valueTypeOfField(field: Field): ValueType {
  if (isText(field)) return isFolded(field) ? 'folded' : 'text';
  switch (field.type) {
    case 'id':
    case 'reference':
      return 'id';
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'time':
      return field.type;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number';
    default:
      return 'text';
  }
}

export function valueTypeOf(expression: BoundExpression): ValueType {
  switch (expression.kind) {
    case 'field':
      return expression.isEntityType ? 'text' : valueTypeOfField(expression.field);
    case 'datePart':
      return expression.name === 'DAY_ONLY' ? 'date' : 'number';
    case 'aggregate':
      if (expression.argument && (expression.name === 'MIN' || expression.name === 'MAX'))
        return valueTypeOfField(expression.argument.field);
      return 'number';
  }
}

/** Converts a literal to what the column holds. Throws the platform's INVALID_FIELD when its kind does not fit the field. */
export function bindValue(value: Value, type: ValueType, name: string, at: Position): BoundValue {
  const constant = (converted: string | number | null): BoundValue => ({ kind: 'constant', value: converted });
  switch (value.kind) {
    case 'null':
      return constant(null);
    case 'bind':
      return { kind: 'bind', name: value.name.toLowerCase() };
    case 'string':
      if (type === 'folded') return constant(value.value === '' ? null : fold(value.value));
      if (type === 'text') return constant(value.value === '' ? null : value.value);
      if (type === 'id') return constant(idOf(value.value, at));
      break;
    case 'boolean':
      if (type === 'boolean') return constant(value.value ? 1 : 0);
      break;
    case 'number':
      if (type === 'number') return constant(finite(value.text, name, at));
      break;
    case 'date':
      if (type === 'date') return constant(validDate(value.text, at));
      break;
    case 'datetime':
      if (type === 'datetime') return constant(validInstant(value.text, at));
      break;
    case 'time':
      if (type === 'time') return constant(validTime(value.text, at));
      break;
    case 'formula':
      if (type === 'date' || type === 'datetime') return { kind: 'formula', name: value.name, n: value.n };
      break;
    case 'list':
    case 'query':
      throw malformed('A list may only follow IN, NOT IN, INCLUDES or EXCLUDES', at);
  }
  throw wrongType(name, type, at);
}

function finite(text: string, field: string, at: Position): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw outsideRange(`value outside of valid range on numeric field: ${field}`, at);
  return number;
}

function idOf(text: string, at: Position): string | null {
  if (text === '') return null;
  const id = toId18(text);
  if (id === null) throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${clip(text)}`, at);
  return id;
}

const TYPE_NAMES: Readonly<Record<ValueType, string>> = {
  text: 'string',
  folded: 'string',
  id: 'string',
  boolean: 'boolean',
  number: 'double',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
};

function wrongType(field: string, type: ValueType, at: Position): SoqlError {
  const quoted = type === 'text' || type === 'folded' || type === 'id';
  return new SoqlError(
    'INVALID_FIELD',
    `value of filter criterion for field '${field}' must be of type ${TYPE_NAMES[type]} and should ${quoted ? '' : 'not '}be enclosed in quotes`,
    at,
  );
}

function validDate(text: string, at: Position): string {
  if (parseDay(text) === null) throw malformed(`Invalid date: ${text}`, at);
  return text;
}

function validInstant(text: string, at: Position): number {
  // Any number of fraction digits may stand in a query; an instant has three.
  const ms = parseInstant(text.replace(/(\.\d{3})\d+/, '$1'));
  if (ms === null) throw malformed(`Invalid dateTime: ${text}`, at);
  return ms;
}

function validTime(text: string, at: Position): number {
  const ms = parseClock(text.replace(/Z$/i, '').replace(/(\.\d{3})\d+/, '$1'));
  if (ms === null) throw malformed(`Invalid time: ${text}`, at);
  return ms;
}
