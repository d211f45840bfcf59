import type { MemberNode, Modifiers } from '../ast/nodes';
import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import type { Fault } from './annotation-values';
import { checkKnown, checkUrlMapping } from './annotation-values';
import type { AnnotationRule } from './annotations';
import { ANNOTATIONS, TEST_METHOD } from './annotations';
import { annotated, has } from './modifiers';
import type { Checker } from './options';
import { report } from './options';
import { isFutureType, isInvocableList, isInvocableVariable, isRestType } from './remote-types';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols';

/** Annotations of a class and of its members. */
export function checkAnnotations(checker: Checker, symbol: ClassSymbol): void {
  const { node } = symbol;
  const at: Fault = (message, place = node) => report(checker, symbol.path, place, message);
  const declared = node.kind === 'class' ? 'classes' : node.kind === 'interface' ? 'interfaces' : 'enums';
  checkKnown(declared, node.modifiers, at);
  if (annotated(node.modifiers, 'istest') && declared === 'classes') checkTestClass(symbol, at);
  const rest = node.modifiers.annotations.find((one) => one.name === 'restresource');
  if (rest && symbol.visibility !== 'global') at('RestResource classes must be declared as global');
  if (rest) checkUrlMapping(rest.parameters['urlmapping'], at);
  if (node.kind === 'enum') return;
  const methods = [...symbol.methods.values()].flat();
  if (node.kind === 'class') {
    for (const member of node.members)
      checkMember(symbol, member, (message, place = member) => report(checker, symbol.path, place, message));
    for (const field of symbol.fields.values()) checkField(field, (message) => report(checker, symbol.path, field, message));
    for (const method of methods) checkMethod(method, (message) => report(checker, symbol.path, method.node, message));
  }
  checkTogether(methods, at, (method, message) => report(checker, symbol.path, method.node, message));
}

function checkTestClass(symbol: ClassSymbol, at: Fault): void {
  const { modifiers } = symbol.node;
  if (symbol.outer) at('IsTest can only be used on a top level type');
  for (const word of ['abstract', 'virtual']) if (has(modifiers, word)) at(`IsTest classes cannot be ${word}`);
  const methods = [...symbol.methods.values()].flat();
  const seesAll = ({ annotations }: Modifiers): boolean =>
    annotations.some((one) => one.name === 'istest' && one.parameters['seealldata'] === 'true');
  const isParallel = modifiers.annotations.some((one) => one.name === 'istest' && one.parameters['isparallel'] === 'true');
  const hasSetup = methods.some((one) => annotated(one.modifiers, 'testsetup'));
  const oneSeesAll = methods.some((one) => seesAll(one.modifiers));
  if (isParallel && seesAll(modifiers))
    at('Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)');
  if (isParallel && oneSeesAll)
    at('Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with @isTest(SeeAllData=true)');
  if (hasSetup && seesAll(modifiers)) at('Test class cannot be annotated with @isTest(SeeAllData=true)');
  if (hasSetup && oneSeesAll)
    at('Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)');
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
  const rules = modifiers.annotations.map((one) => ANNOTATIONS[one.name]);
  if (has(modifiers, 'testmethod')) rules.push(TEST_METHOD);
  for (const rule of rules) if (rule?.on.includes(declared)) checkPlacement(symbol, declared, modifiers, rule, at);
  if (has(modifiers, 'testmethod') && annotated(modifiers, 'istest')) at('testMethod are by default IsTest');
}

/** What a member with the annotation, and the class around it, have to be besides. */
function checkPlacement(symbol: ClassSymbol, declared: string, modifiers: Modifiers, rule: AnnotationRule, at: Fault): void {
  const excluded = rule.without?.find((name) => annotated(modifiers, name) || has(modifiers, name));
  if (excluded !== undefined) at(`${rule.name} ${declared} cannot be ${ANNOTATIONS[excluded]?.name ?? TEST_METHOD.name}`);
  if (rule.within === 'istest' && symbol.outer && symbol.isTest) {
    at(`${rule.name} can only be used on ${declared} of a top level type`);
    return;
  }
  if (rule.isStatic && !has(modifiers, 'static')) at(`${rule.name} ${declared} must be declared as static`);
  if (rule.isGlobal && !has(modifiers, 'global')) at(`${rule.name} ${declared} must be declared as global`);
  if (rule.isOpen && !has(modifiers, 'public') && !has(modifiers, 'global'))
    at(`${rule.name} ${declared} require at least one of the following global, public`);
  if (rule.within && !annotated(symbol.node.modifiers, rule.within))
    at(`Defining type for ${rule.name} ${declared} must be declared as ${ANNOTATIONS[rule.within]?.name ?? rule.within}`);
}

