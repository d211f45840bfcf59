import vm from 'node:vm';
import { transactionOrNull } from '../kernel/context';
import { EQUALS, COMPARE_TO, HASH_CODE } from '../kernel/equality';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { NativeObject, type Native } from '../kernel/natives';
import { TO_TEXT } from '../kernel/text';
import { RuntimeType } from '../kernel/types';
import type { Artifact } from './artifact';
import { jsonOperations } from './json';
import type { ApexHost, CompiledProgram, LinkedProgram, TriggerContext } from './port';
import { createRuntime } from './runtime';
import type { ApexClass, ClassMeta, EnumObject, MethodMeta } from './runtime/objects';
import { metaOf } from './runtime/objects';
import type { TriggerVariables } from './runtime/triggers';
import { triggerVariables } from './runtime/triggers';
import { serializeOperations } from './serialize';
import { createStub } from './stubs';

type Registry = Record<string, unknown>;
type Callable = (...args: unknown[]) => unknown;

/** Enough frames for the deepest useful trace. */
const STACK_FRAMES = 60;

/** What only tests and the runner need of a linked program. */
export interface LinkedExtras {
  /** Runs the block of a program made by `compileAnonymous`. */
  runAnonymous(): void;
  /** Executed lines by class name, when the program was compiled for coverage. */
  coverage(): ReadonlyMap<string, { readonly lines: readonly number[]; readonly hit: ReadonlySet<number> }>;
}

/** Evaluates a compiled program in this process. Throws when it has errors. */
export function link(program: CompiledProgram, host: ApexHost): LinkedProgram & LinkedExtras {
  if (program.js === '') throw new Error('A program with compile errors cannot run');
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, STACK_FRAMES);
  const artifact = JSON.parse(program.js) as Artifact;
  const registry: Registry = {};
  const byName = new Map(artifact.classes.map((meta) => [meta.name.toLowerCase(), meta]));
  const files = new Map<string, ClassMeta[]>();
  for (const meta of artifact.classes) {
    const file = meta.name.split('.')[0] as string;
    files.set(file, [...(files.get(file) ?? []), meta]);
  }
  let trigger: TriggerVariables | null = null;
  let transaction: unknown = null;
  const coverage = new Map<number, Set<number>>();
  const runtime = createRuntime({
    host,
    files,
    ancestorsOf: (name) => byName.get(name.toLowerCase())?.ancestors ?? [],
    enumOfProgram: (name) => {
      const meta = byName.get(name.toLowerCase());
      return meta?.kind === 'enum' ? (registry[`C${meta.index}`] as EnumObject) : undefined;
    },
    trigger: () => trigger,
    coverage,
  });
  const natives = artifact.natives.map((key) => host.native(key) ?? missing(key));
  const types = artifact.types.map((text) => RuntimeType.parse(text));
  for (const { name, code } of artifact.chunks) {
    const define = vm.runInThisContext(code, { filename: `apex:${name}` }) as (...args: unknown[]) => void;
    define(runtime, host, registry, natives, types, runtime.meter);
  }
  for (const meta of artifact.classes) if (meta.kind === 'class') connect(meta, registry, byName);

  const classOf = (name: string): ClassMeta => byName.get(name.toLowerCase()) ?? unknownClass(name);
  const initialise = (meta: ClassMeta): void => {
    if (meta.hasStaticInit && !host.statics[meta.index]) (registry[`i${meta.index}`] as () => void)();
  };
  /** Outermost calls start at depth 0 whatever an earlier failure left; what Apex throws gets its trace. */
  const guarded = <R>(body: () => R): R => {
    const { depth, sharing } = runtime.meter;
    const formerTrigger = trigger;
    const formerTransaction = transaction;
    transaction = transactionOrNull();
    if (depth === 0 || transaction !== formerTransaction) runtime.meter.sharing = true;
    try {
      return body();
    } catch (error) {
      if (error instanceof ApexException) runtime.place(error);
      throw error;
    } finally {
      runtime.meter.depth = depth;
      runtime.meter.sharing = sharing;
      transaction = formerTransaction;
      trigger = formerTrigger;
    }
  };
  const construct = (name: string): unknown => {
    const meta = classOf(name);
    const constructor = meta.constructors.find((one) => one.parameters.length === 0);
    if (meta.kind !== 'class' || meta.isAbstract || !constructor) {
      throw new ApexException('System.TypeException', `Type cannot be constructed: ${meta.name}`);
    }
    return guarded(() => {
      initialise(meta);
      const instance = new (registry[`C${meta.index}`] as ApexClass)() as Record<string, unknown>;
      return (instance[constructor.js] as Callable).call(instance);
    });
  };
  const runScript = (index: number): void => {
    const meta = artifact.classes[index] as ClassMeta;
    initialise(meta);
    (registry[`C${index}`] as { run(): void }).run();
  };
  const infos = new Map(program.classes.map((info) => [info.name.toLowerCase(), info]));
  const context = { registry, byName, classes: artifact.classes, host, initialise, construct };

  return {
    program,
    classInfo: (name) => infos.get(name.toLowerCase()),
    invokeStatic: (className, method, args) =>
      guarded(() => {
        const meta = classOf(className);
        const found = staticMethod(meta, method, args.length, byName);
        initialise(found.owner);
        const target = registry[`C${found.owner.index}`] as Record<string, Callable>;
        return (target[found.method.js] as Callable).apply(target, [...args]);
      }),
    invoke: (instance, method, args) =>
      guarded(() => {
        const meta = metaOf(instance as object);
        // An instance that came out of a queue is the first use of its class in this transaction.
        if (meta) initialise(meta);
        const exact = overloadFor(instance, method, args);
        const own = (instance as Record<string, unknown>)[exact ?? `${method.toLowerCase()}/${args.length}`];
        if (typeof own !== 'function')
          throw new UnsupportedError(`calling ${method} with ${args.length} arguments on ${meta?.name ?? 'this value'}`);
        return (own as Callable).apply(instance, [...args]);
      }),
    construct,
    classNameOf: (value) => (typeof value === 'object' && value !== null ? (metaOf(value)?.name ?? null) : null),
    runTrigger: (info, firing: TriggerContext) =>
      guarded(() => {
        const index = artifact.triggers[info.name.toLowerCase()];
        if (index === undefined) throw new UnsupportedError(`the trigger ${info.name}, which the program does not have`);
        trigger = triggerVariables(firing);
        runScript(index);
      }),
    ...serializeOperations(context),
    ...jsonOperations(context),
    createStub: (type, handle) => createStub({ registry, byName, infos, cast: runtime.cast }, type, handle),
    runAnonymous: () =>
      guarded(() => {
        if (artifact.anonymous === null) throw new UnsupportedError('running a program without an anonymous block');
        runScript(artifact.anonymous);
      }),
    coverage: () =>
      new Map(
        Object.entries(artifact.lines).map(([index, lines]) => [
          (artifact.classes[Number(index)] as ClassMeta).name,
          { lines, hit: coverage.get(Number(index)) ?? new Set<number>() },
        ]),
      ),
  };
}

