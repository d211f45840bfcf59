import type { BlockNode, TriggerNode } from '../ast/nodes';
import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import type { Bound, BoundBody, BoundClass, Statement } from './bound';
import { coerce } from './coerce';
import { has } from './modifiers';
import { checkClassRules } from './class-rules';
import { bridgesOf } from './implementing';
import { valueOf } from './expressions';
import type { Checker } from './options';
import { report } from './options';
import type { Body } from './scope';
import { declareVariable, fault, inScope, newBody } from './scope';
import { completes } from './flow';
import { statements } from './statements';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol, ParameterSymbol } from './symbols';

function finish(body: Body, list: readonly Statement[]): BoundBody {
  return { statements: list, temps: body.temps, calls: body.calls, lines: [...body.lines].sort((a, b) => a - b) };
}

function run(body: Body, node: BlockNode, parameters: readonly ParameterSymbol[]): readonly Statement[] {
  for (const one of parameters) declareVariable(body, node, one.name, one.type, one.final);
  return inScope(body, () => statements(body, node.statements));
}

/** Checks all bodies of a class and of its inner classes. */
export function checkClass(checker: Checker, symbol: ClassSymbol): BoundClass {
  const fields = new Map<FieldSymbol, BoundBody>();
  const getters = new Map<FieldSymbol, BoundBody>();
  const setters = new Map<FieldSymbol, BoundBody>();
  const methods = new Map<MethodSymbol, BoundBody>();
  const constructors = new Map<ConstructorSymbol, BoundBody>();
  const initializers = new Map<BlockNode, BoundBody>();
  checkClassRules(checker, symbol);
  for (const field of symbol.fields.values()) {
    if (field.initial) fields.set(field, initialValue(checker, field));
    if (field.getter?.body) getters.set(field, accessor(checker, field, field.getter.body, 'get'));
    if (field.setter?.body) setters.set(field, accessor(checker, field, field.setter.body, 'set'));
  }
  for (const list of symbol.methods.values()) for (const method of list) checkMethod(checker, method, methods);
  for (const one of symbol.constructors) constructors.set(one, constructor(checker, one));
  if (symbol.node.kind === 'class') {
    for (const member of symbol.node.members) {
      if (member.kind !== 'initializer') continue;
      const body = newBody(checker, symbol, member.isStatic, checker.table.void);
      body.initializing = true;
      initializers.set(member.body, finish(body, run(body, member.body, [])));
    }
  }
  const inner = [...symbol.inner.values()].map((one) => checkClass(checker, one));
  const bridges = symbol.kind === 'class' ? bridgesOf(checker, symbol) : [];
  return { symbol, fields, getters, setters, methods, constructors, initializers, inner, bridges };
}

function initialValue(checker: Checker, field: FieldSymbol): BoundBody {
  const body = newBody(checker, field.owner, field.isStatic, field.type);
  body.initializing = true;
  body.lines.add(field.line);
  const value = field.initial ? coerce(body, valueOf(body, field.initial, field.type), field.type, field) : null;
  return finish(body, value ? [{ kind: 'evaluate', line: field.line, value }] : []);
}

function accessor(checker: Checker, field: FieldSymbol, node: BlockNode, which: 'get' | 'set'): BoundBody {
  const { table } = checker;
  const body = newBody(checker, field.owner, field.isStatic, which === 'get' ? field.type : table.void, { property: field });
  const list = run(body, node, which === 'set' ? [{ name: 'value', type: field.type, final: false }] : []);
  if (which === 'get' && list.every(completes)) fault(body, node, `Missing return statement required return type: ${field.type.text}`);
  return finish(body, list);
}

function checkMethod(checker: Checker, method: MethodSymbol, into: Map<MethodSymbol, BoundBody>): void {
  const { node, owner } = method;
  if (!node.body) {
    if (!method.isAbstract) report(checker, owner.path, node, 'Method must have a body');
    return;
  }
  if (has(node.modifiers, 'abstract')) report(checker, owner.path, node, 'Abstract methods cannot have a body');
  const body = newBody(checker, owner, method.isStatic, method.returns);
  const list = run(body, node.body, method.parameters);
  if (method.returns.kind !== 'void' && !isUnknown(method.returns) && list.every(completes)) {
    report(checker, owner.path, { line: node.endLine, column: 1 }, `Missing return statement required return type: ${method.returns.text}`);
  }
  into.set(method, finish(body, list));
}

function constructor(checker: Checker, one: ConstructorSymbol): BoundBody {
  const body = newBody(checker, one.owner, false, checker.table.void, { isConstructor: true });
  const list = one.node ? run(body, one.node.body, one.parameters) : [];
  const chained = chainOf(list[0]);
  const superType = one.owner.superType?.symbol;
  list.slice(1).forEach((later) => {
    const other = chainOf(later);
    if (other) fault(body, one, `Call to '${other.isSuper ? 'super' : 'this'}()' must be the first statement in a constructor method`);
  });
  if (!chained && superType && !superType.constructors.some((c) => c.parameters.length === 0)) {
    fault(body, one.node ?? one.owner.node, `No default constructor available in super type: ${superType.name}`);
  }
  return finish(body, list);
}

export function chainOf(statement: Statement | undefined): Extract<Bound, { kind: 'chain' }> | null {
  return statement?.kind === 'evaluate' && statement.value.kind === 'chain' ? statement.value : null;
}

/** Checks a trigger's body as a static method of its own class. */
export function checkTrigger(checker: Checker, symbol: ClassSymbol, node: TriggerNode, object: Type): BoundBody {
  const body = newBody(checker, symbol, true, checker.table.void, { triggerObject: object });
  return finish(body, run(body, node.body, []));
}

/** Checks statements outside of any class. */
export function checkStatements(checker: Checker, symbol: ClassSymbol, node: BlockNode): BoundBody {
  const body = newBody(checker, symbol, true, checker.table.void);
  return finish(body, run(body, node, []));
}
