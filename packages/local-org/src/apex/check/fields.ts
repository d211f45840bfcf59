import type { Place } from '../ast/nodes';
import type { Bound } from './bound';
import { expression } from './expressions';
import type { Body } from './scope';
import { fault } from './scope';
import type { ClassSymbol, FieldSymbol } from './symbols';
import { isClassVisible, isTypeVisible, isVisible } from './visibility';

export function staticField(body: Body, field: FieldSymbol, at: Place): Bound {
  checkVisible(body, field, at);
  const shared = { type: field.type, nonNull: false, line: at.line };
  const constant = constantOf(body, field);
  if (constant) return { ...constant, line: at.line };
  if (isAccessed(body, field)) {
    body.calls = true;
    return { kind: 'property', object: null, field, isSuper: false, ...shared };
  }
  return { kind: 'static', field, ...shared };
}

/** `static final` fields with a literal are constants at compile time: visible to initialisers above them. */
function constantOf(body: Body, field: FieldSymbol): Bound | null {
  if (!field.isFinal || field.initial?.kind !== 'literal' || field.initial.type === 'null') return null;
  const literal = expression(body, field.initial);
  return literal.type === field.type && literal.kind === 'literal' ? literal : null;
}

export function instanceField(body: Body, object: Bound, field: FieldSymbol, at: Place, isSuper = false): Bound {
  checkVisible(body, field, at);
  const shared = { type: field.type, nonNull: false, line: at.line };
  if (isAccessed(body, field)) {
    body.calls = true;
    return { kind: 'property', object, field, isSuper, ...shared };
  }
  return { kind: 'field', object, field, ...shared };
}

/** A property is reached through its accessors, except inside them, where its name is the storage; `get; set;` has no accessors to run. */
function isAccessed(body: Body, field: FieldSymbol): boolean {
  return field.kind === 'property' && body.property !== field && isComputed(field);
}

/** Virtual properties always go through accessors, because a subclass may override them. */
export function isComputed(field: FieldSymbol): boolean {
  const words = field.modifiers.words;
  return (
    Boolean(field.getter?.body ?? field.setter?.body) ||
    words.includes('virtual') ||
    words.includes('override') ||
    words.includes('abstract')
  );
}

function checkVisible(body: Body, field: FieldSymbol, at: Place): void {
  if (!isVisible(body.symbol, field.owner, field.visibility, field.modifiers.annotations))
    fault(body, at, `Variable is not visible: ${field.owner.name}.${field.name}`);
  else if (!isTypeVisible(body.symbol, field.type)) fault(body, at, `Type is not visible: ${field.type.text}`);
}

/** For a class that is named in an expression: `Owner.Inner.field`, `Owner.method()`. */
export function checkClassVisible(body: Body, symbol: ClassSymbol, at: Place): void {
  if (!isClassVisible(body.symbol, symbol)) fault(body, at, `Type is not visible: ${symbol.name}`);
}
