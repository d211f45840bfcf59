import { programHash } from '../apex';
import type { CompiledProgram } from '../apex/port';
import type { ApexSource, Diagnostic, OrgMetadata } from '../metadata/model';
import type { Schema } from '../schema/model';
import { cached, keyOf } from './cache';
import { compileSources, type CompileOptions } from './compile';

/** A program of those files that compile, and what is wrong with the others. */
export interface TestProgram {
  readonly program: CompiledProgram;
  /** First error of every file that was left out, and of every file that needs one of those. */
  readonly leftOut: readonly Diagnostic[];
}

/**
 * Compiles a project for its Apex tests. One file that the local org cannot compile must not hide the verdict on all the
 * others: it is left out with those that need it, and its tests are reported as not compiled. A platform method that is
 * missing fails the test that calls it.
 */
export function compileForTests(metadata: OrgMetadata, schema: Schema, options: CompileOptions): TestProgram {
  const { build, coverage = false } = options;
  const key = keyOf(build ?? '', 'tests', programHash(metadata, schema, metadata, { coverage }));
  return cached(build === undefined ? undefined : options.cacheDir, 'test-program', key, () =>
    compileWhatCompiles(metadata, schema, options),
  );
}

function compileWhatCompiles(metadata: OrgMetadata, schema: Schema, options: CompileOptions): TestProgram {
  let { classes, triggers } = metadata;
  const leftOut: Diagnostic[] = [];
  for (;;) {
    const program = compileSources({ classes, triggers }, metadata, schema, { ...options, missingNatives: 'when called' });
    const errors = firstErrors(program.diagnostics);
    if (errors.size === 0) return { program, leftOut };
    leftOut.push(...errors.values());
    const compiles = (source: ApexSource): boolean => !errors.has(source.path);
    const left = { classes: classes.filter(compiles), triggers: triggers.filter(compiles) };
    if (left.classes.length === classes.length && left.triggers.length === triggers.length) {
      throw new Error(`Errors outside the project's files: ${[...errors.keys()].join(', ')}`);
    }
    ({ classes, triggers } = left);
  }
}

function firstErrors(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic> {
  const first = new Map<string, Diagnostic>();
  for (const finding of diagnostics) {
    if (finding.severity === 'error' && !first.has(finding.path)) first.set(finding.path, finding);
  }
  return first;
}
