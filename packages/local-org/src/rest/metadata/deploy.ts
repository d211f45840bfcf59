import { ChangedFieldError } from '../../data';
import { ProjectError } from '../../host/diagnostics';
import type { Org, PreparedDeployment } from '../../host/port';
import { changesOf, PackageError, readPackage, readZip, ZipError, type Package, type PackagedComponent } from '../../metadata';
import type { Diagnostic } from '../../metadata/model';
import type { TestResult } from '../../testing/results';
import { queued, readJob, saveJob, zipOf, type ComponentResult, type CoverageResult, type DeployJob } from './jobs';
import { failures, packageFailures, successes } from './outcome';

/** A process that a package ended is not ended by it for ever. */
const MAX_TRIES = 3;

/** A deployment between two steps; only in memory, so that after a kill it begins anew. */
interface Running {
  readonly jobId: string;
  readonly prepared: PreparedDeployment;
  readonly results: readonly ComponentResult[];
  readonly isPartial: boolean;
  readonly testsLeft: string[];
}

/** Works off the queue of deployments while no request waits: compiles first, then one test class a step, then one commit. */
export function createDeployer(org: Org): { readonly name: string; runOne(): boolean } {
  let running: Running | null = null;
  const end = (): void => {
    running?.prepared.close();
    running = null;
  };
  return {
    name: 'deployments',
    runOne: () => {
      const [id] = queued(org);
      const job = id === undefined ? null : readJob(org, id);
      if (!job || !org.deployments.mayApply()) return false;
      // After a reset the same id is another deployment's.
      if (running?.jobId !== job.id || job.status === 'Pending') end();
      try {
        running = step(org, job, running);
      } catch (error) {
        // The engine lives on, and so must the queue: whoever waits for the deployment is told.
        process.stderr.write(`Deployment ${job.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        finish(org, job, {
          status: 'Failed',
          errorMessage: `UNKNOWN_EXCEPTION: ${error instanceof Error ? error.message : String(error)}`,
        });
        end();
      }
      if (running === null) end();
      return true;
    },
  };
}

/** One step of a deployment; what it goes on with, or null when it is done or begins with the next step. */
function step(org: Org, job: DeployJob, running: Running | null): Running | null {
  if (job.status === 'Canceling') {
    running?.prepared.close();
    return finish(org, job, { status: 'Canceled', errorMessage: null });
  }
  if (running === null) return begin(org, job);
  const next = running.testsLeft.shift();
  if (next !== undefined) return runClass(org, job, running, next);
  running.prepared.close();
  return conclude(org, job, running);
}

function begin(org: Org, former: DeployJob): Running | null {
  const job: DeployJob = {
    ...former,
    status: 'InProgress',
    started: org.clock.now(),
    tries: former.tries + 1,
    tests: [],
    testsTotal: 0,
    testMs: 0,
  };
  if (job.tries > MAX_TRIES)
    return finish(org, job, { status: 'Failed', errorMessage: `The deployment ended ${MAX_TRIES} processes and is not tried again` });
  saveJob(org, job);
  let contents: Package;
  try {
    contents = readPackage(readZip(zipOf(org, job.id)));
  } catch (error) {
    if (error instanceof ZipError || error instanceof PackageError)
      return finish(org, job, { status: 'Failed', errorMessage: error.message });
    throw error;
  }
  return compile(org, job, contents);
}

/** Compiles, without the components that fail where the rest may go in alone. */
function compile(org: Org, job: DeployJob, contents: Package): Running | null {
  const files = org.deployments.files();
  const failed = new Set<PackagedComponent>();
  const results: ComponentResult[] = packageFailures(contents.problems);
  const mayBePartial = !job.options.rollbackOnError && !job.options.checkOnly;
  const total = contents.components.length + contents.deletions.length + results.filter(({ success }) => !success).length;
  const refuse = (): null => finish(org, { ...job, total }, { status: 'Failed', errorMessage: null, components: results });
  if (results.some(({ success }) => !success) && !mayBePartial) return refuse();
  for (;;) {
    const left = contents.components.filter((one) => !failed.has(one));
    const prepared = org.deployments.prepare(changesOf(files, left, contents.deletions));
    const found = failures({ ...contents, components: left }, prepared.errors);
    results.push(...found.map(({ result }) => result));
    if (found.length === 0) {
      results.push(...successes(contents, files, failed));
      const classes = testsOf(job, prepared);
      saveJob(org, { ...job, total, testsTotal: classes.reduce((sum, { methods }) => sum + methods, 0) });
      return { jobId: job.id, prepared, results, isPartial: failed.size > 0, testsLeft: classes.map(({ name }) => name) };
    }
    prepared.close();
    const mayDrop = found.flatMap(({ component }) => (component ? [component] : []));
    if (!mayBePartial || mayDrop.length < found.length || mayDrop.length === 0) return refuse();
    for (const one of mayDrop) failed.add(one);
  }
}

/** Test classes that the level asks for (DeployOptions, testLevel): a sandbox runs none unless it is asked. */
function testsOf({ options }: DeployJob, prepared: PreparedDeployment): readonly { name: string; methods: number }[] {
  if (options.testLevel === 'NoTestRun' || options.testLevel === '') return [];
  const all = prepared.testClasses();
  if (options.testLevel !== 'RunSpecifiedTests') return all;
  const wanted = new Set(options.runTests.map((name) => name.toLowerCase()));
  const known = new Set(all.map(({ name }) => name.toLowerCase()));
  const missing = options.runTests.filter((name) => !known.has(name.toLowerCase())).map((name) => ({ name, methods: 1 }));
  return [...all.filter(({ name }) => wanted.has(name.toLowerCase())), ...missing];
}

function runClass(org: Org, job: DeployJob, running: Running, name: string): Running {
  const run = running.prepared.runTests({ only: [name] });
  const missing: TestResult = { class: name, method: '', outcome: 'Fail', message: `Class ${name} is not a test class of this org`, stack: null, durationMs: 0 }; // prettier-ignore
  const coverage: CoverageResult[] = (run.coverage ?? []).map((one) => ({
    name: one.name,
    isTrigger: /\.trigger$/.test(one.path),
    lines: one.covered.length + one.uncovered.length,
    uncovered: one.uncovered,
  }));
  saveJob(org, {
    ...job,
    tests: [...job.tests, ...(run.total === 0 ? [missing] : run.tests)],
    testMs: job.testMs + run.durationMs,
    // Lines add up from class to class.
    coverage: running.testsLeft.length === 0 ? coverage : [],
  });
  return running;
}

function conclude(org: Org, job: DeployJob, { prepared, results, isPartial }: Running): null {
  if (job.tests.some(({ outcome }) => outcome !== 'Pass' && outcome !== 'Skip'))
    return finish(org, job, { status: 'Failed', errorMessage: null, components: results });
  const done = { status: isPartial ? 'SucceededPartial' : 'Succeeded', errorMessage: null, components: results } as const;
  if (job.options.checkOnly) return finish(org, job, done);
  try {
    org.deployments.apply(prepared, () => finish(org, job, done));
    return null;
  } catch (error) {
    const errors = refusals(error);
    if (errors === null) throw error;
    const components = errors.map((finding) => failureOf(finding, results));
    return finish(org, job, { status: 'Failed', errorMessage: null, components });
  }
}

/** What the org's records refuse; null for an error of another kind. */
function refusals(error: unknown): readonly Diagnostic[] | null {
  if (error instanceof ProjectError) return error.diagnostics;
  if (error instanceof ChangedFieldError) return [{ path: '', line: 1, column: 1, severity: 'error', message: error.message }];
  return null;
}

function failureOf({ message, path, line, column }: Diagnostic, results: readonly ComponentResult[]): ComponentResult {
  const named = results.find(({ componentType, fullName }) => componentType === 'CustomField' && message.includes(`${fullName} `));
  return {
    componentType: named?.componentType ?? '',
    fullName: named?.fullName ?? path,
    fileName: named?.fileName ?? path,
    success: false,
    created: false,
    changed: false,
    deleted: false,
    problem: message,
    problemType: 'Error',
    lineNumber: line,
    columnNumber: column,
  };
}

function finish(org: Org, job: DeployJob, end: Pick<DeployJob, 'status' | 'errorMessage'> & Partial<DeployJob>): null {
  saveJob(org, { ...job, ...end, completed: org.clock.now() });
  return null;
}
