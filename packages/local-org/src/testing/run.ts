import type { MethodInfo } from '../apex/port';
import { nestedScope, Transaction } from '../engine';
import { within } from '../kernel/context';
import { ApexException, UnsupportedError } from '../kernel/exceptions';
import { MethodContext, type TestBed } from './bed';
import { discoverTests, isWanted, type TestClass } from './discover';
import type { ClassCoverage, NotCompiled, TestResult, TestRunResult, TestSelection } from './results';

/**
 * Runs a program's Apex tests. Each class lives in one database transaction that is thrown away; @TestSetup runs once in it, and each
 * method in a savepoint that is rolled back, with fresh statics and limits (Apex Developer Guide, "Testing Apex").
 */
export function runTests(bed: TestBed, selection: TestSelection): TestRunResult {
  const started = bed.elapsed();
  const tests: TestResult[] = [];
  for (const testClass of discoverTests(bed.runtime.program.program, selection.only)) {
    for (const result of runClass(bed, testClass)) {
      tests.push(result);
      selection.onResult?.(result);
    }
  }
  const lost = runNothing(selection);
  const all = [...tests, ...lost.tests];
  return {
    ...lost,
    ...countsOf(all),
    durationMs: Math.round(bed.elapsed() - started),
    tests: all,
    ...(selection.coverage ? { coverage: coverageOf(bed) } : {}),
  };
}

/** What is left to say where nothing can run: the tests of what does not compile, as failed. */
export function runNothing(selection: TestSelection): TestRunResult {
  const notCompiled = wantedOf(selection);
  const tests = notCompiled.flatMap(({ class: name, methods, reason }) =>
    methods.map((method): TestResult => ({ class: name, method, outcome: 'CompileFail', message: reason, stack: null, durationMs: 0 })),
  );
  for (const test of tests) selection.onResult?.(test);
  return { ...countsOf(tests), durationMs: 0, tests, notCompiled };
}

function countsOf(tests: readonly TestResult[]): Pick<TestRunResult, 'passed' | 'failed' | 'skipped' | 'total'> {
  const count = (...outcomes: string[]): number => tests.filter((test) => outcomes.includes(test.outcome)).length;
  return { passed: count('Pass'), failed: count('Fail', 'CompileFail'), skipped: count('Skip'), total: tests.length };
}

/** The classes that do not compile, with those of their methods that were asked for. */
function wantedOf({ only, notCompiled = [] }: TestSelection): NotCompiled[] {
  return notCompiled
    .map((one) => ({ ...one, methods: one.methods.filter((method) => isWanted(only, one.class, method)) }))
    .filter(({ methods }) => methods.length > 0);
}

/** Coverage of top-level classes and triggers, inner classes included; tests do not count (Apex Developer Guide, "Code Coverage"). */
function coverageOf(bed: TestBed): ClassCoverage[] {
  const { classes, triggers } = bed.runtime.program.program;
  const known = new Map([...classes.filter((one) => !one.isTest), ...triggers].map((one) => [one.name.split('.')[0] ?? '', one.path]));
  const merged = new Map<string, { covered: number[]; uncovered: number[] }>();
  for (const [name, { lines, hit }] of bed.coverage()) {
    const outer = name.replace(/^trigger /, '').split('.')[0] ?? name;
    const entry = merged.get(outer) ?? { covered: [], uncovered: [] };
    merged.set(outer, entry);
    for (const line of lines) (hit.has(line) ? entry.covered : entry.uncovered).push(line);
  }
  const ascending = (a: number, b: number): number => a - b;
  return [...merged]
    .filter(([name]) => known.has(name))
    .map(([name, { covered, uncovered }]) => ({
      name,
      path: known.get(name) ?? '',
      covered: covered.sort(ascending),
      uncovered: uncovered.sort(ascending),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function* runClass(bed: TestBed, testClass: TestClass): Generator<TestResult> {
  const { store, access } = bed.runtime;
  const mark = access.mark();
  store.begin();
  try {
    const broken = prepare(bed, testClass);
    for (const method of testClass.methods) {
      const started = bed.elapsed();
      const failure = broken ?? attempt(bed, testClass.info.name, method, false);
      yield toResult(testClass.info.name, method.name, failure, bed.elapsed() - started);
    }
  } finally {
    store.rollback();
    access.takenBack(mark);
  }
}

/** Runs @TestSetup. A failure fails every method of the class. */
function prepare(bed: TestBed, testClass: TestClass): unknown {
  if (testClass.unsupported !== null) return new UnsupportedError(testClass.unsupported);
  for (const method of testClass.setup) {
    const failure = attempt(bed, testClass.info.name, method, true);
    if (failure !== null) return failure;
  }
  return null;
}

/** Runs one method; null when it passed, else what it threw. Its rows stay only when `keep`. */
function attempt(bed: TestBed, className: string, method: MethodInfo, keep: boolean): unknown {
  const { runtime } = bed;
  bed.startClock(keep ? 'setup' : 'method');
  const outer = nestedScope(runtime.store);
  const mark = runtime.access.mark();
  outer.begin();
  const apiVersion = runtime.program.classInfo(className)?.apiVersion ?? runtime.apiVersion;
  const transaction = new Transaction(runtime, { userId: bed.userId, kind: 'RUNTEST_SYNC', apiVersion, scope: nestedScope(runtime.store) });
  const context = new MethodContext(bed, transaction);
  bed.setTest(context);
  let failure: unknown = null;
  try {
    within(transaction, () => {
      runtime.program.invokeStatic(className, method.name, []);
      context.runJobs();
    });
  } catch (error) {
    failure = error ?? new Error('Threw nothing');
  } finally {
    bed.setTest(null);
  }
  if (keep && failure === null) {
    transaction.commit();
    outer.commit();
  } else {
    transaction.discard();
    outer.rollback();
    runtime.access.takenBack(mark);
  }
  return failure;
}

function toResult(className: string, method: string, failure: unknown, milliseconds: number): TestResult {
  const base = { class: className, method, durationMs: Math.round(milliseconds) };
  if (failure === null) return { ...base, outcome: 'Pass', message: null, stack: null };
  if (failure instanceof ApexException) {
    return { ...base, outcome: 'Fail', message: `${failure.typeName}: ${failure.message}`, stack: failure.apexStack };
  }
  if (failure instanceof Error) return { ...base, outcome: 'Fail', message: failure.message, stack: failure.stack ?? null };
  return { ...base, outcome: 'Fail', message: String(failure), stack: null };
}
