import { createHash } from 'node:crypto';
import type { ApexSource, Diagnostic, LabelTexts } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { AnonymousNode, ClassNode, DeclarationNode, TriggerNode, UnitNode } from './ast/nodes';
import type { BoundBody, BoundClass } from './check/bound';
import { checkClass, checkStatements, checkTrigger } from './check/classes';
import { declareClass, declareMembers, declareSupertypes, refuseCircles } from './check/declare';
import type { Checker, SoqlChecker } from './check/options';
import { report } from './check/options';
import { ProgramSymbols } from './check/program';
import type { ClassSymbol } from './check/symbols';
import { checkEvents } from './check/trigger-events';
import type { Parsed } from './parse';
import { parseAnonymous, parseClass, parseTrigger } from './parse';
import type { PlatformTypes } from './types/platform';
import { TypeTable } from './types/table';

/** Syntax trees, or generated code, by key, as JSON text. */
export interface TextCache {
  get(key: string): string | undefined;
  /** Says that the text is in use, though it need not be read. */
  use?(key: string): void;
  put(key: string, text: string): void;
}

export interface CompileSources {
  readonly classes: readonly ApexSource[];
  readonly triggers: readonly ApexSource[];
}

export interface CheckedOptions {
  /** Signatures of the platform: `loadPlatformTypes(directory)`. */
  readonly platform: PlatformTypes;
  readonly astCache?: TextCache;
  readonly checkSoql?: SoqlChecker;
  /** Says whether the local org implements a platform method; absent: all count as implemented. */
  readonly hasNative?: (key: string) => boolean;
}

/** Part of every cache key: raise it when the tree or the generated code changes its form. */
export const FORMAT = 'apex-10';

export const sha = (...parts: string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** One file's class with those inside it, or its trigger. */
export interface DeclaredUnit {
  readonly symbol: ClassSymbol;
  readonly script: TriggerNode | AnonymousNode | null;
  readonly source: ApexSource;
}

/** The same with its bodies resolved. */
export interface CheckedUnit extends DeclaredUnit {
  readonly bound: BoundClass;
  readonly body: BoundBody | null;
}

/** A file as it was parsed; null when its syntax is wrong. */
export interface ParsedFile<N extends UnitNode> {
  readonly source: ApexSource;
  readonly node: N | null;
}

export interface DeclaredProgram {
  readonly checker: Checker;
  readonly classes: readonly ParsedFile<DeclarationNode>[];
  readonly triggers: readonly ParsedFile<TriggerNode>[];
  readonly units: readonly DeclaredUnit[];
  /** Milliseconds. */
  readonly parse: number;
}

/**
 * Parses a whole program, and anonymous Apex with it, and declares what every file gives to the others; no body has been looked at. Mistakes of
 * the sources become diagnostics of the checker.
 */
export function declareProgram(
  sources: CompileSources,
  anonymous: string | null,
  schema: Schema,
  texts: LabelTexts,
  options: CheckedOptions,
): DeclaredProgram {
  const diagnostics: Diagnostic[] = [];
  const checker: Checker = {
    table: new TypeTable(schema, options.platform),
    symbols: new ProgramSymbols(),
    options: {
      platform: options.platform,
      texts,
      ...(options.checkSoql ? { checkSoql: options.checkSoql } : {}),
      ...(options.hasNative ? { hasNative: options.hasNative } : {}),
    },
    diagnostics,
  };

  const start = performance.now();
  const classes = sources.classes.map((source) => ({ source, node: parsed(source, parseClass, options.astCache, diagnostics) }));
  const triggers = sources.triggers.map((source) => ({ source, node: parsed(source, parseTrigger, options.astCache, diagnostics) }));
  const script = { name: 'AnonymousBlock', path: 'anonymous', source: anonymous ?? '', apiVersion: 67 };
  const block = anonymous === null ? null : parsed(script, parseAnonymous, undefined, diagnostics);
  const parseEnd = performance.now();

  const units: DeclaredUnit[] = [];
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
  return { checker, classes, triggers, units, parse: parseEnd - start };
}

/** Checks the bodies of one file; what it takes of other files is what they declare. */
export function checkUnit(checker: Checker, unit: DeclaredUnit): CheckedUnit {
  return { ...unit, bound: checkClass(checker, unit.symbol), body: checkScript(checker, unit) };
}

/** Trees of this process by key: it may compile one project after another that differ in little. */
const trees = new Map<string, Parsed<UnitNode>>();
const MAX_TREES = 3_000;

/** The tree of one file, from the cache when its text was parsed before; its syntax findings become diagnostics. */
export function parsed<N extends UnitNode>(
  source: ApexSource,
  parse: (text: string) => Parsed<N>,
  cache: TextCache | undefined,
  diagnostics: Diagnostic[],
): N | null {
  const result = cache ? cachedTree(source.source, parse, cache) : parse(source.source);
  for (const { line, column, message } of result.findings)
    diagnostics.push({ path: source.path, line, column, severity: 'error', message });
  return result.unit;
}

function cachedTree<N extends UnitNode>(text: string, parse: (text: string) => Parsed<N>, cache: TextCache): Parsed<N> {
  const key = sha(FORMAT, text);
  const known = trees.get(key);
  if (known) {
    cache.use?.(key);
    return known as Parsed<N>;
  }
  const stored = cache.get(key);
  const result = stored ? (JSON.parse(stored) as Parsed<N>) : parse(text);
  if (!stored) cache.put(key, JSON.stringify(result));
  if (trees.size >= MAX_TREES) trees.clear();
  trees.set(key, result);
  return result;
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
    keyword: node,
    line: node.line,
    column: node.column,
    name,
    modifiers: { words: ['public'], annotations: [], places: [] },
    superType: null,
    interfaces: [],
    members,
    endLine: Number.MAX_SAFE_INTEGER,
  };
  return declareClass(checker, declaration, source.path, source.apiVersion, null);
}

function checkScript(checker: Checker, unit: DeclaredUnit): BoundBody | null {
  const { script, symbol } = unit;
  if (!script) return null;
  if (script.kind === 'anonymous') return checkStatements(checker, symbol, script.body);
  const object = checker.table.schema.object(script.object);
  if (!object) report(checker, symbol.path, script, `Invalid type: Schema.${script.object}`);
  checkEvents(checker, symbol.path, script);
  return checkTrigger(checker, symbol, script, object ? checker.table.record(object) : checker.table.unknown);
}
