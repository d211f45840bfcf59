import vm from 'node:vm';
import { COMPARE_TO, EQUALS, HASH_CODE } from '../kernel/equality';
import { UnsupportedError } from '../kernel/exceptions';
import type { Native } from '../kernel/natives';
import { TO_TEXT } from '../kernel/text';
import { RuntimeType } from '../kernel/types';
import type { Artifact } from './artifact';
import type { ApexHost, CompiledProgram } from './port';
import { createRuntime } from './runtime';
import type { ApexClass, ClassMeta, EnumObject } from './runtime/objects';
import type { TriggerVariables } from './runtime/triggers';

export type Registry = Record<string, unknown>;
export type Callable = (...args: unknown[]) => unknown;

/** Enough frames for the deepest useful trace. */
const STACK_FRAMES = 60;

/** A program of which nothing has run. */
export interface LoadedProgram {
  readonly artifact: Artifact;
  /** The generated classes and initialisers, by the names that the emitter gave them. */
  readonly registry: Registry;
  /** Keys in lower case. */
  readonly byName: ReadonlyMap<string, ClassMeta>;
  readonly runtime: ReturnType<typeof createRuntime>;
  /** What `Trigger.*` shows. */
  readonly trigger: { now: TriggerVariables | null };
  /** Executed lines by class index. */
  readonly coverage: ReadonlyMap<number, ReadonlySet<number>>;
}

/**
 * Makes the classes of a program available in this process. Each file is evaluated when one of its classes is first asked for: few
 * processes need more than a part of their program. Throws when the program has errors.
 */
export function load(program: CompiledProgram, host: ApexHost): LoadedProgram {
  if (program.js === '') throw new Error('A program with compile errors cannot run');
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, STACK_FRAMES);
  const artifact = JSON.parse(program.js) as Artifact;
  const registry: Registry = {};
  const byName = new Map(artifact.classes.map((meta) => [meta.name.toLowerCase(), meta]));
  const trigger: LoadedProgram['trigger'] = { now: null };
  const coverage = new Map<number, Set<number>>();
  const files = byFile(artifact.classes);
  const runtime = createRuntime({
    host,
    files,
    ancestorsOf: (name) => byName.get(name.toLowerCase())?.ancestors ?? [],
    enumOfProgram: (name) => {
      const meta = byName.get(name.toLowerCase());
      return meta?.kind === 'enum' ? (registry[`C${meta.index}`] as EnumObject) : undefined;
    },
    trigger: () => trigger.now,
    coverage,
  });
  const native = once((key) => host.native(key) ?? missing(key));
  const type = once((text) => RuntimeType.parse(text));
  for (const { name, code, natives, types } of artifact.chunks) {
    const metas = files.get(name) ?? [];
    const entries = metas.flatMap(({ index }) => [`C${index}`, `i${index}`]);
    onFirstUse(registry, entries, () => {
      const define = vm.runInThisContext(code, { filename: `apex:${name}` }) as (...args: unknown[]) => void;
      define(runtime, host, registry, natives.map(native), types.map(type), runtime.meter);
      for (const meta of metas) if (meta.kind === 'class') connect(meta, registry, byName);
    });
  }
  return { artifact, registry, byName, runtime, trigger, coverage };
}

/** Classes by the outer class whose file they are in. */
function byFile(classes: readonly ClassMeta[]): Map<string, ClassMeta[]> {
  const files = new Map<string, ClassMeta[]>();
  for (const meta of classes) {
    const file = meta.name.split('.')[0] as string;
    files.set(file, [...(files.get(file) ?? []), meta]);
  }
  return files;
}

/** Lets `evaluate` make these entries when one of them is first read. */
function onFirstUse(registry: Registry, entries: readonly string[], evaluate: () => void): void {
  const read = (entry: string): unknown => {
    for (const one of entries) delete registry[one];
    evaluate();
    return registry[entry];
  };
  for (const entry of entries) Object.defineProperty(registry, entry, { configurable: true, get: () => read(entry) });
}

/** Files share what they refer to. */
function once<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    let value = made.get(text);
    if (value === undefined) made.set(text, (value = make(text)));
    return value;
  };
}

function missing(key: string): Native {
  return () => {
    throw new UnsupportedError(`${key}`);
  };
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
