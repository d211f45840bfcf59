import { transactionOrNull } from '../kernel/context';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { overloadFor, staticMethod } from './dispatch';
import { jsonOperations } from './json';
import { load, type Callable, type LoadedProgram } from './load';
import type { ApexHost, CompiledProgram, LinkedProgram, TriggerContext } from './port';
import { metaOf, type ApexClass, type ClassMeta } from './runtime/objects';
import { triggerVariables } from './runtime/triggers';
import { serializeOperations } from './serialize';
import { createStub } from './stubs';
import { refusalOf } from './left-out';

/** What only tests and the runner need of a linked program. */
export interface LinkedExtras {
  /** Runs the block of a program made by `compileAnonymous`. */
  runAnonymous(): void;
  /** Executed lines by class name, when the program was compiled for coverage. */
  coverage(): ReadonlyMap<string, { readonly lines: readonly number[]; readonly hit: ReadonlySet<number> }>;
}

/** Evaluates a compiled program in this process. Throws when it has errors. */
export function link(program: CompiledProgram, host: ApexHost): LinkedProgram & LinkedExtras {
  const loaded = load(program, host);
  const { artifact, registry, byName, runtime } = loaded;
  const requireCompiled = refusalOf(program.leftOut);
  const classOf = (name: string): ClassMeta => {
    const meta = byName.get(name.toLowerCase());
    if (meta) return meta;
    requireCompiled(name);
    throw new ApexException('System.TypeException', `Invalid type: ${name}`);
  };
  const initialise = (meta: ClassMeta): void => {
    if (meta.hasStaticInit && !host.statics[meta.index]) (registry[`i${meta.index}`] as () => void)();
  };
  const guarded = entryGuard(loaded);
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
  const instantiate = (name: string): unknown => {
    const meta = classOf(name);
    if (meta.kind !== 'class' || meta.isAbstract)
      throw new ApexException('System.TypeException', `Type cannot be constructed: ${meta.name}`);
    return guarded(() => {
      initialise(meta);
      const instance = new (registry[`C${meta.index}`] as ApexClass)();
      instance.$once();
      return instance;
    });
  };
  const runScript = (index: number): void => {
    const meta = artifact.classes[index] as ClassMeta;
    initialise(meta);
    (registry[`C${index}`] as { run(): void }).run();
  };
  const infos = new Map(program.classes.map((info) => [info.name.toLowerCase(), info]));
  const context = { registry, byName, classes: artifact.classes, host, initialise, instantiate, requireCompiled };

  return {
    program,
    classInfo: (name) => infos.get(name.toLowerCase()),
    requireCompiled,
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
        if (index === undefined) requireCompiled(info.name);
        if (index === undefined) throw new UnsupportedError(`the trigger ${info.name}, which the program does not have`);
        loaded.trigger.now = triggerVariables(firing);
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
          { lines, hit: loaded.coverage.get(Number(index)) ?? new Set<number>() },
        ]),
      ),
  };
}

/** Outermost calls start at depth 0 whatever an earlier failure left; what Apex throws gets its trace. */
function entryGuard({ runtime, trigger }: LoadedProgram): <R>(body: () => R) => R {
  let transaction: unknown = null;
  return (body) => {
    const { depth, sharing } = runtime.meter;
    const formerTrigger = trigger.now;
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
      trigger.now = formerTrigger;
    }
  };
}
