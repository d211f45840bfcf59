import type { CompiledProgram, LinkedProgram } from '../apex/port';
import { UnsupportedError } from '../kernel/exceptions';
import type { Diagnostic, OrgMetadata } from '../metadata/model';
import type { Schema } from '../schema/model';
import { emptyProgram } from './empty-program';

export interface CompileOptions {
  readonly cacheDir?: string;
  readonly build?: string;
}

/** Compiles the project's Apex, or takes the result of the same inputs from the cache. */
export function compileProject(
  metadata: OrgMetadata,
  _schema: Schema,
  _options: CompileOptions,
  log: (step: string) => void,
): CompiledProgram {
  const count = metadata.classes.length + metadata.triggers.length;
  if (count === 0) return emptyProgram().program;
  log(`Compiling ${count} classes and triggers`);
  throw new UnsupportedError('Apex yet');
}

export function linkProject(_program: CompiledProgram, _schema: Schema): LinkedProgram {
  return emptyProgram();
}

export function checkProject(
  _root: string,
  _options: CompileOptions,
): { diagnostics: readonly Diagnostic[]; classes: number; triggers: number; timings: CompiledProgram['timings'] } {
  throw new UnsupportedError('check yet');
}
