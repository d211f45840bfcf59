import type { ExpressionNode, NodeOf, Place } from '../ast/nodes';
import { conversionCost, isAssignable, isCastable, NEVER } from '../types/convert';
import type { Type } from '../types/type';
import { isNamed, isNumeric, isText, isUnknown, numberRank } from '../types/type';
import { prefix } from './assign';
import type { Bound } from './bound';
import { convert } from './coerce';
import { comparison, equality } from './comparisons';
import { condition, valueOf } from './expressions';
import { nothing, op, wrong } from './nodes';
import type { Body } from './scope';

export function binary(body: Body, node: NodeOf<'binary'>, want: Type | null): Bound {
  // A long `'a' + b + ...` is a deep tree: go down its left side without recursion.
  const spine: NodeOf<'binary'>[] = [];
  let leftmost: ExpressionNode = node;
  while (leftmost.kind === 'binary') {
    spine.push(leftmost);
    leftmost = leftmost.left;
  }
  let left = valueOf(body, leftmost, node.operator === '??' ? want : null);
  for (let one = spine.pop(); one; one = spine.pop())
    left = combine(body, one.operator, left, valueOf(body, one.right, one.operator === '??' ? want : null), one);
  return left;
}

/** `left operator right`, both checked. */
export function combine(body: Body, operator: string, left: Bound, right: Bound, at: Place): Bound {
  if (isUnknown(left.type) || isUnknown(right.type)) return nothing(body, at);
  switch (operator) {
    case '&&':
    case '||':
      return logical(body, operator, left, right, at);
    case '==':
    case '!=':
    case '<>':
    case '===':
    case '!==':
      return equality(body, operator, left, right, at);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(body, operator, left, right, at);
    case '??':
      return coalesce(body, left, right, at);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(body, operator, left, right, at);
    default:
      return bits(body, operator as keyof typeof SHIFTS | keyof typeof BITS, left, right, at);
  }
}

function logical(body: Body, operator: '&&' | '||', left: Bound, right: Bound, at: Place): Bound {
  const { boolean } = body.checker.table;
  for (const side of [left, right])
    if (!isNamed(side.type, 'Boolean')) return wrong(body, at, 'Logical operator can only be applied to Boolean');
  return { kind: 'logical', operator, left, right, type: boolean, nonNull: true, line: at.line };
}

/** The type of `a ?? b` and of both arms of `?:`. */
function commonType(body: Body, left: Type, right: Type): Type | null {
  const { table } = body.checker;
  if (left === right || right.kind === 'null' || isUnknown(right)) return left;
  if (left.kind === 'null' || isUnknown(left)) return right;
  if (isNumeric(left) && isNumeric(right)) return numberRank(left) >= numberRank(right) ? left : right;
  if (isText(left) && isText(right)) return table.string;
  if (conversionCost(right, left, table) < NEVER) return left;
  if (conversionCost(left, right, table) < NEVER) return right;
  return null;
}

function coalesce(body: Body, left: Bound, right: Bound, at: Place): Bound {
  const type =
    commonType(body, left.type, right.type) ?? (isCastable(left.type, right.type, body.checker.table) ? body.checker.table.object : null);
  if (!type) return wrong(body, at, `Incompatible types in null coalescing operator: ${left.type.text}, ${right.type.text}`);
  // A query without its row counts as null here: the platform does not throw on the left of `??`.
  const first =
    left.kind === 'query' && left.as === 'rows' && right.type.kind === 'record'
      ? op('firstOrNull', right.type, [left], false)
      : convert(body, left, type);
  const result = first === left || first.type === type ? type : first.type;
  return { kind: 'coalesce', left: first, right: convert(body, right, result), type: result, nonNull: right.nonNull, line: at.line };
}

export function conditional(body: Body, node: NodeOf<'conditional'>, want: Type | null): Bound {
  const test = condition(body, node.condition);
  let then = valueOf(body, node.then, want);
  let otherwise = valueOf(body, node.otherwise, want);
  if (want && want.kind === 'record') {
    then = convert(body, then, want);
    otherwise = convert(body, otherwise, want);
  }
  const { table } = body.checker;
  const type =
    commonType(body, then.type, otherwise.type) ??
    (want && isAssignable(then.type, want, table) && isAssignable(otherwise.type, want, table)
      ? want
      : sharedAncestor(body, then.type, otherwise.type));
  if (!type) return wrong(body, node, `Incompatible types in ternary operator: ${otherwise.type.text}, ${then.type.text}`);
  return {
    kind: 'conditional',
    condition: test,
    then: convert(body, then, type),
    otherwise: convert(body, otherwise, type),
    type,
    nonNull: then.nonNull && otherwise.nonNull,
    line: node.line,
  };
}

/** Records share SObject, everything else that is an object shares Object. */
function sharedAncestor(body: Body, a: Type, b: Type): Type | null {
  const { table } = body.checker;
  if (a.kind === 'record' && b.kind === 'record') return table.sobject;
  return a.kind === 'primitive' && b.kind === 'primitive' ? null : table.object;
}

