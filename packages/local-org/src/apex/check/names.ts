import type { ExpressionNode, MemberAccessNode, NodeOf, Place } from '../ast/nodes';
import type { Field, ObjectType } from '../../schema/model';
import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import type { Bound } from './bound';
import { convert } from './coerce';
import { expression } from './expressions';
import { instanceField, staticField } from './fields';
import { findField, platformField } from './hierarchy';
import { inChain, newTemp, nothing, op, requireNative, wrong } from './nodes';
import { lookupClass, namedClass } from './program';
import { nameEntityMember, recordMember } from './records';
import type { Body } from './scope';
import { findVariable } from './scope';
import { typeMember } from './static-members';
import type { ClassSymbol } from './symbols';
import { describe, describePart, describedValue, fieldsOfToken, rowCause, tokenMember } from './tokens';

/** What a dotted name can stand for while it is read from left to right. */
export type Named =
  | { readonly kind: 'value'; readonly value: Bound }
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'namespace'; readonly name: string }
  /** `Account.Owner` in static position: a path of lookups towards a field token. */
  | { readonly kind: 'path'; readonly object: ObjectType; readonly via: Field }
  | { readonly kind: 'describe'; readonly object: ObjectType; readonly part: 'object' | 'fields' }
  | { readonly kind: 'describes' };

export function nameValue(body: Body, node: NodeOf<'name'>): Bound {
  const named = name(body, node.name, node);
  return named?.kind === 'value' ? named.value : wrong(body, node, `Variable does not exist: ${node.name}`);
}

/** Local variable, then member (inherited before the enclosing class), then type, then namespace. */
export function name(body: Body, text: string, at: Place): Named | null {
  const { checker } = body;
  const variable = findVariable(body, text);
  if (variable) return value({ kind: 'local', js: variable.js, type: variable.type, nonNull: false, line: at.line });
  const member = ownMember(body, text, at);
  if (member) return value(member);
  const symbol = namedClass(text, body.symbol, at.line, checker.symbols);
  if (symbol) return { kind: 'type', type: symbol.type };
  if (text.toLowerCase() === 'sobjecttype') return { kind: 'describes' };
  const type = checker.table.builtIn(text, []);
  if (type) return { kind: 'type', type };
  return checker.options.platform.isNamespace(text) ? { kind: 'namespace', name: text } : null;
}

export const value = (bound: Bound): Named => ({ kind: 'value', value: bound });

/** A field or property of the class, its superclasses, then of the classes around it (static ones only). */
function ownMember(body: Body, text: string, at: Place): Bound | null {
  for (let around: ClassSymbol | null = body.symbol; around; around = around.outer) {
    if (around.kind === 'enum') continue;
    const field = findField(around, text);
    if (!field) continue;
    // Where there is no instance, its fields hide no type, and neither does what is inherited; elsewhere they do, as local variables do.
    const isHiding = !body.isStatic || (field.isStatic && field.owner === around) || !namesType(body, text);
    if (field.isStatic) return isHiding ? staticField(body, field, at) : null;
    if (around !== body.symbol) continue;
    if (!isHiding) return null;
    if (body.isStatic) return wrong(body, at, `Variable does not exist: ${field.name}`);
    return instanceField(body, { kind: 'this', type: around.type, nonNull: true, line: at.line }, field, at);
  }
  return null;
}

function namesType({ checker: { symbols, table, options }, symbol }: Body, text: string): boolean {
  return Boolean(lookupClass(text, symbol, symbols) ?? table.builtIn(text, [])) || options.platform.isNamespace(text);
}

export function memberValue(body: Body, node: MemberAccessNode): Bound {
  const named = member(body, node);
  if (named?.kind === 'value') return named.value;
  if (named?.kind === 'describe') return describedValue(body, named.object, named.part, node);
  return wrong(body, node, `Variable does not exist: ${node.name}`);
}

/** What an expression in receiver position stands for: a value, or a name that is read on. */
export function receiver(body: Body, node: ExpressionNode): Named | null {
  if (node.kind === 'name') return name(body, node.name, node);
  if (node.kind === 'member') return member(body, node);
  return value(expression(body, node));
}

