import type { IdContext, ParserRuleContextLike } from './antlr';
import type { Place, TypeNode } from '../ast/nodes';
import type { TypeRefContext } from '@apexdevtools/apex-parser';

/** Where a parse tree node begins. */
export function place(context: ParserRuleContextLike): Place {
  return { line: context.start.line, column: context.start.column + 1 };
}

export function lastLine(context: ParserRuleContextLike): number {
  return (context.stop ?? context.start).line;
}

export function text(context: { getText(): string } | IdContext): string {
  return context.getText();
}

/** `Map<Id, Account[]>` as a tree; every `[]` becomes a List. */
export function typeNode(context: TypeRefContext): TypeNode {
  const at = place(context);
  const parts = context.typeName_list();
  const names = parts.map((part) => (part.LIST() ? 'List' : part.SET() ? 'Set' : part.MAP() ? 'Map' : text(part.id())));
  const last = parts[parts.length - 1];
  const args = last?.typeArguments()?.typeList().typeRef_list().map(typeNode) ?? [];
  let node: TypeNode = { ...at, name: names.join('.'), args };
  const dimensions = context.arraySubscripts()?.LBRACK_list().length ?? 0;
  for (let i = 0; i < dimensions; i++) node = { ...at, name: 'List', args: [node] };
  return node;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', "'": "'", '"': '"', '\\': '\\' };

/** The value of a string literal's inside; escape letters ignore case, as everything in Apex does. */
export function unescape(inside: string): string {
  return inside.replace(/\\(u[0-9a-fA-F]{4}|.)/gi, (_, escape: string) =>
    escape.length === 5 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : (ESCAPES[escape.toLowerCase()] ?? escape),
  );
}
