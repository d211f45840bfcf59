import { partsOf } from '../schema/compound';
import type { Field, ObjectType, Schema } from '../schema/model';
import type { Count, FieldPath, Operand, Query, SelectItem } from './ast';
import {
  aggregateSelect,
  aggregateShape,
  aliasTarget,
  groupable,
  refuseAggregateOrder,
  refuseAggregateType,
  refuseUngrouped,
} from './bind-aggregate';
import { bindCondition } from './bind-condition';
import type { AggregateName, BoundCount, BoundExpression, BoundOrder, BoundQuery, BoundSelect, Source } from './bound';
import { malformed, noSuchChildRelationship, noSuchObject, SoqlError, unsupportedClause } from './errors';
import type { Scope } from './scope';
import { sourceSet, type SourceSet } from './sources';

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
const MAX_OFFSET = 2000;
/** SOQL and SOSL Reference, "Understanding Relationship Query Limitations": the query itself is the first level. */
const MAX_LEVELS = 5;
const MAX_CHILD_QUERIES = 20;
const MAX_PARENTS = 55;
/** SOQL and SOSL Reference, ORDER BY; of GROUP BY it says nothing. */
const MAX_TERMS = 32;

/** Resolves every name of a parsed query. Throws SoqlError with the platform's message at the first name that is unknown. */
export function bindQuery(query: Query, text: string, schema: Schema): BoundQuery {
  const name = query.from.parts.join('.');
  const object = schema.object(name);
  if (!object || !object.queryable) throw noSuchObject(name, query.from.at);
  return bindOn(query, object, text, schema, { next: 0 }, { isSubSelect: false, level: 1 });
}

