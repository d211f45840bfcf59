import { createHash } from 'node:crypto';
import type { Diagnostic, ApexSource, LabelTexts } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { Artifact } from './artifact';
import type { AnonymousNode, ClassNode, DeclarationNode, TriggerNode, UnitNode } from './ast/nodes';
import type { BoundBody, BoundClass } from './check/bound';
import { checkClass, checkStatements, checkTrigger } from './check/classes';
import { declareClass, declareMembers, declareSupertypes, refuseCircles } from './check/declare';
import type { Checker, SoqlChecker } from './check/options';
import { report } from './check/options';
import { ProgramSymbols } from './check/program';
import { checkEvents } from './check/trigger-events';
import type { ClassSymbol } from './check/symbols';
import { classInfo, classMeta, coverableLines } from './describe';
import { classChunk, scriptChunk } from './emit/classes';
import type { Tables } from './emit/context';
import type { Parsed } from './parse';
import { parseAnonymous, parseClass, parseTrigger } from './parse';
import type { ClassInfo, CompiledProgram, TriggerInfo } from './port';
import type { PlatformTypes } from './types/platform';
import { TypeTable } from './types/table';

export { link } from './link';
export { loadPlatformTypes } from './types/load';
export type { SoqlChecker, SoqlVerdict } from './check/options';

/** Syntax trees by content hash, as JSON text. */
export interface AstCache {
  get(hash: string): string | undefined;
  put(hash: string, text: string): void;
}

export interface CompileSources {
  readonly classes: readonly ApexSource[];
  readonly triggers: readonly ApexSource[];
}

export interface CompileOptions {
  /** Signatures of the platform: `loadPlatformTypes(directory)`. */
  readonly platform: PlatformTypes;
  readonly astCache?: AstCache;
  readonly checkSoql?: SoqlChecker;
  /** Says whether the local org implements a platform method; absent: all count as implemented. */
  readonly hasNative?: (key: string) => boolean;
  /** Counts executed lines (`test --coverage`). */
  readonly coverage?: boolean;
}

/** Part of every cache key: raise it when the tree or the generated code changes its form. */
const FORMAT = 'apex-8';

const sha = (...parts: string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

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

interface Unit {
  readonly symbol: ClassSymbol;
  readonly script: TriggerNode | AnonymousNode | null;
  readonly source: { readonly name: string; readonly path: string };
}

function compileAll(
  sources: CompileSources,
  anonymous: string | null,
  schema: Schema,
  texts: LabelTexts,
  options: CompileOptions,
): CompiledProgram {
  const hash = programHash(sources, schema, texts, options) + (anonymous === null ? '' : sha(anonymous));
  const diagnostics: Diagnostic[] = [];
  const table = new TypeTable(schema, options.platform);
  const checker: Checker = {
    table,
    symbols: new ProgramSymbols(),
    options: {
      platform: options.platform,
      texts,
      ...(options.checkSoql ? { checkSoql: options.checkSoql } : {}),
      ...(options.hasNative ? { hasNative: options.hasNative } : {}),
    },
    diagnostics,
    nativeKeys: new Map(),
  };

  const start = performance.now();
  const classes = sources.classes.map((source) => ({ source, node: parsed(source, parseClass, options.astCache, diagnostics) }));
  const triggers = sources.triggers.map((source) => ({ source, node: parsed(source, parseTrigger, options.astCache, diagnostics) }));
  const script = { name: 'AnonymousBlock', path: 'anonymous', source: anonymous ?? '', apiVersion: 67 };
  const block = anonymous === null ? null : parsed(script, parseAnonymous, undefined, diagnostics);
  const parseEnd = performance.now();

  const units: Unit[] = [];
  for (const { source, node } of classes) {
    if (node) units.push({ symbol: declareClass(checker, node, source.path, source.apiVersion, null), script: null, source });
  }
  for (const { source, node } of triggers) {
    if (node) units.push({ symbol: declareScript(checker, `trigger ${node.name}`, node, source), script: node, source });
  }
  if (block) units.push({ symbol: declareScript(checker, 'AnonymousBlock', block, script), script: block, source: script });
  for (const symbol of checker.symbols.all) declareSupertypes(checker, symbol);
  refuseCircles(checker);
  for (const symbol of checker.symbols.all) declareMembers(checker, symbol);
  const bound = units.map((unit) => ({ unit, bound: checkClass(checker, unit.symbol), body: checkScript(checker, unit) }));
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
  const js = diagnostics.some((one) => one.severity === 'error') ? '' : generate(checker, bound, options.coverage ?? false);
  const emitEnd = performance.now();
  return {
    hash,
    classes: infos,
    triggers: triggerInfos,
    labels: { labels: texts.labels, translations: texts.translations },
    diagnostics: [...diagnostics].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.column - b.column),
    js,
    timings: { parse: parseEnd - start, check: checkEnd - parseEnd, emit: emitEnd - checkEnd },
  };
}

