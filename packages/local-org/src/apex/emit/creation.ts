import type { Bound, BoundOf } from '../check/bound';
import type { Emission } from './context';
import { typeRef } from './context';

const list = (emission: Emission, args: readonly Bound[]): string => args.map((arg) => emission.expression(arg)).join(',');

export function newRecordCode(emission: Emission, bound: BoundOf<'newRecord'>): string {
  const fields = bound.fields.map((one) => `${one.slot},${emission.expression(one.value)}`).join(',');
  const parents = bound.parents.map((one) => `${JSON.stringify(one.relationship)},${emission.expression(one.value)}`).join(',');
  return `$.newRecord(${JSON.stringify(bound.object)},[${fields}]${parents ? `,[${parents}]` : ''})`;
}

export function newListCode(emission: Emission, bound: BoundOf<'newList'>): string {
  return `new $.List(${typeRef(emission, bound.type.text)},[${list(emission, bound.values)}])`;
}

export function newSetCode(emission: Emission, bound: BoundOf<'newSet'>): string {
  return `$.newSet(${typeRef(emission, bound.type.text)},[${list(emission, bound.values)}])`;
}

export function newMapCode(emission: Emission, bound: BoundOf<'newMap'>): string {
  return `$.newMap(${typeRef(emission, bound.type.text)},[${list(emission, bound.pairs.flat())}])`;
}
