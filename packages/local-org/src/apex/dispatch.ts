import { UnsupportedError } from '../kernel/exceptions';
import { NativeObject } from '../kernel/natives';
import { metaOf, type ClassMeta, type MethodMeta } from './runtime/objects';

/** A class may be both Queueable and Finalizer: of several methods with one name, the one declared for the platform object that is passed. */
export function overloadFor(instance: unknown, method: string, args: readonly unknown[]): string | undefined {
  const types = args.map((arg) => (arg instanceof NativeObject ? arg.apexType : null));
  if (types.length === 0 || types.includes(null)) return undefined;
  const candidates = metaOf(instance as object)?.methods.filter(
    (one) => !one.isStatic && one.name.toLowerCase() === method.toLowerCase() && one.parameters.length === types.length,
  );
  return candidates?.find((one) => one.parameters.every((text, at) => text === types[at]))?.js;
}

/** The static method of a class or of what it extends, by name and number of arguments. */
export function staticMethod(
  meta: ClassMeta,
  name: string,
  arity: number,
  byName: ReadonlyMap<string, ClassMeta>,
): { owner: ClassMeta; method: MethodMeta } {
  for (let one: ClassMeta | undefined = meta; one; one = one.superName ? byName.get(one.superName.toLowerCase()) : undefined) {
    const method = one.methods.find((m) => m.isStatic && m.name.toLowerCase() === name.toLowerCase() && m.parameters.length === arity);
    if (method) return { owner: one, method };
  }
  throw new UnsupportedError(`calling ${meta.name}.${name} with ${arity} arguments, which does not exist`);
}
