import type { Type } from '../types/type';
import { isUnknown } from '../types/type';
import { isException } from './hierarchy';
import { annotated } from './modifiers';
import type { Checker } from './options';
import type { ClassSymbol } from './symbols';

// Which types a method may take and give whose caller is no Apex, or Apex of another package.

/** Primitives and lists, sets and maps of them: what a future method may take (Apex Developer Guide, Future Methods). */
export function isFutureType(type: Type): boolean {
  if (type.kind === 'collection') return type.args.every(isScalar);
  return isUnknown(type) || isScalar(type);
}

const isScalar = (type: Type): boolean =>
  isUnknown(type) || (type.kind === 'primitive' && type.name !== 'Object' && type.name !== 'SObject');

/** A list, or a list of lists, of what a flow can hold: primitives, records, classes with variables for it (InvocableMethod Annotation). */
export function isInvocableList(type: Type): boolean {
  if (isUnknown(type)) return true;
  const [element] = type.args;
  if (type.name !== 'List' || !element) return false;
  return isInvocable(element.name === 'List' ? (element.args[0] as Type) : element);
}

function isInvocable(type: Type): boolean {
  if (isUnknown(type) || type.kind === 'record') return true;
  if (type.kind === 'primitive') return type.name !== 'Object';
  return type.symbol?.kind === 'class' && type.symbol.visibility !== 'private' && [...type.symbol.fields.values()].some((one) => annotated(one.modifiers, 'invocablevariable')); // prettier-ignore
}

/** No Object, set or map, and no list of lists of lists. */
export function isInvocableVariable(type: Type, depth = 0): boolean {
  if (type.kind === 'collection') return type.name === 'List' && depth < 2 && isInvocableVariable(type.args[0] as Type, depth + 1);
  return type.kind !== 'primitive' || type.name !== 'Object';
}

/** What a caller in another package can name: no class of ours that is not global. */
export function isGlobalType(type: Type): boolean {
  return (!type.symbol || type.symbol.visibility === 'global') && type.args.every(isGlobalType);
}

/** Namespaces and types of the platform that no WSDL describes. */
const NOT_IN_WSDL = /^(Schema\.|Database\.|System\.PageReference$)/;

/** What a WSDL can describe: no maps, sets, Objects, interfaces, exceptions (Apex Developer Guide, Considerations for Using the webservice Keyword). */
export function isWebServiceType(type: Type, checker: Checker): boolean {
  if (isUnknown(type) || type.kind === 'void') return true;
  if (type.kind === 'collection') return type.name === 'List' && isWebServiceType(type.args[0] as Type, checker);
  if (type.kind === 'primitive') return type.name !== 'Object';
  if (type.symbol) return type.symbol.kind !== 'interface' && type.symbol.visibility === 'global' && !isException(type, checker.table);
  return type.platform === null || !(type.platform.isInterface || NOT_IN_WSDL.test(type.name) || isException(type, checker.table));
}

/**
 * What an Apex REST method may take and give: primitives but Object and Blob, records, lists and maps by text of such, classes of
 * ours whose members are such (Apex Developer Guide, Apex REST Methods).
 */
export function isRestType(type: Type, within: readonly ClassSymbol[] = []): boolean {
  if (isUnknown(type) || type.kind === 'void' || type.kind === 'record' || type.name === 'System.Exception') return true;
  if (type.kind === 'primitive') return type.name !== 'Object' && type.name !== 'Blob';
  if (type.kind === 'collection') {
    const [first, second] = type.args as readonly [Type, Type?];
    if (type.name === 'Map') return first.name === 'String' && isRestType(second as Type, within);
    return type.name === 'List' && isRestType(first, within);
  }
  const { symbol } = type;
  if (!symbol) return false;
  if (symbol.kind !== 'class' || within.includes(symbol)) return true;
  return [...symbol.fields.values()].every((field) => field.isStatic || isRestType(field.type, [...within, symbol]));
}