function parsed<N extends UnitNode>(
  source: ApexSource,
  parse: (text: string) => Parsed<N>,
  cache: AstCache | undefined,
  diagnostics: Diagnostic[],
): N | null {
  const key = cache ? sha(FORMAT, source.source) : '';
  const stored = cache?.get(key);
  const result = stored ? (JSON.parse(stored) as Parsed<N>) : parse(source.source);
  if (cache && !stored) cache.put(key, JSON.stringify(result));
  for (const { line, column, message } of result.findings)
    diagnostics.push({ path: source.path, line, column, severity: 'error', message });
  return result.unit;
}

/** Triggers and anonymous blocks are classes whose members are their declarations and whose body is a static method. */
function declareScript(
  checker: Checker,
  name: string,
  node: TriggerNode | AnonymousNode,
  source: { path: string; apiVersion: number },
): ClassSymbol {
  const members = node.members.map((member) =>
    member.kind === 'method' || member.kind === 'field' || member.kind === 'property'
      ? { ...member, modifiers: { ...member.modifiers, words: [...new Set([...member.modifiers.words, 'static'])] } }
      : member,
  );
  const declaration: ClassNode & DeclarationNode = {
    kind: 'class',
    line: node.line,
    column: node.column,
    name,
    modifiers: { words: ['public'], annotations: [] },
    superType: null,
    interfaces: [],
    members,
    endLine: Number.MAX_SAFE_INTEGER,
  };
  return declareClass(checker, declaration, source.path, source.apiVersion, null);
}

function checkScript(checker: Checker, unit: Unit): BoundBody | null {
  const { script, symbol } = unit;
  if (!script) return null;
  if (script.kind === 'anonymous') return checkStatements(checker, symbol, script.body);
  const object = checker.table.schema.object(script.object);
  if (!object) report(checker, symbol.path, script, `Invalid type: Schema.${script.object}`);
  checkEvents(checker, symbol.path, script);
  return checkTrigger(checker, symbol, script, object ? checker.table.record(object) : checker.table.unknown);
}

function generate(
  checker: Checker,
  units: readonly { unit: Unit; bound: BoundClass; body: BoundBody | null }[],
  coverage: boolean,
): string {
  const { table } = checker;
  const tables: Tables = { natives: new Map(checker.nativeKeys), types: new Map(), coverage };
  const chunks = units.map(({ unit, bound, body }) => ({
    name: unit.symbol.name,
    code: body ? scriptChunk(bound, body, tables, table) : classChunk(bound, tables, table),
  }));
  const titles = new Map<ClassSymbol, string>();
  for (const { unit } of units)
    if (unit.script) titles.set(unit.symbol, unit.script.kind === 'trigger' ? `Trigger.${unit.script.name}` : 'AnonymousBlock');
  const lines: Record<number, readonly number[]> = {};
  if (coverage) for (const { bound } of units) for (const one of [bound, ...bound.inner]) lines[one.symbol.index] = coverableLines(one);
  const artifact: Artifact = {
    chunks,
    natives: [...tables.natives.keys()],
    types: [...tables.types.keys()],
    classes: checker.symbols.all.map((symbol) => classMeta(symbol, table, titles.get(symbol))),
    triggers: Object.fromEntries(
      units.flatMap(({ unit }) => (unit.script?.kind === 'trigger' ? [[unit.script.name.toLowerCase(), unit.symbol.index]] : [])),
    ),
    lines,
    anonymous: units.find(({ unit }) => unit.script?.kind === 'anonymous')?.unit.symbol.index ?? null,
  };
  return JSON.stringify(artifact);
}
