/** Where the clauses of a SOQL text begin; found by scanning, so that paging needs no second parser. Offsets into the text. */
export interface Outline {
  readonly text: string;
  /** Top-level select items, trimmed, in order. */
  readonly items: readonly string[];
  /** Text of the top-level FROM clause without the keyword, for example `Account a`. */
  readonly from: string;
  /** Offset of the FROM keyword. */
  readonly fromAt: number;
  readonly has: (keyword: 'where' | 'limit' | 'offset' | 'group' | 'order') => boolean;
  /** Start of what follows ORDER BY: LIMIT, OFFSET, FOR or the end. */
  readonly tail: number;
  /** `SELECT COUNT() FROM ...` */
  readonly isCount: boolean;
  readonly isAggregate: boolean;
}

const AGGREGATE = /^(count|sum|avg|min|max|count_distinct)\s*\(/i;
const CLAUSES = [
  'select',
  'from',
  'using',
  'where',
  'with',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'for',
  'all',
  'update',
] as const;

/** Outlines a SOQL text; null when it does not even read `SELECT ... FROM ...` (the parser then says what is wrong). */
export function outline(text: string): Outline | null {
  const starts = new Map<string, number>();
  const commas: number[] = [];
  let former = '';
  for (const word of topLevelWords(text)) {
    if (word.text === ',') {
      if (!starts.has('from')) commas.push(word.at);
      continue;
    }
    const key = word.text.toLowerCase();
    // What follows FROM is an object, also when it is called Order or Group.
    if (former !== 'from' && (CLAUSES as readonly string[]).includes(key) && !starts.has(key)) starts.set(key, word.at);
    former = key;
  }
  const select = starts.get('select');
  const from = starts.get('from');
  if (select === undefined || from === undefined || text.slice(0, select).trim() !== '') return null;
  const after = (start: number): number => Math.min(text.length, ...[...starts.values()].filter((at) => at > start));
  const bounds = [select + 5, ...commas.filter((at) => at < from), from];
  const items = bounds.slice(1).map((to, i) => text.slice((bounds[i] ?? 0) + 1, to).trim());
  const tails = ['limit', 'offset', 'for', 'all', 'update'].map((k) => starts.get(k)).filter((at) => at !== undefined);
  return {
    text,
    items,
    from: text.slice(from + 4, after(from)).trim(),
    fromAt: from,
    has: (keyword) => starts.has(keyword),
    tail: Math.min(text.length, ...tails),
    isCount: items.length === 1 && /^count\s*\(\s*\)$/i.test(items[0] ?? ''),
    isAggregate: starts.has('group') || items.some((item) => AGGREGATE.test(item)),
  };
}

/** Words and commas outside parentheses and string literals. */
function* topLevelWords(text: string): Generator<{ text: string; at: number }> {
  const token = /'[^'\\]*(?:\\.[^'\\]*)*'?|[A-Za-z_][\w.]*|[(),]/gs;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const t = match[0];
    if (t === '(') depth++;
    else if (t === ')') depth--;
    else if (depth === 0 && !t.startsWith("'")) yield { text: t, at: match.index };
  }
}

/** The query with a LIMIT put where the grammar wants it. */
export function withLimit(o: Outline, limit: number): string {
  return `${o.text.slice(0, o.tail).trimEnd()} LIMIT ${limit} ${o.text.slice(o.tail)}`.trimEnd();
}

/** The same rows in the same order, ids only. */
export function idsOnly(o: Outline): string {
  return `SELECT Id ${o.text.slice(o.fromAt)}`;
}

/** The same columns of given rows; binds the ids as `:ids`. The caller puts the order back. */
export function byIds(o: Outline): string {
  return `SELECT ${o.items.join(', ')} FROM ${o.from} WHERE Id IN :ids`;
}
