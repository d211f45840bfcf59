import type { TypeTable } from '../types/table';
import type { PlatformField, PlatformMethod } from '../types/platform';
import type { Type } from '../types/type';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols';

/** Direct supertypes of a type, platform ones with their type arguments put in. */
export function parents(type: Type, table: TypeTable): readonly Type[] {
  if (type.symbol) return type.symbol.superType ? [type.symbol.superType, ...type.symbol.interfaces] : type.symbol.interfaces;
  if (!type.platform) return [];
  const environment = typeEnvironment(type);
  const supers = type.platform.supers.map((text) => table.fromSignature(text, environment));
  if (supers.length === 0 && isPlatformException(type) && type.name !== 'System.Exception') return [exceptionType(table)];
  return supers;
}

/** A field that a platform type declares or inherits. */
export function platformField(type: Type, name: string, table: TypeTable): PlatformField | undefined {
  return type.platform?.field(name) ?? parents(type, table).map((parent) => platformField(parent, name, table)).find(Boolean); // prettier-ignore
}

/** `System.Exception`. */
export function exceptionType(table: TypeTable): Type {
  return table.builtIn('System.Exception', []) as Type;
}

export function isPlatformException(type: Type): boolean {
  return type.kind === 'platform' && type.name.endsWith('Exception');
}

/** Type parameters of a platform type bound to the receiver's arguments. */
export function typeEnvironment(type: Type): ReadonlyMap<string, Type> {
  return new Map((type.platform?.parameters ?? []).flatMap((name, i) => (type.args[i] ? [[name, type.args[i]] as const] : [])));
}

/** All supertypes, nearest first, without the type itself. */
export function ancestors(type: Type, table: TypeTable): readonly Type[] {
  let known = ancestorsByTable.get(table);
  if (!known) ancestorsByTable.set(table, (known = new Map()));
  let list = known.get(type);
  if (!list) known.set(type, (list = findAncestors(type, table)));
  return list;
}

/** Ancestors are asked for with every conversion; they stand still once all supertypes are declared. */
const ancestorsByTable = new WeakMap<TypeTable, Map<Type, readonly Type[]>>();

function findAncestors(type: Type, table: TypeTable): Type[] {
  const found: Type[] = [];
  const queue = [...parents(type, table)];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (found.includes(next)) continue;
    found.push(next);
    queue.push(...parents(next, table));
  }
  return found;
}

/** True when `type` is `ancestor` or below it; type arguments are compared by name only where one side left them out. */
export function isSubclass(type: Type, ancestor: Type, table: TypeTable): boolean {
  if (type === ancestor) return true;
  return ancestors(type, table).some(
    (one) => one === ancestor || (one.name === ancestor.name && one.kind === ancestor.kind && sameArgs(one, ancestor)),
  );
}

function sameArgs(a: Type, b: Type): boolean {
  if (a.args.length === 0 || b.args.length === 0) return true;
  return a.args.every(
    (arg, i) => arg === b.args[i] || b.args[i]?.name === 'Object' || b.args[i]?.name === 'SObject' || arg.name === 'SObject',
  );
}

export function isException(type: Type, table: TypeTable): boolean {
  return isPlatformException(type) || ancestors(type, table).some(isPlatformException);
}

/** The class and its superclasses that the program declares, from the class upwards. */
export function* lineage(symbol: ClassSymbol): Generator<ClassSymbol> {
  const seen = new Set<ClassSymbol>();
  for (let one: ClassSymbol | null = symbol; one && !seen.has(one); one = one.superType?.symbol ?? null) {
    seen.add(one);
    yield one;
  }
}

/** The platform class at the top of a class's line (an exception), or null. */
export function platformSuper(symbol: ClassSymbol): Type | null {
  let last: ClassSymbol = symbol;
  for (const one of lineage(symbol)) last = one;
  return last.superType && !last.superType.symbol ? last.superType : null;
}

export function findField(symbol: ClassSymbol, name: string): FieldSymbol | undefined {
  const key = name.toLowerCase();
  for (const one of lineage(symbol)) {
    const field = one.fields.get(key);
    if (field) return field;
  }
  return undefined;
}

/** A method found on a type: of the program, or of a platform type with the receiver's type arguments. */
export type Candidate =
  | { readonly kind: 'user'; readonly method: MethodSymbol; readonly returns: Type; readonly parameters: readonly Type[] }
  | { readonly kind: 'platform'; readonly method: PlatformMethod; readonly returns: Type; readonly parameters: readonly Type[] };

/** Methods of a name on a type and its supertypes; overridden ones are left out. */
export function methodsOf(type: Type, name: string, table: TypeTable): readonly Candidate[] {
  let known = methodsByTable.get(table);
  if (!known) methodsByTable.set(table, (known = new Map()));
  let ofType = known.get(type);
  if (!ofType) known.set(type, (ofType = new Map()));
  const key = name.toLowerCase();
  let list = ofType.get(key);
  if (!list) ofType.set(key, (list = findMethods(type, name, table)));
  return list;
}

const methodsByTable = new WeakMap<TypeTable, Map<Type, Map<string, readonly Candidate[]>>>();

function findMethods(type: Type, name: string, table: TypeTable): Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<Type>();
  const add = (candidate: Candidate): void => {
    const same = (other: Candidate): boolean =>
      other.parameters.length === candidate.parameters.length && other.parameters.every((p, i) => p === candidate.parameters[i]);
    if (!found.some(same)) found.push(candidate);
  };
  const visit = (one: Type): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.symbol) {
      for (const method of one.symbol.methods.get(name.toLowerCase()) ?? []) {
        add({ kind: 'user', method, returns: method.returns, parameters: method.parameters.map((p) => p.type) });
      }
    } else if (one.platform) {
      const environment = typeEnvironment(one);
      for (const method of one.platform.method(name)) {
        add({
          kind: 'platform',
          method,
          returns: table.fromSignature(method.returns, environment),
          parameters: method.parameters.map((text) => table.fromSignature(text, environment)),
        });
      }
    }
    for (const parent of parents(one, table)) visit(parent);
  };
  visit(type);
  return found;
}
