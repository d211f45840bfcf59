import type { ClassMeta } from './runtime/objects';

/** What `CompiledProgram.js` holds as JSON: everything that linking needs. */
export interface Artifact {
  /** One per file: evaluated with the file name `apex:<name>`, so that stack frames name the class. */
  readonly chunks: readonly { readonly name: string; readonly code: string }[];
  /** Native keys by position (`N`). */
  readonly natives: readonly string[];
  /** Canonical types by position (`Y`). */
  readonly types: readonly string[];
  /** By class index. */
  readonly classes: readonly ClassMeta[];
  /** Class index of a trigger's code, by lower-case trigger name. */
  readonly triggers: Readonly<Record<string, number>>;
  /** Lines with statements by class index, when compiled for coverage. */
  readonly lines: Readonly<Record<number, readonly number[]>>;
  /** Class index of an anonymous block's code. */
  readonly anonymous: number | null;
}