/** A class may be both Queueable and Finalizer: of several methods with one name, the one declared for the platform object that is passed. */
function overloadFor(instance: unknown, method: string, args: readonly unknown[]): string | undefined {
  const types = args.map((arg) => (arg instanceof NativeObject ? arg.apexType : null));
  if (types.length === 0 || types.includes(null)) return undefined;
  const candidates = metaOf(instance as object)?.methods.filter(
    (one) => !one.isStatic && one.name.toLowerCase() === method.toLowerCase() && one.parameters.length === types.length,
  );
  return candidates?.find((one) => one.parameters.every((text, at) => text === types[at]))?.js;
}

function missing(key: string): Native {
  return () => {
    throw new UnsupportedError(`${key}`);
  };
}

function unknownClass(name: string): never {
  throw new ApexException('System.TypeException', `Invalid type: ${name}`);
}

/** Superclasses are joined here because the files of a program may need each other in any order. */
function connect(meta: ClassMeta, registry: Registry, byName: ReadonlyMap<string, ClassMeta>): void {
  const own = registry[`C${meta.index}`] as ApexClass;
  own.apex = meta;
  const parent = meta.superName ? byName.get(meta.superName.toLowerCase()) : undefined;
  if (parent) {
    const above = registry[`C${parent.index}`] as ApexClass;
    Object.setPrototypeOf(own, above);
    Object.setPrototypeOf(own.prototype, above.prototype);
  }
  const { prototype } = own;
  const define = (key: string | symbol, value: unknown): void => {
    Object.defineProperty(prototype, key, { value, configurable: true, writable: true });
  };
  for (const method of meta.methods) {
    const implementation = method.isStatic ? staticForm(own, method.js) : prototype[method.js];
    if (typeof implementation !== 'function') continue;
    if (method.isStatic && prototype[`${method.name.toLowerCase()}/${method.parameters.length}`] !== undefined) continue;
    define(`${method.name.toLowerCase()}/${method.parameters.length}`, implementation);
    if (method.isStatic) continue;
    if (method.name.toLowerCase() === 'tostring' && method.parameters.length === 0) define(TO_TEXT, implementation);
    if (method.name.toLowerCase() === 'hashcode' && method.parameters.length === 0) define(HASH_CODE, implementation);
    if (method.name.toLowerCase() === 'equals' && method.parameters[0] === 'Object') define(EQUALS, implementation);
    if (method.name.toLowerCase() === 'compareto' && method.parameters.length === 1) define(COMPARE_TO, implementation);
  }
}

/** A static method may implement an interface: it is then reached through an instance. */
function staticForm(own: ApexClass, js: string): Callable {
  return (...args) => ((own as unknown as Record<string, Callable>)[js] as Callable).apply(own, args);
}

function staticMethod(
  meta: ClassMeta,
  name: string,
  arity: number,
  byName: ReadonlyMap<string, ClassMeta>,
): { owner: ClassMeta; method: MethodMeta } {
  for (let one: ClassMeta | undefined = meta; one; one = one.superName ? byName.get(one.superName.toLowerCase()) : undefined) {
    const method = one.methods.find((m) => m.isStatic && m.name.toLowerCase() === name.toLowerCase() && m.parameters.length === arity);
    if (method) return { owner: one, method };
  }
  throw new UnsupportedError(`calling ${meta.name}.${name} with ${arity} arguments, which does not exist`);
}
