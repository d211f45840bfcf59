import type { Count, ModeClause, Operand, Order, Query, SelectItem } from './ast';
import { cursorOver, type TokenCursor } from './cursor';
import { malformed, outsideRange, unsupportedClause } from './errors';
import { parseCondition, parseOperand, parsePath, positionOf } from './parse-condition';

/** The largest Integer: LIMIT and OFFSET are of that type. */
const MAX_COUNT = 2_147_483_647;

/**
 * Parses one SOQL query, of the compiler (binds as `:b0`), of dynamic SOQL (`:name`) or of a REST client (none).
 * Throws SoqlError MALFORMED_QUERY "unexpected token: 'X'" as the platform does; clauses of real SOQL that the local org
 * does not run are refused by name.
 */
export function parseSoql(text: string): Query {
  const cursor = cursorOver(text);
  const query = parseQuery(cursor, false);
  if (cursor.peek().kind !== 'end') throw cursor.unexpected();
  return query;
}

function parseQuery(cursor: TokenCursor, nested: boolean): Query {
  cursor.expect('SELECT');
  const selectAt = positionOf(cursor.peek());
  const select = [parseSelectItem(cursor)];
  while (cursor.accept(',')) select.push(parseSelectItem(cursor));
  const isCount = select.some(isPlainCount);
  if (isCount && (select.length > 1 || nested)) throw malformed("unexpected token: 'COUNT'", selectAt);
  cursor.expect('FROM');
  const from = parsePath(cursor);
  cursor.accept('AS');
  const fromAlias = cursor.peek().kind === 'name' && !cursor.isReserved() ? cursor.next().text : null;
  if (cursor.sees(',')) throw unsupportedClause('more than one object in FROM', positionOf(cursor.peek()));
  if (cursor.sees('USING')) throw unsupportedClause('USING SCOPE', positionOf(cursor.peek()));
  const subQuery = (): Query => cursor.nested(() => parseQuery(cursor, true));
  const where = cursor.accept('WHERE') ? parseCondition(cursor, subQuery) : null;
  const mode = parseMode(cursor);
  const groupBy = parseGroupBy(cursor);
  const having = cursor.accept('HAVING') ? parseCondition(cursor, subQuery) : null;
  const orderBy = parseOrderBy(cursor);
  const limit = cursor.accept('LIMIT') ? parseCount(cursor) : null;
  const offset = cursor.accept('OFFSET') ? parseCount(cursor) : null;
  const { forUpdate, allRows } = parseTail(cursor);
  return {
    select: isCount ? [] : select,
    isCount,
    from,
    fromAlias,
    where,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    forUpdate,
    allRows,
    mode,
  };
}

function isPlainCount(item: SelectItem): boolean {
  return item.kind === 'field' && item.operand.kind === 'function' && item.operand.name === 'COUNT' && item.operand.argument === null;
}

function parseSelectItem(cursor: TokenCursor): SelectItem {
  const at = positionOf(cursor.peek());
  if (cursor.accept('(')) {
    const query = cursor.nested(() => parseQuery(cursor, true));
    cursor.expect(')');
    return { kind: 'child', query, at };
  }
  if (cursor.sees('TYPEOF')) throw unsupportedClause('TYPEOF', at);
  if (cursor.sees('FIELDS', '(')) {
    cursor.expect('FIELDS', '(');
    const group = cursor.next();
    if (group.word !== 'ALL' && group.word !== 'CUSTOM' && group.word !== 'STANDARD') throw cursor.unexpected(group);
    cursor.expect(')');
    return { kind: 'fields', group: group.word, at };
  }
  const operand = parseOperand(cursor);
  const alias = cursor.peek().kind === 'name' && !cursor.isReserved() ? cursor.next().text : null;
  return { kind: 'field', operand, alias };
}

const MODES: ReadonlyMap<string, ModeClause['mode']> = new Map([
  ['USER_MODE', 'user'],
  ['SYSTEM_MODE', 'system'],
  ['SECURITY_ENFORCED', 'enforced'],
]);

function parseMode(cursor: TokenCursor): Query['mode'] {
  if (!cursor.accept('WITH')) return null;
  const token = cursor.peek();
  const mode = MODES.get(token.word);
  if (!mode || token.kind === 'string') throw unsupportedClause(`WITH ${token.text}`, positionOf(token));
  return { mode, word: cursor.next().text, ...positionOf(token) };
}

function parseGroupBy(cursor: TokenCursor): Operand[] {
  if (!cursor.accept('GROUP')) return [];
  cursor.expect('BY');
  if (cursor.sees('ROLLUP', '(') || cursor.sees('CUBE', '(')) {
    throw unsupportedClause(`GROUP BY ${cursor.peek().word}`, positionOf(cursor.peek()));
  }
  const items = [parseOperand(cursor)];
  while (cursor.accept(',')) items.push(parseOperand(cursor));
  return items;
}

function parseOrderBy(cursor: TokenCursor): Order[] {
  if (!cursor.accept('ORDER')) return [];
  cursor.expect('BY');
  const items: Order[] = [];
  do {
    const operand = parseOperand(cursor);
    const descending = cursor.accept('DESC');
    if (!descending) cursor.accept('ASC');
    let nullsLast = false;
    if (cursor.accept('NULLS')) {
      nullsLast = cursor.accept('LAST');
      if (!nullsLast) cursor.expect('FIRST');
    }
    items.push({ operand, descending, nullsLast });
  } while (cursor.accept(','));
  return items;
}

function parseCount(cursor: TokenCursor): Count {
  if (cursor.accept(':')) return { kind: 'bind', name: parsePath(cursor).parts.join('.') };
  const token = cursor.next();
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) throw cursor.unexpected(token);
  if (Number(token.text) > MAX_COUNT) throw outsideRange(`${token.text} is larger than ${MAX_COUNT}`, positionOf(token));
  return { kind: 'literal', value: Number(token.text) };
}

function parseTail(cursor: TokenCursor): { forUpdate: boolean; allRows: boolean } {
  let forUpdate = false;
  let allRows = false;
  for (;;) {
    if (cursor.accept('FOR', 'UPDATE')) forUpdate = true;
    else if (cursor.accept('ALL', 'ROWS')) allRows = true;
    else if (cursor.sees('FOR', 'VIEW') || cursor.sees('FOR', 'REFERENCE')) {
      throw unsupportedClause('FOR VIEW and FOR REFERENCE', positionOf(cursor.peek()));
    } else if (cursor.sees('UPDATE')) throw unsupportedClause('UPDATE TRACKING and UPDATE VIEWSTAT', positionOf(cursor.peek()));
    else return { forUpdate, allRows };
  }
}
