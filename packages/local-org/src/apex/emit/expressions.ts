import type { Bound, BoundOf } from '../check/bound';
import type { ClassSymbol } from '../check/symbols';
import type { Emission, Tables } from './context';
import { checked, initialised, statics } from './context';
import { assignment } from './assignments';
import { callCode, chainCode, constructCode, constructExceptionCode, dynamicCallCode, nativeCode } from './calls';
import { castCode, instanceofCode } from './casts';
import { arithmetic, compare, concat } from './operators';
import { newListCode, newMapCode, newRecordCode, newSetCode } from './creation';
import { queryCode } from './queries';

type Emitters = { readonly [K in Bound['kind']]: (emission: Emission, bound: BoundOf<K>) => string };

const EMITTERS: Emitters = {
  literal: (_, bound) => bound.js,
  local: (_, bound) => bound.js,
  temp: (_, bound) => `$t${bound.temp}`,
  this: () => 'this',
  field: (emission, bound) => `${checked(emission, bound.object)}.${bound.field.js}`,
  static: (_, bound) => `${statics(bound.field.owner)}.${bound.field.js}`,
  property: (emission, bound) => {
    const accessor = `g_${bound.field.name.toLowerCase()}()`;
    const { owner } = bound.field;
    if (!bound.object) return initialised(emission, owner, `R.${owner.js}.${accessor}`);
    return bound.isSuper ? `super.${accessor}` : `${checked(emission, bound.object)}.${accessor}`;
  },
  enumConstant: (_, bound) => `R.${bound.symbol.js}.k_${bound.name.toLowerCase()}`,
  recordField: (emission, bound) =>
    `$.${bound.parentPath ? 'readParent' : 'read'}(${emission.expression(bound.object)},${bound.slot},${bound.checkbox})`,
  op: operation,
  arithmetic,
  compare,
  concat,
  identical: (emission, bound) => `(${emission.expression(bound.left)}${bound.negated ? '!==' : '==='}${emission.expression(bound.right)})`,
  logical: (emission, bound) => `(${checked(emission, bound.left)}${bound.operator}${checked(emission, bound.right)})`,
  not: (emission, bound) => `!${checked(emission, bound.operand)}`,
  coalesce: (emission, bound) => `(${emission.expression(bound.left)}??${emission.expression(bound.right)})`,
  conditional: (emission, bound) =>
    `(${checked(emission, bound.condition)}?${emission.expression(bound.then)}:${emission.expression(bound.otherwise)})`,
  call: callCode,
  dynamicCall: dynamicCallCode,
  native: nativeCode,
  construct: constructCode,
  constructException: constructExceptionCode,
  chain: chainCode,
  newRecord: newRecordCode,
  newList: newListCode,
  newSet: newSetCode,
  newMap: newMapCode,
  instanceof: instanceofCode,
  cast: castCode,
  assign: assignment,
  let: (emission, bound) => `($t${bound.temp}=${emission.expression(bound.value)},${emission.expression(bound.body)})`,
  safe: (emission, bound) => `(($t${bound.temp}=${emission.expression(bound.object)})==null?null:${emission.expression(bound.body)})`,
  sequence: (emission, bound) => `(${emission.expression(bound.first)},${emission.expression(bound.result)})`,
  query: queryCode,
};

/** A call of the runtime; a division by a constant needs no check for zero. */
function operation(emission: Emission, bound: BoundOf<'op'>): string {
  const [left, right] = bound.args;
  if (bound.name === 'divideInt' && left && right?.kind === 'literal' && right.value !== 0)
    return `(${checked(emission, left)}/${right.js}|0)`;
  return `$.${bound.name}(${[...bound.args.map((arg) => emission.expression(arg)), ...bound.extra].join(',')})`;
}

/** An emission for one class. */
export function newEmission(tables: Tables, symbol: ClassSymbol): Emission {
  const emission: Emission = {
    tables,
    symbol,
    counter: 0,
    jumps: 'plain',
    expression: (bound) => (EMITTERS[bound.kind] as (emission: Emission, bound: Bound) => string)(emission, bound),
  };
  return emission;
}
