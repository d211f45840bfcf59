import type { Chunk } from './artifact';
import { checkUnit, type CheckedUnit, type DeclaredProgram } from './checked';
import type { ChunkCache } from './chunk-cache';
import { coverableLines } from './describe';
import { classChunk, scriptChunk } from './emit/classes';
import type { Tables } from './emit/context';
import type { TypeTable } from './types/table';

export interface Generated {
  readonly chunks: readonly Chunk[];
  /** Lines with statements by class index, when they are counted. */
  readonly lines: Readonly<Record<number, readonly number[]>>;
}

/** Checks the files whose code the cache does not have. */
export const checkUnits = ({ checker, units }: DeclaredProgram, cache: ChunkCache | null): (Chunk | CheckedUnit)[] =>
  units.map((unit) => cache?.find(unit) ?? checkUnit(checker, unit));

/** Generates the code of a program without errors, and hands what is new to the cache. */
export function generate(
  units: readonly (Chunk | CheckedUnit)[],
  table: TypeTable,
  coverage: boolean,
  cache: ChunkCache | null,
): Generated {
  const lines: Record<number, readonly number[]> = {};
  const chunks = units.map((unit) => {
    if (!('bound' in unit)) return unit;
    const { bound, body } = unit;
    if (coverage) for (const one of [bound, ...bound.inner]) lines[one.symbol.index] = coverableLines(one, one === bound ? body : null);
    const chunk = chunkOf(unit, coverage, table);
    cache?.keep(unit, chunk);
    return chunk;
  });
  return { chunks, lines };
}

function chunkOf({ symbol, bound, body }: CheckedUnit, coverage: boolean, table: TypeTable): Chunk {
  const tables: Tables = { natives: new Map(), types: new Map(), coverage };
  const code = body ? scriptChunk(bound, body, tables, table) : classChunk(bound, tables, table);
  return { name: symbol.name, code, natives: [...tables.natives.keys()], types: [...tables.types.keys()] };
}
