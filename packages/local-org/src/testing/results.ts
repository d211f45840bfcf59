/** Which tests to run; everything when both are absent. */
export interface TestSelection {
  /** `MyTest` or `MyTest.method`, case-insensitive. */
  readonly only?: readonly string[];
  readonly coverage?: boolean;
  /** Test classes that do not compile: all of their tests count as failed. */
  readonly notCompiled?: readonly NotCompiled[];
  /** Called after each test. */
  readonly onResult?: (result: TestResult) => void;
}

/** A test class that does not compile, its test methods as they stand in its source, and the first error, with its place. */
export interface NotCompiled {
  readonly class: string;
  readonly methods: readonly string[];
  readonly reason: string;
}

export type TestOutcome = 'Pass' | 'Fail' | 'CompileFail' | 'Skip';

export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: TestOutcome;
  readonly message: string | null;
  readonly stack: string | null;
  readonly durationMs: number;
}

/** Lines of one class: those that can run, and those that ran. */
export interface ClassCoverage {
  readonly name: string;
  readonly path: string;
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

/** Result of a test run: the contract of `local-org test --json`. */
export interface TestRunResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly total: number;
  readonly durationMs: number;
  readonly tests: readonly TestResult[];
  /** Classes whose tests could not run because they do not compile; each of their methods is among `tests`, as failed. */
  readonly notCompiled: readonly NotCompiled[];
  readonly coverage?: readonly ClassCoverage[];
}
