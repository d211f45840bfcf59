import type { ExpressionNode, NodeOf, Place } from '../ast/nodes';
import { isNumeric, isUnknown, numberRank } from '../types/type';
import type { Bound } from './bound';
import { coerce, convert } from './coerce';
import { expression, valueOf } from './expressions';
import { newTemp, nothing, op, wrong } from './nodes';
import { combine } from './operators';
import { checkWrite, ownId } from './records';
import type { Body } from './scope';
import { fault } from './scope';
import type { FieldSymbol } from './symbols';
import { requireNative } from './nodes';
import { isVisible } from './visibility';

/** What may stand left of `=`, reported otherwise. Fields of records may be read-only: DML and the runtime say so. */
function target(body: Body, node: ExpressionNode): Bound | null {
  const inner = node.kind === 'parenthesis' ? node.expression : node;
  const bound = expression(body, inner);
  if (isUnknown(bound.type)) return null;
  if ('field' in bound) checkSetter(body, bound.field, node);
  switch (bound.kind) {
    case 'local':
      return bound;
    case 'recordField': {
      const object = bound.object.type.object;
      const field = object?.fields[bound.slot];
      if (object && field) checkWrite(body, object, field, node);
      return bound;
    }
    case 'field':
    case 'static':
      if (bound.field.kind === 'property' && !bound.field.setter && body.property !== bound.field) {
        fault(body, node, `Variable is not visible: ${bound.field.owner.name}.${bound.field.name}`);
        return null;
      }
      checkFinal(body, bound, node);
      return bound;
    case 'property':
      if (!bound.field.setter) {
        fault(body, node, `Variable is not visible: ${bound.field.owner.name}.${bound.field.name}`);
        return null;
      }
      return bound;
    case 'native': {
      if (!bound.key.startsWith('get:')) break;
      const key = `set:${bound.key.slice(4)}`;
      requireNative(body, key, node, bound.key.slice(4));
      return { ...bound, key };
    }
    case 'op':
      if (bound.name === 'listGet' || bound.name === 'parent' || bound.name === 'recordId') return bound;
      break;
    case 'literal':
      if (inner.kind === 'name' || inner.kind === 'member') {
        fault(body, node, `Final members can only be assigned in their declaration, init blocks, or constructors: ${inner.name}`);
        return null;
      }
      break;
    default:
  }
  fault(body, node, 'Expression cannot be assigned');
  return null;
}

/** `public Integer n { get; private set; }`: the accessor's own visibility. */
function checkSetter(body: Body, field: FieldSymbol, at: Place): void {
  const visibility = ['private', 'protected'].find((word) => field.setter?.modifiers.words.includes(word));
  if (visibility && !isVisible(body.symbol, field.owner, visibility, field.modifiers.annotations)) {
    fault(body, at, `Variable is not visible: ${field.owner.name}.${field.name}`);
  }
}

function checkFinal(body: Body, bound: Extract<Bound, { kind: 'field' | 'static' }>, at: Place): void {
  const { field } = bound;
  // A final property keeps its value in itself: its own accessors may set it.
  if (!field.isFinal || body.property === field) return;
  // Any constructor may set final fields, its own object's or another's; one of the class alone is not for constructors.
  const inInit = body.initializing && !(field.isStatic && body.isConstructor);
  if (!inInit) fault(body, at, `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`);
}

export function assign(body: Body, node: NodeOf<'assign'>): Bound {
  const to = target(body, node.target);
  const value = valueOf(body, node.value, to?.type ?? null);
  if (!to) return nothing(body, node);
  if (node.operator === '=') {
    const object = to.kind === 'recordField' ? to.object.type.object : null;
    const field = to.kind === 'recordField' ? object?.fields[to.slot] : undefined;
    const plain = coerce(body, value, to.type, node);
    const converted = object && field ? ownId(object, field, plain) : plain;
    return { kind: 'assign', target: to, value: converted, type: to.type, nonNull: converted.nonNull, line: node.line };
  }
  return update(body, to, node, (old) => {
    const result = combine(body, node.operator.slice(0, -1), old, value, node);
    // `i += 1.5` narrows silently for no type but is refused, as `=` would be.
    return coerce(body, result, to.type, node);
  });
}

