import type * as apex from '@apexdevtools/apex-parser';
import type { ExpressionNode, SoqlNode } from '../ast/nodes';
import type { ParserRuleContextLike } from './antlr';
import { place, text } from './common';
import { parserLibrary } from './library';

interface Tree extends ParserRuleContextLike {
  readonly children?: Tree[] | null;
}

/** Inline SOQL: its text as written, with each bound expression replaced by `:b0`, `:b1`, ... in textual order. */
export function soqlNode(context: apex.SoqlLiteralContext, expression: (context: apex.ExpressionContext) => ExpressionNode): SoqlNode {
  const query = context.query() as apex.QueryContext & Tree;
  const input = (context.start as unknown as { getInputStream(): { getText(start: number, stop: number): string } }).getInputStream();
  const bound: (apex.BoundExpressionContext & Tree)[] = [];
  collect(query, bound);
  const binds: ExpressionNode[] = [];
  const end = (query.stop ?? query.start).stop;
  let source = '';
  let at = query.start.start;
  for (const bind of bound) {
    if (bind.start.start > at) source += input.getText(at, bind.start.start - 1);
    source += `:b${binds.length}`;
    binds.push(expression(bind.expression()));
    at = (bind.stop ?? bind.start).stop + 1;
  }
  if (at <= end) source += input.getText(at, end);
  const select = query.selectList();
  return {
    ...place(context),
    kind: 'soql',
    text: oneLine(source),
    binds,
    from: text(query.fromNameList().fieldName(0) ?? query.fromNameList()),
    count: /^count\(\)$/i.test(text(select)),
  };
}

/** Comments go and line breaks become blanks; text in quotes stays as it is. */
function oneLine(source: string): string {
  return source.replace(/'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[^]*?\*\/|\s+/g, (part) =>
    part.startsWith("'") ? part : part.includes('\n') || part.startsWith('/') ? ' ' : part,
  );
}

function collect(tree: Tree, found: (apex.BoundExpressionContext & Tree)[]): void {
  if (tree instanceof parserLibrary().BoundExpressionContext) found.push(tree as apex.BoundExpressionContext & Tree);
  else for (const child of tree.children ?? []) collect(child, found);
}
