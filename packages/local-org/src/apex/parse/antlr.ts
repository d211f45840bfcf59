/** The few members of ANTLR's classes that the builders use; the parser package does not export its own antlr4 types. */
export interface TokenLike {
  readonly line: number;
  readonly column: number;
  /** Character offsets in the source. */
  readonly start: number;
  readonly stop: number;
}

export interface ParserRuleContextLike {
  readonly start: TokenLike;
  readonly stop?: TokenLike;
  getText(): string;
}

export interface IdContext {
  getText(): string;
}