/** `target = change(target)`, evaluating the target's parts once. */
function update(body: Body, to: Bound, at: Place, change: (old: Bound) => Bound): Bound {
  return hold(body, to, (held) => {
    const value = change(readOf(held));
    return { kind: 'assign', target: held, value, type: to.type, nonNull: true, line: at.line };
  });
}

/** The value of a target: natives are read by their getter. */
function readOf(held: Bound): Bound {
  return held.kind === 'native' ? { ...held, key: `get:${held.key.slice(4)}` } : held;
}

/** Keeps the object (and index) of a target in temporaries while `use` mentions it twice. */
function hold(body: Body, to: Bound, use: (held: Bound) => Bound): Bound {
  const keep = (part: Bound, then: (held: Bound) => Bound): Bound => {
    if (part.kind === 'this' || part.kind === 'local' || part.kind === 'temp' || part.kind === 'literal') return then(part);
    const temp = newTemp(body);
    const inner = then({ kind: 'temp', temp, type: part.type, nonNull: part.nonNull, line: part.line });
    return { kind: 'let', temp, value: part, body: inner, type: inner.type, nonNull: inner.nonNull, line: part.line };
  };
  if (to.kind === 'field' || to.kind === 'recordField') return keep(to.object, (object) => use({ ...to, object }));
  if (to.kind === 'property' && to.object) return keep(to.object, (object) => use({ ...to, object }));
  if (to.kind === 'op' && to.name === 'listGet') {
    const [list, index] = to.args as [Bound, Bound];
    return keep(list, (heldList) => keep(index, (heldIndex) => use({ ...to, args: [heldList, heldIndex] })));
  }
  if (to.kind === 'native' && to.receiver) return keep(to.args[0] as Bound, (object) => use({ ...to, args: [object] }));
  return use(to);
}

export function prefix(body: Body, node: ExpressionNode, operator: '++' | '--', at: Place): Bound {
  const to = target(body, node);
  if (!to) return nothing(body, at);
  if (!isNumeric(to.type))
    return wrong(
      body,
      at,
      `Unary prefix ${operator === '++' ? 'increment' : 'decrement'} can only be applied to numeric expressions: ${to.type.text}`,
    );
  return update(body, to, at, (old) => step(body, old, operator, at));
}

export function postfix(body: Body, node: NodeOf<'postfix'>): Bound {
  const to = target(body, node.operand);
  if (!to) return nothing(body, node);
  if (!isNumeric(to.type))
    return wrong(body, node, `Unary postfix increment/decrement can only be applied to numeric expressions: ${to.type.text}`);
  return hold(body, to, (held) => {
    const temp = newTemp(body);
    const old: Bound = { kind: 'temp', temp, type: to.type, nonNull: false, line: node.line };
    const store: Bound = {
      kind: 'assign',
      target: held,
      value: step(body, old, node.operator, node),
      type: to.type,
      nonNull: true,
      line: node.line,
    };
    const sequence: Bound = { kind: 'sequence', first: store, result: old, type: to.type, nonNull: true, line: node.line };
    return { kind: 'let', temp, value: readOf(held), body: sequence, type: to.type, nonNull: true, line: node.line };
  });
}

function step(body: Body, old: Bound, operator: '++' | '--', at: Place): Bound {
  const { table } = body.checker;
  const one: Bound = { kind: 'literal', js: '1', value: 1, type: table.integer, nonNull: true, line: at.line };
  if (numberRank(old.type) > 2)
    return op(`${numberRank(old.type) === 3 ? 'double' : 'decimal'}${operator === '++' ? 'Add' : 'Subtract'}`, old.type, [
      old,
      convert(body, one, old.type),
    ]);
  return combine(body, operator === '++' ? '+' : '-', old, one, at);
}
