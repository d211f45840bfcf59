import type { LinkedProgram } from '../apex/port';
import { ApexException } from '../kernel/exceptions';
import { isId } from '../kernel/ids';
import { SObject } from '../kernel/sobject';
import { typeNameOf } from '../kernel/type-of';
import { RuntimeType } from '../kernel/types';

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  Integer: ['integer', 'long', 'double', 'decimal'],
  Long: ['long', 'double', 'decimal'],
  Double: ['double', 'decimal'],
  Decimal: ['decimal', 'double'],
};

const PRIMITIVES = new Set(['blob', 'boolean', 'date', 'datetime', 'decimal', 'double', 'id', 'integer', 'long', 'string', 'time']);
const bare = (name: string): string => name.replace(/^(?:System|Schema|Database)\./i, '').toLowerCase();

/** Apex `instanceof` for a value and a run-time type (Integer and Long values are Decimals and Doubles too: jsonparse asserts it). */
export function isInstance(value: unknown, type: RuntimeType, program: LinkedProgram): boolean {
  if (value === null || value === undefined) return false;
  const wanted = bare(type.name);
  if (wanted === 'object') return true;
  if (wanted === 'id') return typeof value === 'string' && isId(value);
  if (wanted === 'sobject') return value instanceof SObject;
  if (wanted === 'exception') return value instanceof ApexException;
  const own = RuntimeType.parse(program.classNameOf(value) ?? typeNameOf(value));
  return isSubtype(own, type, program);
}

/** Element types fit as types do; besides, a list of SObjects counts as a list of any object's records, and the other way round. */
function elementFits(own: RuntimeType, type: RuntimeType, program: LinkedProgram): boolean {
  if (isSubtype(own, type, program)) return true;
  if (own.name !== 'SObject' && type.name !== 'SObject') return false;
  const other = own.name === 'SObject' ? type : own;
  return other.args.length === 0 && !PRIMITIVES.has(bare(other.name)) && !program.classInfo(other.name);
}

/** Whether a value of type `own` may stand where `type` is wanted. Collections compare element by element. */
export function isSubtype(own: RuntimeType, type: RuntimeType, program: LinkedProgram): boolean {
  const wanted = bare(type.name);
  if (own === type || wanted === 'object') return true;
  if (NUMBERS[own.name]?.includes(wanted) || (own.name === 'Date' && wanted === 'datetime')) return true;
  if (type.args.length > 0) {
    const kin = bare(own.name) === wanted || (wanted === 'iterable' && ['list', 'set'].includes(bare(own.name)));
    if (kin && own.args.length === type.args.length) return own.args.every((arg, i) => elementFits(arg, type.args[i]!, program));
  }
  if (bare(own.name) === wanted && own.args.length === 0) return true;
  if (wanted === 'exception') return /exception$/i.test(own.name);
  const ancestors = program.classInfo(own.name)?.ancestors ?? [];
  return ancestors.some((name) => bare(name) === wanted || name === type.text || bare(name.split('<')[0] ?? '') === wanted);
}
