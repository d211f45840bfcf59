import * as apex from '@apexdevtools/apex-parser';
import type { ExpressionNode, TypeNode } from '../ast/nodes';
import { place, text, typeNode } from './common';
import { literal } from './literals';
import { soqlNode } from './soql';

type Builder = (context: never) => ExpressionNode;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of ANTLR contexts differ in their parameters
type ContextClass<C> = new (...args: any[]) => C;

const builders = new Map<unknown, Builder>();

function on<C>(context: ContextClass<C>, build: (context: C) => ExpressionNode): void {
  builders.set(context, build as Builder);
}

/** Builds the node of any expression context. */
export function expression(context: apex.ExpressionContext | apex.PrimaryContext): ExpressionNode {
  const build = builders.get(context.constructor);
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

const BINARY: ContextClass<BinaryContext>[] = [
  apex.Arth1ExpressionContext,
  apex.Arth2ExpressionContext,
  apex.CmpExpressionContext,
  apex.EqualityExpressionContext,
  apex.BitAndExpressionContext,
  apex.BitNotExpressionContext,
  apex.BitOrExpressionContext,
  apex.BitExpressionContext,
  apex.LogAndExpressionContext,
  apex.LogOrExpressionContext,
  apex.CoalExpressionContext,
];
for (const context of BINARY) on(context, binary);

on(apex.PrimaryExpressionContext, (c) => expression(c.primary()));
on(apex.SubExpressionContext, (c) => ({ ...place(c), kind: 'parenthesis', expression: expression(c.expression()) }));
on(apex.DotExpressionContext, (c) => {
  const object = expression(c.expression());
  const safe = c.QUESTIONDOT() != null;
  const call = c.dotMethodCall();
  if (!call) return { ...place(c.anyId()), kind: 'member', object, name: text(c.anyId()), safe };
  return { ...place(call), kind: 'call', object, name: text(call.anyId()), args: expressions(call.expressionList()), safe };
});
on(apex.ArrayExpressionContext, (c) => ({
  ...place(c),
  kind: 'index',
  object: expression(c.expression(0)),
  index: expression(c.expression(1)),
}));
on(apex.MethodCallExpressionContext, (c) => {
  const call = c.methodCall();
  const name = call.THIS() ? 'this' : call.SUPER() ? 'super' : text(call.id());
  return { ...place(c), kind: 'call', object: null, name, args: expressions(call.expressionList()), safe: false };
});
on(apex.NewExpressionContext, (c) => creator(c.creator()));
on(apex.CastExpressionContext, (c) => ({ ...place(c), kind: 'cast', type: typeNode(c.typeRef()), expression: expression(c.expression()) }));
on(apex.PostOpExpressionContext, (c) => ({
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
on(apex.PreOpExpressionContext, unary);
on(apex.NegExpressionContext, unary);
on(apex.InstanceOfExpressionContext, (c) => ({
  ...place(c),
  kind: 'instanceof',
  type: typeNode(c.typeRef()),
  expression: expression(c.expression()),
}));
on(apex.CondExpressionContext, (c) => ({
  ...place(c),
  kind: 'conditional',
  condition: expression(c.expression(0)),
  then: expression(c.expression(1)),
  otherwise: expression(c.expression(2)),
}));
on(apex.AssignExpressionContext, (c) => ({
  ...place(c),
  kind: 'assign',
  operator: text(c.getChild(1) as { getText(): string }),
  target: expression(c.expression(0)),
  value: expression(c.expression(1)),
}));
on(apex.ThisPrimaryContext, (c) => ({ ...place(c), kind: 'this' }));
on(apex.SuperPrimaryContext, (c) => ({ ...place(c), kind: 'super' }));
on(apex.IdPrimaryContext, (c) => ({ ...place(c), kind: 'name', name: text(c.id()) }));
on(apex.TypeRefPrimaryContext, (c) => ({ ...place(c), kind: 'classLiteral', type: typeNode(c.typeRef()) }));
on(apex.VoidPrimaryContext, (c) => ({ ...place(c), kind: 'classLiteral', type: null }));
on(apex.LiteralPrimaryContext, (c) => literal(c.literal()));
on(apex.SoqlPrimaryContext, (c) => soqlNode(c.soqlLiteral(), expression));
on(apex.SoslPrimaryContext, (c) => ({ ...place(c), kind: 'sosl' }));

function creator(context: apex.CreatorContext): ExpressionNode {
  const at = place(context);
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
