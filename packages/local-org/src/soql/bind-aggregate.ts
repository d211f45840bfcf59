import type { Shape } from '../kernel/sobject';
import type { FieldPath, Operand, Position, Query } from './ast';
import type { BoundCondition, BoundExpression, BoundField, BoundOrder, BoundSelect } from './bound';
import { malformed, SoqlError } from './errors';
import type { Scope } from './scope';

/** What is ordered by or tested in HAVING must have one value per group. */
export function refuseUngrouped(
  query: Query,
  groupBy: readonly BoundExpression[],
  orderBy: readonly BoundOrder[],
  having: BoundCondition | null,
): void {
  const isSingle = (expression: BoundExpression): boolean =>
    expression.kind === 'aggregate' || groupBy.some((group) => sameExpression(group, expression));
  orderBy.forEach((order, i) => {
    const operand = query.orderBy[i]?.operand;
    if (operand && !isSingle(order.expression))
      throw malformed(`Ordered field must be grouped or aggregated: ${textOf(operand)}`, operand.at);
  });
  const check = (condition: BoundCondition): void => {
    if ('items' in condition) condition.items.forEach(check);
    else if ('item' in condition) check(condition.item);
    else if (!isSingle(condition.left)) throw malformed('Field in HAVING must be grouped or aggregated', query.from.at);
  };
  if (having) check(having);
}

/** Without groups there is nothing to count per row. */
export function refuseAggregateOrder(query: Query, orderBy: readonly BoundOrder[]): void {
  orderBy.forEach((order, i) => {
    const operand = query.orderBy[i]?.operand;
    if (order.expression.kind === 'aggregate' && operand) throw malformed(`ORDER BY ${textOf(operand)} needs GROUP BY`, operand.at);
  });
}

/** SUM and AVG need numbers; a checkbox or a list of values has neither a least nor a greatest (SOQL and SOSL Reference, Aggregate Functions). */
export function refuseAggregateType(name: string, argument: BoundField, at: Position): void {
  const { type } = argument.field;
  const isNumber = !argument.isEntityType && (type === 'int' || type === 'double' || type === 'currency' || type === 'percent');
  const fits =
    name === 'SUM' || name === 'AVG' ? isNumber : !((name === 'MIN' || name === 'MAX') && (type === 'boolean' || type === 'multipicklist'));
  if (!fits) throw new SoqlError('INVALID_FIELD', `field ${argument.field.name} does not support aggregate operator ${name}`, at);
}

export function aggregateSelect(query: Query, groupBy: readonly BoundExpression[], scope: Scope): BoundSelect[] {
  let unnamed = 0;
  return query.select.map((item): BoundSelect => {
    if (item.kind !== 'field') throw malformed('Grouped query cannot have nested queries or FIELDS()', query.from.at);
    const expression = scope.expression(item.operand, true);
    if (expression.kind !== 'aggregate' && !groupBy.some((group) => sameExpression(group, expression))) {
      throw malformed(`Field must be grouped or aggregated: ${textOf(item.operand)}`, item.operand.at);
    }
    const alias = item.alias ?? (item.operand.kind === 'path' ? (lastOf(item.operand) as string) : `expr${unnamed++}`);
    return { kind: 'expression', alias: expression.kind === 'field' && item.alias === null ? expression.field.name : alias, expression };
  });
}

/** `ORDER BY total` where `total` is an alias of the select list. */
export function aliasTarget(operand: Operand, select: readonly BoundSelect[]): BoundExpression | undefined {
  if (operand.kind !== 'path' || operand.parts.length !== 1) return undefined;
  const wanted = (operand.parts[0] as string).toLowerCase();
  for (const item of select) if (item.kind === 'expression' && item.alias.toLowerCase() === wanted) return item.expression;
  return undefined;
}

function sameExpression(a: BoundExpression, b: BoundExpression): boolean {
  if (a.kind === 'field') return b.kind === 'field' && a.source === b.source && a.field === b.field && a.isEntityType === b.isEntityType;
  return a.kind === 'datePart' && b.kind === 'datePart' && a.name === b.name && sameExpression(a.argument, b.argument);
}

export function groupable(expression: BoundExpression, operand: Operand): BoundExpression {
  if (expression.kind === 'aggregate') throw malformed('Cannot group by an aggregate', operand.at);
  if (expression.kind === 'field' && !expression.isEntityType && !expression.field.groupable) {
    throw new SoqlError('INVALID_FIELD', `field '${expression.field.name}' can not be grouped in a query call`, operand.at);
  }
  return expression;
}

export function aggregateShape(aliases: readonly string[]): Shape {
  const slots = new Map(aliases.map((alias, slot) => [alias.toLowerCase(), slot]));
  return { name: 'AggregateResult', fieldNames: aliases, slotOf: (field) => slots.get(field.toLowerCase()) ?? -1 };
}

function lastOf(path: FieldPath): string | undefined {
  return path.parts[path.parts.length - 1];
}

export function textOf(operand: Operand): string {
  return operand.kind === 'path' ? operand.parts.join('.') : `${operand.name}(${operand.argument ? operand.argument.parts.join('.') : ''})`;
}
