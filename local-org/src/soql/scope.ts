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
  readonly subQuery: (query: Query) => BoundQuery;
}
