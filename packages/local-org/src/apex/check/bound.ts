import type { Bridge } from './implementing';
import type { Runtime } from '../runtime';
import type { BlockNode } from '../ast/nodes';
import type { Type } from '../types/type';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol } from './symbols';

/** An operation of the runtime that generated code calls. */
export type Operation = keyof Runtime;

/**
 * Checked expressions: names resolved, overloads chosen, conversions explicit. The emitter needs nothing else.
 * `nonNull` says that no null check is needed. `line` places calls in stack traces.
 */
export interface Shared {
  readonly type: Type;
  readonly nonNull: boolean;
  readonly line: number;
}

export type Bound = Shared &
  (
    | { readonly kind: 'literal'; readonly js: string; readonly value?: string | number | boolean | bigint | null }
    | { readonly kind: 'local'; readonly js: string }
    | { readonly kind: 'temp'; readonly temp: number }
    | { readonly kind: 'this' }
    | { readonly kind: 'field'; readonly object: Bound; readonly field: FieldSymbol }
    | { readonly kind: 'static'; readonly field: FieldSymbol }
    | { readonly kind: 'property'; readonly object: Bound | null; readonly field: FieldSymbol; readonly isSuper: boolean }
    | { readonly kind: 'enumConstant'; readonly symbol: ClassSymbol; readonly name: string }
    | {
        readonly kind: 'recordField';
        readonly object: Bound;
        readonly slot: number;
        readonly parentPath: boolean;
        readonly checkbox: boolean;
      }
    | { readonly kind: 'op'; readonly name: Operation; readonly args: readonly Bound[]; readonly extra: readonly string[] }
    | { readonly kind: 'arithmetic'; readonly operator: string; readonly as: 'int' | 'long'; readonly left: Bound; readonly right: Bound }
    | { readonly kind: 'compare'; readonly operator: string; readonly left: Bound; readonly right: Bound }
    | { readonly kind: 'identical'; readonly negated: boolean; readonly left: Bound; readonly right: Bound }
    | { readonly kind: 'concat'; readonly left: Bound; readonly right: Bound }
    | { readonly kind: 'logical'; readonly operator: '&&' | '||'; readonly left: Bound; readonly right: Bound }
    | { readonly kind: 'not'; readonly operand: Bound }
    | { readonly kind: 'coalesce'; readonly left: Bound; readonly right: Bound }
    | { readonly kind: 'conditional'; readonly condition: Bound; readonly then: Bound; readonly otherwise: Bound }
    | {
        readonly kind: 'call';
        readonly method: MethodSymbol;
        readonly object: Bound | null;
        readonly isSuper: boolean;
        readonly args: readonly Bound[];
      }
    | { readonly kind: 'dynamicCall'; readonly object: Bound; readonly name: string; readonly key: string; readonly args: readonly Bound[] }
    | {
        readonly kind: 'native';
        readonly key: string;
        readonly args: readonly Bound[];
        readonly receiver: boolean;
        readonly variables: readonly VariableInScope[] | null;
      }
    | {
        readonly kind: 'construct';
        readonly symbol: ClassSymbol;
        readonly constructor_: ConstructorSymbol;
        readonly args: readonly Bound[];
      }
    | { readonly kind: 'constructException'; readonly symbol: ClassSymbol; readonly args: readonly Bound[] }
    | {
        readonly kind: 'chain';
        readonly isSuper: boolean;
        readonly constructor_: ConstructorSymbol | null;
        readonly args: readonly Bound[];
      }
    | {
        readonly kind: 'newRecord';
        readonly object: string;
        readonly fields: readonly { readonly slot: number; readonly value: Bound }[];
        readonly parents: readonly { readonly relationship: string; readonly value: Bound }[];
      }
    | { readonly kind: 'newList'; readonly values: readonly Bound[] }
    | { readonly kind: 'newSet'; readonly values: readonly Bound[] }
    | { readonly kind: 'newMap'; readonly pairs: readonly (readonly [Bound, Bound])[] }
    | { readonly kind: 'instanceof'; readonly value: Bound; readonly of: Type }
    | { readonly kind: 'cast'; readonly value: Bound }
    | { readonly kind: 'assign'; readonly target: Bound; readonly value: Bound }
    | { readonly kind: 'let'; readonly temp: number; readonly value: Bound; readonly body: Bound }
    | { readonly kind: 'safe'; readonly temp: number; readonly object: Bound; readonly body: Bound }
    | { readonly kind: 'sequence'; readonly first: Bound; readonly result: Bound }
    | {
        readonly kind: 'query';
        readonly text: string;
        readonly binds: readonly Bound[];
        readonly as: 'rows' | 'count';
        readonly object: string;
      }
  );

