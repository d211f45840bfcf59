import type { TypeNode } from '../ast/nodes';
import type { TypeTable } from '../types/table';
import type { Type } from '../types/type';
import { lineage } from './hierarchy';
import type { ClassSymbol } from './symbols';

/** A place where a file names a class of the program. */
export interface Use {
  readonly path: string;
  readonly line: number;
  readonly symbol: ClassSymbol;
}

/** A place where a file writes a field of a record whose object is known. */
export interface Write {
  readonly path: string;
  readonly line: number;
  readonly object: string;
  readonly field: string;
}

/** The program's classes by lower-case qualified name. */
export class ProgramSymbols {
  readonly byName = new Map<string, ClassSymbol>();
  readonly all: ClassSymbol[] = [];
  readonly uses: Use[] = [];
  readonly writes: Write[] = [];

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

/** The same for a name that stands in the source: the program remembers the place. */
export function namedClass(name: string, from: ClassSymbol, line: number, symbols: ProgramSymbols): ClassSymbol | undefined {
  const symbol = lookupClass(name, from, symbols);
  if (symbol) symbols.uses.push({ path: from.path, line, symbol });
  return symbol;
}

/** Resolves a type as written; undefined when there is no such type, after `refuse` got the reason. */
export function lookupType(
  node: TypeNode,
  from: ClassSymbol,
  table: TypeTable,
  symbols: ProgramSymbols,
  refuse: (message: string) => void,
): Type | undefined {
  const args: Type[] = [];
  for (const arg of node.args) {
    const type = lookupType(arg, from, table, symbols, refuse);
    if (!type) return undefined;
    args.push(type);
  }
  const type = namedClass(node.name, from, node.line, symbols)?.type ?? table.builtIn(node.name, args);
  const message = type ? misfit(type, args.length) : `Invalid type: ${node.name}`;
  if (message === null) return type;
  refuse(message);
  return undefined;
}

/** What is wrong with this number of type arguments; null when it is the type's own. */
function misfit({ name, platform }: Type, given: number): string | null {
  const expected = platform?.parameters.length ?? 0;
  if (given === expected) return null;
  if (expected === 0) return `Type arguments provided for a non-parameterized type: ${name}`;
  if (given === 0) return `No type arguments provided for a parameterized type: ${name}`;
  return `Invalid type argument count for ${name}: expected ${expected} but found ${given}`;
}
