import type { CallNode, ExpressionNode, Place } from '../ast/nodes';
import { conversionCost, NEVER } from '../types/convert';
import type { Type } from '../types/type';
import { isEnum, isNamed, isUnknown } from '../types/type';
import type { Bound, VariableInScope } from './bound';
import { isCallerDependent } from '../../kernel/caller';
import { canAssign, convert } from './coerce';
import { arguments_, expression } from './expressions';
import type { Candidate } from './hierarchy';
import { findField, lineage, methodsOf } from './hierarchy';
import { constructorCall } from './chaining';
import { enumMethod, fieldError, objectMethod, staticSpecial } from './known-methods';
import { instanceField, isVisible, staticField } from './fields';
import { orType, receiver as receiverOf, rowOrNull } from './names';
import { describedValue } from './tokens';
import { inChain, newTemp, nothing, requireNative, wrong } from './nodes';
import type { Body } from './scope';
import { fault } from './scope';
import type { ClassSymbol } from './symbols';

/** The applicable candidate whose parameters fit best; undefined when none applies. */
export function pick<C extends { readonly kind?: string; readonly parameters: readonly Type[] }>(
  body: Body,
  candidates: readonly C[],
  args: readonly Bound[],
): C | undefined {
  const { table } = body.checker;
  let best: C | undefined;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    if (candidate.parameters.length !== args.length) continue;
    let cost = 0;
    for (let i = 0; i < args.length && cost < NEVER; i++) {
      const arg = args[i] as Bound;
      const to = candidate.parameters[i] as Type;
      let one = conversionCost(arg.type, to, table);
      // Decimals fit a Double of the platform's own methods, though not one of the program's.
      if (one >= NEVER && candidate.kind === 'platform' && isNamed(arg.type, 'Decimal') && isNamed(to, 'Double')) one = 60;
      // Rows of a query fit a parameter of their record type, least of all.
      if (one >= NEVER && canAssign(body, arg, to) && arg.kind === 'query') one = 50;
      cost += one;
    }
    if (cost < NEVER && cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

export const shownTypes = (args: readonly Bound[]): string => args.map((arg) => arg.type.text).join(', ');

export function notFound(body: Body, at: Place, name: string, args: readonly Bound[], type: Type): Bound {
  if (args.some((arg) => isUnknown(arg.type))) return nothing(body, at);
  return wrong(body, at, `Method does not exist or incorrect signature: void ${name}(${shownTypes(args)}) from the type ${type.text}`);
}

export function call(body: Body, node: CallNode): Bound {
  body.calls = true;
  if (!node.object) return unqualified(body, node);
  if (node.object.kind === 'super') return superCall(body, node, node.object);
  const on = receiverOf(body, node.object);
  if (on?.kind === 'value') {
    return orType(
      body,
      node.object,
      () => safeCall(body, on.value, node),
      (type) => staticCall(body, type, node, arguments_(body, node.args)),
    );
  }
  const args = arguments_(body, node.args);
  if (on?.kind === 'type') return staticCall(body, on.type, node, args);
  if (on?.kind === 'describe') return instanceCall(body, describedValue(body, on.object, on.part, node), node, args);
  expression(body, node.object);
  return nothing(body, node);
}

/** `name(args)`: a method of the class, its superclasses, then of the classes around it. */
function unqualified(body: Body, node: CallNode): Bound {
  if (node.name === 'this' || node.name === 'super') return constructorCall(body, node);
  const { table } = body.checker;
  const args = arguments_(body, node.args);
  for (let around: ClassSymbol | null = body.symbol; around; around = around.outer) {
    const candidates = methodsOf(around.type, node.name, table);
    if (candidates.length === 0) continue;
    const chosen = pick(body, candidates, args);
    if (!chosen) {
      if (around.outer && methodsOf(around.outer.type, node.name, table).length > 0) continue;
      return notFound(body, node, node.name, args, body.symbol.type);
    }
    if (!chosen.method.isStatic && (body.isStatic || around !== body.symbol)) {
      return wrong(body, node, `Non static method cannot be referenced from a static context: ${signature(chosen)}`);
    }
    return invoke(
      body,
      chosen,
      chosen.method.isStatic ? null : { kind: 'this', type: around.type, nonNull: true, line: node.line },
      args,
      node,
    );
  }
  if (!body.isStatic) {
    const own = objectMethod(body, { kind: 'this', type: body.symbol.type, nonNull: true, line: node.line }, node.name, args, node);
    if (own) return own;
  }
  return notFound(body, node, node.name, args, body.symbol.type);
}

function signature(candidate: Candidate): string {
  const owner = candidate.method.owner.name;
  return `${candidate.returns.text} ${owner}.${candidate.method.name}(${candidate.parameters.map((p) => p.text).join(', ')})`;
}

function superCall(body: Body, node: CallNode, at: ExpressionNode): Bound {
  const object = expression(body, at);
  const args = arguments_(body, node.args);
  if (isUnknown(object.type)) return object;
  const chosen = pick(body, methodsOf(object.type, node.name, body.checker.table), args);
  if (!chosen) return objectMethod(body, object, node.name, args, node, true) ?? notFound(body, node, node.name, args, object.type);
  if (chosen.kind === 'user') {
    if (chosen.method.isAbstract) return wrong(body, node, `Abstract method cannot be called directly: ${signature(chosen)}`);
    const converted = args.map((arg, i) => convert(body, arg, chosen.parameters[i] as Type));
    return {
      kind: 'call',
      method: chosen.method,
      object,
      isSuper: true,
      args: converted,
      type: chosen.returns,
      nonNull: false,
      line: node.line,
    };
  }
  return invoke(body, chosen, object, args, node, true);
}

function safeCall(body: Body, object: Bound, node: CallNode): Bound {
  const args = (): Bound[] => arguments_(body, node.args);
  if (!node.safe) return inChain(object, (inner) => instanceCall(body, inner, node, args()));
  return inChain(rowOrNull(object), (inner) => {
    const temp = newTemp(body);
    const rest = instanceCall(body, { kind: 'temp', temp, type: inner.type, nonNull: true, line: node.line }, node, args());
    return { kind: 'safe', temp, object: inner, body: rest, type: rest.type, nonNull: false, line: node.line };
  });
}

/** `value.method(args)`. */
function instanceCall(body: Body, object: Bound, node: CallNode, args: readonly Bound[]): Bound {
  const { table } = body.checker;
  const { type } = object;
  if (isUnknown(type)) return nothing(body, node);
  if (type.kind === 'void')
    return wrong(body, node, `Method does not exist or incorrect signature: void ${node.name}(${shownTypes(args)}) from the type void`);
  const onField = fieldError(body, object, node, args);
  if (onField) return onField;
  if (isEnum(type)) {
    const own = enumMethod(body, object, node, args);
    if (own) return own;
  }
  if (node.name.toLowerCase() === 'adderror' && type.kind === 'primitive' && type.name !== 'SObject')
    return wrong(body, node, 'addError must be invoked on an expression that is an exact SObject field reference');
  const lookIn = type.kind === 'record' ? table.sobject : type;
  const candidates = methodsOf(lookIn, node.name, table);
  if (isAmbiguous(candidates, args)) return nothing(body, node);
  const chosen =
    pick(
      body,
      candidates.filter((one) => !one.method.isStatic),
      args,
    ) ?? pick(body, candidates, args);
  if (!chosen && object.kind === 'query' && object.as === 'rows')
    return instanceCall(body, convert(body, object, type.args[0] ?? type), node, args);
  if (!chosen) return objectMethod(body, object, node.name, args, node) ?? notFound(body, node, node.name, args, type);
  if (chosen.method.isStatic) {
    if (chosen.kind === 'platform' && type.kind === 'primitive') return notFound(body, node, node.name, args, type);
    return wrong(body, node, `Static method cannot be referenced from a non static context: ${signature(chosen)}`);
  }
  return invoke(body, chosen, object, args, node);
}

/** An argument without a type fits several overloads: what the call gives is unknown too. */
function isAmbiguous(candidates: readonly Candidate[], args: readonly Bound[]): boolean {
  if (!args.some((arg) => isUnknown(arg.type))) return false;
  const results = new Set(candidates.filter((one) => one.parameters.length === args.length).map((one) => one.returns));
  return results.size > 1;
}

/** `Type.method(args)`. */
function staticCall(body: Body, type: Type, node: CallNode, args: readonly Bound[]): Bound {
  const { table } = body.checker;
  const special = staticSpecial(body, type, node, args);
  if (special) return special;
  const lookIn = type.kind === 'record' ? table.sobject : type;
  const candidates = methodsOf(lookIn, node.name, table);
  if (isAmbiguous(candidates, args)) return nothing(body, node);
  const chosen =
    pick(
      body,
      candidates.filter((one) => one.method.isStatic),
      args,
    ) ?? pick(body, candidates, args);
  if (!chosen) return notFound(body, node, node.name, args, type);
  if (!chosen.method.isStatic) {
    // `Outer.method()` and `Super.method()` from an instance of it is the instance's own method.
    const own = chosen.kind === 'user' && !body.isStatic && [...lineage(body.symbol)].includes(chosen.method.owner);
    if (own) return invoke(body, chosen, { kind: 'this', type: body.symbol.type, nonNull: true, line: node.line }, args, node);
    return wrong(body, node, `Non static method cannot be referenced from a static context: ${signature(chosen)}`);
  }
  return invoke(body, chosen, null, args, node);
}

/** The chosen method with its arguments converted. */
function invoke(body: Body, chosen: Candidate, object: Bound | null, args: readonly Bound[], node: CallNode, isSuper = false): Bound {
  const converted = args.map((arg, i) => convert(body, arg, chosen.parameters[i] as Type));
  const returns = returnType(body, chosen, object, node.name);
  const shared = { type: returns, nonNull: false, line: node.line };
  if (chosen.kind === 'user') {
    const { method } = chosen;
    if (!isVisible(body.symbol, method.owner, method.visibility, method.modifiers.annotations))
      fault(body, node, `Method is not visible: ${signature(chosen)}`);
    if (method.owner.kind === 'interface' && object)
      return { kind: 'dynamicCall', object, name: method.js, key: '', args: converted, ...shared };
    return { kind: 'call', method, object, isSuper: false, args: converted, ...shared };
  }
  const { method } = chosen;
  const key = `${method.owner.name}.${method.name}/${args.length}`.toLowerCase();
  // Exception classes of the program may override what Exception has.
  const isOpen =
    (method.owner.name === 'System.Exception' && !isSuper) ||
    method.owner.isInterface ||
    (object !== null && !method.isStatic && object.type.platform?.isInterface === true);
  if (object && isOpen)
    return { kind: 'dynamicCall', object, name: `${method.name.toLowerCase()}/${args.length}`, key, args: converted, ...shared };
  const shown = `${method.owner.name}.${method.name}(${chosen.parameters.map((p) => p.text).join(', ')})`;
  requireNative(body, key, node, shown);
  const nonNull = isNamed(returns, 'Boolean', 'Integer') && object?.type.kind === 'collection' && method.name !== 'get';
  return {
    kind: 'native',
    key,
    args: object ? [object, ...converted] : converted,
    receiver: object !== null,
    variables: isCallerDependent(key) ? scopeVariables(body, method.name) : null,
    ...shared,
    nonNull,
  };
}

/** Dynamic SOQL may name variables of its caller; an empty list asks for the caller's access mode only. */
function scopeVariables(body: Body, method: string): VariableInScope[] {
  if (!/^(query|countquery|getquerylocator|getcursor|getpaginationcursor)$/i.test(method)) return [];
  const found = new Map<string, Bound>();
  for (const scope of [...body.scopes].reverse()) {
    for (const [key, variable] of scope) {
      if (!found.has(key)) found.set(key, { kind: 'local', js: variable.js, type: variable.type, nonNull: false, line: 0 });
    }
  }
  const at = { line: 0, column: 0 };
  for (let around: ClassSymbol | null = body.symbol; around; around = around.outer) {
    for (const one of lineage(around)) {
      for (const [key, field] of one.fields) {
        if (found.has(key) || findField(around, key) !== field) continue;
        if (field.isStatic) found.set(key, staticField({ ...body, symbol: field.owner }, field, at));
        else if (!body.isStatic && around === body.symbol)
          found.set(
            key,
            instanceField({ ...body, symbol: field.owner }, { kind: 'this', type: body.symbol.type, nonNull: true, line: 0 }, field, at),
          );
      }
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** `clone` and its like give the receiver's own type although the signature says SObject. */
function returnType(body: Body, chosen: Candidate, object: Bound | null, name: string): Type {
  if (object?.type.kind === 'record' && /^(clone|getinstance|getorgdefaults|getvalues)$/i.test(name)) return object.type;
  if (object && object.type.kind === 'collection' && /^(clone|deepclone)$/i.test(name)) return object.type;
  return chosen.returns;
}