export type BoundOf<K extends Bound['kind']> = Extract<Bound, { kind: K }>;

export interface VariableInScope {
  readonly name: string;
  readonly value: Bound;
}

export type Statement =
  | {
      readonly kind: 'block';
      readonly line: number;
      readonly body: readonly Statement[];
      /** Several declarations of one statement: no scope of their own. */ readonly open?: boolean;
    }
  | { readonly kind: 'variable'; readonly line: number; readonly js: string; readonly value: Bound | null }
  | { readonly kind: 'evaluate'; readonly line: number; readonly value: Bound }
  | {
      readonly kind: 'if';
      readonly line: number;
      readonly condition: Bound;
      readonly then: Statement;
      readonly otherwise: Statement | null;
    }
  | { readonly kind: 'while'; readonly line: number; readonly condition: Bound; readonly body: Statement }
  | { readonly kind: 'do'; readonly line: number; readonly condition: Bound; readonly body: Statement }
  | {
      readonly kind: 'for';
      readonly line: number;
      readonly init: readonly Statement[];
      readonly condition: Bound | null;
      readonly update: readonly Bound[];
      readonly body: Statement;
    }
  | {
      readonly kind: 'forEach';
      readonly line: number;
      readonly js: string;
      readonly source: Bound;
      readonly how: 'list' | 'set' | 'iterable' | 'batches';
      readonly elementType: Type;
      readonly body: Statement;
    }
  | { readonly kind: 'return'; readonly line: number; readonly value: Bound | null }
  | { readonly kind: 'throw'; readonly line: number; readonly value: Bound }
  | { readonly kind: 'break'; readonly line: number }
  | { readonly kind: 'continue'; readonly line: number }
  | {
      readonly kind: 'try';
      readonly line: number;
      readonly body: Statement;
      readonly catches: readonly Catch[];
      readonly finallyBody: Statement | null;
    }
  | { readonly kind: 'switch'; readonly line: number; readonly temp: number; readonly subject: Bound; readonly cases: readonly Case[] }
  | {
      readonly kind: 'dml';
      readonly line: number;
      readonly operation: string;
      readonly value: Bound;
      readonly mode: 'user' | 'system' | null;
      readonly externalId: string | null;
    }
  | { readonly kind: 'runAs'; readonly line: number; readonly target: Bound; readonly body: Statement };

export type StatementBound<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

export interface Catch {
  readonly line: number;
  readonly type: Type;
  readonly js: string;
  readonly body: Statement;
}

/** `tests` empty: `when else`. */
export interface Case {
  readonly line: number;
  readonly isElse: boolean;
  readonly tests: readonly Bound[];
  /** `when Type name`: the variable that holds the subject. */
  readonly js: string | null;
  readonly body: Statement;
}

/** A checked body: statements and how many temporaries its expressions use. */
export interface BoundBody {
  readonly statements: readonly Statement[];
  readonly temps: number;
  /** Calls user code or natives: its depth is counted. */
  readonly calls: boolean;
  /** Lines that hold a statement, for coverage. */
  readonly lines: readonly number[];
}

export interface BoundClass {
  readonly symbol: ClassSymbol;
  readonly fields: ReadonlyMap<FieldSymbol, BoundBody>;
  readonly getters: ReadonlyMap<FieldSymbol, BoundBody>;
  readonly setters: ReadonlyMap<FieldSymbol, BoundBody>;
  readonly methods: ReadonlyMap<MethodSymbol, BoundBody>;
  readonly constructors: ReadonlyMap<ConstructorSymbol, BoundBody>;
  readonly initializers: ReadonlyMap<BlockNode, BoundBody>;
  readonly inner: readonly BoundClass[];
  readonly bridges: readonly Bridge[];
}
