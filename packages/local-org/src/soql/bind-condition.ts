import type { Condition, Position, Value } from './ast';
import { textOf } from './bind-aggregate';
import type { BoundCondition, BoundExpression, BoundField, BoundValue } from './bound';
import { refuseDeep } from './complexity';
import { malformed, SoqlError } from './errors';
import { fold } from './naming';
import type { Scope } from './scope';
import { bindValue, valueTypeOf } from './values';

const MAX_SEMI_JOINS = 2;

/** Resolves a WHERE or HAVING condition. */
export function bindCondition(condition: Condition, scope: Scope, having: boolean): BoundCondition {
  const semiJoins = countSemiJoins(condition);
  if (semiJoins > MAX_SEMI_JOINS) {
    throw malformed('Maximum 2 semi join sub-selects are allowed', { line: 1, column: 1 });
  }
  if (semiJoins > 0 && scope.isSubSelect) throw malformed('Nesting of semi join sub-selects is not supported', { line: 1, column: 1 });
  refuseDeep(condition, { line: 1, column: 1 });
  return bindNode(condition, scope, having, false);
}

function countSemiJoins(condition: Condition): number {
  if (condition.kind === 'not') return countSemiJoins(condition.item);
  if (condition.kind === 'compare') return condition.value.kind === 'query' ? 1 : 0;
  return condition.items.reduce((sum, item) => sum + countSemiJoins(item), 0);
}

function bindNode(condition: Condition, scope: Scope, having: boolean, underOr: boolean): BoundCondition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return {
        kind: condition.kind,
        items: condition.items.map((item) => bindNode(item, scope, having, underOr || condition.kind === 'or')),
      };
    case 'not':
      return { kind: 'not', item: bindNode(condition.item, scope, having, underOr) };
    case 'compare':
      return bindComparison(condition, scope, having, underOr);
  }
}

function bindComparison(condition: Condition & { kind: 'compare' }, scope: Scope, having: boolean, underOr: boolean): BoundCondition {
  const { operator, value, at } = condition;
  const name = textOf(condition.operand);
  const left = scope.expression(condition.operand, false);
  if (left.kind === 'aggregate' && !having) throw malformed(`Aggregate expressions belong into HAVING: ${name}`, at);
  if (left.kind === 'field' && !left.isEntityType && !left.field.filterable && !having) {
    throw new SoqlError('INVALID_FIELD', `field '${left.field.name}' can not be filtered in a query call`, at);
  }
  const one = (item: Value): BoundValue => {
    if (item.kind === 'bind') scope.binds.add(item.name.toLowerCase());
    return bindValue(item, valueTypeOf(left), name, at);
  };
  switch (operator) {
    case 'LIKE':
      return bindLike(left, value, scope, name, at);
    case 'IN':
    case 'NOT IN': {
      const negated = operator === 'NOT IN';
      if (value.kind === 'query') {
        // SOQL and SOSL Reference, HAVING: it cannot contain semi-joins or anti-joins.
        if (having) throw malformed('Semi join sub-selects are not allowed in the HAVING clause', at);
        if (underOr) throw malformed('Semi join sub-selects are not allowed with the OR operator', at);
        const field = onlyField(left, at);
        const query = scope.subQuery(value.query);
        if (query.kind !== 'rows' || query.select.length !== 1 || query.select[0]?.kind !== 'field') {
          throw malformed('Semi join sub-selects must select exactly one field', at);
        }
        return { kind: 'inQuery', left: field, negated, query };
      }
      return { kind: 'in', left, negated, values: listOf(value, scope, one) };
    }
    case 'INCLUDES':
    case 'EXCLUDES': {
      const field = onlyField(left, at);
      if (field.field.type !== 'multipicklist') {
        throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `${operator.toLowerCase()} operator only valid on multipicklist fields`, at);
      }
      return { kind: 'includes', left: field, negated: operator === 'EXCLUDES', values: listOf(value, scope, one) };
    }
    default:
      if (value.kind === 'boolean' && operator !== '=' && operator !== '!=') {
        throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on boolean field`, at);
      }
      return { kind: 'compare', left, operator, value: one(value) };
  }
}

function bindLike(left: BoundExpression, value: Value, scope: Scope, name: string, at: Position): BoundCondition {
  const field = onlyField(left, at);
  const type = valueTypeOf(field);
  if (type !== 'text' && type !== 'folded') {
    throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${type} field`, at);
  }
  if (value.kind === 'bind') {
    scope.binds.add(value.name.toLowerCase());
    return { kind: 'like', left: field, value: { kind: 'bind', name: value.name.toLowerCase() } };
  }
  if (value.kind === 'null') return { kind: 'compare', left: field, operator: '=', value: { kind: 'constant', value: null } };
  if (value.kind !== 'string') return { kind: 'like', left: field, value: bindValue(value, type, name, at) };
  if (value.value === '') throw malformed(`invalid value for filter criterion for field '${name}': LIKE needs a pattern`, at);
  return { kind: 'like', left: field, value: { kind: 'constant', value: type === 'folded' ? fold(value.pattern) : value.pattern } };
}

function listOf(value: Value, scope: Scope, one: (item: Value) => BoundValue): readonly BoundValue[] | { bind: string } {
  if (value.kind === 'list') return value.items.map(one);
  if (value.kind === 'bind') {
    scope.binds.add(value.name.toLowerCase());
    return { bind: value.name.toLowerCase() };
  }
  return [one(value)];
}

function onlyField(expression: BoundExpression, at: Position): BoundField {
  if (expression.kind !== 'field') throw malformed('This operator needs a field on its left', at);
  return expression;
}
