import type { Schema } from '../schema/model';
import type { Operand, Query } from './ast';
import type { BoundExpression, BoundQuery, FieldUse } from './bound';
import type { SourceSet } from './sources';

/** What the parts of one query share while it is bound. */
export interface Scope {
  readonly schema: Schema;
  readonly text: string;
  readonly sources: SourceSet;
  readonly numbers: { next: number };
  readonly binds: Set<string>;
  readonly nestedUses: FieldUse[];
  readonly expression: (operand: Operand, inSelect: boolean) => BoundExpression;
  /** True inside a semi join. */
  readonly isSubSelect: boolean;
  /** 1 for the query itself, 2 for a child query in its select list, and so on. */
  readonly level: number;
  readonly subQuery: (query: Query) => BoundQuery;
}
