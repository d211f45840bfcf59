import type { BlockNode, ExpressionNode, ForEachNode, StatementNode, StatementOf, VariablesNode } from '../ast/nodes';
import { isAssignable } from '../types/convert';
import type { Type } from '../types/type';
import { isNamed, isRecord, isUnknown } from '../types/type';
import type { Catch, Statement } from './bound';
import { coerce } from './coerce';
import { resolve, resolveHidden } from './declare';
import { condition, expression, valueOf } from './expressions';
import { completes } from './flow';
import { ancestors, isException } from './hierarchy';
import { checkLocal } from './modifier-rules';
import { op } from './nodes';
import type { Body } from './scope';
import { declareVariable, fault, inScope } from './scope';
import { switchStatement } from './switches';

type Checkers = { readonly [K in StatementNode['kind']]: (body: Body, node: StatementOf<K>) => Statement };

const CHECKERS: Checkers = {
  block: (body, node) => inScope(body, () => ({ kind: 'block', line: node.line, body: statements(body, node.statements) })),
  variables: (body, node) => {
    const type = resolve(body.checker, node.type, body.symbol);
    const list = node.names.map((one): Statement => {
      checkLocal('locals', node.modifiers, (message) => fault(body, one, message));
      // The initial value is checked first: a variable is not in scope of its own initialiser.
      const value = one.initial ? coerce(body, valueOf(body, one.initial, type), type, one) : null;
      const variable = declareVariable(body, one, one.name, type, node.final);
      return { kind: 'variable', line: one.line, js: variable.js, value };
    });
    return list.length === 1 && list[0] ? list[0] : { kind: 'block', line: node.line, body: list, open: true };
  },
  expression: (body, node) => {
    const inner = node.expression;
    const value = expression(body, inner.kind === 'postfix' ? { ...inner, kind: 'unary' } : inner);
    if (!['assign', 'call', 'new', 'postfix', 'unary', 'newValues', 'newMap', 'newArray'].includes(inner.kind) && !isUnknown(value.type)) {
      fault(body, node, 'Expression cannot be a statement.');
    }
    return { kind: 'evaluate', line: node.line, value };
  },
  if: (body, node) => ({
    kind: 'if',
    line: node.line,
    condition: condition(body, node.condition),
    then: nested(body, node.then),
    otherwise: node.otherwise ? nested(body, node.otherwise) : null,
  }),
  while: (body, node) => ({
    kind: 'while',
    line: node.line,
    condition: condition(body, node.condition),
    body: loop(body, node.body, node.line),
  }),
  do: (body, node) => {
    const inner = loop(body, node.body, node.line);
    return { kind: 'do', line: node.line, condition: condition(body, node.condition), body: inner };
  },
  for: (body, node) => {
    if (node.update[1]) fault(body, node.update[1], "Expecting ')' but was: ','");
    if (node.init?.kind === 'variables') checkHeader(body, node.init);
    return inScope(body, () => ({
      kind: 'for',
      line: node.line,
      init: node.init ? [node.init.kind === 'block' ? openBlock(body, node.init) : statement(body, node.init)] : [],
      condition: node.condition ? condition(body, node.condition) : null,
      update: node.update.map((one) => expression(body, one.kind === 'postfix' ? { ...one, kind: 'unary' } : one)),
      body: loop(body, node.body, node.line),
    }));
  },
  forEach,
  return: (body, node) => {
    if (body.returns.kind === 'void') {
      if (node.value) {
        valueOf(body, node.value);
        fault(body, node, body.isConstructor ? 'Constructors must not return a value' : 'Void method must not return a value');
      }
      return { kind: 'return', line: node.line, value: null };
    }
    if (!node.value) {
      fault(body, node, `Missing return statement required return type: ${body.returns.text}`);
      return { kind: 'return', line: node.line, value: null };
    }
    const value = valueOf(body, node.value, body.returns);
    return { kind: 'return', line: node.line, value: coerce(body, value, body.returns, node, 'Illegal conversion from {0} to {1}') };
  },
  throw: (body, node) => {
    const value = valueOf(body, node.value);
    if (!isUnknown(value.type) && value.type.kind !== 'null' && !isException(value.type, body.checker.table)) {
      fault(body, node, `Throw expression must be of type exception: ${value.type.text}`);
    }
    return { kind: 'throw', line: node.line, value };
  },
  break: (body, node) => {
    if (body.loops === 0) fault(body, node, 'Break statement must be in loop');
    return { kind: 'break', line: node.line };
  },
  continue: (body, node) => {
    if (body.loops === 0) fault(body, node, 'Continue statement must be in loop');
    return { kind: 'continue', line: node.line };
  },
  try: (body, node) => {
    if (node.catches.length === 0 && !node.finallyBody)
      fault(body, node, 'Try block must have at least one catch block or a finally block');
    const inner = statement(body, node.body);
    const caught: Type[] = [];
    const catches = node.catches.map((one): Catch => {
      const type = resolveHidden(body.checker, one.type, body.symbol);
      if (!isUnknown(type) && !isException(type, body.checker.table))
        fault(body, one, `Catch block variable must be of type exception: ${type.text}`);
      const before = caught.find((other) => other === type || ancestors(type, body.checker.table).includes(other));
      if (before) fault(body, one, `Exception type already caught: ${type.text}`);
      caught.push(type);
      return inScope(body, () => {
        const variable = declareVariable(body, one, one.name, type);
        return { line: one.line, type, js: variable.js, body: statement(body, one.body) };
      });
    });
    return { kind: 'try', line: node.line, body: inner, catches, finallyBody: node.finallyBody ? statement(body, node.finallyBody) : null };
  },
  switch: (body, node) => switchStatement(body, node),
  dml: (body, node) => {
    const { table } = body.checker;
    body.calls = true;
    if (node.operation === 'merge') {
      fault(body, node, 'merge is not supported by the local org');
      return { kind: 'block', line: node.line, body: [] };
    }
    const value = valueOf(body, node.args[0] as ExpressionNode);
    const rows = value.type.name === 'List' ? (value.type.args[0] ?? table.object) : value.type;
    if (!isUnknown(value.type) && !isRecord(rows)) fault(body, node, `DML requires SObject or SObject list type: ${value.type.text}`);
    const externalId = node.externalId?.split('.').pop() ?? null;
    if (externalId) {
      if (!rows.object) fault(body, node, 'Upsert with a field specification requires a concrete SObject type');
      else {
        const field = rows.object.field(externalId);
        if (!field || !(field.externalId || field.idLookup || field.type === 'id')) {
          fault(body, node, `Invalid field for upsert, must be an External Id custom or standard indexed field: ${externalId}`);
        }
      }
    }
    return { kind: 'dml', line: node.line, operation: node.operation, value, mode: node.mode, externalId };
  },
  runAs: (body, node) => {
    body.calls = true;
    const { table } = body.checker;
    const target = node.args[0] && node.args.length === 1 ? valueOf(body, node.args[0]) : null;
    const fits =
      target &&
      (isUnknown(target.type) || target.type.name === 'User' || isNamed(target.type, 'SObject') || target.type.name === 'System.Version');
    if (!fits) fault(body, node, "runAs requires a single argument of type 'User' or 'Version'");
    const inner = statement(body, node.body);
    return { kind: 'runAs', line: node.line, target: target ?? op('value', table.object, []), body: inner };
  },
};

