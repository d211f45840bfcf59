import { ApexException } from '../kernel/exceptions';

/** The two halves of a cursor: a query for the ids in order, and one for the rows of given ids. */
export interface CursorQuery {
  /** Rows by `:cursorIds`, same select list. */
  readonly soql: string;
  /** The original query with `Id` alone selected. */
  readonly ids: string;
}

/** Splits a cursor's query at its outermost FROM. Throws System.QueryException for queries that have no row ids. */
export function selectById(soql: string): CursorQuery {
  const from = outerFrom(soql);
  const select = /^\s*select\s/i.exec(soql);
  const object = from < 0 ? null : /^from\s+([A-Za-z0-9_]+)/i.exec(soql.slice(from));
  if (!select || !object) throw new ApexException('System.QueryException', `unexpected token: ${soql.trim().split(/\s/)[0] ?? ''}`);
  if (/\bgroup\s+by\b/i.test(soql.slice(from)))
    throw new ApexException('System.QueryException', 'Aggregate queries cannot be used with a cursor.');
  const mode = /\bwith\s+(user_mode|system_mode)\b/i.exec(soql.slice(from))?.[0] ?? '';
  const alias =
    /^from\s+[A-Za-z0-9_]+\s+(?!where\b|with\b|order\b|limit\b|offset\b|for\b|all\b|using\b)([A-Za-z0-9_]+)/i.exec(soql.slice(from))?.[1] ??
    '';
  const list = soql.slice(select[0].length, from);
  return {
    soql: `SELECT ${list}FROM ${object[1]} ${alias} WHERE Id IN :cursorIds ${mode}`.trim(),
    ids: `SELECT Id ${soql.slice(from)}`,
  };
}

/** Position of the FROM that belongs to the outermost SELECT; -1 when there is none. */
function outerFrom(soql: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < soql.length; at++) {
    const c = soql[at];
    if (quoted) {
      if (c === '\\') at++;
      else if (c === "'") quoted = false;
    } else if (c === "'") quoted = true;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (depth === 0 && /^from\s/i.test(soql.slice(at, at + 5)) && /\s/.test(soql[at - 1] ?? '')) return at;
  }
  return -1;
}
