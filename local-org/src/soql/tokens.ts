import type { Position } from './ast';
import { malformed } from './errors';

export interface Token extends Position {
  readonly kind: 'name' | 'number' | 'string' | 'date' | 'datetime' | 'time' | 'symbol' | 'end';
  readonly text: string;
  /** Upper case of a name, the text of a symbol; what the grammar compares with. */
  readonly word: string;
}

/** Longest alternatives first: a datetime starts like a date, a date like a number. */
const TOKEN =
  /(?<space>\s+)|(?<datetime>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))|(?<date>\d{4}-\d\d-\d\d)(?![\dT])|(?<time>\d\d:\d\d:\d\d(?:\.\d+)?Z?)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?!\w)|(?<name>[A-Za-z_][\w]*)|(?<string>'(?:[^'\\\r\n]|\\.)*')|(?<symbol><=|>=|<>|!=|[=<>(),.:+-])/giy;

/**
 * Splits query text into tokens, the last of kind `end`. Own lexer rather than the Apex one: SOQL strings know `\_` and
 * `\%`, which are illegal in Apex, and a first query must not pay for warming up the Apex grammar.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    const column = at - lineStart + 1;
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw malformed(`unexpected token: '${String.fromCodePoint(text.codePointAt(at) as number)}'`, { line, column });
    const [kind, matched] = Object.entries(groups).find(([, value]) => value !== undefined) as [Token['kind'] | 'space', string];
    if (kind === 'space') {
      for (let i = 0; i < matched.length; i++) {
        if (matched[i] !== '\n') continue;
        line++;
        lineStart = at + i + 1;
      }
    } else {
      tokens.push({ kind, text: matched, word: kind === 'string' ? matched : matched.toUpperCase(), line, column });
    }
    at += matched.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', word: '<EOF>', line, column: at - lineStart + 1 });
  return tokens;
}
