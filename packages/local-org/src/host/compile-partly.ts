import { programHash } from '../apex';
import type { CompiledProgram, LeftOut, TriggerInfo } from '../apex/port';
import type { ApexSource, Diagnostic, OrgMetadata } from '../metadata/model';
import type { Schema } from '../schema/model';
import { cached, keyOf } from './cache';
import { compileProject, compileSources, type CompileOptions } from './compile';
import { withRoots, type Finding } from './roots';

/**
 * Compiles a project for its Apex tests. One file that the local org cannot compile must not hide the verdict on all the
 * others: it is left out with those that need it, and its tests are reported as not compiled. A platform method that is
 * missing fails the test that calls it.
 */
export function compileForTests(metadata: OrgMetadata, schema: Schema, options: CompileOptions): CompiledProgram {
  return kept('test-program', metadata, schema, { ...options, missingNatives: 'when called' });
}

/** Compiles a project as a deployment does when all of it compiles, and else what does without the rest. */
export function compileWhatCompiles(
  metadata: OrgMetadata,
  schema: Schema,
  options: CompileOptions,
  log: (step: string) => void,
): CompiledProgram {
  const whole = compileProject(metadata, schema, options, log);
  return errorsIn(whole.diagnostics).length === 0 ? whole : kept('partial-program', metadata, schema, options);
}

/** The project's Apex without what was left out. */
export function withoutLeftOut(metadata: OrgMetadata, leftOut: readonly LeftOut[]): OrgMetadata {
  if (leftOut.length === 0) return metadata;
  const paths = new Set(leftOut.map(({ path }) => path));
  const isIn = ({ path }: ApexSource): boolean => !paths.has(path);
  return { ...metadata, classes: metadata.classes.filter(isIn), triggers: metadata.triggers.filter(isIn) };
}

/** Triggers that were left out are there to fail: what they should have done must not be skipped without a word. */
export function withLeftOut(program: CompiledProgram, leftOut: readonly LeftOut[], { triggers }: OrgMetadata): CompiledProgram {
  const paths = new Set(leftOut.map(({ path }) => path));
  const broken = triggers.filter(({ path }) => paths.has(path)).flatMap((source) => headOf(source) ?? []);
  return { ...program, triggers: [...program.triggers, ...broken], leftOut };
}

function kept(kind: string, metadata: OrgMetadata, schema: Schema, options: CompileOptions): CompiledProgram {
  const { build, coverage = false, missingNatives = 'error' } = options;
  const key = keyOf(build ?? '', kind, missingNatives, programHash(metadata, schema, metadata, { coverage }));
  return cached(build === undefined ? undefined : options.cacheDir, kind, key, () => compilePart(metadata, schema, options));
}

function compilePart(metadata: OrgMetadata, schema: Schema, options: CompileOptions): CompiledProgram {
  const sources = new Map([...metadata.classes, ...metadata.triggers].map((source) => [source.path, source]));
  const found: Finding[] = [];
  let { classes, triggers } = metadata;
  for (let round = 1; ; round++) {
    const program = compileSources({ classes, triggers }, metadata, schema, options);
    const errors = firstErrors(program.diagnostics);
    if (errors.size === 0) {
      const leftOut = withRoots(found).map(({ source, diagnostic }) => ({
        ...diagnostic,
        name: source.name,
        urlMapping: mappingIn(source),
      }));
      return withLeftOut(program, leftOut, metadata);
    }
    const declared = new Set([...program.classes, ...program.triggers].map(({ path }) => path));
    for (const [path, diagnostic] of errors) {
      const source = sources.get(path);
      if (!source) throw new Error(`Errors outside the project's files: ${[...errors.keys()].join(', ')}`);
      found.push({ source, diagnostic, round, isDeclared: declared.has(path) });
    }
    const compiles = ({ path }: ApexSource): boolean => !errors.has(path);
    ({ classes, triggers } = { classes: classes.filter(compiles), triggers: triggers.filter(compiles) });
  }
}

const errorsIn = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.filter(({ severity }) => severity === 'error');

function firstErrors(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic> {
  const first = new Map<string, Diagnostic>();
  for (const finding of errorsIn(diagnostics)) if (!first.has(finding.path)) first.set(finding.path, finding);
  return first;
}

/** Read from the text: a file with wrong syntax has no tree. */
const mappingIn = ({ source }: ApexSource): string | null =>
  /@RestResource\s*\(\s*urlMapping\s*=\s*'([^'\n]*)'/i.exec(withoutComments(source))?.[1] ?? null;

/** What a trigger's first line says; null when that is what does not compile. */
function headOf({ name, path, apiVersion, source }: ApexSource): TriggerInfo | null {
  const head = /^\s*trigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i.exec(withoutComments(source));
  if (!head) return null;
  const events = [...(head[2] as string).toLowerCase().matchAll(/\b(before|after)\s+(insert|update|delete|undelete)\b/g)];
  return {
    ...{ name, path, apiVersion, object: head[1] as string },
    events: events.map(([, timing, operation]) => ({ timing, operation }) as TriggerInfo['events'][number]),
  };
}

/** Comments become blanks, texts stay. */
const withoutComments = (source: string): string =>
  source.replace(/'(?:\\.|[^'\\\n])*'|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/g, (part) => (part.startsWith("'") ? part : ' '));
