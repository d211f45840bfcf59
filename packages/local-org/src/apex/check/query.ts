import type { SoqlNode } from '../ast/nodes';
import type { Type } from '../types/type';
import { isNamed, isUnknown } from '../types/type';
import type { Bound } from './bound';
import { valueOf } from './expressions';
import type { Body } from './scope';
import { fault } from './scope';

/** Inline SOQL: a list of rows, or an Integer for `SELECT COUNT()`. */
export function query(body: Body, node: SoqlNode, want: Type | null): Bound {
  const { table, options } = body.checker;
  body.calls = true;
  const binds = node.binds.map((bind) => valueOf(body, bind));
  const verdict = options.checkSoql?.(node.text);
  for (const message of verdict?.errors ?? []) fault(body, node, message);
  const object = table.schema.object(verdict?.object ?? node.from.split(/[\s,]/)[0] ?? node.from);
  if (!object && !verdict?.errors.length) fault(body, node, `sObject type '${node.from}' is not supported.`);
  const isCount = node.count || verdict?.kind === 'count';
  const shared = { text: node.text, binds, object: object?.name ?? node.from, nonNull: true, line: node.line } as const;
  if (isCount) return { kind: 'query', as: 'count', type: table.integer, ...shared };
  const aggregate = verdict ? verdict.kind === 'aggregate' : looksAggregate(node.text);
  const row = aggregate ? (table.builtIn('AggregateResult', []) as Type) : object ? table.record(object) : table.unknown;
  const element = aggregate && want && isNamed(want, 'SObject') ? table.sobject : row;
  return { kind: 'query', as: 'rows', type: isUnknown(element) ? element : table.list(element), ...shared };
}

/** Without the SOQL checker: an aggregate function or GROUP BY outside of subqueries and WHERE. */
function looksAggregate(text: string): boolean {
  const select = text.slice(0, Math.max(0, text.search(/\sfrom\s/i)));
  return /\b(count|count_distinct|sum|avg|min|max|grouping)\s*\(/i.test(select) || /\bgroup\s+by\b/i.test(text);
}
