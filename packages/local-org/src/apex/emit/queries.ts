import type { BoundOf } from '../check/bound';
import type { Emission } from './context';
import { callerRef, mark, typeRef } from './context';

/** Inline SOQL with the access mode and sharing of its class. */
export function queryCode(emission: Emission, bound: BoundOf<'query'>): string {
  const binds = bound.binds.map((bind) => emission.expression(bind)).join(',');
  const head = `$.${mark(bound.line)}${bound.as === 'count' ? 'count' : 'query'}(${JSON.stringify(bound.text)},[${binds}],${callerRef(emission.symbol)}`;
  return bound.as === 'count' ? `${head})` : `${head},${typeRef(emission, bound.type.text)})`;
}
