import type { ClassMeta } from './runtime/objects';

/** Generated code of one file, and what it refers to by position; it depends on nothing that other files hold in their bodies. */
export interface Chunk {
  /** Evaluated with the file name `apex:<name>`, so that stack frames name the class. */
  readonly name: string;
  readonly code: string;
  /** Native keys by position (`N`). */
  readonly natives: readonly string[];
  /** Canonical types by position (`Y`). */
  readonly types: readonly string[];
}

/** What `CompiledProgram.js` holds as JSON: everything that linking needs. */
export interface Artifact {
  /** One per file. */
  readonly chunks: readonly Chunk[];
  /** By class index. */
  readonly classes: readonly ClassMeta[];
  /** Class index of a trigger's code, by lower-case trigger name. */
  readonly triggers: Readonly<Record<string, number>>;
  /** Lines with statements by class index, when compiled for coverage. */
  readonly lines: Readonly<Record<number, readonly number[]>>;
  /** Class index of an anonymous block's code. */
  readonly anonymous: number | null;
}
