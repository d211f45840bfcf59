import type { Bound, BoundOf } from '../check/bound';
import type { Emission } from './context';
import { checked, initialised, mark, nativeRef, statics } from './context';

/** `target = value`; the result is the value. */
export function assignment(emission: Emission, bound: BoundOf<'assign'>): string {
  const { target } = bound;
  const value = emission.expression(bound.value);
  switch (target.kind) {
    case 'local':
      return `(${target.js}=${value})`;
    case 'field':
      return `(${checked(emission, target.object)}.${target.field.js}=${value})`;
    case 'static':
      return `(${statics(target.field.owner)}.${target.field.js}=${value})`;
    case 'property':
      return propertyCode(emission, target, value);
    case 'recordField':
      return `$.write(${emission.expression(target.object)},${target.slot},${value})`;
    case 'op':
      return operationCode(emission, target, value);
    case 'native':
      return nativeCode(emission, target, value);
    default:
      throw new Error(`Cannot assign to ${target.kind}`);
  }
}

function propertyCode(emission: Emission, target: Extract<Bound, { kind: 'property' }>, value: string): string {
  const { field } = target;
  const accessor = `s_${field.name.toLowerCase()}(${value})`;
  if (!target.object) return initialised(emission, field.owner, `R.${field.owner.js}.${mark(target.line)}${accessor}`);
  if (target.isSuper) return `super.${accessor}`;
  return `${checked(emission, target.object)}.${mark(target.line)}${accessor}`;
}

/** Elements of lists, parents of records, the Id of a generic record. */
function operationCode(emission: Emission, target: Extract<Bound, { kind: 'op' }>, value: string): string {
  const args = target.args.map((arg) => emission.expression(arg));
  if (target.name === 'listGet') return `$.listSet(${args.join(',')},${value})`;
  if (target.name === 'parent') return `$.writeParent(${args[0]},${target.extra[0]},${value})`;
  return `$.writeId(${args[0]},${value})`;
}

function nativeCode(emission: Emission, target: Extract<Bound, { kind: 'native' }>, value: string): string {
  const native = nativeRef(emission, target.key);
  const args = target.args.map((arg) => checked(emission, arg));
  return `$.set(${[native, value, ...args].join(',')})`;
}
