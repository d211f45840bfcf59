import type { Place } from '../ast/nodes';
import { isAssignable, isCastable } from '../types/convert';
import type { Type } from '../types/type';
import { isEnum, isNamed, isNumeric, isText } from '../types/type';
import type { Bound } from './bound';
import { op, wrong } from './nodes';
import type { Body } from './scope';

function comparable(body: Body, left: Type, right: Type): boolean {
  const { table } = body.checker;
  if (left.kind === 'null' || right.kind === 'null' || (isNumeric(left) && isNumeric(right))) return true;
  return (
    isAssignable(left, right, table) ||
    isAssignable(right, left, table) ||
    (left.kind !== 'primitive' && right.kind !== 'primitive' && isCastable(left, right, table))
  );
}

/** `==`, `!=`, `<>`, `===` and `!==`. */
export function equality(body: Body, operator: string, left: Bound, right: Bound, at: Place): Bound {
  const { boolean } = body.checker.table;
  const shared = { type: boolean, nonNull: true, line: at.line } as const;
  if (left.type.kind === 'void' || right.type.kind === 'void' || !comparable(body, left.type, right.type)) {
    return wrong(body, at, `Comparison arguments must be compatible types: ${left.type.text}, ${right.type.text}`);
  }
  const negated = operator !== '==' && operator !== '===';
  const same = (...names: string[]): boolean => names.some((name) => isNamed(left.type, name) && isNamed(right.type, name));
  const identical =
    operator.length === 3 ||
    left.type.kind === 'null' ||
    right.type.kind === 'null' ||
    same('Integer', 'Long', 'Boolean') ||
    (isEnum(left.type) && isEnum(right.type));
  if (identical) return { kind: 'identical', negated, left, right, ...shared };
  const equal = op(isText(left.type) && isText(right.type) ? textEquality(left.type, right.type) : 'equals', boolean, [left, right]);
  return negated ? { kind: 'not', operand: equal, ...shared } : equal;
}

/** An Id and a text are the same record whatever their length. */
function textEquality(left: Type, right: Type): 'sameText' | 'sameId' {
  return isNamed(left, 'String') && isNamed(right, 'String') ? 'sameText' : 'sameId';
}

/** `<`, `>`, `<=` and `>=`. */
export function comparison(body: Body, operator: string, left: Bound, right: Bound, at: Place): Bound {
  const { boolean } = body.checker.table;
  const shared = { type: boolean, nonNull: true, line: at.line } as const;
  const ordered = (type: Type): boolean =>
    isNumeric(type) || isText(type) || isNamed(type, 'Date', 'Datetime', 'Time') || type.kind === 'null';
  if (!ordered(left.type) || !ordered(right.type)) {
    return wrong(body, at, `Inequality operator not allowed for this type: ${(ordered(left.type) ? right : left).type.text}`);
  }
  if (!comparable(body, left.type, right.type))
    return wrong(body, at, `Comparison arguments must be compatible types: ${left.type.text}, ${right.type.text}`);
  const plain = (['Integer', 'Long'] as const).some((name) => isNamed(left.type, name) && isNamed(right.type, name));
  if (plain) return { kind: 'compare', operator, left, right, ...shared };
  const order = op(isText(left.type) || isText(right.type) ? 'orderTexts' : 'order', body.checker.table.integer, [left, right]);
  return {
    kind: 'compare',
    operator,
    left: order,
    right: { kind: 'literal', js: '0', type: body.checker.table.integer, nonNull: true, line: at.line },
    ...shared,
  };
}
