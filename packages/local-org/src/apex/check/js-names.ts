import type { MethodNode } from '../ast/nodes';
import type { Type } from '../types/type';
import { lineage } from './hierarchy';
import { has, visibilityOf } from './modifiers';
import type { ClassSymbol } from './symbols';

const mangle = (types: readonly Type[]): string =>
  types
    .map((type) => `$${type.text}`)
    .join('')
    .replace(/[^\w$]/g, '_');

/** A private method is no one's to override: a subclass may have another one of its name. It may itself implement one above. */
export function privateSuffix(symbol: ClassSymbol, node: MethodNode, inInterface: boolean): string {
  const open = inInterface || OPEN_METHODS.some((word) => has(node.modifiers, word));
  return open || visibilityOf(node.modifiers) !== 'private' || hasOpenMethod(symbol, node) ? '' : `$p${symbol.index}`;
}

const OPEN_METHODS = ['static', 'override', 'virtual', 'abstract'];

/** A superclass has a virtual or abstract method of that name and number of parameters. */
function hasOpenMethod(symbol: ClassSymbol, node: MethodNode): boolean {
  const above = [...lineage(symbol)].slice(1).flatMap((one) => (one.node.kind === 'class' ? one.node.members : []));
  return above.some(
    (member) =>
      member.kind === 'method' &&
      member.name.toLowerCase() === node.name.toLowerCase() &&
      member.parameters.length === node.parameters.length &&
      (has(member.modifiers, 'virtual') || has(member.modifiers, 'abstract')),
  );
}

/** `m_name$Type$Type`: stable over overriding classes. */
export function methodName(name: string, parameters: readonly Type[]): string {
  return `m_${name.toLowerCase()}${mangle(parameters)}`;
}

export function constructorName(symbol: ClassSymbol, parameters: readonly Type[]): string {
  return `c${symbol.index}${mangle(parameters)}`;
}
