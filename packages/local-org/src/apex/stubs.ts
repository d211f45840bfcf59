import { ApexException } from '../kernel/exceptions';
import { TO_TEXT } from '../kernel/text';
import { RuntimeType } from '../kernel/types';
import type { ClassInfo, MethodInfo } from './port';
import type { ApexClass, ClassMeta } from './runtime/objects';
import { ApexObject, allFields, defaultText } from './runtime/objects';

/** What answers the calls on a stub. */
export type StubHandler = (stub: unknown, method: MethodInfo, args: readonly unknown[]) => unknown;

export interface StubContext {
  readonly registry: Readonly<Record<string, unknown>>;
  readonly byName: ReadonlyMap<string, ClassMeta>;
  readonly infos: ReadonlyMap<string, ClassInfo>;
  cast(value: unknown, type: RuntimeType): unknown;
}

/**
 * An instance of a class or interface of the program whose methods ask the handler (`Test.createStub`). Static and private methods
 * keep their own code; no constructor and no field initialiser runs (Apex developer guide, "Build a mocking framework").
 */
export function createStub(context: StubContext, typeName: string, handle: StubHandler): unknown {
  const meta = context.byName.get(typeName.toLowerCase());
  if (!meta || meta.kind === 'enum') throw new ApexException('System.TypeException', `Type cannot be stubbed: ${typeName}`);
  const base = meta.kind === 'class' ? (context.registry[`C${meta.index}`] as ApexClass).prototype : ApexObject.prototype;
  const prototype = Object.create(base as object) as Record<string, unknown>;
  Object.defineProperty(prototype, 'constructor', { value: { apex: meta }, configurable: true });
  Object.defineProperty(prototype, TO_TEXT, {
    value(this: object) {
      // Mocking frameworks read the type's name from here; the suffix is the platform's.
      return defaultText(this).replace(/^[^:]*/, '$&__sfdc_ApexStub');
    },
  });
  for (const owner of lineage(context, meta)) stubMethods(context, owner, prototype, handle);
  const stub = Object.create(prototype) as Record<string, unknown>;
  if (meta.kind === 'class') {
    const plain = new (context.registry[`C${meta.index}`] as ApexClass)();
    for (const field of allFields(plain)) stub[field.js] = null;
  }
  return stub;
}

/** The type itself, its superclasses and interfaces that belong to the program. */
function lineage(context: StubContext, meta: ClassMeta): ClassMeta[] {
  const above = meta.ancestors.map((name) => context.byName.get(name.toLowerCase()));
  return [meta, ...above.filter((one) => one !== undefined)];
}

function stubMethods(context: StubContext, owner: ClassMeta, prototype: Record<string, unknown>, handle: StubHandler): void {
  const methods = context.infos.get(owner.name.toLowerCase())?.methods ?? [];
  // Both lists hold the methods of the class in textual order.
  owner.methods.forEach((one, index) => {
    const method = methods[index];
    if (!method || method.isStatic || (method.visibility === 'private' && owner.kind === 'class')) return;
    const returns = RuntimeType.parse(method.returnType);
    const answer = function (this: unknown, ...args: unknown[]): unknown {
      const result = handle(this, method, args);
      return returns.name === 'void' ? undefined : context.cast(result, returns);
    };
    for (const key of [one.js, `${one.name.toLowerCase()}/${one.parameters.length}`]) {
      if (!Object.hasOwn(prototype, key)) Object.defineProperty(prototype, key, { value: answer, configurable: true, writable: true });
    }
  });
}
