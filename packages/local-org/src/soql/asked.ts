import { toId18 } from '../kernel/ids';
import type { BoundCondition, BoundQuery, BoundValue } from './bound';
import { bindItems } from './encode';

/** Ids to which a query binds a field of FROM for all its rows, by `=` or IN; null when it does not. */
export function idsAsked(query: BoundQuery, binds: ReadonlyMap<string, unknown>, field: string): string[] | null {
  for (const condition of conjuncts(query.where)) {
    if ((condition.kind !== 'compare' && condition.kind !== 'in') || condition.left.kind !== 'field') continue;
    const { source, field: asked } = condition.left;
    if (source.parent !== null || asked.name !== field) continue;
    if (condition.kind === 'compare' && condition.operator === '=') return idsOf([condition.value], binds);
    if (condition.kind === 'in' && !condition.negated)
      return 'bind' in condition.values ? idsOf([{ kind: 'bind', name: condition.values.bind }], binds) : idsOf(condition.values, binds);
  }
  return null;
}

function conjuncts(condition: BoundCondition | null): readonly BoundCondition[] {
  if (!condition) return [];
  return condition.kind === 'and' ? condition.items.flatMap(conjuncts) : [condition];
}

function idsOf(values: readonly BoundValue[], binds: ReadonlyMap<string, unknown>): string[] {
  const all = values.flatMap((value): readonly unknown[] => {
    if (value.kind === 'constant') return [value.value];
    return value.kind === 'bind' ? bindItems(binds.get(value.name)) : [];
  });
  return all.flatMap((value) => (typeof value === 'string' ? (toId18(value) ?? []) : []));
}
