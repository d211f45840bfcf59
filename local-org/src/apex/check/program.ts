import type { TypeNode } from '../ast/nodes';
import type { TypeTable } from '../types/table';
import type { Type } from '../types/type';
import { lineage } from './hierarchy';
import type { ClassSymbol } from './symbols';

/** The program's classes by lower-case qualified name. */
export class ProgramSymbols {
  readonly byName = new Map<string, ClassSymbol>();
  readonly all: ClassSymbol[] = [];

  add(symbol: ClassSymbol): void {
    this.byName.set(symbol.name.toLowerCase(), symbol);
    this.all.push(symbol);
  }

  find(name: string): ClassSymbol | undefined {
    return this.byName.get(name.toLowerCase());
  }
}

/** A class as seen from inside `from`: inner classes of it, of its supertypes and of the classes around it, then top-level ones. */
export function lookupClass(name: string, from: ClassSymbol | null, symbols: ProgramSymbols): ClassSymbol | undefined {
  const [first, ...rest] = name.toLowerCase().split('.') as [string, ...string[]];
  let found: ClassSymbol | undefined;
  for (let around = from; around && !found; around = around.outer) {
    for (const one of lineage(around)) {
      found = one.simpleName.toLowerCase() === first && one.outer ? one : one.inner.get(first);
      if (found) break;
    }
  }
  found ??= symbols.find(first);
  for (const part of rest) found = found?.inner.get(part);
  return found;
}

/** Resolves a type as written; undefined when some part of it does not exist. `missing` receives the name to blame. */
export function lookupType(
  node: TypeNode,
  from: ClassSymbol | null,
  table: TypeTable,
  symbols: ProgramSymbols,
  missing: (name: string) => void,
): Type | undefined {
  const symbol = lookupClass(node.name, from, symbols);
  if (symbol) return symbol.type;
  const args: Type[] = [];
  for (const arg of node.args) {
    const type = lookupType(arg, from, table, symbols, missing);
    if (!type) return undefined;
    args.push(type);
  }
  const type = table.builtIn(node.name, args);
  if (!type) missing(node.name);
  return type;
}
