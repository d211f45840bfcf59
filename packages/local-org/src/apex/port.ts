import type { Native } from '../kernel/natives';
import type { SObject } from '../kernel/sobject';
import type { AccessMode, DmlOperation } from '../data/port';
import type { Diagnostic, LabelTexts } from '../metadata/model';

/** One annotation, names and parameter names lower case: `{name: 'restresource', parameters: {urlmapping: '/x/*'}}`. */
export interface Annotation {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface MethodInfo {
  readonly name: string;
  readonly isStatic: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly Annotation[];
  /** Canonical Apex types, for example `List<Account>`; `void` for none. */
  readonly returnType: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly line: number;
}

export interface ClassInfo {
  /** `Outer.Inner` for inner classes. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isTest: boolean;
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly string[];
  readonly apiVersion: number;
  /** All supertypes and interfaces, transitively, canonical names (`System.Queueable`). */
  readonly ancestors: readonly string[];
  /** The interfaces among them: of the platform with their namespace, of the program with null. */
  readonly interfaces: readonly { readonly namespace: string | null; readonly name: string }[];
  readonly methods: readonly MethodInfo[];
  readonly path: string;
}

export interface TriggerInfo {
  readonly name: string;
  readonly object: string;
  readonly events: readonly { readonly timing: 'before' | 'after'; readonly operation: 'insert' | 'update' | 'delete' | 'undelete' }[];
  readonly apiVersion: number;
  readonly path: string;
}

/** A file of the project that does not compile, or that needs one that does not, and was left out of a program that runs without it. */
export interface LeftOut extends Diagnostic {
  /** Of the class or trigger. */
  readonly name: string;
  /** Of a class: its `@RestResource(urlMapping=...)`. */
  readonly urlMapping: string | null;
}

/** Result of parse + check + emit: a pure function of sources and schema. `js` is one text, cacheable under `hash`. */
export interface CompiledProgram {
  readonly hash: string;
  readonly classes: readonly ClassInfo[];
  readonly triggers: readonly TriggerInfo[];
  readonly diagnostics: readonly Diagnostic[];
  /** Empty unless the program was asked to do without what does not compile. Triggers among them stand in `triggers` too: they fail when they fire. */
  readonly leftOut: readonly LeftOut[];
  readonly labels: LabelTexts;
  readonly js: string;
  /** Milliseconds, for `local-org check --json` and docs/performance.md. */
  readonly timings: { readonly parse: number; readonly check: number; readonly emit: number };
}

export interface DmlStatementOptions {
  /** Explicit `as user`/`as system`, or the default of the file's API version (67 and above: user). */
  readonly mode: AccessMode;
  readonly sharing: boolean;
  readonly externalIdField?: string;
  readonly apiVersion: number;
}

/** Everything that generated code asks of the org while it runs. `engine` implements it. */
export interface ApexHost {
  native(key: string): Native | undefined;
  /** Inline SOQL; `text` has binds as `:b0`, `:b1`, ... in order of `binds`. */
  query(text: string, binds: readonly unknown[], options: { mode: AccessMode; sharing: boolean }): SObject[];
  count(text: string, binds: readonly unknown[], options: { mode: AccessMode; sharing: boolean }): number;
  /** A DML statement (all or none). Throws System.DmlException. Writes new ids into the records. */
  dml(operation: DmlOperation, records: readonly SObject[], options: DmlStatementOptions): void;
  /** `System.runAs(userOrVersion) { ... }` in tests. */
  runAs(target: unknown, body: () => void): void;
  /** A call of an @future method: enqueues it. Arguments are of the parameter types. */
  future(className: string, method: string, args: readonly unknown[]): void;
  newSObject(objectName: string): SObject;
  /** Per-transaction storage of static fields, by class index. */
  readonly statics: unknown[];
  /** Abstract cost in units (20,000 units = 1 ms of CPU); throws LimitException. */
  cost(units: number): void;
}

/** What a trigger sees in `Trigger.*`. */
export interface TriggerContext {
  readonly timing: 'before' | 'after';
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly news: readonly SObject[] | null;
  readonly olds: readonly SObject[] | null;
}

/** The program in the running process: what `engine`, `async`, `testing` and `rest` call. Every call needs a current transaction. */
export interface LinkedProgram {
  readonly program: CompiledProgram;
  classInfo(name: string): ClassInfo | undefined;
  /** Throws System.TypeException with the compile error when this class, or the one it stands in, was left out. */
  requireCompiled(name: string): void;
  /** Arguments are kernel values, already of the parameter types. Picks the overload by arity. */
  invokeStatic(className: string, method: string, args: readonly unknown[]): unknown;
  invoke(instance: unknown, method: string, args: readonly unknown[]): unknown;
  /** Public no-argument constructor. */
  construct(className: string): unknown;
  /** Apex class name of an instance, `Outer.Inner` for inner ones; null for platform values. */
  classNameOf(value: unknown): string | null;
  runTrigger(trigger: TriggerInfo, context: TriggerContext): void;
  /** Typed object graph as JSON text, for queued jobs (transient fields dropped, shared references kept), and back. */
  serialize(instance: unknown): string;
  deserialize(text: string): unknown;
  /**
   * Converts a parsed JSON value to a declared Apex type (user classes included); throws System.JSONException naming the key.
   * `strict`: keys without a member are errors too (`JSON.deserializeStrict`).
   */
  fromJson(json: unknown, type: string, strict?: boolean): unknown;
  /** `Test.createStub`: an instance of the type whose instance methods ask `handle`. Throws System.TypeException for other types. */
  createStub(type: string, handle: (stub: unknown, method: MethodInfo, args: readonly unknown[]) => unknown): unknown;
  /** Converts an Apex value to plain JSON (user classes included, declaration order, nulls kept). */
  toJson(value: unknown): unknown;
}
