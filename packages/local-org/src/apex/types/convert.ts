import { isSubclass, parents } from '../check/hierarchy';
import type { Type } from './type';
import { isNamed, isRecord, isUnknown, numberRank } from './type';
import type { TypeTable } from './table';
import { NAME_ENTITY } from './table';

/** Cost of an implicit conversion, for overload resolution: 0 is the same type; NEVER when it does not exist, however many are added. */
export const NEVER = Infinity;

/** How well a value of `from` fits a parameter of `to`. */
export function conversionCost(from: Type, to: Type, table: TypeTable): number {
  if (from === to || isUnknown(from) || isUnknown(to)) return 0;
  if (from.kind === 'void' || to.kind === 'void') return NEVER;
  if (from.kind === 'null') return isNamed(to, 'Object') ? 5 : 1;
  if (isNamed(to, 'Object')) return 100;
  const ranks = numberCost(from, to);
  if (ranks !== null) return ranks;
  if (isNamed(from, 'Id') && isNamed(to, 'String')) return 1;
  if (isNamed(from, 'String') && isNamed(to, 'Id')) return 2;
  if (isNamed(from, 'Date') && isNamed(to, 'Datetime')) return 3;
  if (from.kind === 'record' && isNamed(to, 'SObject')) return 10;
  if (from.kind === 'collection' || to.kind === 'collection') return collectionCost(from, to, table);
  return declaredCost(from, to, table);
}

/** Decimal fits no Double parameter although assignment converts it (aer's changelog). */
function numberCost(from: Type, to: Type): number | null {
  const a = numberRank(from);
  const b = numberRank(to);
  if (a === 0 || b === 0) return null;
  return b >= a ? b - a : NEVER;
}

function collectionCost(from: Type, to: Type, table: TypeTable): number {
  if (from.name === to.name && from.kind === to.kind) {
    const pairs = from.args.map((arg, i) => [arg, to.args[i] as Type] as const);
    if (from.name === 'List') return elementFits(pairs[0]![0], pairs[0]![1], table) ? 10 : NEVER;
    if (from.name === 'Map') {
      const [key, value] = pairs as [readonly [Type, Type], readonly [Type, Type]];
      return key[0] === key[1] && isCovariant(value[0], value[1], table) ? 10 : NEVER;
    }
    return NEVER;
  }
  if (to.platform?.name === 'System.Iterable' && (from.name === 'List' || from.name === 'Set')) {
    return isCovariant(from.args[0] as Type, to.args[0] ?? table.object, table) ? 20 : NEVER;
  }
  return NEVER;
}

/** Values of maps, and elements where a list stands for an Iterable: no SObject for a record of one object. */
const isCovariant = (from: Type, to: Type, table: TypeTable): boolean =>
  elementFits(from, to, table) && !(isNamed(from, 'SObject') && to.kind === 'record');

/** Lists are covariant, and a List of SObjects may stand where a List of one object is wanted: the platform checks at run time. */
function elementFits(from: Type, to: Type, table: TypeTable): boolean {
  if (from === to || isUnknown(from) || isUnknown(to)) return true;
  if (isRecord(from) && isNamed(to, 'SObject')) return true;
  if (isNamed(from, 'SObject') && to.kind === 'record') return true;
  if (numberRank(from) > 0 && numberRank(to) > 0) return isNamed(from, 'Decimal', 'Double') && isNamed(to, 'Decimal', 'Double');
  if (isNamed(from, 'Date') && isNamed(to, 'Datetime')) return false;
  return conversionCost(from, to, table) < NEVER;
}

function declaredCost(from: Type, to: Type, table: TypeTable): number {
  if (from.name === to.name && from.kind === to.kind) {
    // The platform compares the arguments of its own interfaces loosely: an Iterable<Object> stands for an Iterable<String>.
    return from.args.every((arg, i) => !to.args[i] || elementFits(arg, to.args[i], table) || elementFits(to.args[i], arg, table))
      ? 1
      : NEVER;
  }
  return isSubclass(from, to, table) ? 1 + distance(from, to, table) : NEVER;
}

/** Steps from a type up to one above it: interfaces of one class are equally near. */
function distance(from: Type, to: Type, table: TypeTable): number {
  let level: readonly Type[] = parents(from, table);
  for (let steps = 0; level.length > 0; steps++) {
    if (level.includes(to)) return steps;
    level = level.flatMap((type) => parents(type, table));
  }
  return 0;
}

/** True when `=` accepts the value. */
export function isAssignable(from: Type, to: Type, table: TypeTable): boolean {
  // What a lookup to several objects leads to is of the type Name there, and of SObject here.
  if (isNamed(from, 'SObject') && to.object === NAME_ENTITY) return true;
  if (isNamed(from, 'Decimal') && isNamed(to, 'Double')) return true;
  return conversionCost(from, to, table) < NEVER;
}

/** True when a cast can ever succeed. */
export function isCastable(from: Type, to: Type, table: TypeTable): boolean {
  if (isAssignable(from, to, table) || isAssignable(to, from, table)) return true;
  if (isNamed(from, 'Object') || isNamed(to, 'Object')) return true;
  if (numberRank(from) > 0 && numberRank(to) > 0) return true;
  if (from.kind === 'collection' && to.kind === 'collection' && from.name === to.name) {
    if (from.name === 'Set') return false;
    return from.args.every((arg, i) => isCastable(arg, to.args[i] as Type, table));
  }
  // Whatever it is, a subclass of it may implement the interface, as far as the compiler knows.
  const anInterface = (type: Type): boolean => type.symbol?.kind === 'interface' || type.platform?.isInterface === true;
  const isValue = (type: Type): boolean => type.kind !== 'void' && type.kind !== 'null';
  return (anInterface(from) && isValue(to)) || (anInterface(to) && isValue(from));
}
