import { ApexException, UnsupportedError } from '../kernel/exceptions';
import type { BoundCondition, BoundQuery, BoundValue } from './bound';
import { chain } from './complexity';
import { comparable, type CalculatedColumns } from './columns';
import { dayStart, isoDay, rangeOf } from './date-ranges';
import { bindItems, encodeBind } from './encode';
import { sql, text, type Environment, type Fragment, type Parameter } from './fragment';
import { escapePattern, toPattern } from './literals';
import { fold } from './naming';
import { valueTypeOf, type ValueType } from './values';

export interface ConditionContext {
  /** Decides which binds are null; the rendered text is reused only for environments with the same nulls. */
  readonly environment: Environment;
  readonly calculated: CalculatedColumns;
  /** `SELECT column FROM ...` of a semi join. */
  readonly renderSubQuery: (query: BoundQuery) => Fragment;
}

/** SQL of a condition that is never null: a comparison with an empty field is false, and its negation true (aer's changelog). */
export function renderCondition(condition: BoundCondition, context: ConditionContext): Fragment {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return chain(
        condition.items.map((item) => renderCondition(item, context)),
        condition.kind === 'and' ? ' AND ' : ' OR ',
      );
    case 'not':
      return sql`NOT ifnull(${renderCondition(condition.item, context)}, 0)`;
    case 'compare': {
      const left = text(comparable(condition.left, context.calculated));
      return compare(left, condition.operator, condition.value, valueTypeOf(condition.left), context);
    }
    case 'like': {
      const left = text(comparable(condition.left, context.calculated));
      const folded = valueTypeOf(condition.left) === 'folded';
      if (isNull(condition.value, context)) return sql`${left} IS NULL`;
      return sql`${left} LIKE ${patternParameter(condition.value, folded)} ESCAPE '\\'`;
    }
    case 'in':
      return renderIn(text(comparable(condition.left, context.calculated)), condition, valueTypeOf(condition.left), context);
    case 'includes':
      return renderIncludes(text(comparable(condition.left, context.calculated)), condition, context);
    case 'inQuery': {
      const left = text(comparable(condition.left, context.calculated));
      const inner = context.renderSubQuery(condition.query);
      return condition.negated ? sql`ifnull(${left} NOT IN (${inner}), 1)` : sql`${left} IN (${inner})`;
    }
  }
}

function isNull(value: BoundValue, context: ConditionContext): boolean {
  if (value.kind === 'constant') return value.value === null;
  return value.kind === 'bind' && isNullish(context.environment.binds.get(value.name));
}

