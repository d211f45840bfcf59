import { clip } from '../kernel/text';
import { malformed, tooComplicated, type SoqlError } from './errors';
import { tokenize, type Token } from './tokens';

/** Words that can be neither a field in SELECT nor an alias (documented list of reserved alias words). */
const RESERVED: ReadonlySet<string> = new Set(
  'AND ASC DESC EXCLUDES FIRST FROM GROUP HAVING IN INCLUDES LAST LIKE LIMIT NOT NULL NULLS OR SELECT USING WHERE WITH ORDER OFFSET FOR ALL UPDATE'.split(
    ' ',
  ),
);

/** Parentheses and sub-selects that may stand inside each other; the parser is recursive, so there has to be an end. */
const MAX_NESTING = 500;

/** A place in the token list; the parser's only state. */
export interface TokenCursor {
  readonly peek: (ahead?: number) => Token;
  readonly next: () => Token;
  /** True when the coming tokens are these words; does not move. */
  readonly sees: (...words: string[]) => boolean;
  /** Moves over the words when they come next. */
  readonly accept: (...words: string[]) => boolean;
  readonly expect: (...words: string[]) => Token;
  readonly name: () => Token;
  readonly isReserved: () => boolean;
  /** Parses one level further down. Throws QUERY_TOO_COMPLICATED where there are too many. */
  readonly nested: <T>(parse: () => T) => T;
  readonly unexpected: (token?: Token) => SoqlError;
}

export function cursorOver(text: string): TokenCursor {
  const tokens = tokenize(text);
  const last = tokens.length - 1;
  let position = 0;
  let depth = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(position + ahead, last)] as Token;
  const next = (): Token => tokens[Math.min(position++, last)] as Token;
  const sees = (...words: string[]): boolean => words.every((word, i) => peek(i).word === word && peek(i).kind !== 'string');
  const accept = (...words: string[]): boolean => {
    if (!sees(...words)) return false;
    position += words.length;
    return true;
  };
  const unexpected = (token = peek()): SoqlError =>
    malformed(`unexpected token: '${clip(token.text)}'`, { line: token.line, column: token.column });
  return {
    peek,
    next,
    sees,
    accept,
    expect: (...words) => {
      const first = peek();
      for (const word of words) if (!accept(word)) throw unexpected();
      return first;
    },
    name: () => {
      if (peek().kind !== 'name') throw unexpected();
      return next();
    },
    nested: (parse) => {
      if (++depth > MAX_NESTING) throw tooComplicated({ line: peek().line, column: peek().column });
      const result = parse();
      depth--;
      return result;
    },
    isReserved: () => RESERVED.has(peek().word),
    unexpected,
  };
}
