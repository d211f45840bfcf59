import { UnsupportedError } from '../kernel/exceptions';
import type { Field, ObjectType } from '../schema/model';
import type { BoundAggregate, BoundDatePart, BoundExpression, BoundField, Source } from './bound';
import { sql, text, type Fragment } from './fragment';
import { columnOf, comparableColumnOf, hasSortColumn, isFolded, sortColumnOf } from './naming';

/**
 * SQL of fields that are computed at query time and have no column: gives an expression over the row's alias. Registered
 * by the platform layer, by lower-case `object.field`.
 */
export type CalculatedColumns = ReadonlyMap<string, (alias: string) => string>;

/** Separates the folded text from the text itself inside MIN and MAX; sorts before every printable character. */
export const TEXT_SEPARATOR = '\u0001';

export function aliasOf(source: Source, index: number): string {
  return source.objects.length === 1 ? `t${source.number}` : `t${source.number}_${index}`;
}

/** The value of a field as it is read back. */
export function valueColumn(field: BoundField, calculated: CalculatedColumns): string {
  if (field.isEntityType) return entityType(field);
  return overTargets(field, (target, object, alias) => columnIn(target, object, alias, calculated, columnOf));
}

/** The value of a field as it is compared and ordered. */
export function comparableColumn(field: BoundField, calculated: CalculatedColumns): string {
  if (field.isEntityType) return entityType(field);
  const column = overTargets(field, (target, object, alias) => columnIn(target, object, alias, calculated, comparableColumnOf));
  // A checkbox of a missing parent is false, not null.
  return field.field.type === 'boolean' && field.source.parent ? `ifnull(${column}, 0)` : column;
}

/** Terms of ORDER BY for one expression: letters first, then accents and all else. */
export function orderKeys(expression: BoundExpression, calculated: CalculatedColumns): string[] {
  const key = comparable(expression, calculated);
  if (expression.kind !== 'field' || expression.isEntityType || !expression.fields.every((f) => !f || hasSortColumn(f))) return [key];
  const sort = overTargets(expression, (target, _object, alias) => `${alias}.${sortColumnOf(target)}`);
  return [`coalesce(${sort}, ${key})`, key];
}

function columnIn(
  field: Field,
  object: ObjectType,
  alias: string,
  calculated: CalculatedColumns,
  column: (field: Field) => string,
): string {
  if (!field.calculated) return `${alias}.${column(field)}`;
  const expression = calculated.get(`${object.name}.${field.name}`.toLowerCase());
  if (!expression) throw new UnsupportedError(`reading the calculated field ${object.name}.${field.name}`);
  return `(${expression(alias)})`;
}

function overTargets(field: BoundField, columnFor: (target: Field, object: ObjectType, alias: string) => string): string {
  const columns: string[] = [];
  field.fields.forEach((target, i) => {
    if (target) columns.push(columnFor(target, field.source.objects[i] as ObjectType, aliasOf(field.source, i)));
  });
  return columns.length === 1 ? (columns[0] as string) : `coalesce(${columns.join(', ')})`;
}

function entityType(field: BoundField): string {
  // Of groups only queues own records, and their type is Queue (SOQL and SOSL Reference, "Understanding Polymorphic Relationships").
  const typeOf = ({ name }: ObjectType): string => (name === 'Group' && field.source.relationship === 'Owner' ? 'Queue' : name);
  const cases = field.source.objects.map((object, i) => `WHEN ${aliasOf(field.source, i)}."Id" IS NOT NULL THEN '${typeOf(object)}'`);
  return `CASE ${cases.join(' ')} END`;
}

/** SQL to compare or order by. */
export function comparable(expression: BoundExpression, calculated: CalculatedColumns): string {
  switch (expression.kind) {
    case 'field':
      return comparableColumn(expression, calculated);
    case 'datePart':
      return datePart(expression, calculated);
    case 'aggregate':
      return aggregate(expression, calculated, true);
  }
}

/** SQL of one item of an aggregate query's select list. */
export function selected(expression: BoundExpression, calculated: CalculatedColumns): Fragment {
  switch (expression.kind) {
    case 'field':
      return text(`min(${valueColumn(expression, calculated)})`);
    case 'datePart':
      return sql`${text(datePart(expression, calculated))}`;
    case 'aggregate':
      return text(aggregate(expression, calculated, false));
  }
}

function aggregate(call: BoundAggregate, calculated: CalculatedColumns, forComparison: boolean): string {
  if (!call.argument) return 'count(*)';
  const value = valueColumn(call.argument, calculated);
  const key = comparableColumn(call.argument, calculated);
  switch (call.name) {
    case 'COUNT':
      return `count(${value})`;
    case 'COUNT_DISTINCT':
      return `count(DISTINCT ${key})`;
    case 'SUM':
      return `sum(${value})`;
    case 'AVG':
      return `avg(${value})`;
    case 'MIN':
    case 'MAX': {
      const name = call.name.toLowerCase();
      // Compared by the folded text but answered with the text itself.
      if (isFolded(call.argument.field) && !forComparison) return `${name}(${key} || char(1) || ${value})`;
      return `${name}(${key})`;
    }
  }
}

const DATE_PARTS: Readonly<Record<string, (day: string) => string>> = {
  CALENDAR_YEAR: (day) => `CAST(strftime('%Y', ${day}) AS INTEGER)`,
  CALENDAR_QUARTER: (day) => `((CAST(strftime('%m', ${day}) AS INTEGER) + 2) / 3)`,
  CALENDAR_MONTH: (day) => `CAST(strftime('%m', ${day}) AS INTEGER)`,
  DAY_IN_MONTH: (day) => `CAST(strftime('%d', ${day}) AS INTEGER)`,
  DAY_IN_WEEK: (day) => `(CAST(strftime('%w', ${day}) AS INTEGER) + 1)`,
  DAY_IN_YEAR: (day) => `CAST(strftime('%j', ${day}) AS INTEGER)`,
  WEEK_IN_MONTH: (day) => `((CAST(strftime('%d', ${day}) AS INTEGER) + 6) / 7)`,
  WEEK_IN_YEAR: (day) => `((CAST(strftime('%j', ${day}) AS INTEGER) + 6) / 7)`,
  HOUR_IN_DAY: (day) => `CAST(strftime('%H', ${day}) AS INTEGER)`,
  DAY_ONLY: (day) => `strftime('%Y-%m-%d', ${day})`,
};

function datePart(part: BoundDatePart, calculated: CalculatedColumns): string {
  const render = DATE_PARTS[part.name.replace('FISCAL_', 'CALENDAR_')];
  if (!render) throw new UnsupportedError(`${part.name}() in SOQL`);
  const column = valueColumn(part.argument, calculated);
  return render(part.argument.field.type === 'datetime' ? `${column} / 1000, 'unixepoch'` : column);
}
