import type { Place } from '../ast/nodes';
import { isAssignable } from '../types/convert';
import type { Type } from '../types/type';
import { isNamed, isRecord, isUnknown, numberRank } from '../types/type';
import type { Bound } from './bound';
import { op } from './nodes';
import type { Body } from './scope';
import { fault } from './scope';

/** Rows of a query may stand where one record is wanted: exactly one row must come back. */
export function singleRow(value: Bound, to: Type): boolean {
  if (!isRecord(to) || value.type.name !== 'List') return false;
  const element = value.type.args[0];
  if (value.kind === 'query') return element === to || isNamed(to, 'SObject') || isNamed(element as Type, 'SObject');
  return value.kind === 'native' && /^system\.database\.query/.test(value.key);
}

export function canAssign(body: Body, value: Bound, to: Type): boolean {
  return isAssignable(value.type, to, body.checker.table) || singleRow(value, to);
}

/** Converts a value to a declared type, or reports why it cannot be. */
export function coerce(body: Body, value: Bound, to: Type, at: Place, message = 'Illegal assignment from {0} to {1}'): Bound {
  if (!canAssign(body, value, to)) {
    fault(body, at, message.replace('{0}', value.type.text).replace('{1}', to.text));
    return { ...value, type: body.checker.table.unknown };
  }
  return convert(body, value, to);
}

/** The conversion alone; the caller knows that it exists. */
export function convert(body: Body, value: Bound, to: Type): Bound {
  const { type } = value;
  if (type === to || type.kind === 'null' || isUnknown(type) || isUnknown(to)) return value;
  const from = numberRank(type);
  const rank = numberRank(to);
  if (from > 0 && rank > 0) return convertNumber(value, to, rank);
  if (isNamed(to, 'Id') && isNamed(type, 'String')) return op('toId', to, [value], value.nonNull);
  if (isNamed(to, 'Datetime') && isNamed(type, 'Date')) return op('toDatetime', to, [value], value.nonNull);
  if (singleRow(value, to)) return op('single', to, [value], true);
  return value;
}

function convertNumber(value: Bound, to: Type, rank: number): Bound {
  const from = numberRank(value.type);
  if (from === rank) return value;
  const constant = value.kind === 'literal' && typeof value.value === 'number' ? value.value : null;
  if (rank === 2)
    return constant !== null
      ? { ...value, kind: 'literal', js: `${constant}n`, value: BigInt(constant), type: to }
      : op('toLong', to, [value], value.nonNull);
  return op(rank === 3 ? 'toDouble' : 'toDecimal', to, [value], value.nonNull);
}
