import type { Position } from './ast';
import { malformed } from './errors';

export interface Token extends Position {
  readonly kind: 'name' | 'number' | 'string' | 'date' | 'datetime' | 'time' | 'symbol' | 'end';
  readonly text: string;
  /** Upper case of a name, the text of a symbol; what the grammar compares with. */
  readonly word: string;
}

const SPACE = /\s+/y;
const NAME = /[A-Za-z_]\w*/y;
const STRING = /'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*'/y;
const SYMBOL = /<=|>=|<>|!=|[=<>(),.:+-]/y;
/** What starts with a digit, longest first: an instant starts like a day, a day like a number. */
const DIGITS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['datetime', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/iy],
  ['date', /\d{4}-\d\d-\d\d(?![\dT])/y],
  ['time', /\d\d:\d\d:\d\d(?:\.\d+)?Z?/iy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?!\w)/y],
];

/**
 * Splits query text into tokens, the last of kind `end`. Own lexer rather than the Apex one: SOQL strings know `\_` and
 * `\%`, which are illegal in Apex, and a first query must not pay for warming up the Apex grammar.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) {
      for (let i = space.indexOf('\n'); i >= 0; i = space.indexOf('\n', i + 1)) {
        line++;
        lineStart = at + i + 1;
      }
      at += space.length;
      continue;
    }
    const column = at - lineStart + 1;
    const found = tokenAt(text, at);
    if (!found) throw malformed(`unexpected token: '${String.fromCodePoint(text.codePointAt(at) as number)}'`, { line, column });
    const [kind, matched] = found;
    tokens.push({ kind, text: matched, word: kind === 'name' ? matched.toUpperCase() : matched, line, column });
    at += matched.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', word: '<EOF>', line, column: at - lineStart + 1 });
  return tokens;
}

function tokenAt(text: string, at: number): readonly [Token['kind'], string] | null {
  const name = matchAt(NAME, text, at);
  if (name !== null) return ['name', name];
  for (const [kind, pattern] of DIGITS) {
    const digits = matchAt(pattern, text, at);
    if (digits !== null) return [kind, digits];
  }
  const string = matchAt(STRING, text, at);
  if (string !== null) return ['string', string];
  const symbol = matchAt(SYMBOL, text, at);
  return symbol === null ? null : ['symbol', symbol];
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : null;
}
