import type * as apex from '@apexdevtools/apex-parser';
import type { BlockNode, DmlNode, ForNode, StatementNode, SwitchNode, TryNode, TypeNode, WhenNode } from '../ast/nodes';
import { place, text, typeNode } from './common';
import { expression, expressions } from './expressions';
import { whenLiteral } from './literals';
import { localModifiers } from './modifiers';

export function block(context: apex.BlockContext): BlockNode {
  return { ...place(context), kind: 'block', statements: context.statement_list().map(statement) };
}

type Maybe<T> = T | null | undefined;
const optional = <C, N>(context: Maybe<C>, build: (context: C) => N): N | null => (context ? build(context) : null);

export function statement(context: apex.StatementContext): StatementNode {
  const at = place(context);
  const c = context;
  if (c.block()) return block(c.block());
  if (c.localVariableDeclarationStatement()) return variables(c.localVariableDeclarationStatement().localVariableDeclaration());
  if (c.expressionStatement()) return { ...at, kind: 'expression', expression: expression(c.expressionStatement().expression()) };
  if (c.ifStatement()) {
    const node = c.ifStatement();
    const condition = expression(node.parExpression().expression());
    return { ...at, kind: 'if', condition, then: statement(node.statement(0)), otherwise: optional(node.statement(1), statement) };
  }
  if (c.returnStatement()) return { ...at, kind: 'return', value: optional(c.returnStatement().expression(), expression) };
  if (c.forStatement()) return forStatement(c.forStatement());
  if (c.whileStatement()) {
    const node = c.whileStatement();
    return { ...at, kind: 'while', condition: expression(node.parExpression().expression()), body: optional(node.statement(), statement) };
  }
  if (c.doWhileStatement()) {
    const node = c.doWhileStatement();
    return { ...at, kind: 'do', condition: expression(node.parExpression().expression()), body: block(node.block()) };
  }
  if (c.tryStatement()) return tryStatement(c.tryStatement());
  if (c.throwStatement()) return { ...at, kind: 'throw', value: expression(c.throwStatement().expression()) };
  if (c.breakStatement()) return { ...at, kind: 'break' };
  if (c.continueStatement()) return { ...at, kind: 'continue' };
  if (c.switchStatement()) return switchStatement(c.switchStatement());
  if (c.runAsStatement()) {
    const node = c.runAsStatement();
    return { ...at, kind: 'runAs', args: expressions(node.expressionList()), body: block(node.block()) };
  }
  return dml(context);
}

/** `Integer a = 1, b;` */
export function variables(context: apex.LocalVariableDeclarationContext): StatementNode {
  return {
    ...place(context),
    kind: 'variables',
    type: typeNode(context.typeRef()),
    ...localModifiers(context.modifier_list()),
    names: context
      .variableDeclarators()
      .variableDeclarator_list()
      .map((one) => ({ ...place(one), name: text(one.id()), initial: optional(one.expression(), expression) })),
  };
}

function forStatement(context: apex.ForStatementContext): StatementNode {
  const control = context.forControl();
  const each = control.enhancedForControl();
  const body = optional(context.statement(), statement);
  const at = place(context);
  if (each) {
    return { ...at, kind: 'forEach', type: typeNode(each.typeRef()), name: text(each.id()), source: expression(each.expression()), body };
  }
  const init = control.forInit();
  const update = control.forUpdate();
  const node: ForNode = {
    ...at,
    kind: 'for',
    init: init ? forInit(init) : null,
    condition: optional(control.expression(), expression),
    update: expressions(update?.expressionList()),
    body,
  };
  return node;
}

function forInit(context: apex.ForInitContext): StatementNode {
  if (context.localVariableDeclaration()) return variables(context.localVariableDeclaration());
  const at = place(context);
  const statements = expressions(context.expressionList()).map((one): StatementNode => ({ ...at, kind: 'expression', expression: one }));
  return { ...at, kind: 'block', statements };
}

function tryStatement(context: apex.TryStatementContext): TryNode {
  return {
    ...place(context),
    kind: 'try',
    body: block(context.block()),
    catches: context.catchClause_list().map((clause) => {
      const type: TypeNode = { ...place(clause.qualifiedName()), name: text(clause.qualifiedName()), args: [] };
      return { ...place(clause), type, name: text(clause.id()), body: block(clause.block()) };
    }),
    finallyBody: context.finallyBlock() ? block(context.finallyBlock().block()) : null,
  };
}

function switchStatement(context: apex.SwitchStatementContext): SwitchNode {
  return {
    ...place(context),
    kind: 'switch',
    subject: expression(context.expression()),
    cases: context.whenControl_list().map((control): WhenNode => {
      const value = control.whenValue();
      const shared = { ...place(control), body: block(control.block()) };
      if (value.ELSE()) return { ...shared, kind: 'else' };
      if (value.id()) return { ...shared, kind: 'type', type: typeNode(value.typeRef()), name: text(value.id()) };
      return { ...shared, kind: 'values', values: value.whenLiteral_list().map(whenLiteral) };
    }),
  };
}

function dml(context: apex.StatementContext): DmlNode {
  const at = place(context);
  const single = [
    ['insert', context.insertStatement()],
    ['update', context.updateStatement()],
    ['upsert', context.upsertStatement()],
    ['delete', context.deleteStatement()],
    ['undelete', context.undeleteStatement()],
  ] as const;
  for (const [operation, node] of single) {
    if (!node) continue;
    const externalId = operation === 'upsert' ? optional(context.upsertStatement().qualifiedName(), text) : null;
    return { ...at, kind: 'dml', operation, args: [expression(node.expression())], externalId, mode: modeOf(node.accessLevel()) };
  }
  const merge = context.mergeStatement();
  return {
    ...at,
    kind: 'dml',
    operation: 'merge',
    args: merge.expression_list().map(expression),
    externalId: null,
    mode: modeOf(merge.accessLevel()),
  };
}

function modeOf(context: Maybe<apex.AccessLevelContext>): 'user' | 'system' | null {
  if (!context) return null;
  return context.USER() ? 'user' : 'system';
}
