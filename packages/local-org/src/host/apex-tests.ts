import { testMethodsIn } from '../apex';
import { runNothing, runTests, type NotCompiled, type TestBed, type TestRunResult, type TestSelection } from '../testing';
import { Clock } from '../kernel/clock';
import type { ApexSource, Diagnostic, OrgMetadata } from '../metadata/model';
import { buildSchema } from '../schema';
import { openStore } from '../store';
import { linkProject } from './compile';
import { compileForTests } from './compile-partly';
import { compileFor, prepareRuntime, type Deployment } from './deployment';
import { formatDiagnostic, ProjectError } from './diagnostics';
import type { OpenOptions } from './options';
import { loadProject } from './project';
import { identities } from './users';

/** How long before a method its @TestSetup ran, when the run has a moment of its own: rows of the setup are never of the future. */
const SETUP_BEFORE_MS = 60_000;

/** A project whose Apex tests can be asked for. */
interface TestableProject {
  /** First error of every file that cannot be deployed; what needs it is left out, too. */
  readonly leftOut: readonly Diagnostic[];
  runTests(selection: TestSelection): TestRunResult;
  close(): void;
}

/**
 * An org in memory for the project's Apex tests alone; `coverage` makes the program count its lines. With `at`, milliseconds since the epoch, every
 * test begins at that moment of the org's clock: tests that hold only at some times of day or of the year show themselves.
 * All tests of a project that is refused as a whole count as failed.
 */
export function openForTests(
  options: Omit<OpenOptions, 'dbFile'> & { readonly coverage?: boolean; readonly at?: number },
): TestableProject {
  const { metadata, project } = loadProject(options);
  try {
    const errors = metadata.diagnostics.filter((finding) => finding.severity === 'error');
    if (errors.length > 0) throw new ProjectError(errors);
    const schema = buildSchema(metadata, project);
    const program = compileForTests(metadata, schema, options);
    const bed = testBed({ metadata, project, schema, program, options: { ...options, dbFile: ':memory:' } }, options.at);
    const notCompiled = notCompiledOf(metadata, program.leftOut);
    return {
      leftOut: program.leftOut,
      runTests: (selection) => runTests(bed, { ...selection, coverage: options.coverage ?? false, notCompiled }),
      close: () => bed.runtime.store.close(),
    };
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    return refused(metadata, error);
  }
}

function refused({ classes }: OrgMetadata, { diagnostics, problems }: ProjectError): TestableProject {
  const reason = `The project is refused: ${problems[0] ?? ''}`;
  const notCompiled = classes.flatMap((source) => lostWith(source, reason));
  return { leftOut: diagnostics, runTests: (selection) => runNothing({ ...selection, notCompiled }), close: () => undefined };
}

/** Test classes among the files that were left out, with what is lost and why. */
export function notCompiledOf({ classes }: OrgMetadata, leftOut: readonly Diagnostic[]): NotCompiled[] {
  return leftOut.flatMap((finding) => {
    const source = classes.find((one) => one.path === finding.path);
    return source ? lostWith(source, formatDiagnostic(finding)) : [];
  });
}

/** The tests of a file, which are lost with it; none when it holds no tests. */
function lostWith({ name, source }: ApexSource, reason: string): NotCompiled[] {
  const methods = testMethodsIn(source);
  return methods.length > 0 ? [{ class: name, methods, reason }] : [];
}

/** Counting lines needs a program of its own; it costs too much to be always on. */
export function withCoverage(deployment: Deployment, selection: TestSelection): TestRunResult {
  const { metadata, schema, options } = deployment;
  const program = compileFor({ ...options, coverage: true })(metadata, schema, () => undefined);
  const bed = testBed({ ...deployment, program });
  try {
    return runTests(bed, selection);
  } finally {
    bed.runtime.store.close();
  }
}

/** A database of its own, in memory, in which every test starts from the deployed metadata. */
export function testBed(deployment: Deployment, at?: number): TestBed {
  const store = openStore(':memory:');
  const clock = new Clock();
  const runtime = prepareRuntime(deployment, store, clock, () => undefined, null);
  const program = linkProject(deployment.program);
  runtime.program = program;
  return {
    runtime,
    coverage: () => program.coverage(),
    userId: identities(runtime).adminUserId,
    setTest: (context) => {
      runtime.test = context;
    },
    startClock: (part) => {
      if (at !== undefined) clock.advance(at - (part === 'setup' ? SETUP_BEFORE_MS : 0) - clock.now());
    },
    elapsed: () => performance.now(),
  };
}
