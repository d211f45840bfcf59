import type { ApexSource, LabelTexts } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { DeclarationNode, ExpressionNode, FieldNode, NodeOf, TriggerNode } from './ast/nodes';
import { checkUnit, declareProgram, parsed, type TextCache, type CheckedOptions, type CompileSources } from './checked';
import type { Use, Write } from './check/program';
import { parseClass, parseTrigger } from './parse';

/** A class of the project that a file names. */
export interface Reference {
  readonly line: number;
  /** `Outer.Inner` for an inner class. */
  readonly name: string;
  /** The file that declares it. */
  readonly path: string;
}

/** One Apex file of a project: what it declares, which classes it depends on by name, and what it writes. */
export interface ApexFile {
  readonly path: string;
  readonly name: string;
  /** Its syntax tree; null when its syntax is wrong. */
  readonly unit: DeclarationNode | TriggerNode | null;
  /** By line, each class once a line; not the file's own. */
  readonly references: readonly Reference[];
  /** Texts and constants of the class that it gives to `Type.forName`, which no compiler follows. */
  readonly namedTypes: readonly { readonly line: number; readonly name: string }[];
  /** Fields of records that it assigns or gives to a constructor, by line, each once a line; `put` names them when it runs. */
  readonly writes: readonly { readonly line: number; readonly object: string; readonly field: string }[];
}

/** Parses the files of a program, and asks nothing of one about another. */
export function parseFiles(sources: CompileSources, cache?: TextCache): Pick<ApexFile, 'path' | 'name' | 'unit'>[] {
  const files = [
    ...sources.classes.map((source) => ({ source, unit: parsed(source, parseClass, cache, []) })),
    ...sources.triggers.map((source) => ({ source, unit: parsed(source, parseTrigger, cache, []) })),
  ];
  return files.map(({ source: { path, name }, unit }) => ({ path, name, unit }));
}

/** Reads the files of a program. Mistakes of the sources do not stop it: what can be resolved is there. */
export function readFiles(sources: CompileSources, schema: Schema, texts: LabelTexts, options: CheckedOptions): ApexFile[] {
  const { checker, classes, triggers, units } = declareProgram(sources, null, schema, texts, options);
  for (const unit of units) checkUnit(checker, unit);
  const uses = byPath(checker.symbols.uses);
  const writes = byPath(checker.symbols.writes);
  return [...classes, ...triggers].map(({ source, node }) => ({
    path: source.path,
    name: source.name,
    unit: node,
    references: referencesOf(source, uses.get(source.path) ?? []),
    namedTypes: node ? namedTypesOf(node) : [],
    writes: writesOf(writes.get(source.path) ?? []),
  }));
}

function byPath<T extends { readonly path: string }>(places: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const place of places) {
    const here = found.get(place.path);
    if (here) here.push(place);
    else found.set(place.path, [place]);
  }
  return found;
}

function referencesOf(source: ApexSource, uses: readonly Use[]): Reference[] {
  const found = new Map<string, Reference>();
  for (const { line, symbol } of uses) {
    if (symbol.path !== source.path) found.set(`${line} ${symbol.name}`, { line, name: symbol.name, path: symbol.path });
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function writesOf(writes: readonly Write[]): ApexFile['writes'] {
  const found = new Map(writes.map(({ line, object, field }) => [`${line} ${object}.${field}`, { line, object, field }]));
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function namedTypesOf(unit: DeclarationNode | TriggerNode): { line: number; name: string }[] {
  const all = [...objectsIn(unit)];
  const constants = new Map(all.filter(isField).map((field) => [field.name.toLowerCase(), field.initial]));
  return all.filter(isForName).flatMap((call) => {
    const name = call.args.at(-1);
    const value = name?.kind === 'name' ? constants.get(name.name.toLowerCase()) : name;
    return value?.kind === 'literal' && value.type === 'String' ? [{ line: call.line, name: value.text }] : [];
  });
}

/** All nodes below a node, itself included: trees are plain data. */
function* objectsIn(value: unknown): Generator<{ readonly kind?: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const part of Object.values(value)) yield* objectsIn(part);
}

const isField = (node: { readonly kind?: unknown }): node is FieldNode => node.kind === 'field';

function isForName(node: { readonly kind?: unknown }): node is NodeOf<'call'> {
  if (node.kind !== 'call') return false;
  const { object, name } = node as NodeOf<'call'>;
  return name.toLowerCase() === 'forname' && object !== null && isType(object);
}

/** `Type` or `System.Type`. */
function isType(node: ExpressionNode): boolean {
  return (node.kind === 'name' || node.kind === 'member') && node.name.toLowerCase() === 'type';
}
