import type { LiteralContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import type { ExpressionNode, LiteralKind } from '../ast/nodes';
import { place, text, unescape } from './common';

/** A literal node; `text` is the value in canonical spelling (text without quotes, numbers without suffix). */
export function literal(context: LiteralContext): ExpressionNode {
  const at = place(context);
  const source = text(context);
  const of = (type: LiteralKind, value: string): ExpressionNode => ({ ...at, kind: 'literal', type, text: value });
  if (context.NULL()) return of('null', 'null');
  if (context.BooleanLiteral()) return of('Boolean', source.toLowerCase());
  if (context.IntegerLiteral()) return of('Integer', source);
  if (context.LongLiteral()) return of('Long', source.slice(0, -1));
  if (context.NumberLiteral()) return /d$/i.test(source) ? of('Double', source.slice(0, -1)) : of('Decimal', source);
  return of('String', stringValue(source));
}

/** Inside of `'...'` or `'''...'''` (whose first line break does not count). */
export function stringValue(source: string): string {
  if (source.startsWith("'''")) return unescape(source.slice(3, -3).replace(/^\r?\n/, ''));
  return unescape(source.slice(1, -1));
}

/** One value of `when`: a literal, null, or an enum constant's name. */
export function whenLiteral(context: WhenLiteralContext): ExpressionNode {
  const at = place(context);
  if (context.whenLiteral()) return whenLiteral(context.whenLiteral());
  if (context.NULL()) return { ...at, kind: 'literal', type: 'null', text: 'null' };
  if (context.qualifiedName()) {
    const [first, ...rest] = text(context.qualifiedName()).split('.') as [string, ...string[]];
    return rest.reduce<ExpressionNode>((object, name) => ({ ...at, kind: 'member', object, name, safe: false }), {
      ...at,
      kind: 'name',
      name: first,
    });
  }
  if (context.StringLiteral() || context.MultilineStringLiteral()) {
    return { ...at, kind: 'literal', type: 'String', text: stringValue(text(context)) };
  }
  const negative = context.SUB_list().length % 2 === 1;
  const digits = text(context).replace(/[-+lL]/g, '');
  return { ...at, kind: 'literal', type: context.LongLiteral() ? 'Long' : 'Integer', text: negative ? `-${digits}` : digits };
}