function bindOn(
  query: Query,
  object: ObjectType,
  text: string,
  schema: Schema,
  numbers: { next: number },
  place: Pick<Scope, 'isSubSelect' | 'level'>,
): BoundQuery {
  const sources = sourceSet(schema, object, query.fromAlias, numbers);
  const expression = (operand: Operand, inSelect: boolean): BoundExpression => bindExpression(operand, sources, inSelect);
  const scope: Scope = {
    ...place,
    schema,
    text,
    sources,
    numbers,
    binds: new Set(),
    nestedUses: [],
    expression,
    subQuery: (inner) => {
      const innerName = inner.from.parts.join('.');
      const innerObject = schema.object(innerName);
      if (!innerObject || !innerObject.queryable) throw noSuchObject(innerName, inner.from.at);
      return adopt(scope, bindOn(inner, innerObject, text, schema, numbers, { isSubSelect: true, level: 1 }));
    },
  };
  refuseMisuse(query);
  const isAggregate = isAggregateQuery(query);
  const groupBy = query.groupBy.map((operand) => groupable(expression(operand, false), operand));
  const select = isAggregate ? aggregateSelect(query, groupBy, scope) : rowSelect(query, object, scope);
  const aliases = isAggregate ? select.map((item) => (item.kind === 'expression' ? item.alias : '')) : [];
  aliases.forEach((alias, i) => {
    if (aliases.findIndex((other) => other.toLowerCase() === alias.toLowerCase()) < i)
      throw malformed(`duplicate alias: ${alias}`, query.from.at);
  });
  const where = query.where ? bindCondition(query.where, scope, false) : null;
  const having = query.having ? bindCondition(query.having, scope, true) : null;
  const orderBy = query.orderBy.map((order): BoundOrder => {
    const alias = isAggregate ? aliasTarget(order.operand, select) : undefined;
    return {
      expression: alias ?? sortable(expression(order.operand, false), order.operand),
      descending: order.descending,
      nullsLast: order.nullsLast,
    };
  });
  if (isAggregate) refuseUngrouped(query, groupBy, orderBy, having);
  else refuseAggregateOrder(query, orderBy);
  const parents = sources.sources.length - 1;
  if (parents > MAX_PARENTS) throw malformed(`A query has at most ${MAX_PARENTS} child-to-parent relationships`, query.from.at);
  if (query.forUpdate && (query.orderBy.length > 0 || isAggregate || query.isCount)) {
    throw malformed(`${query.orderBy.length > 0 ? 'ORDER BY' : 'Aggregation'} is not allowed with FOR UPDATE`, query.from.at);
  }
  const limit = bindCount(query.limit, scope);
  const offset = bindCount(query.offset, scope);
  if (offset?.kind === 'literal' && offset.value > MAX_OFFSET) {
    throw new SoqlError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`, query.from.at);
  }
  return {
    text,
    kind: query.isCount ? 'count' : isAggregate ? 'aggregate' : 'rows',
    object,
    sources: sources.sources,
    select,
    aggregateShape: isAggregate ? aggregateShape(aliases) : null,
    where,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    forUpdate: query.forUpdate,
    allRows: query.allRows,
    mode: query.mode,
    uses: [...sources.uses, ...scope.nestedUses],
    binds: [...scope.binds],
    position: query.from.at,
  };
}

/** What the grammar allows and the platform does not, whatever the names mean. */
function refuseMisuse(query: Query): void {
  const at = query.from.at;
  if (query.having && query.groupBy.length === 0) throw malformed('HAVING needs GROUP BY', at);
  if (query.isCount && query.groupBy.length > 0) throw malformed('COUNT() cannot be used with GROUP BY: name a field', at);
  if (query.isCount && query.orderBy.length > 0) throw malformed('COUNT() cannot be used with ORDER BY', at);
  if (query.orderBy.length > MAX_TERMS || query.groupBy.length > MAX_TERMS) {
    throw malformed(`ORDER BY and GROUP BY take at most ${MAX_TERMS} fields`, at);
  }
  if (query.select.filter((item) => item.kind === 'child').length > MAX_CHILD_QUERIES) {
    throw malformed(`A query has at most ${MAX_CHILD_QUERIES} parent-to-child relationships`, at);
  }
}

function adopt(scope: Scope, inner: BoundQuery): BoundQuery {
  scope.nestedUses.push(...inner.uses);
  for (const bind of inner.binds) scope.binds.add(bind);
  return inner;
}

/** Whether its rows are groups, not records. */
export function isAggregateQuery({ isCount, groupBy, select }: Query): boolean {
  return !isCount && (groupBy.length > 0 || select.some(isAggregateItem));
}

function isAggregateItem(item: SelectItem): boolean {
  return item.kind === 'field' && item.operand.kind === 'function' && AGGREGATES.has(item.operand.name);
}

function bindExpression(operand: Operand, sources: SourceSet, inSelect: boolean): BoundExpression {
  if (operand.kind === 'path') return sources.resolve(operand, inSelect);
  const argument = operand.argument ? sources.resolve(operand.argument, inSelect) : null;
  if (AGGREGATES.has(operand.name)) {
    if (!argument) throw malformed(`unexpected token: ')'`, operand.at);
    refuseAggregateType(operand.name, argument, operand.at);
    return { kind: 'aggregate', name: operand.name as AggregateName, argument };
  }
  if (!argument) throw malformed(`unexpected token: ')'`, operand.at);
  if (operand.name === 'TOLABEL') return argument;
  if (argument.field.type !== 'date' && argument.field.type !== 'datetime') {
    throw new SoqlError('INVALID_FIELD', `field ${argument.field.name} does not support ${operand.name}`, operand.at);
  }
  if (operand.convertTimezone) throw unsupportedClause('convertTimezone()', operand.at);
  return { kind: 'datePart', name: operand.name, argument };
}

function rowSelect(query: Query, object: ObjectType, scope: Scope): BoundSelect[] {
  const result: BoundSelect[] = [];
  for (const item of query.select) {
    switch (item.kind) {
      case 'fields':
        if (item.group !== 'STANDARD' && !(query.limit?.kind === 'literal' && query.limit.value <= 200)) {
          throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200', item.at);
        }
        for (const field of object.fields) {
          if ((item.group === 'CUSTOM' && !field.custom) || (item.group === 'STANDARD' && field.custom)) continue;
          result.push(...selectPath({ kind: 'path', parts: [field.name], at: item.at }, scope, true));
        }
        break;
      case 'child':
        result.push(bindChild(item.query, object, scope));
        break;
      case 'field': {
        if (item.alias === null && item.operand.kind === 'path') {
          result.push(...selectPath(item.operand, scope, false));
          break;
        }
        const bound = scope.expression(item.operand, true);
        if (bound.kind !== 'field') throw malformed(`unexpected token: '${(item.operand as { name: string }).name}'`, item.operand.at);
        if (item.alias !== null) throw malformed('only aggregate expressions use field aliasing', item.operand.at);
        result.push({ kind: 'field', field: bound, toLabel: item.operand.kind === 'function', implicit: false });
        break;
      }
    }
  }
  refuseRepeated(result, query);
  return result;
}

/** A field, or a compound field with the parts that it is made of. */
function selectPath(path: FieldPath, scope: Scope, implicit: boolean): BoundSelect[] {
  const whole = scope.sources.compound(path, implicit);
  if (!whole) return [{ kind: 'field', field: scope.sources.resolve(path, true, implicit), toLabel: false, implicit }];
  const { source, field } = whole;
  const parts = partsOf(source.objects[0] as ObjectType, field);
  const read = parts.map(({ field: part }): BoundSelect => {
    const beside = { ...path, parts: [...path.parts.slice(0, -1), part.name] };
    return { kind: 'field', field: scope.sources.resolve(beside, true, implicit), toLabel: false, implicit, hidden: true };
  });
  return [{ kind: 'compound', source, field, parts, implicit, at: path.at }, ...read];
}

function refuseRepeated(select: readonly BoundSelect[], query: Query): void {
  const seen = new Map<Field, Set<Source>>();
  for (const item of select) {
    if (item.kind !== 'compound' && (item.kind !== 'field' || item.hidden || item.field.isEntityType)) continue;
    const { field, source } = item.kind === 'compound' ? item : item.field;
    const sources = seen.get(field) ?? new Set();
    if (sources.has(source)) {
      throw new SoqlError('INVALID_FIELD', `duplicate field selected: ${field.name}`, query.from.at);
    }
    seen.set(field, sources.add(source));
  }
}

function bindChild(query: Query, object: ObjectType, scope: Scope): BoundSelect {
  const parts = query.from.parts;
  const name = parts[parts.length - 1] as string;
  const relationship = parts.length <= 2 ? object.child(name) : undefined;
  const child = relationship && scope.schema.object(relationship.childObject);
  const foreignKey = relationship && child?.field(relationship.field);
  if (!relationship || !child || !foreignKey) throw noSuchChildRelationship(name, query.from.at);
  if (query.select.some(isAggregateItem) || query.groupBy.length > 0) throw malformed('Nested queries cannot aggregate', query.from.at);
  const level = scope.level + 1;
  if (level > MAX_LEVELS) throw malformed(`A query has at most ${MAX_LEVELS} levels of parent-to-child relationships`, query.from.at);
  const bound = adopt(scope, bindOn(query, child, scope.text, scope.schema, scope.numbers, { isSubSelect: false, level }));
  return { kind: 'child', relationship: relationship.name ?? name, foreignKey, query: bound };
}

function sortable(expression: BoundExpression, operand: Operand): BoundExpression {
  if (expression.kind === 'field' && !expression.field.sortable) {
    throw new SoqlError('INVALID_FIELD', `field '${expression.field.name}' can not be sorted in a query call`, operand.at);
  }
  return expression;
}

function bindCount(count: Count | null, scope: Scope): BoundCount | null {
  if (count?.kind === 'bind') scope.binds.add(count.name.toLowerCase());
  return count?.kind === 'bind' ? { kind: 'bind', name: count.name.toLowerCase() } : count;
}
