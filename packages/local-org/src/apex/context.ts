import type { ApexHost } from './port';
import type { ClassMeta } from './runtime/objects';

/** What serialization and JSON need of the linked program. */
export interface LinkContext {
  readonly registry: Readonly<Record<string, unknown>>;
  readonly byName: ReadonlyMap<string, ClassMeta>;
  readonly classes: readonly ClassMeta[];
  readonly host: ApexHost;
  /** Throws the compile error of a class that was left out. */
  requireCompiled(name: string): void;
  initialise(meta: ClassMeta): void;
  /** An instance with its fields initialised and no constructor called. */
  instantiate(name: string): unknown;
}
