import { parserLibrary } from './library';

/** What ends a declaration, or begins its body. */
const BOUNDARY = new Set([';', '{', '}']);

/**
 * Names of the test methods that a source declares, in its order. They are read from its tokens: a file whose syntax is wrong loses its tests
 * all the same, and whoever counts must know how many.
 */
export function testMethodsIn(source: string): string[] {
  const tokens = visibleTokens(source);
  const names: string[] = [];
  let start = 0;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (!BOUNDARY.has(token)) continue;
    // a method of the class itself: `... name ( ) {` directly in its body
    if (token === '{' && depth === 1 && isTest(tokens.slice(start, at))) names.push(tokens[at - 3] as string);
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    start = at + 1;
  }
  return names;
}

/** Salesforce: a test method is static, takes nothing, and has the annotation @IsTest or the older word testMethod. */
function isTest(declaration: readonly string[]): boolean {
  const words = declaration.map((word) => word.toLowerCase());
  const takesNothing = words.at(-1) === ')' && words.at(-2) === '(';
  const isMarked = words.includes('testmethod') || words.some((word, at) => word === 'istest' && words[at - 1] === '@');
  return takesNothing && isMarked && !words.includes('class');
}

/** The texts of a source's tokens without comments and blanks. */
function visibleTokens(source: string): string[] {
  const { ApexErrorListener, ApexParserFactory } = parserLibrary();
  class Silent extends ApexErrorListener {
    override apexSyntaxError(): void {
      // the compiler has reported it
    }
  }
  const { lexer } = ApexParserFactory.createLexerAndParser(source, new Silent());
  const stream = ApexParserFactory.createTokenStream(lexer);
  stream.fill();
  return stream.tokens.filter(({ channel, type }) => channel === 0 && type > 0).map(({ text }) => text);
}
