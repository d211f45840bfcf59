/** Place in the query text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `WITH USER_MODE` and its like: which it is, and the word as it was written. */
export interface ModeClause extends Position {
  readonly mode: 'user' | 'system' | 'enforced';
  readonly word: string;
}

export interface FieldPath {
  readonly kind: 'path';
  /** `['Owner', 'Name']` */
  readonly parts: readonly string[];
  readonly at: Position;
}

export interface FunctionCall {
  readonly kind: 'function';
  /** Upper case: `COUNT`, `COUNT_DISTINCT`, `CALENDAR_YEAR`, `TOLABEL`, ... */
  readonly name: string;
  readonly argument: FieldPath | null;
  /** `CALENDAR_YEAR(convertTimezone(CreatedDate))` */
  readonly convertTimezone: boolean;
  readonly at: Position;
}

export type Operand = FieldPath | FunctionCall;

export type SelectItem =
  | { readonly kind: 'field'; readonly operand: Operand; readonly alias: string | null }
  | { readonly kind: 'fields'; readonly group: 'ALL' | 'CUSTOM' | 'STANDARD'; readonly at: Position }
  | { readonly kind: 'child'; readonly query: Query; readonly at: Position };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  /** `pattern` keeps `\_` and `\%` for LIKE. */
  | { readonly kind: 'string'; readonly value: string; readonly pattern: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'formula'; readonly name: string; readonly n: number }
  | { readonly kind: 'bind'; readonly name: string; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'query'; readonly query: Query };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly items: readonly Condition[] }
  | { readonly kind: 'not'; readonly item: Condition }
  | { readonly kind: 'compare'; readonly operand: Operand; readonly operator: Operator; readonly value: Value; readonly at: Position };

export interface Order {
  readonly operand: Operand;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

export type Count = { readonly kind: 'literal'; readonly value: number } | { readonly kind: 'bind'; readonly name: string };

export interface Query {
  readonly select: readonly SelectItem[];
  /** `SELECT COUNT() FROM ...` */
  readonly isCount: boolean;
  /** `['Account']`; for a child subquery the relationship's name. */
  readonly from: FieldPath;
  readonly fromAlias: string | null;
  readonly where: Condition | null;
  readonly groupBy: readonly Operand[];
  readonly having: Condition | null;
  readonly orderBy: readonly Order[];
  readonly limit: Count | null;
  readonly offset: Count | null;
  readonly forUpdate: boolean;
  readonly allRows: boolean;
  readonly mode: ModeClause | null;
}
