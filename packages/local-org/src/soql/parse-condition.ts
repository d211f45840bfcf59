import type { Condition, FieldPath, FunctionCall, Operand, Operator, Position, Query, Value } from './ast';
import type { TokenCursor } from './cursor';
import { isStorable } from '../kernel/text';
import { malformed, unsupportedClause } from './errors';
import { decodeString } from './literals';
import type { Token } from './tokens';

const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'COUNT COUNT_DISTINCT SUM AVG MIN MAX TOLABEL CALENDAR_MONTH CALENDAR_QUARTER CALENDAR_YEAR DAY_IN_MONTH DAY_IN_WEEK ' +
    'DAY_IN_YEAR DAY_ONLY FISCAL_MONTH FISCAL_QUARTER FISCAL_YEAR HOUR_IN_DAY WEEK_IN_MONTH WEEK_IN_YEAR'
  ).split(' '),
);
const DATE_FORMULA =
  /^(YESTERDAY|TODAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)|(LAST|NEXT)_90_DAYS|(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)|N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS|FISCAL_QUARTERS|FISCAL_YEARS)_AGO)$/;

export function positionOf(token: Position): Position {
  return { line: token.line, column: token.column };
}

export function parsePath(cursor: TokenCursor): FieldPath {
  const first = cursor.name();
  const parts = [first.text];
  while (cursor.accept('.')) parts.push(cursor.name().text);
  return { kind: 'path', parts, at: positionOf(first) };
}

/** A field path or a function call. */
export function parseOperand(cursor: TokenCursor): Operand {
  // `Group.Name` of a GroupMember starts with a reserved word, and is fine because of its dot.
  if (cursor.isReserved() && cursor.peek(1).word !== '.') throw cursor.unexpected();
  return cursor.peek(1).word === '(' && cursor.peek().kind === 'name' ? parseCall(cursor) : parsePath(cursor);
}

function parseCall(cursor: TokenCursor): FunctionCall {
  const start = cursor.next();
  const at = positionOf(start);
  if (!FUNCTIONS.has(start.word)) throw unsupportedClause(`${start.text}()`, at);
  cursor.expect('(');
  const call = { kind: 'function' as const, name: start.word, at };
  if (cursor.accept(')')) return { ...call, argument: null, convertTimezone: false };
  if (cursor.sees('CONVERTTIMEZONE', '(')) {
    cursor.expect('CONVERTTIMEZONE', '(');
    const argument = parsePath(cursor);
    cursor.expect(')', ')');
    return { ...call, argument, convertTimezone: true };
  }
  const argument = parsePath(cursor);
  cursor.expect(')');
  return { ...call, argument, convertTimezone: false };
}

/**
 * AND and OR may not be mixed without parentheses and NOT stands only at the start of an expression or a parenthesis: the
 * platform refuses anything else as an unexpected token.
 */
export function parseCondition(cursor: TokenCursor, subQuery: () => Query): Condition {
  if (cursor.accept('NOT')) return { kind: 'not', item: parseTerm(cursor, subQuery) };
  const items = [parseTerm(cursor, subQuery)];
  const kind = cursor.sees('OR') ? 'or' : 'and';
  while (cursor.accept(kind.toUpperCase())) items.push(parseTerm(cursor, subQuery));
  if (cursor.sees('AND') || cursor.sees('OR')) throw cursor.unexpected();
  return items.length === 1 ? (items[0] as Condition) : { kind, items };
}

function parseTerm(cursor: TokenCursor, subQuery: () => Query): Condition {
  if (!cursor.accept('(')) return parseComparison(cursor, subQuery);
  const inner = cursor.nested(() => parseCondition(cursor, subQuery));
  cursor.expect(')');
  return inner;
}

function parseComparison(cursor: TokenCursor, subQuery: () => Query): Condition {
  const at = positionOf(cursor.peek());
  if (cursor.sees('FORMULA', '(')) throw unsupportedClause('FORMULA() in WHERE', at);
  const operand = parseOperand(cursor);
  const operator = parseOperator(cursor);
  const isList = operator === 'IN' || operator === 'NOT IN' || operator === 'INCLUDES' || operator === 'EXCLUDES';
  const value = isList ? parseList(cursor, subQuery) : parseValue(cursor);
  return { kind: 'compare', operand, operator, value, at };
}

function parseOperator(cursor: TokenCursor): Operator {
  if (cursor.accept('NOT', 'IN')) return 'NOT IN';
  const token = cursor.peek();
  switch (token.word) {
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'LIKE':
    case 'IN':
    case 'INCLUDES':
    case 'EXCLUDES':
      cursor.next();
      return token.word;
    case '<>':
      cursor.next();
      return '!=';
    default:
      throw cursor.unexpected();
  }
}

function parseList(cursor: TokenCursor, subQuery: () => Query): Value {
  if (cursor.sees(':')) return parseValue(cursor);
  cursor.expect('(');
  if (cursor.sees('SELECT')) {
    const query = subQuery();
    cursor.expect(')');
    return { kind: 'query', query };
  }
  const items = [parseValue(cursor)];
  while (cursor.accept(',')) items.push(parseValue(cursor));
  cursor.expect(')');
  return { kind: 'list', items };
}

function parseValue(cursor: TokenCursor): Value {
  const token = cursor.next();
  switch (token.kind) {
    case 'string':
      return stringValue(token);
    case 'number':
    case 'date':
    case 'datetime':
    case 'time':
      return { kind: token.kind, text: token.text };
    case 'symbol':
      if (token.text === ':') return { kind: 'bind', name: parsePath(cursor).parts.join('.'), at: positionOf(token) };
      if ((token.text === '-' || token.text === '+') && cursor.peek().kind === 'number') {
        return { kind: 'number', text: (token.text === '-' ? '-' : '') + cursor.next().text };
      }
      break;
    case 'name':
      if (token.word === 'NULL') return { kind: 'null' };
      if (token.word === 'TRUE' || token.word === 'FALSE') return { kind: 'boolean', value: token.word === 'TRUE' };
      if (DATE_FORMULA.test(token.word)) return { kind: 'formula', name: token.word, n: parseFormulaCount(cursor, token.word) };
      break;
    case 'end':
      break;
  }
  throw cursor.unexpected(token);
}

/** Strings in WHERE have at most 4,000 characters (Salesforce App Limits Cheatsheet, "SOQL and SOSL Limits"). */
const MAX_STRING = 4_000;

function stringValue(token: Token): Value {
  const decoded = decodeString(token.text);
  if (!decoded || !isStorable(decoded.value)) throw malformed('Illegal character or escape in a string', positionOf(token));
  if (decoded.value.length > MAX_STRING) throw malformed(`A string in a condition has at most ${MAX_STRING} characters`, positionOf(token));
  return { kind: 'string', ...decoded };
}

function parseFormulaCount(cursor: TokenCursor, name: string): number {
  if (!/(^|_)N_/.test(name)) return 0;
  cursor.expect(':');
  const negative = cursor.accept('-');
  if (cursor.peek().kind !== 'number') throw cursor.unexpected();
  const n = Number(cursor.next().text);
  return negative ? -n : n;
}
