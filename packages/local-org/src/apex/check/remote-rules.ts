import type { ConstructorSymbol, ClassSymbol, FieldSymbol, MethodSymbol } from './symbols';
import { checkTypes } from './annotation-rules';
import { typeList } from './declare';
import { has } from './modifiers';
import type { Checker } from './options';
import { report } from './options';
import { isGlobalType, isWebServiceType } from './remote-types';
import type { Type } from '../types/type';

/** What of a class is seen from other packages and by SOAP clients: its global methods and constructors, its web service. */
export function checkRemote(checker: Checker, symbol: ClassSymbol): void {
  if (symbol.visibility !== 'global' || symbol.kind === 'enum') return;
  const methods = [...symbol.methods.values()].flat();
  for (const method of methods) checkMethod(checker, method);
  for (const one of symbol.constructors) if (one.node) checkConstructor(checker, one);
  for (const field of symbol.fields.values()) checkField(checker, field);
  const services = methods.filter((one) => has(one.modifiers, 'webservice'));
  services.forEach((one, i) => {
    if (services.slice(0, i).some((other) => other.name.toLowerCase() === one.name.toLowerCase()))
      report(checker, symbol.path, symbol.node, `Web Service does not support two web service methods with the same name: ${one.returns.text} ${symbol.name}.${one.name}(${typeList(one.parameters)})`); // prettier-ignore
  });
}

function checkMethod(checker: Checker, { owner, node, modifiers, visibility, parameters, returns }: MethodSymbol): void {
  if (visibility !== 'global') return;
  const isService = has(modifiers, 'webservice');
  const supports = isService ? (type: Type): boolean => isWebServiceType(type, checker) : isGlobalType;
  const types = parameters.map((one) => one.type);
  checkTypes(isService ? 'webService' : 'global', types, returns, supports, supports, (message) =>
    report(checker, owner.path, node, message),
  );
}

function checkConstructor(checker: Checker, { owner, node, visibility, parameters }: ConstructorSymbol): void {
  if (visibility !== 'global' || !node) return;
  const types = parameters.map((one) => one.type);
  checkTypes('global', types, null, isGlobalType, isGlobalType, (message) => report(checker, owner.path, node, message));
}

function checkField(checker: Checker, { owner, kind, modifiers, type, line, column }: FieldSymbol): void {
  if (!has(modifiers, 'webservice') || isWebServiceType(type, checker)) return;
  const declared = kind === 'field' ? 'fields' : 'properties';
  report(checker, owner.path, { line, column }, `webService ${declared} do not support type of ${type.text}`);
}