function isNullish(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function parameterOf(value: BoundValue, type: ValueType): Parameter {
  if (value.kind === 'constant') return () => value.value;
  if (value.kind === 'bind') return (environment) => encodeBind(environment.binds.get(value.name), type);
  throw new UnsupportedError('a date literal at this place of a query');
}

function compare(
  left: Fragment,
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  value: BoundValue,
  type: ValueType,
  context: ConditionContext,
): Fragment {
  if (value.kind === 'formula') return compareRange(left, operator, value, type);
  if (isNull(value, context)) {
    if (operator === '=') return sql`${left} IS NULL`;
    return operator === '!=' ? sql`${left} IS NOT NULL` : text('0');
  }
  const right = parameterOf(value, type);
  switch (operator) {
    case '=':
      return sql`${left} = ${right}`;
    case '!=':
      return sql`${left} IS NOT ${right}`;
    case '<':
      return sql`${left} < ${right}`;
    case '<=':
      return sql`${left} <= ${right}`;
    case '>':
      return sql`${left} > ${right}`;
    case '>=':
      return sql`${left} >= ${right}`;
  }
}

function compareRange(left: Fragment, operator: string, value: BoundValue & { kind: 'formula' }, type: ValueType): Fragment {
  const edge =
    (end: boolean): Parameter =>
    ({ now, zone }) => {
      const range = rangeOf(value.name, value.n, now, zone);
      const day = end ? range.last + 1 : range.first;
      return type === 'datetime' ? dayStart(day, zone) : isoDay(day);
    };
  switch (operator) {
    case '=':
      return sql`(${left} >= ${edge(false)} AND ${left} < ${edge(true)})`;
    case '!=':
      return sql`(${left} IS NULL OR ${left} < ${edge(false)} OR ${left} >= ${edge(true)})`;
    case '<':
      return sql`${left} < ${edge(false)}`;
    case '<=':
      return sql`${left} < ${edge(true)}`;
    case '>':
      return sql`${left} >= ${edge(true)}`;
    default:
      return sql`${left} >= ${edge(false)}`;
  }
}

/** SQLite takes patterns of 50,000 bytes. */
const MAX_PATTERN = 12_500;

function patternParameter(value: BoundValue, folded: boolean): Parameter {
  if (value.kind === 'constant') return () => value.value;
  return (environment) => {
    const encoded = encodeBind(value.kind === 'bind' ? environment.binds.get(value.name) : null, 'text');
    const pattern = toPattern(String(encoded));
    if (pattern.length > MAX_PATTERN) throw new ApexException('System.QueryException', `A pattern has at most ${MAX_PATTERN} characters`);
    return folded ? fold(pattern) : pattern;
  };
}

type Values = readonly BoundValue[] | { readonly bind: string };

/** The listed values without nulls, as a parameter (JSON text), and whether null was among them. */
function listParameter(values: Values, type: ValueType, context: ConditionContext): { list: Parameter; hasNull: boolean } {
  if ('bind' in values) {
    const items = (environment: Environment): readonly unknown[] => bindItems(environment.binds.get(values.bind));
    return {
      hasNull: items(context.environment).some(isNullish),
      list: (environment) =>
        JSON.stringify(
          items(environment)
            .map((item) => encodeBind(item, type))
            .filter((item) => item !== null),
        ),
    };
  }
  const present = values.filter((value) => !isNull(value, context)).map((value) => parameterOf(value, type));
  return {
    hasNull: present.length < values.length,
    list: (environment) => JSON.stringify(present.map((parameter) => parameter(environment))),
  };
}

function renderIn(left: Fragment, condition: BoundCondition & { kind: 'in' }, type: ValueType, context: ConditionContext): Fragment {
  const { list, hasNull } = listParameter(condition.values, type, context);
  const found = sql`${left} IN (SELECT value FROM json_each(${list}))`;
  if (!condition.negated) return hasNull ? sql`(${found} OR ${left} IS NULL)` : found;
  return hasNull ? sql`(${left} IS NOT NULL AND NOT ${found})` : sql`NOT ifnull(${found}, 0)`;
}

/** `INCLUDES ('A;B', 'C')`: rows that hold both A and B, or C. */
function renderIncludes(left: Fragment, condition: BoundCondition & { kind: 'includes' }, context: ConditionContext): Fragment {
  const { list, hasNull } = listParameter(condition.values, 'folded', context);
  // Each wanted value is split into its parts; a row matches when no part of some wanted value is missing.
  const parts: Parameter = (environment) => {
    const wanted = JSON.parse(list(environment) as string) as string[];
    return JSON.stringify(wanted.map((value) => value.split(';').map((part) => `%;${escapePattern(part.trim())};%`)));
  };
  const matches = sql`EXISTS (SELECT 1 FROM json_each(${parts}) AS wanted WHERE NOT EXISTS (SELECT 1 FROM json_each(wanted.value) AS part WHERE NOT (';' || ${left} || ';') LIKE part.value ESCAPE '\\'))`;
  const found = hasNull ? sql`(${left} IS NULL OR ifnull(${matches}, 0))` : sql`(${left} IS NOT NULL AND ${matches})`;
  return condition.negated ? sql`NOT ${found}` : found;
}
