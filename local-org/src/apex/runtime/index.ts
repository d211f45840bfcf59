import type { Caller } from '../../kernel/caller';
import { setCaller } from '../../kernel/caller';
import { enumConstant, enumConstants } from '../../kernel/enums';
import { equalsApex, equalsExactly, hashOf } from '../../kernel/equality';
import { LimitException, UnsupportedError } from '../../kernel/exceptions';
import { fail, need, nullPointer } from '../../kernel/fail';
import { toId18 } from '../../kernel/ids';
import type { Native } from '../../kernel/natives';
import type { Shape } from '../../kernel/sobject';
import { toText } from '../../kernel/text';
import { ApexList } from '../../kernel/collections';
import { RuntimeType } from '../../kernel/types';
import type { ApexEnumValue } from '../../kernel/values';
import type { ApexHost } from '../port';
import { castOperations } from './casts';
import { collections, itemsOf } from './collections';
import { exceptionOperations } from './exceptions';
import { numbers } from './numbers';
import type { ClassMeta, EnumObject } from './objects';
import { ApexObject, defaultText, enumOf, UserException } from './objects';
import { recordOperations } from './records';
import type { TriggerVariables } from './triggers';

/** Loop turns and method entries between two reports of abstract cost. */
const FUEL = 2000;
/** Depth at which the platform gives up. */
const MAX_DEPTH = 1000;

export interface RuntimeParts {
  readonly host: ApexHost;
  readonly files: ReadonlyMap<string, readonly ClassMeta[]>;
  readonly ancestorsOf: (name: string) => readonly string[];
  /** Constants of an enum of the program. */
  readonly enumOfProgram: (name: string) => EnumObject | undefined;
  readonly trigger: () => TriggerVariables | null;
  readonly coverage: Map<number, Set<number>>;
}

const NOTHING = Symbol('nothing');

/** An object of its own, so that these values stay fast. */
class Meter {
  /** Loop turns and calls until the next report. */
  fuel = FUEL;
  depth = 0;
  /** Record access of the code that runs: what a class with `inherited sharing` takes over. True where a transaction enters. */
  sharing = true;
}

