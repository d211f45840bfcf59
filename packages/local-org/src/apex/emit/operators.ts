import type { Bound, BoundOf } from '../check/bound';
import type { Emission } from './context';
import { checked } from './context';

/** Integers stay 32-bit integers, Longs 64-bit ones. */
export function arithmetic(emission: Emission, bound: BoundOf<'arithmetic'>): string {
  const left = checked(emission, bound.left);
  const right = checked(emission, bound.right);
  if (bound.as === 'long') return `BigInt.asIntN(64,${left}${bound.operator}${right})`;
  if (bound.operator === '*') return `Math.imul(${left},${right})`;
  const bits = ['<<', '>>', '&', '|', '^'].includes(bound.operator);
  return bits ? `(${left}${bound.operator}${right})` : `(${left}${bound.operator}${right}|0)`;
}

/** Nothing is greater or less than null (Apex Developer Guide, "Expression Operators"), as nothing is in JavaScript than NaN. */
export function compare(emission: Emission, bound: BoundOf<'compare'>): string {
  const side = (one: Bound): string => (one.nonNull ? emission.expression(one) : `((${emission.expression(one)})??NaN)`);
  return `(${side(bound.left)}${bound.operator}${side(bound.right)})`;
}

export function concat(emission: Emission, bound: BoundOf<'concat'>): string {
  const parts: string[] = [];
  // The tree of a long concatenation leans left: flatten it instead of recursing.
  let one: Bound = bound;
  while (one.kind === 'concat') {
    parts.unshift(text(emission, one.right));
    one = one.left;
  }
  parts.unshift(text(emission, one));
  return `(${parts.join('+')})`;
}

function text(emission: Emission, bound: Bound): string {
  const js = emission.expression(bound);
  if (bound.nonNull && bound.type.kind === 'primitive' && bound.type.name === 'String') return js;
  return `$.text(${js})`;
}
