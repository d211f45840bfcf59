import { isCallerDependent } from '../../kernel/caller';
import type { Bound, BoundOf } from '../check/bound';
import type { Emission } from './context';
import { callerRef, checked, initialised, mark, nativeRef } from './context';

const list = (emission: Emission, args: readonly Bound[]): string => args.map((arg) => emission.expression(arg)).join(',');

/** A call of an @future method only enqueues it; the job runs the method itself. */
const isFuture = ({ method }: BoundOf<'call'>): boolean => method.modifiers.annotations.some(({ name }) => name.toLowerCase() === 'future');

/** A method of the program. */
export function callCode(emission: Emission, bound: BoundOf<'call'>): string {
  const { method } = bound;
  const args = list(emission, bound.args);
  const at = mark(bound.line);
  if (isFuture(bound)) return `H.${at}future(${JSON.stringify(method.owner.name)},${JSON.stringify(method.name)},[${args}])`;
  if (method.isStatic || !bound.object) return initialised(emission, method.owner, `R.${method.owner.js}.${at}${method.js}(${args})`);
  if (bound.isSuper) return `super.${at}${method.js}(${args})`;
  return `${checked(emission, bound.object)}.${at}${method.js}(${args})`;
}

/** A method of an interface: of the program (by its own name), or of the platform, whose receiver may be either kind of object. */
export function dynamicCallCode(emission: Emission, bound: BoundOf<'dynamicCall'>): string {
  const object = checked(emission, bound.object);
  const args = list(emission, bound.args);
  if (bound.key === '') return `${object}.${mark(bound.line)}${bound.name}(${args})`;
  return `$.${mark(bound.line)}dispatch(${[object, JSON.stringify(bound.name), nativeRef(emission, bound.key), args].filter(Boolean).join(',')})`;
}

export function nativeCode(emission: Emission, bound: BoundOf<'native'>): string {
  const args = bound.args.map((arg, i) => (i === 0 && bound.receiver ? checked(emission, arg) : emission.expression(arg)));
  const call = nativeCall(emission, bound, args);
  // Apex knows no undefined: a native that has nothing to give gives null.
  return bound.type.kind === 'void' || bound.nonNull ? call : `(${call}??null)`;
}

function nativeCall(emission: Emission, bound: BoundOf<'native'>, args: readonly string[]): string {
  const native = nativeRef(emission, bound.key);
  if (!bound.variables || !isCallerDependent(bound.key)) return `${native}${mark(bound.line)}(${args.join(',')})`;
  const caller = bound.variables.length > 0 ? scoped(emission, bound.variables) : callerRef(emission.symbol);
  return `$.${mark(bound.line)}called(${[caller, native, ...args].join(',')})`;
}

/** The caller with a reader of its variables, for `:name` in dynamic SOQL. */
function scoped(emission: Emission, variables: readonly { name: string; value: Bound }[]): string {
  const cases = variables.map((one) => `case ${JSON.stringify(one.name)}:return ${emission.expression(one.value)};`).join('');
  return `{...${callerRef(emission.symbol)},variable:$n=>{switch($n.toLowerCase()){${cases}}}}`;
}

export function constructCode(emission: Emission, bound: BoundOf<'construct'>): string {
  const { symbol } = bound;
  return initialised(emission, symbol, `new R.${symbol.js}().${mark(bound.line)}${bound.constructor_.js}(${list(emission, bound.args)})`);
}

export function constructExceptionCode(emission: Emission, bound: BoundOf<'constructException'>): string {
  return initialised(emission, bound.symbol, `new R.${bound.symbol.js}().${mark(bound.line)}$exception(${list(emission, bound.args)})`);
}

/** `this(...)` and `super(...)`. */
export function chainCode(emission: Emission, bound: BoundOf<'chain'>): string {
  const args = list(emission, bound.args);
  if (bound.constructor_) return `${bound.isSuper ? 'super' : 'this'}.${mark(bound.line)}${bound.constructor_.js}(${args})`;
  return bound.isSuper ? `super.$message(${args})` : `this.$exception(${args})`;
}
