import type { Bound } from '../check/bound';
import type { ClassSymbol } from '../check/symbols';

/** Tables that the generated code of one file refers to by position. */
export interface Tables {
  /** Native keys: `N[i]`. */
  readonly natives: Map<string, number>;
  /** Canonical type texts: `Y[i]`. */
  readonly types: Map<string, number>;
  readonly coverage: boolean;
}

/** What the emitters of one class share. */
export interface Emission {
  readonly tables: Tables;
  readonly symbol: ClassSymbol;
  /** Makes names of loop helpers unique within the class. */
  counter: number;
  /** `break` and `continue` of a loop outside of the `System.runAs` closure they stand in become results of the closure. */
  jumps: 'plain' | 'signal';
  expression(bound: Bound): string;
}

/**
 * Generated code is one line until the end; a mark says on which line of the Apex source the text after it belongs. `layout`
 * turns marks into line breaks, so that a stack frame's line is the Apex line.
 */
export const mark = (line: number): string => `\u0001${line}\u0002`;

export function layout(code: string): string {
  let at = 1;
  // eslint-disable-next-line no-control-regex -- the marks are control characters because no other text can hold them
  return code.replace(/\u0001(\d+)\u0002/g, (_, digits: string) => {
    const line = Number(digits);
    if (line <= at) return '';
    const breaks = '\n'.repeat(line - at);
    at = line;
    return breaks;
  });
}

export function nativeRef(emission: Emission, key: string): string {
  return `N[${indexOf(emission.tables.natives, key)}]`;
}

export function typeRef(emission: Emission, text: string): string {
  return `Y[${indexOf(emission.tables.types, text)}]`;
}

function indexOf(table: Map<string, number>, key: string): number {
  let index = table.get(key);
  if (index === undefined) table.set(key, (index = table.size));
  return index;
}

/** The value with a null check where it may be null. */
export function checked(emission: Emission, bound: Bound): string {
  const js = emission.expression(bound);
  return bound.nonNull ? js : `(${js}??$.npe())`;
}

/** Caller constants of a class: `K3`. */
export const callerRef = (symbol: ClassSymbol): string => `K${symbol.index}`;

/** Storage of a class's static fields, initialised on first use. */
export const statics = (symbol: ClassSymbol): string => `(H.statics[${symbol.index}]??R.i${symbol.index}())`;

/** Runs the static initialisers of a class before `js`, unless we are inside it. */
export function initialised(emission: Emission, owner: ClassSymbol, js: string): string {
  if (!owner.hasStaticInit || owner === emission.symbol) return js;
  return `(${statics(owner)},${js})`;
}
