import type { ExpressionNode, MemberAccessNode, NodeOf, Place } from '../ast/nodes';
import type { Field, ObjectType } from '../../schema/model';
import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import type { Bound } from './bound';
import { convert } from './coerce';
import { expression } from './expressions';
import { findField, lineage } from './hierarchy';
import { inChain, newTemp, nothing, op, requireNative, wrong } from './nodes';
import { lookupClass } from './program';
import { nameEntityMember, recordMember } from './records';
import type { Body } from './scope';
import { fault, findVariable } from './scope';
import type { ClassSymbol, FieldSymbol } from './symbols';
import { triggerVariable } from './trigger-variables';

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
  const symbol = lookupClass(text, body.symbol, checker.symbols);
  if (symbol) return { kind: 'type', type: symbol.type };
  if (text.toLowerCase() === 'sobjecttype') return { kind: 'describes' };
  const type = checker.table.builtIn(text, []);
  if (type) return { kind: 'type', type };
  return checker.options.platform.isNamespace(text) ? { kind: 'namespace', name: text } : null;
}

const value = (bound: Bound): Named => ({ kind: 'value', value: bound });

/** A field or property of the class, its superclasses, then of the classes around it (static ones only). */
function ownMember(body: Body, text: string, at: Place): Bound | null {
  for (let around: ClassSymbol | null = body.symbol; around; around = around.outer) {
    if (around.kind === 'enum') continue;
    const field = findField(around, text);
    if (!field) continue;
    if (field.isStatic) return staticField(body, field, at);
    if (around !== body.symbol) continue;
    // In a static context a type of that name is what can be meant.
    if (body.isStatic && lookupClass(text, body.symbol, body.checker.symbols)) return null;
    if (body.isStatic)
      return wrong(body, at, `Non static field cannot be referenced from a static context: ${field.name} from the type ${around.name}`);
    return instanceField(body, { kind: 'this', type: around.type, nonNull: true, line: at.line }, field, at);
  }
  return null;
}

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

const topLevel = (symbol: ClassSymbol): ClassSymbol => (symbol.outer ? topLevel(symbol.outer) : symbol);

export function isVisible(from: ClassSymbol, owner: ClassSymbol, visibility: string, annotations: readonly { name: string }[]): boolean {
  if (visibility === 'public' || visibility === 'global' || topLevel(from) === topLevel(owner)) return true;
  if (from.isTest && annotations.some((one) => one.name === 'testvisible')) return true;
  if (visibility !== 'protected') return false;
  for (let around: ClassSymbol | null = from; around; around = around.outer) if ([...lineage(around)].includes(owner)) return true;
  return false;
}

function checkVisible(body: Body, field: FieldSymbol, at: Place): void {
  if (!isVisible(body.symbol, field.owner, field.visibility, field.modifiers.annotations))
    fault(body, at, `Variable is not visible: ${field.owner.name}.${field.name}`);
}

