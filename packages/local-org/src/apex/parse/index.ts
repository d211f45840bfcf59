import type * as apex from '@apexdevtools/apex-parser';
import type { AnonymousNode, BlockNode, DeclarationNode, MemberNode, StatementNode, TriggerNode, UnitNode } from '../ast/nodes';
import { place, text } from './common';
import { declaration, members } from './declarations';
import { modifiers } from './modifiers';
import { parserLibrary } from './library';
import { statement } from './statements';

export interface SyntaxFinding {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `unit` is null exactly when there are findings. Plain data: it survives JSON, which is what the AST cache stores. */
export interface Parsed<N extends UnitNode = UnitNode> {
  readonly unit: N | null;
  readonly findings: readonly SyntaxFinding[];
}

/** ANTLR's list of every possible token helps nobody; the platform names the token in the way. */
function friendly(message: string): string {
  const missing = /^missing ('.*?') at ('[^]*')$/.exec(message);
  if (missing) return `Missing ${missing[1]} at ${missing[2]}`;
  const unexpected = /(?:mismatched input|extraneous input|no viable alternative at input) '([^]*?)'(?: expecting|$)/.exec(message);
  if (!unexpected) return message;
  const token = (unexpected[1] ?? '').trim().split(/\s/).pop() ?? '';
  return token === '<EOF>' ? 'Unexpected end of file' : `Unexpected token '${token}'.`;
}

function parse<N extends UnitNode>(source: string, build: (parser: apex.ApexParser) => N): Parsed<N> {
  const { ApexErrorListener, ApexParserFactory } = parserLibrary();
  const findings: SyntaxFinding[] = [];
  class Listener extends ApexErrorListener {
    override apexSyntaxError(line: number, column: number, message: string): void {
      findings.push({ line, column: column + 1, message: friendly(message) });
    }
  }
  const { parser } = ApexParserFactory.createLexerAndParser(source, new Listener());
  try {
    const unit = build(parser);
    return { unit: findings.length > 0 ? null : unit, findings };
  } catch (error) {
    // A broken tree has holes; the syntax findings say why. Without any, the fault is ours.
    if (findings.length > 0) return { unit: null, findings };
    throw error;
  }
}

/** Parses a class file. */
export function parseClass(source: string): Parsed<DeclarationNode> {
  return parse(source, (parser) => {
    const context = parser.compilationUnit().typeDeclaration();
    const mods = modifiers(context.modifier_list());
    return declaration(context.classDeclaration() ?? context.interfaceDeclaration() ?? context.enumDeclaration(), mods);
  });
}

/** Parses a trigger file. */
export function parseTrigger(source: string): Parsed<TriggerNode> {
  return parse(source, (parser) => {
    const context = parser.triggerUnit();
    const body: StatementNode[] = [];
    const declared: MemberNode[] = [];
    for (const member of context.triggerBlock().triggerBlockMember_list()) {
      if (member.statement()) body.push(statement(member.statement()));
      else split(members(member.triggerMemberDeclaration(), modifiers(member.modifier_list())), body, declared);
    }
    return {
      ...place(context),
      kind: 'trigger',
      name: text(context.id(0)),
      object: text(context.id(1)),
      events: context.triggerCase_list().map((one) => ({
        timing: one.BEFORE() ? 'before' : 'after',
        operation: one.INSERT() ? 'insert' : one.UPDATE() ? 'update' : one.DELETE() ? 'delete' : 'undelete',
      })),
      members: declared,
      body: blockOf(context.triggerBlock(), body),
    };
  });
}

/** Parses anonymous Apex. */
export function parseAnonymous(source: string): Parsed<AnonymousNode> {
  return parse(source, (parser) => {
    const context = parser.anonymousUnit();
    const body: StatementNode[] = [];
    const declared: MemberNode[] = [];
    for (const member of context.anonymousBlock().anonymousBlockMember_list()) {
      if (member.statement()) {
        body.push(statement(member.statement()));
        continue;
      }
      split(members(member.anonymousMemberDeclaration(), modifiers(member.modifier_list())), body, declared);
    }
    return { line: 1, column: 1, kind: 'anonymous', members: declared, body: { line: 1, column: 1, kind: 'block', statements: body } };
  });
}

/** The grammar takes `Integer i = 1;` at the top level of a trigger or block for a field; it is a local variable, new each time. */
function split(found: readonly MemberNode[], body: StatementNode[], declared: MemberNode[]): void {
  for (const one of found) {
    if (one.kind !== 'field') declared.push(one);
    else
      body.push({
        kind: 'variables',
        line: one.line,
        column: one.column,
        type: one.type,
        final: false,
        modifiers: null,
        names: [{ ...one }],
      });
  }
}

function blockOf(context: apex.TriggerBlockContext, statements: StatementNode[]): BlockNode {
  return { ...place(context), kind: 'block', statements };
}
