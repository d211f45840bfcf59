import type { Place } from '../ast/nodes';
import type { Type } from '../types/type';
import type { Checker } from './options';
import { report } from './options';
import type { ClassSymbol, FieldSymbol } from './symbols';
import { checkName } from './reserved';

export interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly js: string;
  readonly final: boolean;
}

/** One method, accessor, initialiser, trigger or anonymous block while it is checked. */
export interface Body {
  readonly checker: Checker;
  readonly symbol: ClassSymbol;
  readonly isStatic: boolean;
  readonly returns: Type;
  readonly isConstructor: boolean;
  /** Inside an accessor the property's own name is its storage. */
  readonly property: FieldSymbol | null;
  /** Object of the trigger that is checked. */
  readonly triggerObject: Type | null;
  readonly scopes: Map<string, Variable>[];
  readonly lines: Set<number>;
  temps: number;
  calls: boolean;
  loops: number;
  /** In a constructor or initialiser, where final fields may be set. */
  initializing: boolean;
}

export function newBody(
  checker: Checker,
  symbol: ClassSymbol,
  isStatic: boolean,
  returns: Type,
  extra: { isConstructor?: boolean; property?: FieldSymbol; triggerObject?: Type } = {},
): Body {
  return {
    checker,
    symbol,
    isStatic,
    returns,
    isConstructor: extra.isConstructor ?? false,
    property: extra.property ?? null,
    triggerObject: extra.triggerObject ?? null,
    scopes: [new Map()],
    lines: new Set(),
    temps: 0,
    calls: false,
    loops: 0,
    initializing: extra.isConstructor ?? false,
  };
}

export function fault(body: Body, at: Place, message: string): void {
  report(body.checker, body.symbol.path, at, message);
}

export function findVariable(body: Body, name: string): Variable | undefined {
  const key = name.toLowerCase();
  for (let i = body.scopes.length - 1; i >= 0; i--) {
    const variable = body.scopes[i]?.get(key);
    if (variable) return variable;
  }
  return undefined;
}

/** Declares a variable; a duplicate or a reserved name is reported and declared all the same, so that its uses stay quiet. */
export function declareVariable(body: Body, at: Place, name: string, type: Type, final = false): Variable {
  const key = name.toLowerCase();
  if (findVariable(body, name)) fault(body, at, `Duplicate variable: ${name}`);
  checkName(body.checker, body.symbol.path, at, name);
  const variable: Variable = { name, type, js: `v_${key}`, final };
  body.scopes[body.scopes.length - 1]?.set(key, variable);
  return variable;
}

/** Runs `work` in a scope of its own. */
export function inScope<R>(body: Body, work: () => R): R {
  body.scopes.push(new Map());
  try {
    return work();
  } finally {
    body.scopes.pop();
  }
}
