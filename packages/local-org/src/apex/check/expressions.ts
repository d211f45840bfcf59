import type { ExpressionNode, NodeOf } from '../ast/nodes';
import type { Type } from '../types/type';
import { isNamed, isUnknown } from '../types/type';
import { isCastable } from '../types/convert';
import { isSubclass } from './hierarchy';
import { assign, postfix } from './assign';
import type { Bound } from './bound';
import { call } from './calls';
import { convert, singleRow } from './coerce';
import { newArray, newMap, newObject, newValues } from './creation';
import { resolve } from './declare';
import { memberValue, nameValue } from './names';
import { inChain, nothing, op, wrong } from './nodes';
import { binary, conditional, unary } from './operators';
import type { Body } from './scope';
import { fault } from './scope';
import { query } from './query';

type Checkers = { readonly [K in ExpressionNode['kind']]: (body: Body, node: NodeOf<K>, want: Type | null) => Bound };

const CHECKERS: Checkers = {
  literal,
  name: (body, node) => nameValue(body, node),
  this: (body, node) => {
    if (body.isStatic) return wrong(body, node, 'This cannot be referenced in a static context');
    return { kind: 'this', type: body.symbol.type, nonNull: true, line: node.line };
  },
  super: (body, node) => {
    if (body.isStatic) return wrong(body, node, 'Super cannot be referenced in a static context');
    const { superType } = body.symbol;
    if (!superType) return { kind: 'this', type: body.checker.table.object, nonNull: true, line: node.line };
    return { kind: 'this', type: superType, nonNull: true, line: node.line };
  },
  parenthesis: (body, node, want) => {
    const inside = expression(body, node.expression, want);
    // Parentheses end a `?.` chain.
    return inside.kind === 'safe' ? op('value', inside.type, [inside], false) : inside;
  },
  member: (body, node) => memberValue(body, node),
  call: (body, node) => call(body, node),
  index: (body, node) => {
    const object = expression(body, node.object);
    return inChain(object, (list) => element(body, list, expression(body, node.index), node));
  },
  new: (body, node) => newObject(body, node),
  newArray: (body, node) => newArray(body, node),
  newValues: (body, node) => newValues(body, node),
  newMap: (body, node) => newMap(body, node),
  cast,
  instanceof: instanceOf,
  conditional: (body, node, want) => conditional(body, node, want),
  unary: (body, node) => unary(body, node),
  postfix: (body, node) => postfix(body, node),
  binary: (body, node, want) => binary(body, node, want),
  assign: (body, node) => assign(body, node),
  classLiteral: (body, node) => {
    const { table } = body.checker;
    const type = node.type ? resolve(body.checker, node.type, body.symbol) : table.void;
    return op('typeOf', table.builtIn('System.Type', []) as Type, [], true, [JSON.stringify(type.text)]);
  },
  soql: (body, node, want) => query(body, node, want),
  sosl: (body, node) => wrong(body, node, 'SOSL is not supported by the local org'),
};

/** Checks an expression. `want` is the type that the place asks for, where that helps (`new` maps, queries, `??`). */
export function expression(body: Body, node: ExpressionNode, want: Type | null = null): Bound {
  const check = CHECKERS[node.kind] as (body: Body, node: ExpressionNode, want: Type | null) => Bound;
  return check(body, node, want);
}

/** An expression that must have a value. */
export function valueOf(body: Body, node: ExpressionNode, want: Type | null = null): Bound {
  const value = expression(body, node, want);
  if (value.type.kind === 'void') return wrong(body, node, 'Illegal assignment from void to Object');
  return value;
}

export function arguments_(body: Body, nodes: readonly ExpressionNode[]): Bound[] {
  return nodes.map((node) => valueOf(body, node));
}

/** A condition of if, while, for, do and `?:`. */
export function condition(body: Body, node: ExpressionNode): Bound {
  const value = expression(body, node);
  if (!isNamed(value.type, 'Boolean') && !isUnknown(value.type))
    fault(body, node, `Condition expression must be of type Boolean: ${value.type.text}`);
  return value;
}

function literal(body: Body, node: NodeOf<'literal'>): Bound {
  const { table } = body.checker;
  const { line, text } = node;
  const of = (type: Type, js: string, value?: string | number | boolean | bigint | null): Bound => ({
    kind: 'literal',
    js,
    type,
    nonNull: value !== null,
    line,
    ...(value === undefined ? {} : { value }),
  });
  switch (node.type) {
    case 'null':
      return of(table.null, 'null', null);
    case 'Boolean':
      return of(table.boolean, text, text === 'true');
    case 'String':
      return of(table.string, JSON.stringify(text), text);
    case 'Integer': {
      const value = Number(text);
      if (value > 2147483647 || value < -2147483648) return wrong(body, node, 'Illegal integer');
      return of(table.integer, value < 0 ? `(${value})` : String(value), value);
    }
    case 'Long': {
      const value = BigInt(text);
      if (BigInt.asIntN(64, value) !== value) return wrong(body, node, 'Illegal long');
      return of(table.long, value < 0n ? `(${value}n)` : `${value}n`, value);
    }
    case 'Decimal':
      return op('decimal', table.decimal, [], true, [JSON.stringify(text)]);
    case 'Double':
      return op('double', table.double, [], true, [text]);
  }
}

/** `list[i]` as a value; as a target it is handled by `assign`. */
export function element(body: Body, list: Bound, index: Bound, at: { line: number; column: number }): Bound {
  const { table } = body.checker;
  if (isUnknown(list.type)) return nothing(body, at);
  if (list.type.name !== 'List' || list.type.kind !== 'collection')
    return wrong(body, at, `Expression must be a list type: ${list.type.text}`);
  if (!isNamed(index.type, 'Integer') && !isUnknown(index.type)) fault(body, at, `List index must be of type Integer: ${index.type.text}`);
  return { ...op('listGet', list.type.args[0] ?? table.object, [list, index], false), line: at.line };
}

function cast(body: Body, node: NodeOf<'cast'>): Bound {
  const type = resolve(body.checker, node.type, body.symbol, node);
  const value = expression(body, node.expression, type);
  if (isUnknown(type) || isUnknown(value.type)) return { ...value, type };
  if (value.type !== type && singleRow(value, type)) return convert(body, value, type);
  if (!isCastable(value.type, type, body.checker.table)) {
    return wrong(body, node, `Incompatible types since an instance of ${value.type.text} is never an instance of ${type.text}`);
  }
  return { kind: 'cast', value, type, nonNull: value.nonNull, line: node.line };
}

function instanceOf(body: Body, node: NodeOf<'instanceof'>): Bound {
  const { table } = body.checker;
  const of = resolve(body.checker, node.type, body.symbol, node.expression);
  const value = valueOf(body, node.expression);
  if (!isUnknown(of) && !isUnknown(value.type) && value.type.kind !== 'null') {
    if (!isCastable(value.type, of, table))
      fault(body, node, `Operation instanceof is always false since an instance of ${value.type.text} is never an instance of ${of.text}`);
    else if (isSubclass(value.type, of, table) && value.type.args.length === 0)
      fault(body, node, `Operation instanceof is always true since an instance of ${value.type.text} is always an instance of ${of.text}`);
  }
  return { kind: 'instanceof', value, of, type: table.boolean, nonNull: true, line: node.line };
}
