/** A formula that cannot be understood; `column` counts from 1. */
export class FormulaError extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(message);
    this.name = 'FormulaError';
    this.column = column;
  }
}

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  readonly text: string;
  readonly column: number;
}

const PATTERN =
  /(?<space>\s+|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<text>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(?<name>\$?[A-Za-z_]\w*(?:\.\$?[A-Za-z_]\w*)*)|(?<operator><>|!=|<=|>=|==|&&|\|\||[-+*/^&=<>(),!])/uy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Splits a formula into tokens; comments go. Throws FormulaError at the first character that belongs to none. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const at = PATTERN.lastIndex;
    const groups = PATTERN.exec(source)?.groups;
    if (!groups) throw new FormulaError(`Syntax error. Found '${source.charAt(at)}'`, at + 1);
    const column = at + 1;
    if (groups['number'] !== undefined) tokens.push({ kind: 'number', text: groups['number'], column });
    else if (groups['text'] !== undefined) tokens.push({ kind: 'text', text: unescaped(groups['text']), column });
    else if (groups['name'] !== undefined) tokens.push({ kind: 'name', text: groups['name'], column });
    else if (groups['operator'] !== undefined) tokens.push({ kind: 'operator', text: groups['operator'], column });
  }
  return [...tokens, { kind: 'end', text: '', column: source.length + 1 }];
}

function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\([\s\S])/gu, (_, character: string) => ESCAPES[character] ?? character);
}
