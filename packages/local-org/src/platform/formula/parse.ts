import { parseDecimal } from '../../kernel/decimals';
import type { Decimal } from '../../kernel/values';
import { FormulaError, tokenize, type Token } from './tokens';

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&&' | '||';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | Decimal | boolean | null }
  | { readonly kind: 'field'; readonly path: readonly string[]; readonly column: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly column: number }
  | { readonly kind: 'not' | 'negate'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

/** Binding power of the operators, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const SPELLINGS: Readonly<Record<string, Operator>> = { '==': '=', '!=': '<>' };
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Parses a formula (Salesforce Help, "Formula Operators and Functions"). Throws FormulaError with the place of the fault. */
export function parseFormula(source: string): Expression {
  const tokens = tokenize(source);
  let at = 0;
  const peek = (): Token => tokens[at] as Token;
  const fail = (token: Token): never => {
    throw new FormulaError(token.kind === 'end' ? 'Syntax error. Missing operand' : `Syntax error. Extra ${token.text}`, token.column);
  };
  const take = (text: string): boolean => {
    if (peek().kind !== 'operator' || peek().text !== text) return false;
    at++;
    return true;
  };
  const expect = (text: string): void => {
    if (!take(text)) throw new FormulaError(`Syntax error. Missing '${text}'`, peek().column);
  };

  const binary = (level: number): Expression => {
    const operators = LEVELS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    while (peek().kind === 'operator' && operators.includes(peek().text)) {
      const text = (tokens[at++] as Token).text;
      left = { kind: 'binary', operator: SPELLINGS[text] ?? (text as Operator), left, right: binary(level + 1) };
    }
    return left;
  };
  const unary = (): Expression => {
    if (take('-')) return { kind: 'negate', operand: unary() };
    if (take('+')) return unary();
    if (take('!')) return { kind: 'not', operand: unary() };
    return primary();
  };
  const primary = (): Expression => {
    const token = peek();
    if (take('(')) {
      const inner = binary(0);
      expect(')');
      return inner;
    }
    at++;
    if (token.kind === 'number') return { kind: 'literal', value: parseDecimal(token.text) };
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.kind !== 'name') return fail(token);
    if (take('(')) return { kind: 'call', name: token.text.toUpperCase(), args: args(), column: token.column };
    const word = WORDS[token.text.toLowerCase()];
    return word !== undefined ? { kind: 'literal', value: word } : { kind: 'field', path: token.text.split('.'), column: token.column };
  };
  const args = (): Expression[] => {
    const found: Expression[] = [];
    if (take(')')) return found;
    do found.push(binary(0));
    while (take(','));
    expect(')');
    return found;
  };

  const expression = binary(0);
  if (peek().kind !== 'end') fail(peek());
  return expression;
}
