import type { Type } from '../types/type';
import { lineage } from './hierarchy';
import type { ClassSymbol } from './symbols';

const topLevel = (symbol: ClassSymbol): ClassSymbol => (symbol.outer ? topLevel(symbol.outer) : symbol);

/** Says whether code of `from` may use a member of `owner` (Apex Developer Guide, Access Modifiers; `@TestVisible` for tests). */
export function isVisible(from: ClassSymbol, owner: ClassSymbol, visibility: string, annotations: readonly { name: string }[]): boolean {
  if (visibility === 'public' || visibility === 'global' || topLevel(from) === topLevel(owner)) return true;
  if (from.isTest && annotations.some((one) => one.name === 'testvisible')) return true;
  if (visibility !== 'protected') return false;
  for (let around: ClassSymbol | null = from; around; around = around.outer) if ([...lineage(around)].includes(owner)) return true;
  return false;
}

/**
 * Says whether code of `from` may name a class: it and the class around it are public or global, or both are in one file. A test class
 * is private when it says nothing else, and hides its inner classes from other tests too, whatever these say of themselves.
 */
export function isClassVisible(from: ClassSymbol, symbol: ClassSymbol): boolean {
  return (
    isVisible(from, symbol, symbol.visibility, symbol.node.modifiers.annotations) &&
    (symbol.outer === null || isClassVisible(from, symbol.outer))
  );
}

/** Says whether code of `from` may name a type with all its arguments: `List<Owner.Inner>`. */
export function isTypeVisible(from: ClassSymbol, type: Type): boolean {
  return (!type.symbol || isClassVisible(from, type.symbol)) && type.args.every((one) => isTypeVisible(from, one));
}