/** `$` of generated code: every operation that is not plain JavaScript. */
export function createRuntime(parts: RuntimeParts) {
  const { host } = parts;
  const shapes = new Map<string, Shape>();
  const shapeOf = (object: string): Shape => {
    let shape = shapes.get(object);
    if (!shape) shapes.set(object, (shape = host.newSObject(object).shape));
    return shape;
  };
  const exceptions = exceptionOperations(parts.files);
  const meter = new Meter();
  const enumValues = (type: string): readonly ApexEnumValue[] => parts.enumOfProgram(type)?.values ?? enumConstants(type) ?? [];
  const runtime = {
    ...numbers,
    ...collections,
    ...recordOperations(host, shapeOf),
    ...castOperations(parts.ancestorsOf),
    ...exceptions,
    ApexObject,
    UserException,
    enumOf,
    nothing: NOTHING,
    breaking: Symbol('break'),
    continuing: Symbol('continue'),
    meter,
    /** Reports the cost since the last report. */
    tick: (): void => {
      meter.fuel = FUEL;
      host.cost(FUEL);
    },
    /** Counts a method entry; gives the depth to restore when it is left. */
    enter: (): number => {
      if (--meter.fuel < 0) runtime.tick();
      const { depth } = meter;
      if (depth >= MAX_DEPTH) throw new LimitException('Maximum stack depth reached: 1001');
      meter.depth = depth + 1;
      return depth;
    },
    npe: nullPointer,
    text: toText,
    value: <T>(value: T): T => value,
    equals: equalsApex,
    sameText: (a: string | null, b: string | null): boolean =>
      a === b || (a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase()),
    sameId: (a: string | null, b: string | null): boolean => {
      if (a === b) return true;
      if (a === null || b === null) return false;
      return (toId18(a) ?? a.toLowerCase()) === (toId18(b) ?? b.toLowerCase());
    },
    typeOf: (text: string): RuntimeType => RuntimeType.parse(text),
    platformEnum: enumConstant,
    enumName: (value: ApexEnumValue | null): string => need(value).name,
    enumOrdinal: (value: ApexEnumValue | null): number => need(value).ordinal,
    enumValues: (type: string): ApexList => ApexList.ofType(type, [...enumValues(type)]),
    enumValueOf: (name: string | null, type: string): ApexEnumValue => {
      const wanted = need(name).toLowerCase();
      return (
        enumValues(type).find((value) => value.name.toLowerCase() === wanted) ??
        fail('System.NoSuchElementException', `No enum constant ${type}.${need(name)}`)
      );
    },
    objectText: (value: object | null, isSuper: boolean): string => {
      const target = need(value);
      return isSuper ? defaultText(target) : toText(target);
    },
    objectHash: (value: object | null, isSuper: boolean): number => {
      const target = need(value);
      return isSuper ? identityHash(target) : hashOf(target);
    },
    objectEquals: (value: unknown, other: unknown, isSuper: boolean): boolean => {
      const target = need(value);
      if (isSuper) return target === other;
      return typeof target === 'string' && typeof other === 'string' ? target === other : equalsExactly(target, other);
    },
    /** The shallow copy that every class has. */
    cloneObject: (value: object | null): object => {
      const source = need(value);
      return Object.assign(Object.create(Object.getPrototypeOf(source) as object) as object, source);
    },
    called: (caller: Caller, native: Native, ...args: unknown[]): unknown => {
      setCaller(caller);
      return native(...args);
    },
    set: <T>(native: Native, value: T, ...receiver: unknown[]): T => {
      native(...receiver, value);
      return value;
    },
    /** A method of a platform interface: the program's object has it under `name/arity`, a platform object as a native. */
    dispatch: (object: unknown, name: string, native: Native, ...args: unknown[]): unknown => {
      const own = (object as Record<string, unknown>)[name];
      return typeof own === 'function' ? (own as Native).apply(object, args) : native(object, ...args);
    },
    iterate: (source: unknown): Iterable<unknown> => iterate(source, host),
    runAs: (target: unknown, body: () => unknown): unknown => {
      let result: unknown = NOTHING;
      host.runAs(target, () => {
        result = body();
      });
      return result;
    },
    trigger: (name: keyof TriggerVariables, recordType: string): unknown =>
      parts.trigger()?.[name](recordType) ?? (name.startsWith('is') ? false : null),
    hit: (classIndex: number, line: number): void => {
      let lines = parts.coverage.get(classIndex);
      if (!lines) parts.coverage.set(classIndex, (lines = new Set()));
      lines.add(line);
    },
  };
  return runtime;
}

const hashes = new WeakMap<object, number>();
let lastHash = 0;

/** `super.hashCode()` inside an overriding class: the object's identity. */
function identityHash(value: object): number {
  let hash = hashes.get(value);
  if (hash === undefined) hashes.set(value, (hash = ++lastHash));
  return hash;
}

/** Elements of an Iterable or Iterator of the program or of the platform. */
function* iterate(source: unknown, host: ApexHost): Generator<unknown> {
  const call = (object: unknown, name: string, key: string): unknown => {
    const own = (object as Record<string, unknown>)[name];
    if (typeof own === 'function') return (own as Native).call(object);
    const native = host.native(key);
    if (!native) throw new UnsupportedError(`iterating this value (${key})`);
    return native(object);
  };
  const target = source as Record<string, unknown>;
  if (source instanceof ApexList || 'entries' in target) {
    yield* itemsOf(source);
    return;
  }
  const iterator =
    'iterator/0' in target
      ? call(source, 'iterator/0', 'system.iterable.iterator/0')
      : 'hasnext/0' in target
        ? source
        : call(source, 'iterator/0', 'system.iterable.iterator/0');
  if (iterator instanceof ApexList) {
    yield* iterator.items;
    return;
  }
  while (call(need(iterator), 'hasnext/0', 'system.iterator.hasnext/0')) yield call(iterator, 'next/0', 'system.iterator.next/0');
}