function arithmetic(body: Body, operator: string, left: Bound, right: Bound, at: Place): Bound {
  const { table } = body.checker;
  if (left.type.kind === 'void' || right.type.kind === 'void')
    return wrong(body, at, 'Arithmetic expressions are not allowed on void types');
  if (operator === '+' && (isNamed(left.type, 'String') || isNamed(right.type, 'String') || (isText(left.type) && isText(right.type)))) {
    return { kind: 'concat', left, right, type: table.string, nonNull: true, line: at.line };
  }
  if (operator === '+' || operator === '-') {
    const moment = momentArithmetic(body, operator, left, right, at);
    if (moment) return moment;
  }
  if (!isNumeric(left.type) || !isNumeric(right.type)) return wrong(body, at, 'Arithmetic expressions must use numeric arguments');
  const rank = Math.max(numberRank(left.type), numberRank(right.type));
  if (rank === 1) return whole(body, operator, left, right, table.integer, 'int', at);
  if (rank === 2) return whole(body, operator, convert(body, left, table.long), convert(body, right, table.long), table.long, 'long', at);
  const type = rank === 3 ? table.double : table.decimal;
  const names = { '+': 'Add', '-': 'Subtract', '*': 'Multiply', '/': 'Divide' } as const;
  const name = `${rank === 3 ? 'double' : 'decimal'}${names[operator as keyof typeof names]}` as const;
  return { ...op(name, type, [convert(body, left, type), convert(body, right, type)]), line: at.line };
}

function whole(body: Body, operator: string, left: Bound, right: Bound, type: Type, as: 'int' | 'long', at: Place): Bound {
  if (operator === '/') return { ...op(as === 'int' ? 'divideInt' : 'divideLong', type, [left, right]), line: at.line };
  return { kind: 'arithmetic', operator, as, left, right, type, nonNull: true, line: at.line };
}

function momentArithmetic(body: Body, operator: string, left: Bound, right: Bound, at: Place): Bound | null {
  if (!isNamed(left.type, 'Date', 'Datetime', 'Time')) return null;
  const rank = numberRank(right.type);
  if (isNamed(left.type, 'Datetime') && rank === 0) return wrong(body, at, 'Date/time expressions must use Integer or Double or Decimal');
  if (!isNamed(left.type, 'Datetime') && rank !== 1 && rank !== 2)
    return wrong(body, at, `${isNamed(left.type, 'Time') ? 'Time' : 'Date'} expressions must use Integer or Long`);
  return { ...op('moveMoment', left.type, [left, right], true, [operator === '+' ? '1' : '-1']), line: at.line };
}

const SHIFTS = { '<<': 'shiftLeftLong', '>>': 'shiftRightLong', '>>>': 'shiftUnsignedLong' } as const;
const BITS = { '&': 'andLong', '|': 'orLong', '^': 'xorLong' } as const;
const BOOLEANS = { '&': 'andBoolean', '|': 'orBoolean', '^': 'xorBoolean' } as const;

function bits(body: Body, operator: keyof typeof SHIFTS | keyof typeof BITS, left: Bound, right: Bound, at: Place): Bound {
  const { table } = body.checker;
  const isShift = operator in SHIFTS;
  if (operator in BOOLEANS && isNamed(left.type, 'Boolean') && isNamed(right.type, 'Boolean')) {
    return op(BOOLEANS[operator as keyof typeof BOOLEANS], table.boolean, [left, right]);
  }
  const fits = (type: Type): boolean => isNamed(type, 'Integer', 'Long');
  if (!fits(left.type) || !fits(right.type)) {
    return wrong(
      body,
      at,
      isShift
        ? `${operator} operation can only be applied to Integer or Long types`
        : `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`,
    );
  }
  const long = isNamed(left.type, 'Long') || (!isShift && isNamed(right.type, 'Long'));
  if (!long && isNamed(right.type, 'Integer'))
    return { kind: 'arithmetic', operator, as: 'int', left, right, type: table.integer, nonNull: true, line: at.line };
  const name = { ...SHIFTS, ...BITS }[operator];
  return op(name, long ? table.long : table.integer, [
    long ? convert(body, left, table.long) : left,
    isShift ? right : convert(body, right, table.long),
  ]);
}

/** By the rank of the number's type. */
const NEGATIONS = [undefined, 'negateInt', 'negateLong', 'negateDouble', 'negateDecimal'] as const;

export function unary(body: Body, node: NodeOf<'unary'>): Bound {
  const { operator } = node;
  if (operator === '++' || operator === '--') return prefix(body, node.operand, operator, node);
  const operand = valueOf(body, node.operand);
  const { type } = operand;
  if (isUnknown(type)) return nothing(body, node);
  if (operator === '!') {
    if (!isNamed(type, 'Boolean')) return wrong(body, node, '! operator can only be applied to boolean expressions');
    return { kind: 'not', operand, type, nonNull: true, line: node.line };
  }
  if (operator === '~') {
    if (!isNamed(type, 'Integer', 'Long')) return wrong(body, node, `Invalid type for bitwise negate: ${type.text}`);
    return op(isNamed(type, 'Integer') ? 'invertInt' : 'invertLong', type, [operand]);
  }
  if (operator === '+') return operand;
  if (!isNumeric(type)) return wrong(body, node, 'Unary negation must use a numeric argument');
  return op(NEGATIONS[numberRank(type)] ?? 'negateInt', type, [operand]);
}
