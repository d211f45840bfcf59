import type { MemberNode, Modifiers } from '../ast/nodes';
import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import { ANNOTATIONS } from './annotations';
import { annotated, has } from './modifiers';
import type { Checker } from './options';
import { report } from './options';
import type { ClassSymbol, MethodSymbol } from './symbols';

type Fault = (message: string) => void;

/** Annotations of a class and of its members. */
export function checkAnnotations(checker: Checker, symbol: ClassSymbol): void {
  const { node } = symbol;
  const at: Fault = (message) => report(checker, symbol.path, node, message);
  const declared = node.kind === 'class' ? 'classes' : node.kind === 'interface' ? 'interfaces' : 'enums';
  checkKnown(declared, node.modifiers, at);
  if (symbol.outer && annotated(node.modifiers, 'istest') && declared === 'classes') at('IsTest can only be used on a top level type');
  const rest = node.modifiers.annotations.find((one) => one.name === 'restresource');
  if (rest) checkRestResource(symbol, rest.parameters['urlmapping'] ?? '', at);
  if (node.kind === 'enum') return;
  for (const member of node.members) checkMember(symbol, member, (message) => report(checker, symbol.path, member, message));
  const methods = [...symbol.methods.values()].flat();
  for (const method of methods) checkMethod(checker, method, (message) => report(checker, symbol.path, method.node, message));
  checkTogether(methods, (method, message) => report(checker, symbol.path, method.node, message));
}

const MEMBERS: Readonly<Partial<Record<MemberNode['kind'], string>>> = {
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors',
};

function checkMember(symbol: ClassSymbol, member: MemberNode, at: Fault): void {
  const declared = MEMBERS[member.kind];
  if (!declared || !('modifiers' in member)) return;
  const { modifiers } = member;
  checkKnown(declared, modifiers, at);
  const isOpen = has(modifiers, 'public') || has(modifiers, 'global');
  for (const { name: key } of modifiers.annotations) {
    const rule = ANNOTATIONS[key];
    if (!rule?.on.includes(declared)) continue;
    if (rule.isStatic && !has(modifiers, 'static')) at(`${rule.name} ${declared} must be declared as static`);
    if (rule.isOpen && !isOpen) at(`${rule.name} ${declared} require at least one of the following global, public`);
    if (rule.within && !annotated(symbol.node.modifiers, rule.within))
      at(`Defining type for ${rule.name} ${declared} must be declared as ${ANNOTATIONS[rule.within]?.name ?? rule.within}`);
  }
}

function checkKnown(declared: string, { annotations }: Modifiers, at: Fault): void {
  for (const { name: key, parameters } of annotations) {
    const rule = ANNOTATIONS[key];
    if (!rule) {
      at(`Annotation does not exist: ${key}`);
      continue;
    }
    if (!rule.on.includes(declared)) at(`${rule.name} is not allowed on ${declared}`);
    for (const name of Object.keys(parameters)) {
      if (!rule.parameters?.includes(name)) at(`No such property, ${name}, defined on this annotation: ${rule.name}`);
    }
  }
}

function checkRestResource(symbol: ClassSymbol, mapping: string, at: Fault): void {
  if (symbol.visibility !== 'global') at('RestResource classes must be declared as global');
  if (mapping === '') at('Rest Resource url cannot be empty');
  else if (!mapping.startsWith('/')) at("Rest Resource url must begin with a forward slash, '/'");
}

function checkMethod(checker: Checker, method: MethodSymbol, at: Fault): void {
  const { modifiers, parameters, returns } = method;
  const isVoid = returns.kind === 'void' || isUnknown(returns);
  const isTest = annotated(modifiers, 'istest') || has(modifiers, 'testmethod');
  if ((isTest || annotated(modifiers, 'testsetup')) && parameters.length > 0) at('Test methods must have no arguments');
  if (isTest && !isVoid) at('Test methods must be declared as void');
  if (annotated(modifiers, 'testsetup') && !isVoid) at('Test setup method must return void');
  if (annotated(modifiers, 'future')) {
    if (!isVoid) at(`Future methods do not support return type of ${returns.text}`);
    const wrong = parameters.find((one) => !isPlain(one.type));
    if (wrong) at(`Future methods do not support parameter type of ${wrong.type.text}`);
  }
  if (annotated(modifiers, 'invocablemethod')) checkInvocable(parameters.map((one) => one.type), at); // prettier-ignore
  if (annotated(modifiers, 'auraenabled') && !method.isStatic) {
    if (!method.name.toLowerCase().startsWith('get')) at("Non static AuraEnabled methods must be named with a prefix 'get'");
    else if (parameters.length > 0) at('Non static AuraEnabled methods may not have parameters');
  }
}

/** Primitives and collections of them: what a future method may take (Apex Developer Guide, Future Methods). */
function isPlain(type: Type): boolean {
  if (isUnknown(type)) return true;
  if (type.kind === 'collection') return type.args.every(isPlain);
  return type.kind === 'primitive' && type.name !== 'Object' && type.name !== 'SObject';
}

function checkInvocable(types: readonly Type[], at: Fault): void {
  if (types.length > 1) at('Only one parameter is supported on methods with @Invocable annotation');
  const [type] = types;
  if (type && !isUnknown(type) && type.name !== 'List')
    at(`Unsupported parameter type ${type.text}. Valid invocable parameters must be List types like List<T> where T is a supported type`);
}

/** What may stand on one method of a class, or on one of a name. */
function checkTogether(methods: readonly MethodSymbol[], at: (method: MethodSymbol, message: string) => void): void {
  for (const [key, rule] of Object.entries(ANNOTATIONS)) {
    const [, second] = rule.once ? methods.filter((one) => annotated(one.modifiers, key)) : [];
    if (second) at(second, `Only one method per type can be defined with: ${rule.name}`);
  }
  const enabled = methods.filter((one) => annotated(one.modifiers, 'auraenabled'));
  for (const one of enabled) {
    if (enabled.some((other) => other !== one && other.name.toLowerCase() === one.name.toLowerCase()))
      at(one, `Overload of AuraEnabled method: ${one.name} overload is not permitted`);
  }
}