export function memberValue(body: Body, node: MemberAccessNode): Bound {
  const named = member(body, node);
  if (named?.kind === 'value') return named.value;
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
  if (!on) return value(wrong(body, firstPlace(node.object), `Variable does not exist: ${firstName(node.object)}`));
  switch (on.kind) {
    case 'value':
      return (
        fieldsOfToken(body, on.value, node) ??
        orType(
          body,
          node.object,
          () => value(valueMember(body, on.value, node)),
          (type) => typeMember(body, type, node),
        )
      );
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

/**
 * `Status.ACTIVE` in a class with a field `status`: what makes no sense of the field is read of the type of that name. A local
 * variable hides the type (facts 6.1).
 */
export function orType<R>(body: Body, object: ExpressionNode, asValue: () => R, asType: (type: Type) => R | null): R {
  const { checker } = body;
  const before = checker.diagnostics.length;
  const result = asValue();
  if (checker.diagnostics.length === before || object.kind !== 'name' || findVariable(body, object.name)) return result;
  const type = lookupClass(object.name, body.symbol, checker.symbols)?.type ?? checker.table.builtIn(object.name, []);
  if (!type) return result;
  const failed = checker.diagnostics.splice(before);
  const other = asType(type);
  if (other !== null && checker.diagnostics.length === before) return other;
  checker.diagnostics.splice(before);
  checker.diagnostics.push(...failed);
  return result;
}

/** `Account.SObjectType.fields`: the way to field tokens through the object's token. */
function fieldsOfToken(body: Body, token: Bound, node: MemberAccessNode): Named | null {
  if (token.kind !== 'op' || token.name !== 'typeToken' || node.name.toLowerCase() !== 'fields') return null;
  const object = body.checker.table.schema.object(JSON.parse(token.extra[0] ?? '""') as string);
  return object?.fields[0] ? { kind: 'path', object, via: object.fields[0] } : null;
}

const firstName = (node: ExpressionNode): string =>
  node.kind === 'member' ? firstName(node.object) : node.kind === 'name' ? node.name : '';
const firstPlace = (node: ExpressionNode): Place => (node.kind === 'member' ? firstPlace(node.object) : node);

/** `value.name`, also after `?.`. */
function valueMember(body: Body, object: Bound, node: MemberAccessNode): Bound {
  if (node.safe) {
    const temp = newTemp(body);
    return inChain(object, (inner) => {
      const held: Bound = { kind: 'temp', temp, type: inner.type, nonNull: true, line: node.line };
      const rest = plainMember(body, held, node);
      return { kind: 'safe', temp, object: inner, body: rest, type: rest.type, nonNull: false, line: node.line };
    });
  }
  return inChain(object, (inner) => plainMember(body, inner, node));
}

function plainMember(body: Body, object: Bound, node: MemberAccessNode): Bound {
  const { type } = object;
  if (isUnknown(type)) return nothing(body, node);
  // `[SELECT Name FROM Account LIMIT 1].Name` reads the one row.
  if (object.kind === 'query' && object.as === 'rows') return plainMember(body, convert(body, object, type.args[0] ?? type), node);
  if (type.kind === 'record') return recordMember(body, object, type.object as ObjectType, node);
  if (type.symbol && type.symbol.kind !== 'enum') {
    const field = findField(type.symbol, node.name);
    if (field && !field.isStatic) return instanceField(body, object, field, node, node.object.kind === 'super');
    if (field)
      return wrong(body, node, `Static field cannot be referenced from a non static context: ${field.name} from the type ${type.text}`);
  }
  const named = nameEntityMember(body, object, node.name, node.line);
  if (named) return named;
  if (type.kind === 'primitive' && type.name === 'SObject' && node.name.toLowerCase() === 'id') {
    return op('recordId', body.checker.table.id, [object], false);
  }
  const field = type.platform?.field(node.name);
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

/** `Type.name`. */
function typeMember(body: Body, type: Type, node: MemberAccessNode): Named | null {
  const { checker } = body;
  if (type.name === 'System.Trigger') return value(triggerVariable(body, node));
  if (type.name === 'System.Label') return value(label(body, node));
  if (type.kind === 'record') return tokenMember(body, type.object as ObjectType, node, null);
  if (type.symbol) return classMember(body, type.symbol, node);
  const field = type.platform?.field(node.name);
  if (type.platform && field?.isStatic) return value(platformStatic(body, type, field, node));
  const nested = checker.table.builtIn(`${type.name}.${node.name}`, []);
  if (nested) return { kind: 'type', type: nested };
  if (type.name === 'Schema.SObjectType') return describe(body, node);
  // A class of the platform may share its name with a namespace: `Database.Batchable`.
  const qualified = checker.table.builtIn(`${type.name.replace(/^System\./, '')}.${node.name}`, []);
  return qualified ? { kind: 'type', type: qualified } : null;
}

function classMember(body: Body, symbol: ClassSymbol, node: MemberAccessNode): Named | null {
  if (symbol.kind === 'enum' && symbol.node.kind === 'enum') {
    const constant = symbol.node.constants.find((one) => one.toLowerCase() === node.name.toLowerCase());
    if (!constant) return null;
    return value({ kind: 'enumConstant', symbol, name: constant, type: symbol.type, nonNull: true, line: node.line });
  }
  const field = findField(symbol, node.name);
  if (field?.isStatic) return value(staticField(body, field, node));
  for (const one of lineage(symbol)) {
    const inner = one.inner.get(node.name.toLowerCase());
    if (inner) return { kind: 'type', type: inner.type };
  }
  if (field)
    return value(
      wrong(body, node, `Non static field cannot be referenced from a static context: ${field.name} from the type ${symbol.name}`),
    );
  return null;
}

function platformStatic(body: Body, type: Type, field: { name: string; type: string; owner: { name: string } }, node: Place): Bound {
  const { table } = body.checker;
  if (type.platform?.isEnum)
    return { ...op('platformEnum', type, [], true, [JSON.stringify(type.name), JSON.stringify(field.name)]), line: node.line };
  const key = `get:${field.owner.name}.${field.name}`.toLowerCase();
  requireNative(body, key, node, `${field.owner.name}.${field.name}`);
  return {
    kind: 'native',
    key,
    args: [],
    receiver: false,
    variables: null,
    type: table.fromSignature(field.type),
    nonNull: false,
    line: node.line,
  };
}

/** Labels are texts known when the program is compiled. */
function label(body: Body, node: MemberAccessNode): Bound {
  const labels = body.checker.options.labels;
  const text = labels.get(node.name) ?? [...labels].find(([key]) => key.toLowerCase() === node.name.toLowerCase())?.[1];
  if (text === undefined) return wrong(body, node, `External string does not exist: ${node.name}`);
  return { kind: 'literal', js: JSON.stringify(text), value: text, type: body.checker.table.string, nonNull: true, line: node.line };
}

/** `Account.Name`, `Account.SObjectType`, `Account.Owner.Name`: tokens. */
function tokenMember(body: Body, object: ObjectType, node: MemberAccessNode, via: Field | null): Named | null {
  const { table } = body.checker;
  const key = node.name.toLowerCase();
  if (key === 'sobjecttype' && !via)
    return value(op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(object.name)]));
  if (key === 'fields' && !via) return { kind: 'path', object, via: object.fields[0] as Field };
  const field = object.field(node.name);
  if (field) return value(fieldToken(body, object, field));
  const lookup = object.parentField(node.name);
  const parent = lookup?.referenceTo[0] ? table.schema.object(lookup.referenceTo[0]) : undefined;
  return lookup && parent ? { kind: 'path', object: parent, via: lookup } : null;
}

export function fieldToken(body: Body, object: ObjectType, field: Field): Bound {
  const type = body.checker.table.builtIn('Schema.SObjectField', []) as Type;
  return op('fieldToken', type, [], true, [JSON.stringify(object.name), String(field.slot)]);
}

/** `SObjectType.Account` and `Schema.SObjectType.Account`. */
function describe(body: Body, node: MemberAccessNode): Named | null {
  const object = body.checker.table.schema.object(node.name);
  return object ? { kind: 'describe', object, part: 'object' } : null;
}

function describePart(body: Body, object: ObjectType, part: 'object' | 'fields', node: MemberAccessNode): Named | null {
  const { table } = body.checker;
  if (part === 'fields') {
    const field = object.field(node.name);
    return field ? value(describedField(body, object, field, node)) : null;
  }
  if (node.name.toLowerCase() === 'fields') return { kind: 'describe', object, part: 'fields' };
  if (node.name.toLowerCase() === 'sobjecttype')
    return value(op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(object.name)]));
  return value(plainMember(body, describedObject(body, object, node), node));
}

/** The DescribeSObjectResult of an object named in the source. */
export function describedObject(body: Body, object: ObjectType, at: Place): Bound {
  const { table } = body.checker;
  const token = op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(object.name)]);
  return describeCall(body, 'Schema.SObjectType', token, 'Schema.DescribeSObjectResult', at);
}

function describedField(body: Body, object: ObjectType, field: Field, at: Place): Bound {
  return describeCall(body, 'Schema.SObjectField', fieldToken(body, object, field), 'Schema.DescribeFieldResult', at);
}

function describeCall(body: Body, owner: string, token: Bound, result: string, at: Place): Bound {
  const key = `${owner}.getdescribe/0`.toLowerCase();
  requireNative(body, key, at, `${owner}.getDescribe()`);
  return {
    kind: 'native',
    key,
    args: [token],
    receiver: true,
    variables: null,
    type: body.checker.table.builtIn(result, []) as Type,
    nonNull: true,
    line: at.line,
  };
}
