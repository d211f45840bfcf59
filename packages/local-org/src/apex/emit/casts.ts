import type { BoundOf } from '../check/bound';
import { numberRank } from '../types/type';
import type { Emission } from './context';
import { typeRef } from './context';

export function instanceofCode(emission: Emission, bound: BoundOf<'instanceof'>): string {
  const value = emission.expression(bound.value);
  if (bound.of.symbol?.kind === 'class') return `(${value} instanceof R.${bound.of.symbol.js})`;
  return `$.is(${value},${typeRef(emission, bound.of.text)})`;
}

/** Conversions between numbers are computed; every other cast is a check. */
export function castCode(emission: Emission, bound: BoundOf<'cast'>): string {
  const { type, value } = bound;
  const js = emission.expression(value);
  if (type === value.type || type.name === 'Object' || value.type.kind === 'null') return js;
  const from = numberRank(value.type);
  const to = numberRank(type);
  if (from > 0 && to > 0) return `$.${['', 'toInteger', 'toLong', 'toDouble', 'toDecimal'][to]}(${js})`;
  if (type.symbol?.kind === 'class') return `$.castTo(${js},R.${type.symbol.js},${JSON.stringify(type.text)})`;
  return `$.cast(${js},${typeRef(emission, type.text)})`;
}
