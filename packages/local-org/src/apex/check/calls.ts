import type { CallNode, ExpressionNode } from '../ast/nodes';
import type { Type } from '../types/type';
import { isEnum, isUnknown } from '../types/type';
import type { Bound } from './bound';
import { convert } from './coerce';
import { arguments_, expression } from './expressions';
import { checkClassVisible } from './fields';
import { lineage, methodsOf } from './hierarchy';
import { constructorCall } from './chaining';
import { invoke, signature } from './invoke';
import { enumMethod, fieldError, objectMethod, staticSpecial } from './known-methods';
import { receiver as receiverOf, rowOrNull } from './names';
import { isAmbiguous, notFound, pick, pickFirst, shownTypes } from './overloads';
import { describedValue } from './tokens';
import { inChain, newTemp, nothing, wrong } from './nodes';
import { firstOf } from './static-members';
import type { Body } from './scope';
import type { ClassSymbol } from './symbols';

export function call(body: Body, node: CallNode): Bound {
  body.calls = true;
  if (!node.object) return unqualified(body, node);
  if (node.object.kind === 'super') return superCall(body, node, node.object);
  const on = receiverOf(body, node.object);
  if (on?.kind === 'value') return safeCall(body, on.value, node);
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
    const chosen = pick(body, candidates, args, { at: node, name: node.name });
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
  const chosen = pickFirst(body, candidates, (one) => !one.method.isStatic, args, { at: node, name: node.name });
  if (!chosen && object.kind === 'query' && object.as === 'rows')
    return instanceCall(body, convert(body, object, type.args[0] ?? type), node, args);
  if (!chosen) return objectMethod(body, object, node.name, args, node) ?? notFound(body, node, node.name, args, type);
  if (chosen.method.isStatic) {
    if (chosen.kind === 'platform' && type.kind === 'primitive') return notFound(body, node, node.name, args, type);
    return wrong(body, node, `Static method cannot be referenced from a non static context: ${signature(chosen)}`);
  }
  return invoke(body, chosen, object, args, node);
}

/** `Type.method(args)`. */
function staticCall(body: Body, type: Type, node: CallNode, args: readonly Bound[]): Bound {
  const { table } = body.checker;
  if (type.symbol) checkClassVisible(body, type.symbol, node.object ? firstOf(node.object) : node);
  const special = staticSpecial(body, type, node, args);
  if (special) return special;
  const lookIn = type.kind === 'record' ? table.sobject : type;
  const candidates = methodsOf(lookIn, node.name, table);
  if (isAmbiguous(candidates, args)) return nothing(body, node);
  const chosen = pickFirst(body, candidates, (one) => one.method.isStatic, args, { at: node, name: node.name });
  if (!chosen) return notFound(body, node, node.name, args, type);
  if (!chosen.method.isStatic) {
    // `Outer.method()` and `Super.method()` from an instance of it is the instance's own method.
    const own = chosen.kind === 'user' && !body.isStatic && [...lineage(body.symbol)].includes(chosen.method.owner);
    if (own) return invoke(body, chosen, { kind: 'this', type: body.symbol.type, nonNull: true, line: node.line }, args, node);
    return wrong(body, node, `Non static method cannot be referenced from a static context: ${signature(chosen)}`);
  }
  return invoke(body, chosen, null, args, node);
}
