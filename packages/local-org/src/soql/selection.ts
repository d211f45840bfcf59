import type { FieldType } from '../schema/model';
import type { BoundExpression, BoundField, BoundQuery, Source } from './bound';

/** A value of the select list under the name by which it is read, spelled as declared; an aggregate's name is its alias. */
export interface ValueColumn {
  readonly kind: 'field' | 'expression';
  readonly name: string;
  /** Relationships that lead to the field's record, for example `['Owner', 'Profile']`. */
  readonly parents: readonly string[];
  readonly type: FieldType;
}

/** A list of child records. */
export interface ChildColumn {
  readonly kind: 'child';
  readonly name: string;
  readonly columns: readonly SelectedColumn[];
}

/** A value that is made of several fields of the record. */
export interface CompoundColumn {
  readonly kind: 'compound';
  readonly name: string;
  readonly parents: readonly string[];
  readonly type: FieldType;
  readonly parts: readonly { readonly key: string; readonly name: string }[];
}

export type SelectedColumn = ValueColumn | ChildColumn | CompoundColumn;

/** What a query selects, in its order; nothing for `COUNT()`. */
export function selectedColumns(query: BoundQuery): readonly SelectedColumn[] {
  return query.select.flatMap((item): SelectedColumn[] => {
    switch (item.kind) {
      case 'field':
        if (item.hidden) return [];
        return [{ kind: 'field', name: nameOf(item.field), parents: relationshipsTo(item.field.source), type: typeOf(item.field) }];
      case 'compound': {
        const parts = item.parts.map(({ key, field }) => ({ key, name: field.name }));
        return [{ kind: 'compound', name: item.field.name, parents: relationshipsTo(item.source), type: item.field.type, parts }];
      }
      case 'child':
        return [{ kind: 'child', name: item.relationship, columns: selectedColumns(item.query) }];
      case 'expression':
        return [{ kind: 'expression', name: item.alias, parents: [], type: typeOf(item.expression) }];
    }
  });
}

function relationshipsTo({ parent, relationship }: Source): readonly string[] {
  return parent && relationship !== null ? [...relationshipsTo(parent), relationship] : [];
}

const nameOf = ({ isEntityType, field }: BoundField): string => (isEntityType ? 'Type' : field.name);

function typeOf(expression: BoundExpression): FieldType {
  switch (expression.kind) {
    case 'field':
      return expression.isEntityType ? 'string' : expression.field.type;
    case 'datePart':
      return expression.name === 'DAY_ONLY' ? 'date' : 'int';
    case 'aggregate':
      if (expression.name === 'AVG') return 'double';
      if (!expression.argument || expression.name === 'COUNT' || expression.name === 'COUNT_DISTINCT') return 'int';
      return typeOf(expression.argument);
  }
}
