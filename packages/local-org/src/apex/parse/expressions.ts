import type * as apex from '@apexdevtools/apex-parser';
import type { ExpressionNode, Place, TypeNode } from '../ast/nodes';
import { place, text, typeNode } from './common';
import type { Library } from './library';
import { literal } from './literals';
import { soqlNode } from './soql';

type Builder = (context: never) => ExpressionNode;
/** Names of the parser's classes. */
type ContextName = { [K in keyof Library]: Library[K] extends abstract new (...args: never) => unknown ? K : never }[keyof Library];

const builders = new Map<string, Builder>();

function on<K extends ContextName>(name: K, build: (context: InstanceType<Library[K]>) => ExpressionNode): void {
  builders.set(name, build as Builder);
}

/** Builds the node of any expression context. */
export function expression(context: apex.ExpressionContext | apex.PrimaryContext): ExpressionNode {
  const build = builders.get(context.constructor.name);
  if (!build) throw new Error(`No builder for ${context.constructor.name}`);
  return build(context as never);
}

export function expressions(context: apex.ExpressionListContext | null | undefined): ExpressionNode[] {
  return context ? context.expression_list().map(expression) : [];
}

interface BinaryContext extends apex.ExpressionContext {
  getChildCount(): number;
}

/** `a >>> b` has one child per character of the operator. */
function binary(context: BinaryContext): ExpressionNode {
  const last = context.getChildCount() - 1;
  let operator = '';
  for (let i = 1; i < last; i++) operator += text(context.getChild(i) as { getText(): string });
  const left = expression(context.getChild(0) as apex.ExpressionContext);
  const right = expression(context.getChild(last) as apex.ExpressionContext);
  return { ...place(context), kind: 'binary', operator, left, right };
}

const BINARY = [
  'Arth1ExpressionContext',
  'Arth2ExpressionContext',
  'CmpExpressionContext',
  'EqualityExpressionContext',
  'BitAndExpressionContext',
  'BitNotExpressionContext',
  'BitOrExpressionContext',
  'BitExpressionContext',
  'LogAndExpressionContext',
  'LogOrExpressionContext',
  'CoalExpressionContext',
] as const;
for (const name of BINARY) on(name, binary);

on('PrimaryExpressionContext', (c) => expression(c.primary()));
on('SubExpressionContext', (c) => ({ ...place(c), kind: 'parenthesis', expression: expression(c.expression()) }));
on('DotExpressionContext', (c) => {
  const object = expression(c.expression());
  const safe = c.QUESTIONDOT() != null;
  const call = c.dotMethodCall();
  if (!call) return { ...place(c.anyId()), kind: 'member', object, name: text(c.anyId()), safe };
  return { ...place(call), kind: 'call', object, name: text(call.anyId()), args: expressions(call.expressionList()), safe };
});
on('ArrayExpressionContext', (c) => ({
  ...place(c),
  kind: 'index',
  object: expression(c.expression(0)),
  index: expression(c.expression(1)),
}));
on('MethodCallExpressionContext', (c) => {
  const call = c.methodCall();
  const name = call.THIS() ? 'this' : call.SUPER() ? 'super' : text(call.id());
  return { ...place(c), kind: 'call', object: null, name, args: expressions(call.expressionList()), safe: false };
});
on('NewExpressionContext', (c) => creator(c.creator(), place(c)));
on('CastExpressionContext', (c) => ({ ...place(c), kind: 'cast', type: typeNode(c.typeRef()), expression: expression(c.expression()) }));
on('PostOpExpressionContext', (c) => ({
  ...place(c),
  kind: 'postfix',
  operator: c.INC() ? '++' : '--',
  operand: expression(c.expression()),
}));
const unary = (c: apex.PreOpExpressionContext | apex.NegExpressionContext): ExpressionNode => {
  const operator = text(c.getChild(0) as { getText(): string });
  const operand = expression(c.expression());
  // -2147483648 is an Integer literal although 2147483648 is not.
  if (
    operator === '-' &&
    operand.kind === 'literal' &&
    operand.type !== 'String' &&
    operand.type !== 'Boolean' &&
    operand.type !== 'null'
  ) {
    return { ...operand, ...place(c), text: operand.text.startsWith('-') ? operand.text.slice(1) : `-${operand.text}` };
  }
  return { ...place(c), kind: 'unary', operator, operand };
};
on('PreOpExpressionContext', unary);
on('NegExpressionContext', unary);
on('InstanceOfExpressionContext', (c) => ({
  ...place(c),
  kind: 'instanceof',
  type: typeNode(c.typeRef()),
  expression: expression(c.expression()),
}));
on('CondExpressionContext', (c) => ({
  ...place(c),
  kind: 'conditional',
  condition: expression(c.expression(0)),
  then: expression(c.expression(1)),
  otherwise: expression(c.expression(2)),
}));
on('AssignExpressionContext', (c) => ({
  ...place(c),
  kind: 'assign',
  operator: text(c.getChild(1) as { getText(): string }),
  target: expression(c.expression(0)),
  value: expression(c.expression(1)),
}));
on('ThisPrimaryContext', (c) => ({ ...place(c), kind: 'this' }));
on('SuperPrimaryContext', (c) => ({ ...place(c), kind: 'super' }));
on('IdPrimaryContext', (c) => ({ ...place(c), kind: 'name', name: text(c.id()) }));
on('TypeRefPrimaryContext', (c) => ({ ...place(c), kind: 'classLiteral', type: typeNode(c.typeRef()) }));
on('VoidPrimaryContext', (c) => ({ ...place(c), kind: 'classLiteral', type: null }));
on('LiteralPrimaryContext', (c) => literal(c.literal()));
on('SoqlPrimaryContext', (c) => soqlNode(c.soqlLiteral(), expression));
on('SoslPrimaryContext', (c) => ({ ...place(c), kind: 'sosl' }));

/** Placed at the word `new`, as the platform tells what is wrong there. */
function creator(context: apex.CreatorContext, at: Place): ExpressionNode {
  const parts = context.createdName().idCreatedNamePair_list();
  const last = parts[parts.length - 1];
  const type: TypeNode = {
    ...at,
    name: parts.map((part) => text(part.anyId())).join('.'),
    args: last?.typeList()?.typeRef_list().map(typeNode) ?? [],
  };
  const call = context.classCreatorRest();
  if (call) return { ...at, kind: 'new', type, args: expressions(call.arguments().expressionList()) };
  const array = context.arrayCreatorRest();
  if (array) {
    const list: TypeNode = { ...at, name: 'List', args: [type] };
    const values = array.arrayInitializer();
    if (values) return { ...at, kind: 'newValues', type: list, values: values.expression_list().map(expression) };
    return { ...at, kind: 'newArray', type: list, size: array.expression() ? expression(array.expression()) : null };
  }
  const map = context.mapCreatorRest();
  if (map) {
    const pairs = map.mapCreatorRestPair_list().map((pair) => [expression(pair.expression(0)), expression(pair.expression(1))] as const);
    return { ...at, kind: 'newMap', type, pairs };
  }
  const set = context.setCreatorRest();
  return { ...at, kind: 'newValues', type, values: set ? set.expression_list().map(expression) : [] };
}