/** Checks one statement. */
export function statement(body: Body, node: StatementNode): Statement {
  if (node.kind !== 'block') body.lines.add(node.line);
  const check = CHECKERS[node.kind] as (body: Body, node: StatementNode) => Statement;
  return check(body, node);
}

/** Checks the statements of a block; what follows a statement that cannot complete is unreachable. */
export function statements(body: Body, nodes: readonly StatementNode[]): Statement[] {
  const list: Statement[] = [];
  nodes.forEach((node, i) => {
    const one = statement(body, node);
    list.push(one);
    const next = nodes[i + 1];
    if (next && !completes(one) && (i === 0 || list.slice(0, i).every(completes))) fault(body, next, 'Unreachable statement');
  });
  return list;
}

const nested = (body: Body, node: StatementNode): Statement => inScope(body, () => statement(body, node));

/** The expression list of a `for` header: no scope of its own. */
function openBlock(body: Body, node: BlockNode): Statement {
  return { kind: 'block', line: node.line, body: node.statements.map((one) => statement(body, one)) };
}

/** The variables of a `for` header have no modifiers. */
function checkHeader(body: Body, { modifiers, final, ...place }: VariablesNode): void {
  const word = modifiers?.words[0] ?? (final ? 'final' : undefined);
  if (word !== undefined) fault(body, modifiers?.places[0] ?? place, `Unexpected token '${word}'.`);
}

function loop(body: Body, node: StatementNode | null, line: number): Statement {
  body.loops++;
  const inner: Statement = node ? nested(body, node) : { kind: 'block', line, body: [] };
  body.loops--;
  return inner;
}

function forEach(body: Body, node: ForEachNode): Statement {
  const { table } = body.checker;
  const type = resolve(body.checker, node.type, body.symbol);
  const source = valueOf(body, node.source);
  const from = source.type;
  let how: 'list' | 'set' | 'iterable' | 'batches' = 'list';
  let element: Type = table.unknown;
  if (from.kind === 'collection' && from.name !== 'Map') {
    how = from.name === 'List' ? 'list' : 'set';
    element = from.args[0] ?? table.object;
  } else if (!isUnknown(from)) {
    const iterable = [from, ...ancestors(from, table)].find((one) => one.platform?.name === 'System.Iterable');
    how = 'iterable';
    element = iterable ? (iterable.args[0] ?? table.sobject) : table.unknown;
    if (!iterable) fault(body, node, `Loop must iterate over collection: ${from.text}`);
  }
  const isQuery = source.kind === 'query';
  // `Database.query` in the header is of the type that the variable asks for.
  const isDynamic = source.kind === 'native' && /^system\.database\.query\//.test(source.key);
  const row = type.name === 'List' ? (type.args[0] as Type) : type;
  const isRows = isNamed(row, 'SObject') || (row.kind === 'record' && (isDynamic || row === element));
  if ((isQuery || isDynamic) && type.name === 'List') how = 'batches';
  if (!isUnknown(type) && !isUnknown(element)) {
    if (isQuery && !isRows)
      fault(body, node, `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${element.text}`);
    else if (!isQuery && !(isDynamic && isRows) && !isAssignable(element, type, table))
      fault(body, node, `Invalid loop variable type expected ${element.text} was ${type.text}`);
  }
  if (how === 'iterable') body.calls = true;
  return inScope(body, () => {
    const variable = declareVariable(body, node, node.name, type);
    return { kind: 'forEach', line: node.line, js: variable.js, source, how, elementType: type, body: loop(body, node.body, node.line) };
  });
}