function checkField({ kind, modifiers, owner, type, isStatic, isFinal }: FieldSymbol, at: Fault): void {
  if (kind === 'field' && isStatic && annotated(modifiers, 'auraenabled')) at('AuraEnabled fields cannot be static');
  if (kind !== 'field' || !annotated(modifiers, 'invocablevariable')) return;
  if (owner.visibility === 'private' && owner.outer) at('Defining type for InvocableVariable fields cannot be private');
  if (isFinal) at('InvocableVariable fields cannot be final');
  if (!isInvocableVariable(type)) at(`InvocableVariable fields do not support type of ${type.text}`);
}

function checkMethod(method: MethodSymbol, at: Fault): void {
  const { modifiers, parameters, returns } = method;
  const isVoid = returns.kind === 'void' || isUnknown(returns);
  const isTest = annotated(modifiers, 'istest') || has(modifiers, 'testmethod');
  if ((isTest || annotated(modifiers, 'testsetup')) && parameters.length > 0) at('Test methods must have no arguments');
  if (isTest && !isVoid) at('Test methods must be declared as void');
  if (annotated(modifiers, 'testsetup') && !isVoid) at('Test setup method must return void');
  const types = parameters.map((one) => one.type);
  if (annotated(modifiers, 'future')) checkTypes('Future', types, isVoid ? null : returns, isFutureType, () => false, at);
  if (annotated(modifiers, 'invocablemethod')) checkInvocable(types, method, at);
  for (const { name: key } of modifiers.annotations)
    if (key.startsWith('http')) checkHttp(ANNOTATIONS[key]?.name ?? key, types, returns, at);
  if (annotated(modifiers, 'readonly')) checkReadOnly(method, at);
  if (annotated(modifiers, 'auraenabled') && !method.isStatic) {
    if (!method.name.toLowerCase().startsWith('get')) at("Non static AuraEnabled methods must be named with a prefix 'get'");
    else if (parameters.length > 0) at('Non static AuraEnabled methods may not have parameters');
  }
}

type Support = (type: Type) => boolean;

/** Says of the first parameter that has no place there, or else of the result; null for a result that needs no check. */
export function checkTypes(name: string, types: readonly Type[], returns: Type | null, takes: Support, gives: Support, at: Fault): void {
  const wrong = types.find((type) => !takes(type));
  if (returns && !gives(returns)) at(`${name} methods do not support return type of ${returns.text}`);
  if (wrong) at(`${name} methods do not support parameter type of ${wrong.text}`);
}

function checkInvocable(types: readonly Type[], { modifiers, returns }: MethodSymbol, at: Fault): void {
  const [type] = types;
  if (modifiers.annotations.some((one) => one.name !== 'invocablemethod' && one.name !== 'deprecated'))
    at('The only annotation that can be used with InvocableMethod is Deprecated');
  if (types.length > 1) at('Only one parameter is supported on methods with @Invocable annotation');
  else if (type && !isUnknown(type) && type.name !== 'List')
    at(`Unsupported parameter type ${type.text}. Valid invocable parameters must be List types like List<T> where T is a supported type`);
  else checkTypes('InvocableMethod', types, returns.kind === 'void' ? null : returns, isInvocableList, isInvocableList, at);
}

function checkHttp(name: string, types: readonly Type[], returns: Type, at: Fault): void {
  const takesNone = name === 'HttpGet' || name === 'HttpDelete';
  if (takesNone && types.length > 0) at(`${name} methods do not support parameters`);
  const support: Support = (type) => isRestType(type);
  checkTypes(name, takesNone ? [] : types, returns, support, support, at);
}

/** Methods from outside, which may read more rows when they write none (Apex Developer Guide, ReadOnly Annotation). */
const FROM_OUTSIDE = ['RemoteAction', 'HttpGet', 'HttpPost', 'HttpPatch', 'HttpPut', 'HttpDelete', 'AuraEnabled'];

function checkReadOnly({ name, modifiers, parameters }: MethodSymbol, at: Fault): void {
  if (has(modifiers, 'webservice') || FROM_OUTSIDE.some((one) => annotated(modifiers, one.toLowerCase()))) return;
  const isScheduled = name.toLowerCase() === 'execute' && parameters[0]?.type.name === 'System.SchedulableContext';
  if (has(modifiers, 'static')) at(`ReadOnly methods require at least one of the following webService, ${FROM_OUTSIDE.join(', ')}`);
  else if (!isScheduled) at('Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly');
}

/** What may stand on one method of a class, or on one of a name. */
function checkTogether(methods: readonly MethodSymbol[], atClass: Fault, at: (method: MethodSymbol, message: string) => void): void {
  for (const [key, rule] of Object.entries(ANNOTATIONS)) {
    if (rule.once && methods.filter((one) => annotated(one.modifiers, key)).length > 1)
      atClass(`Only one method per type can be defined with: ${rule.name}`);
  }
  const enabled = methods.filter((one) => annotated(one.modifiers, 'auraenabled'));
  for (const one of enabled) {
    if (enabled.some((other) => other !== one && other.name.toLowerCase() === one.name.toLowerCase()))
      at(one, `Overload of AuraEnabled method: ${one.name} overload is not permitted`);
  }
}
