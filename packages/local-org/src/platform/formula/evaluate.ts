import { add, divide, multiply, negate, power, subtract, toDecimal } from '../../kernel/decimals';
import { compareNumbers } from '../../kernel/equality';
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../../kernel/values';
import { FUNCTIONS, isBlank, textOf, type Moment, type Value } from './functions';
import type { Expression, Operator } from './parse';

/** Where a formula finds what is not in it. */
export interface Surroundings extends Moment {
  /** Value of a field or global variable; throws for one that does not exist. */
  field(path: readonly string[]): Value;
  /** The value before the save; null for a new record. */
  prior(path: readonly string[]): Value;
  readonly isNew: boolean;
}
type Lazy = (args: readonly Expression[], around: Surroundings) => Value;

const DAY = 86_400_000;
const truth = (expression: Expression | undefined, around: Surroundings): boolean => value(expression, around) === true;
const value = (expression: Expression | undefined, around: Surroundings): Value => (expression ? evaluate(expression, around) : null);
const pathOf = (expression: Expression | undefined): readonly string[] => (expression?.kind === 'field' ? expression.path : []);

/** Functions that do not evaluate all their arguments, or ask about the record. */
export const LAZY: Readonly<Record<string, Lazy>> = {
  AND: (args, around) => args.every((arg) => truth(arg, around)),
  OR: (args, around) => args.some((arg) => truth(arg, around)),
  NOT: ([arg], around) => !truth(arg, around),
  IF: ([condition, yes, no], around) => value(truth(condition, around) ? yes : no, around),
  CASE: (args, around) => {
    const subject = value(args[0], around);
    for (let i = 1; i + 1 < args.length; i += 2) if (same(subject, value(args[i], around))) return value(args[i + 1], around);
    return value(args.at(-1), around);
  },
  ISBLANK: ([arg], around) => isBlank(value(arg, around)),
  // Text fields are never null to this function (Salesforce Help, ISNULL).
  ISNULL: ([arg], around) => value(arg, around) === null,
  BLANKVALUE: ([arg, other], around) => orElse(value(arg, around), other, around),
  NULLVALUE: ([arg, other], around) => orElse(value(arg, around), other, around),
  ISNEW: (_args, around) => around.isNew,
  ISCHANGED: ([arg], around) => !around.isNew && !same(value(arg, around), around.prior(pathOf(arg))),
  PRIORVALUE: ([arg], around) => (around.isNew ? value(arg, around) : around.prior(pathOf(arg))),
};

function orElse(found: Value, other: Expression | undefined, around: Surroundings): Value {
  return isBlank(found) ? value(other, around) : found;
}

/** Value of a checked formula. */
export function evaluate(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'field':
      return around.field(expression.path);
    case 'not':
      return !truth(expression.operand, around);
    case 'negate': {
      const operand = evaluate(expression.operand, around);
      return operand instanceof Decimal ? negate(operand) : null;
    }
    case 'call': {
      const lazy = LAZY[expression.name];
      if (lazy) return lazy(expression.args, around);
      const plain = FUNCTIONS[expression.name];
      if (!plain) throw new Error(`Unknown function ${expression.name}`);
      return plain(expression.args.map((arg) => evaluate(arg, around)), around); // prettier-ignore
    }
    case 'binary':
      if (expression.operator === '&&') return truth(expression.left, around) && truth(expression.right, around);
      if (expression.operator === '||') return truth(expression.left, around) || truth(expression.right, around);
      return binary(expression.operator, expression.left, expression.right, around);
  }
}

/** A blank number, date or time is neither equal nor unequal to one that is there; NULL itself may be asked for (Salesforce Help, ISBLANK). */
function binary(operator: Operator, left: Expression, right: Expression, around: Surroundings): Value {
  const [a, b] = [evaluate(left, around), evaluate(right, around)];
  const asksForNull = [left, right].some((side) => side.kind === 'literal' && side.value === null);
  const isBlankBesideValue = (a === null && isMeasured(b)) || (b === null && isMeasured(a));
  if ((operator === '=' || operator === '<>') && isBlankBesideValue && !asksForNull) return false;
  return apply(operator, a, b);
}

const isMeasured = (found: Value): boolean =>
  found instanceof Decimal || found instanceof ApexDate || found instanceof ApexDatetime || found instanceof ApexTime;

function apply(operator: Operator, left: Value, right: Value): Value {
  switch (operator) {
    case '=':
      return same(left, right);
    case '<>':
      return !same(left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, left, right);
    case '&':
      return textOf(left) + textOf(right);
    default:
      return arithmetic(operator, left, right);
  }
}

/** Blank text and null are the same; text is compared with case. */
function same(left: Value, right: Value): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  const [a, b] = [scalar(left), scalar(right)];
  if (a instanceof Decimal && b instanceof Decimal) return compareNumbers(a, b) === 0;
  return a === b;
}

function ordered(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  const [a, b] = [scalar(left), scalar(right)];
  if (a === null || b === null) return false;
  const order = a instanceof Decimal && b instanceof Decimal ? compareNumbers(a, b) : a < b ? -1 : a > b ? 1 : 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

/** Dates, instants and times as numbers, so that they compare. */
function scalar(found: Value): string | number | boolean | Decimal | null {
  if (found instanceof ApexDate) return found.days * DAY;
  if (found instanceof ApexDatetime || found instanceof ApexTime) return found.ms;
  return found;
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^' | '&&' | '||', left: Value, right: Value): Value {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return textOf(left) + textOf(right);
  if (left === null || right === null) return null;
  if (left instanceof Decimal && right instanceof Decimal) return numbers(operator, left, right);
  return days(operator, left, right);
}

function numbers(operator: string, left: Decimal, right: Decimal): Value {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      // A division by zero makes the formula's value an error, which counts as empty (Salesforce Help, "Formula Field Limits").
      return right.unscaled === 0n ? null : divide(left, right);
    default:
      return power(left, right.toNumber());
  }
}

/** Dates and instants move by days; their difference is a number of days. */
function days(operator: string, left: Value, right: Value): Value {
  const sign = operator === '-' ? -1 : 1;
  if (left instanceof ApexDate && right instanceof ApexDate) return toDecimal(left.days - right.days);
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return divide(toDecimal(left.ms - right.ms), toDecimal(DAY));
  if (left instanceof ApexDate && right instanceof Decimal) return new ApexDate(left.days + sign * Math.trunc(right.toNumber()));
  if (left instanceof ApexDatetime && right instanceof Decimal)
    return new ApexDatetime(left.ms + sign * Math.round(right.toNumber() * DAY));
  return left instanceof Decimal && operator === '+' ? days('+', right, left) : null;
}
