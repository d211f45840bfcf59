import type { LabelTexts } from '../metadata/model';
import type { Schema } from '../schema/model';
import type { Chunk } from './artifact';
import { FORMAT, sha, type DeclaredProgram, type DeclaredUnit, type TextCache } from './checked';

/** Generated code of files that are without error in a program like this one. */
export interface ChunkCache {
  find(unit: DeclaredUnit): Chunk | undefined;
  keep(unit: DeclaredUnit, chunk: Chunk): void;
}

/**
 * A file's code depends on its text, on its place among the classes, and on what is declared outside of it: a body that changes, or a trigger
 * that is added, costs that file alone. Anonymous Apex is not kept, because it seldom comes again.
 */
export function chunkCache(program: DeclaredProgram, schema: Schema, texts: LabelTexts, store: TextCache): ChunkCache {
  const world = sha(FORMAT, declarations(program), facts(schema), [...texts.labels.keys()].join());
  const keyOf = ({ symbol, source }: DeclaredUnit): string =>
    sha(world, String(symbol.index), source.name, String(source.apiVersion), source.source);
  const isKept = (unit: DeclaredUnit): boolean => unit.script?.kind !== 'anonymous';
  return {
    find: (unit) => {
      const text = isKept(unit) ? store.get(keyOf(unit)) : undefined;
      return text === undefined ? undefined : (JSON.parse(text) as Chunk);
    },
    keep: (unit, chunk) => {
      if (isKept(unit)) store.put(keyOf(unit), JSON.stringify(chunk));
    },
  };
}

const PLACES = new Set(['line', 'column', 'endLine']);

/** What the classes of a program show to each other: their trees, of a body only whether there is one. Nothing can name a trigger. */
function declarations({ classes }: DeclaredProgram): string {
  return JSON.stringify(
    classes.map(({ source: { path, apiVersion }, node }) => [path, apiVersion, node]),
    (key, value: unknown) => {
      if (PLACES.has(key)) return undefined;
      return key === 'body' ? value !== null : value;
    },
  );
}

/** Validation rules are data of a save: no code is another one for them. */
function facts({ objects, features, unsupportedFields }: Schema): string {
  return JSON.stringify([objects, [...features], [...unsupportedFields]], (key, value: unknown) => {
    if (key === 'validationRules') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}
