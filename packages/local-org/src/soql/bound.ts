import type { Shape } from '../kernel/sobject';
import type { CompoundPart } from '../schema/compound';
import type { Field, ObjectType } from '../schema/model';
import type { ModeClause, Position } from './ast';

/** One table in the query: the object of FROM (`parent` null) or what a lookup leads to. */
export interface Source {
  /** Unique within the whole query text; the SQL alias is `t` + number. */
  readonly number: number;
  /** More than one for a lookup that may point to several objects; its fields are then those of the Name entity. */
  readonly objects: readonly ObjectType[];
  readonly parent: Source | null;
  /** The lookup on `parent` that leads here. */
  readonly lookup: BoundField | null;
  /** Declared relationship name, for example `Owner`. */
  readonly relationship: string | null;
}

export interface BoundField {
  readonly kind: 'field';
  readonly source: Source;
  /** The field per object of the source; undefined where that object has none. */
  readonly fields: readonly (Field | undefined)[];
  /** The first that exists: type, label and name are taken from it. */
  readonly field: Field;
  /** `Type` of a Name entity: the name of the object that the row belongs to. */
  readonly isEntityType: boolean;
}

export type AggregateName = 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';

export interface BoundAggregate {
  readonly kind: 'aggregate';
  readonly name: AggregateName;
  readonly argument: BoundField | null;
}

export interface BoundDatePart {
  readonly kind: 'datePart';
  /** `CALENDAR_YEAR`, `DAY_ONLY`, ... */
  readonly name: string;
  /** A date, or an instant, whose parts are then those of GMT (SOQL Reference, "Date Functions"). */
  readonly argument: BoundField;
}

export type BoundExpression = BoundField | BoundAggregate | BoundDatePart;

/** A constant of the query, or where it comes from when the query runs. Already converted to what the column holds. */
export type BoundValue =
  | { readonly kind: 'constant'; readonly value: string | number | null }
  | { readonly kind: 'bind'; readonly name: string }
  /** A span of time, for example `LAST_N_DAYS:3`, worked out when the query runs. */
  | { readonly kind: 'formula'; readonly name: string; readonly n: number };

export type BoundCondition =
  | { readonly kind: 'and' | 'or'; readonly items: readonly BoundCondition[] }
  | { readonly kind: 'not'; readonly item: BoundCondition }
  | {
      readonly kind: 'compare';
      readonly left: BoundExpression;
      readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: BoundValue;
    }
  | { readonly kind: 'like'; readonly left: BoundField; readonly value: BoundValue }
  | {
      readonly kind: 'in';
      readonly left: BoundExpression;
      readonly negated: boolean;
      readonly values: readonly BoundValue[] | { readonly bind: string };
    }
  | {
      readonly kind: 'includes';
      readonly left: BoundField;
      readonly negated: boolean;
      readonly values: readonly BoundValue[] | { readonly bind: string };
    }
  | { readonly kind: 'inQuery'; readonly left: BoundField; readonly negated: boolean; readonly query: BoundQuery };

export type BoundSelect =
  /** `implicit`: comes from FIELDS(), which leaves out what the user may not read. */
  | {
      readonly kind: 'field';
      readonly field: BoundField;
      readonly toLabel: boolean;
      readonly implicit: boolean;
      /** Read only because a compound field is made of it. */
      readonly hidden?: true;
    }
  | {
      readonly kind: 'compound';
      readonly source: Source;
      readonly field: Field;
      readonly parts: readonly CompoundPart[];
      readonly implicit: boolean;
      readonly at: Position;
    }
  | { readonly kind: 'child'; readonly relationship: string; readonly foreignKey: Field; readonly query: BoundQuery }
  | { readonly kind: 'expression'; readonly alias: string; readonly expression: BoundExpression };

export interface BoundOrder {
  readonly expression: BoundExpression;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

export type BoundCount = { readonly kind: 'literal'; readonly value: number } | { readonly kind: 'bind'; readonly name: string };

/** A field that the query touches anywhere: what user mode checks. */
export interface FieldUse {
  readonly object: ObjectType;
  readonly field: Field;
  readonly inSelect: boolean;
  readonly implicit: boolean;
  readonly at: Position;
}

/** A query whose every name is resolved. Immutable and reusable; REST takes the order of its columns from `select`. */
export interface BoundQuery {
  readonly text: string;
  readonly kind: 'rows' | 'count' | 'aggregate';
  readonly object: ObjectType;
  /** `[0]` is the object of FROM; the others are reached by lookups, parents before their own parents. */
  readonly sources: readonly Source[];
  readonly select: readonly BoundSelect[];
  /** Shape of the rows of an aggregate query, aliases in order. */
  readonly aggregateShape: Shape | null;
  readonly where: BoundCondition | null;
  readonly groupBy: readonly BoundExpression[];
  readonly having: BoundCondition | null;
  readonly orderBy: readonly BoundOrder[];
  readonly limit: BoundCount | null;
  readonly offset: BoundCount | null;
  readonly forUpdate: boolean;
  readonly allRows: boolean;
  readonly mode: ModeClause | null;
  /** Of this query and all queries inside it. */
  readonly uses: readonly FieldUse[];
  /** Names of all binds, lower case, this query and all queries inside it. */
  readonly binds: readonly string[];
  readonly position: Position;
}