function member(body: Body, node: MemberAccessNode): Named | null {
  const { checker } = body;
  const on = receiver(body, node.object);
  // Checked as a value it says which of its names is the wrong one.
  if (!on) return value(expression(body, node.object));
  switch (on.kind) {
    case 'value':
      return fieldsOfToken(body, on.value, node) ?? rowCause(body, on.value, node) ?? value(valueMember(body, on.value, node));
    case 'namespace': {
      const type = checker.table.builtIn(`${on.name}.${node.name}`, []);
      if (type) return { kind: 'type', type };
      return on.name.toLowerCase() === 'schema' && node.name.toLowerCase() === 'sobjecttype' ? { kind: 'describes' } : null;
    }
    case 'describes':
      return describe(body, node);
    case 'describe':
      return describePart(body, on.object, on.part, node);
    case 'path':
      return tokenMember(body, on.object, node, on.via);
    case 'type':
      return typeMember(body, on.type, node);
  }
}

/** `[SELECT ...]?.x`: the only row of a query, null when there is none. */
export function rowOrNull(object: Bound): Bound {
  if (object.kind !== 'query' || object.as !== 'rows') return object;
  return { ...op('firstOrNull', object.type.args[0] ?? object.type, [object], false), line: object.line };
}

/** `value.name`, also after `?.`. */
function valueMember(body: Body, object: Bound, node: MemberAccessNode): Bound {
  if (node.safe) {
    const temp = newTemp(body);
    return inChain(rowOrNull(object), (inner) => {
      const held: Bound = { kind: 'temp', temp, type: inner.type, nonNull: true, line: node.line };
      const rest = plainMember(body, held, node);
      return { kind: 'safe', temp, object: inner, body: rest, type: rest.type, nonNull: false, line: node.line };
    });
  }
  return inChain(object, (inner) => plainMember(body, inner, node));
}

const staticOnly = (body: Body, at: Place, name: string, type: Type): Bound =>
  wrong(body, at, `Static field cannot be referenced from a non static context: ${name} from the type ${type.text}`);

/** Says whether an enum has such a constant. */
function hasConstant({ symbol, platform }: Type, name: string): boolean {
  const constants = symbol?.node.kind === 'enum' ? symbol.node.constants : (platform?.constants ?? []);
  return constants.some((one) => one.toLowerCase() === name.toLowerCase());
}

/** `value.name` without `?.`. */
export function plainMember(body: Body, object: Bound, node: MemberAccessNode): Bound {
  const { type } = object;
  if (isUnknown(type)) return nothing(body, node);
  // `[SELECT Name FROM Account LIMIT 1].Name` reads the one row.
  if (object.kind === 'query' && object.as === 'rows') return plainMember(body, convert(body, object, type.args[0] ?? type), node);
  if (type.kind === 'record') return recordMember(body, object, type.object as ObjectType, node);
  if (type.symbol && type.symbol.kind !== 'enum') {
    const field = findField(type.symbol, node.name);
    if (field && !field.isStatic) return instanceField(body, object, field, node, node.object.kind === 'super');
    if (field) return staticOnly(body, node, field.name, type);
  }
  if (hasConstant(type, node.name)) return staticOnly(body, node, node.name, type);
  const named = nameEntityMember(body, object, node.name, node.line);
  if (named) return named;
  if (type.kind === 'primitive' && type.name === 'SObject' && node.name.toLowerCase() === 'id') {
    return op('recordId', body.checker.table.id, [object], false);
  }
  const field = platformField(type, node.name, body.checker.table);
  if (field && !field.isStatic) {
    const key = `get:${field.owner.name}.${field.name}`.toLowerCase();
    requireNative(body, key, node, `${field.owner.name}.${field.name}`);
    return {
      kind: 'native',
      key,
      args: [object],
      receiver: true,
      variables: null,
      type: body.checker.table.fromSignature(field.type),
      nonNull: false,
      line: node.line,
    };
  }
  return wrong(body, node, `Variable does not exist: ${node.name}`);
}
