import type { LabelTexts } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { Artifact } from './artifact';
import type { ClassSymbol } from './check/symbols';
import { declareProgram, FORMAT, sha, type CheckedOptions, type CompileSources, type DeclaredProgram, type TextCache } from './checked';
import { chunkCache } from './chunk-cache';
import { classInfo, classMeta } from './describe';
import { checkUnits, generate, type Generated } from './generate';
import type { ClassInfo, CompiledProgram, TriggerInfo } from './port';

export { link } from './link';
export { loadPlatformTypes } from './types/load';
export { testMethodsIn } from './parse/test-methods';
export { parseFiles, readFiles, type ApexFile } from './references';
export type { CompileSources, TextCache } from './checked';
export type { SoqlChecker, SoqlVerdict } from './check/options';

export interface CompileOptions extends CheckedOptions {
  /** Counts executed lines (`test --coverage`). */
  readonly coverage?: boolean;
  /** Generated code of files; for one and the same compiler, and not for programs that count their lines. */
  readonly chunkCache?: TextCache;
}

/** Key of the whole program: every input that shapes it. */
export function programHash(sources: CompileSources, schema: Schema, texts: LabelTexts, options: { coverage?: boolean } = {}): string {
  const files = [...sources.classes, ...sources.triggers].map((one) => `${one.path}\0${one.apiVersion}\0${one.source}`);
  const lines = [...texts.labels].map(([name, text]) => `${name}=${text}`);
  const translated = [...texts.translations].flatMap(([language, own]) =>
    [...own.labels].map(([name, text]) => `${language}:${name}=${text}`),
  );
  return sha(FORMAT, schema.hash, String(options.coverage ?? false), ...files, ...lines, ...translated);
}

/** Parses, checks and generates a whole program. Mistakes of the sources become diagnostics; it throws only for defects of its own. */
export function compile(sources: CompileSources, schema: Schema, texts: LabelTexts, options: CompileOptions): CompiledProgram {
  return compileAll(sources, null, schema, texts, options);
}

/**
 * Anonymous Apex together with the classes it may use: a program of its own whose block `LinkedProgram.runAnonymous` runs.
 * Diagnostics of the block carry the path `anonymous`.
 */
export function compileAnonymous(
  text: string,
  sources: CompileSources,
  schema: Schema,
  texts: LabelTexts,
  options: CompileOptions,
): CompiledProgram {
  return compileAll(sources, text, schema, texts, options);
}

function compileAll(
  sources: CompileSources,
  anonymous: string | null,
  schema: Schema,
  texts: LabelTexts,
  options: CompileOptions,
): CompiledProgram {
  const hash = programHash(sources, schema, texts, options) + (anonymous === null ? '' : sha(anonymous));
  const { coverage = false } = options;
  const start = performance.now();
  const declared = declareProgram(sources, anonymous, schema, texts, options);
  const { checker, triggers, units, parse } = declared;
  const { diagnostics, table } = checker;
  const cache = options.chunkCache && !coverage ? chunkCache(declared, schema, texts, options.chunkCache) : null;
  const checked = checkUnits(declared, cache);
  const checkEnd = performance.now();
  const isScript = (symbol: ClassSymbol): boolean => units.some((unit) => unit.symbol === symbol && unit.script !== null);
  const infos: ClassInfo[] = checker.symbols.all.filter((symbol) => !isScript(symbol)).map((symbol) => classInfo(symbol, table));
  const triggerInfos: TriggerInfo[] = triggers.flatMap(({ source, node }) =>
    node
      ? [
          {
            name: node.name,
            object: schema.object(node.object)?.name ?? node.object,
            events: node.events,
            apiVersion: source.apiVersion,
            path: source.path,
          },
        ]
      : [],
  );
  const js = diagnostics.some((one) => one.severity === 'error') ? '' : artifactOf(declared, generate(checked, table, coverage, cache));
  return {
    hash,
    classes: infos,
    triggers: triggerInfos,
    labels: { labels: texts.labels, translations: texts.translations },
    leftOut: [],
    diagnostics: [...diagnostics].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.column - b.column),
    js,
    timings: { parse, check: checkEnd - start - parse, emit: performance.now() - checkEnd },
  };
}

function artifactOf({ checker: { symbols, table }, units }: DeclaredProgram, generated: Generated): string {
  const titles = new Map<ClassSymbol, string>();
  for (const { symbol, script } of units)
    if (script) titles.set(symbol, script.kind === 'trigger' ? `Trigger.${script.name}` : 'AnonymousBlock');
  const artifact: Artifact = {
    ...generated,
    classes: symbols.all.map((symbol) => classMeta(symbol, table, titles.get(symbol))),
    triggers: Object.fromEntries(
      units.flatMap(({ symbol, script }) => (script?.kind === 'trigger' ? [[script.name.toLowerCase(), symbol.index]] : [])),
    ),
    anonymous: units.find(({ script }) => script?.kind === 'anonymous')?.symbol.index ?? null,
  };
  return JSON.stringify(artifact);
}
