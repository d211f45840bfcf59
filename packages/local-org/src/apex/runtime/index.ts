import type { Caller } from '../../kernel/caller';
import { setCaller } from '../../kernel/caller';
import { equalsApex } from '../../kernel/equality';
import { LimitException } from '../../kernel/exceptions';
import { nullPointer } from '../../kernel/fail';
import { toId18 } from '../../kernel/ids';
import type { Native } from '../../kernel/natives';
import type { Shape } from '../../kernel/sobject';
import { toText } from '../../kernel/text';
import { RuntimeType } from '../../kernel/types';
import type { ApexHost } from '../port';
import { castOperations } from './casts';
import { collections } from './collections';
import { enumOperations } from './enums';
import { exceptionOperations } from './exceptions';
import { objectOperations } from './identity';
import { iterate } from './iterate';
import { numbers } from './numbers';
import type { ClassMeta, EnumObject } from './objects';
import { ApexObject, enumOf, UserException } from './objects';
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
  const runtime = {
    ...numbers,
    ...collections,
    ...recordOperations(host, shapeOf),
    ...castOperations(parts.ancestorsOf),
    ...exceptions,
    ...enumOperations(parts.enumOfProgram),
    ...objectOperations,
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

export type Runtime = ReturnType<typeof createRuntime>;
