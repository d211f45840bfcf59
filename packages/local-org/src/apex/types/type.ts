import type { ObjectType } from '../../schema/model';
import type { ClassSymbol } from '../check/symbols';
import type { PlatformType } from './platform';

/**
 * A resolved type. Interned by its table: two types are the same exactly when they are the same object.
 * `text` is canonical and is what messages and the runtime show: `Map<Id,List<Account>>`, `System.HttpRequest`, `Outer.Inner`.
 */
export interface Type {
  readonly kind: TypeKind;
  readonly name: string;
  readonly args: readonly Type[];
  readonly text: string;
  readonly symbol: ClassSymbol | null;
  readonly object: ObjectType | null;
  readonly platform: PlatformType | null;
}

/**
 * `unknown` is the type of an expression that already has its diagnostic: it fits everywhere, so that one mistake gives one message.
 * `record` is a concrete SObject; `SObject` and `Object` are primitives here because they have no declaration.
 */
export type TypeKind = 'void' | 'null' | 'unknown' | 'primitive' | 'collection' | 'record' | 'class' | 'platform';

const RANKS: Readonly<Record<string, number>> = { Integer: 1, Long: 2, Double: 3, Decimal: 4 };

/** 1 Integer, 2 Long, 3 Double, 4 Decimal; 0 for everything else. */
export function numberRank(type: Type): number {
  return type.kind === 'primitive' ? (RANKS[type.name] ?? 0) : 0;
}

export const isNumeric = (type: Type): boolean => numberRank(type) > 0;
export const isNamed = (type: Type, ...names: string[]): boolean =>
  (type.kind === 'primitive' || type.kind === 'collection') && names.includes(type.name);
export const isText = (type: Type): boolean => isNamed(type, 'String', 'Id');
export const isRecord = (type: Type): boolean => type.kind === 'record' || isNamed(type, 'SObject');
export const isUnknown = (type: Type): boolean => type.kind === 'unknown';
export const isEnum = (type: Type): boolean => type.symbol?.kind === 'enum' || type.platform?.isEnum === true;
