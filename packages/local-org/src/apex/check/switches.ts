import type { ExpressionNode, SwitchNode, TypeNode, WhenNode } from '../ast/nodes';
import { isAssignable, isCastable } from '../types/convert';
import type { Type } from '../types/type';
import { isEnum, isNamed, isUnknown } from '../types/type';
import type { Bound, Case, Statement } from './bound';
import { convert } from './coerce';
import { resolve } from './declare';
import { valueOf } from './expressions';
import { newTemp, op } from './nodes';
import { combine } from './operators';
import type { Body } from './scope';
import { declareVariable, fault, inScope } from './scope';
import { statement } from './statements';

/** `switch on`: becomes a chain of tests on the subject, which is evaluated once. */
export function switchStatement(body: Body, node: SwitchNode): Statement {
  const subject = valueOf(body, node.subject);
  const temp = newTemp(body);
  const held: Bound = { kind: 'temp', temp, type: subject.type, nonNull: false, line: node.line };
  const { type } = subject;
  if (
    !isUnknown(type) &&
    !isNamed(type, 'Integer', 'Long', 'String', 'SObject', 'Id', 'Object') &&
    !isEnum(type) &&
    type.kind !== 'record'
  ) {
    fault(body, node, `${type.text} is not a valid switch expression type`);
  }
  if (node.cases.length === 0) fault(body, node, 'Switch statement requires at least one when block');
  const cases = node.cases.map((one, i): Case => {
    if (one.kind === 'else' && i < node.cases.length - 1) fault(body, one, "'when else' must be the last when block");
    return switchCase(body, held, one);
  });
  checkBranches(body, node);
  return { kind: 'switch', line: node.line, temp, subject, cases };
}

/** A value or a type has one branch, and a value of an enum is named without its type (Apex Developer Guide, Switch Statements). */
function checkBranches(body: Body, node: SwitchNode): void {
  const seen = new Set<string>();
  for (const one of node.cases) {
    if (one.kind === 'else') continue;
    const branches = one.kind === 'type' ? [one.type] : one.values;
    for (const branch of branches) {
      const text = branchText(branch);
      if (text === null) continue;
      const isText = 'kind' in branch && branch.kind === 'literal' && branch.type === 'String';
      const key = isText ? `'${text}` : text.toLowerCase();
      if (seen.has(key)) fault(body, branch, `${text} occurs as more than one when branch for this switch statement`);
      seen.add(key);
    }
  }
}

function branchText(branch: ExpressionNode | TypeNode): string | null {
  if (!('kind' in branch)) return branch.name;
  if (branch.kind === 'name') return branch.name;
  return branch.kind === 'literal' ? branch.text : null;
}

function switchCase(body: Body, subject: Bound, node: WhenNode): Case {
  const { table } = body.checker;
  const shared = { line: node.line, isElse: node.kind === 'else' };
  if (node.kind === 'else') return { ...shared, tests: [], js: null, body: statement(body, node.body) };
  if (node.kind === 'type') {
    const type = resolve(body.checker, node.type, body.symbol);
    if (!isUnknown(type) && !isUnknown(subject.type) && !isCastable(subject.type, type, table))
      fault(body, node, `${type.text} cannot be a 'when type variable' block`);
    return inScope(body, () => {
      const variable = declareVariable(body, node, node.name, type);
      const test: Bound = { kind: 'instanceof', value: subject, of: type, type: table.boolean, nonNull: true, line: node.line };
      return { ...shared, tests: [test], js: variable.js, body: statement(body, node.body) };
    });
  }
  const tests = node.values.map((value) => whenTest(body, subject, value));
  return { ...shared, tests, js: null, body: statement(body, node.body) };
}

function whenTest(body: Body, subject: Bound, node: ExpressionNode): Bound {
  const { table } = body.checker;
  const { type } = subject;
  const shared = { type: table.boolean, nonNull: true, line: node.line };
  if (isEnum(type) && node.kind === 'member') fault(body, node, "Enum value used in 'when expression' should be unqualified");
  if (isEnum(type) && (node.kind === 'name' || node.kind === 'member'))
    return { kind: 'identical', negated: false, left: subject, right: enumValue(body, type, node), ...shared };
  const value = valueOf(body, node);
  if (isUnknown(value.type) || isUnknown(type)) return value;
  if (value.type.kind !== 'null' && !isAssignable(value.type, type, table)) {
    fault(
      body,
      node,
      `${value.type.text} value in when expression cannot be implicitly converted to the ${type.text} type in switch expression`,
    );
    return value;
  }
  // `when` compares text exactly, unlike `==`.
  if (isNamed(type, 'String', 'Integer') || value.type.kind === 'null')
    return { kind: 'identical', negated: false, left: subject, right: value, ...shared };
  return combine(body, '==', subject, convert(body, value, type), node);
}

function enumValue(body: Body, type: Type, node: Extract<ExpressionNode, { kind: 'name' | 'member' }>): Bound {
  const name = node.name.toLowerCase();
  const constants = type.symbol?.node.kind === 'enum' ? type.symbol.node.constants : (type.platform?.constants ?? []);
  const constant = constants.find((one) => one.toLowerCase() === name);
  if (!constant) {
    fault(body, node, `Variable does not exist: ${node.name}`);
    return op('value', body.checker.table.unknown, []);
  }
  if (type.symbol) return { kind: 'enumConstant', symbol: type.symbol, name: constant, type, nonNull: true, line: node.line };
  return op('platformEnum', type, [], true, [JSON.stringify(type.name), JSON.stringify(constant)]);
}
