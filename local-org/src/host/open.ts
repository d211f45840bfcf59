import { createAccess } from '../access';
import type { CompiledProgram } from '../apex/port';
import { createTables, recoverJobs } from '../async';
import { createData, migrate } from '../data';
import { runTransaction, systemRows } from '../engine';
import { Clock } from '../kernel/clock';
import { createOutbox } from '../outbox';
import { buildSchema } from '../schema';
import type { Diagnostic, OrgMetadata, ProjectFile } from '../metadata/model';
import { deploySetup, platformHooks, violates } from '../platform';
import type { Schema } from '../schema/model';
import { openStore, readMeta, removeFiles, writeMeta } from '../store';
import type { Store } from '../store/port';
import { runTests, type TestBed, type TestRunResult, type TestSelection } from '../testing';
import { compileProject, linkProject } from './compile';
import { compileForTests } from './compile-for-tests';
import { formatDiagnostic, ProjectError } from './diagnostics';
import { emptyProgram } from './empty-program';
import { execAnonymous } from './exec';
import { orgJobs } from './jobs';
import { keyValues } from './key-values';
import type { OpenOptions } from './options';
import type { BackgroundWork, Org, SampleUser } from './port';
import type { SeedState } from './protocol';
import { OrgRuntime } from './runtime';
import { usageFile } from './usage-file';
import { loadProject } from './project';
import { identities, sampleUsers } from './users';

/** Newest API version that the local org speaks. */
const API_VERSION = 67;

export interface OpenOrgOptions extends OpenOptions {
  readonly coverage?: boolean;
  readonly clock?: Clock;
  /** Told what is being done while the org opens. */
  readonly log?: (step: string) => void;
  /** Told when jobs or background work wait. */
  readonly onWork?: () => void;
}

/** An org with what its owner, the lane, needs besides. */
export interface OpenedOrg extends Org {
  /** True when sample data are to be loaded: the database is new, or a former start ended before they were complete. */
  readonly fresh: boolean;
  markSeed(state: SeedState): void;
  setBaseUrl(url: string): void;
  /** Runs one due job or one step of background work; false when there is nothing to do. */
  runOneWaiting(): boolean;
}

/** A project, compiled: everything that does not depend on a database. */
interface Deployment {
  readonly metadata: OrgMetadata;
  readonly project: ProjectFile;
  readonly schema: Schema;
  readonly program: CompiledProgram;
  readonly options: OpenOrgOptions;
}

/**
 * Opens the org of an SFDX project: reads and compiles the project, opens the database, deploys what changed, links the
 * program and settles jobs that a crash interrupted. Throws ProjectError with the project's errors, and the store's errors.
 */
export function openOrg(options: OpenOrgOptions): OpenedOrg {
  const log = options.log ?? (() => undefined);
  const deployment = readDeployment(options, log);
  log('Opening the database');
  const opened = openDatabase(options);
  const clock = options.clock ?? new Clock(Number(readMeta(opened.store, 'clock') ?? '0'));
  return createOrg(deployment, opened, clock, log);
}

/** An org in memory for the project's Apex tests alone; `coverage` makes the program count its lines. */
export function openForTests(options: Omit<OpenOptions, 'dbFile'> & { readonly coverage?: boolean }): {
  /** First error of every file that does not compile; its tests are not compiled either. */
  readonly leftOut: readonly Diagnostic[];
  runTests(selection: TestSelection): TestRunResult;
  close(): void;
} {
  const { metadata, project } = loadProject(options);
  const errors = metadata.diagnostics.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new ProjectError(errors);
  const schema = buildSchema(metadata, project);
  const { program, leftOut } = compileForTests(metadata, schema, options);
  const bed = testBed({ metadata, project, schema, program, options: { ...options, dbFile: ':memory:' } });
  return {
    leftOut,
    runTests: (selection) => runTests(bed, { ...selection, coverage: options.coverage ?? false, leftOut: testsLeftOut(metadata, leftOut) }),
    close: () => bed.runtime.store.close(),
  };
}

/** Test classes among the files that were left out, with the reason. */
function testsLeftOut({ classes }: OrgMetadata, leftOut: readonly Diagnostic[]): { name: string; reason: string }[] {
  return leftOut.flatMap((finding) => {
    const source = classes.find((one) => one.path === finding.path);
    return source && /@istest\b|\btestmethod\b/i.test(source.source) ? [{ name: source.name, reason: formatDiagnostic(finding) }] : [];
  });
}

function readDeployment(options: OpenOrgOptions, log: (step: string) => void): Deployment {
  log('Reading the project');
  const { metadata, project } = loadProject(options);
  const schema = buildSchema(metadata, project);
  const program = compileProject(metadata, schema, options, log);
  const errors = [...metadata.diagnostics, ...program.diagnostics].filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new ProjectError(errors);
  return { metadata, project, schema, program, options };
}

/** A start that ended while sample data were loading is started anew: half of them would fail as duplicates. */
function openDatabase(options: OpenOrgOptions): { store: Store; fresh: boolean } {
  const { dbFile, reset = false } = options;
  if (reset && dbFile !== ':memory:') dropDatabase(dbFile);
  const store = openStore(dbFile);
  const seed = readMeta(store, 'seed');
  if (seed !== 'loading') return { store, fresh: seed === null };
  store.close();
  removeFiles(dbFile);
  return { store: openStore(dbFile), fresh: true };
}

/** Opening first asks for the lock: a running org must not lose its file. */
function dropDatabase(file: string): void {
  openStore(file, { onIncompatible: 'reset' }).close();
  removeFiles(file);
}

function createOrg(deployment: Deployment, opened: { store: Store; fresh: boolean }, clock: Clock, log: (step: string) => void): OpenedOrg {
  const { metadata, project, schema, options } = deployment;
  const { store } = opened;
  const runtime = prepareRuntime(deployment, store, clock, log);
  runtime.program = linkProject(deployment.program);
  const { organizationId, systemUserId } = identities(runtime);
  const interrupted = recoverJobs(runtime, options.interrupted ?? 'resume', systemUserId);
  if (interrupted > 0) log(`${interrupted} interrupted ${interrupted === 1 ? 'job' : 'jobs'}: ${options.interrupted ?? 'resume'}`);
  const jobs = orgJobs(runtime, (text) => process.stderr.write(`${text}\n`));
  for (const plan of options.faults ?? []) runtime.faults.arm(plan);
  const works: BackgroundWork[] = [];
  const wake = (): void => options.onWork?.();
  runtime.onEnqueue = wake;
  let users: readonly SampleUser[] = sampleUsers(runtime, project);
  if (options.limitsFile !== undefined) runtime.usageLog = usageFile(options.limitsFile);
  let tests: TestBed | null = null;

  return {
    schema,
    metadata,
    project,
    data: runtime.data,
    access: runtime.access,
    clock,
    kv: keyValues(store),
    jobs,
    faults: runtime.faults,
    apiVersion: API_VERSION,
    organizationId,
    get program() {
      return runtime.program;
    },
    get users() {
      return users;
    },
    get fresh() {
      return opened.fresh;
    },
    step: (step, body) => runTransaction(runtime, step, body),
    exec: (source, userId) => execAnonymous(runtime, metadata, options, source, userId),
    runTests: (selection) => {
      if (selection.coverage) return withCoverage(deployment, selection);
      tests ??= testBed(deployment);
      return runTests(tests, selection);
    },
    background: (work) => {
      works.push(work);
      wake();
    },
    wake,
    advanceClock: (milliseconds) => {
      clock.advance(milliseconds);
      writeMeta(store, 'clock', String(clock.offsetMs));
      wake();
    },
    markSeed: (state) => writeMeta(store, 'seed', state),
    setBaseUrl: (url) => {
      runtime.baseUrl = url;
    },
    runOneWaiting: () => jobs.runOne() || works.some((work) => work.runOne()),
    reset: () => {
      empty(store);
      clock.advance(-clock.offsetMs);
      migrate(store, schema);
      createTables(store);
      createOutbox(store);
      runtime.counters.load();
      runtime.access.invalidate();
      deploy(runtime, deployment, log);
      writeMeta(store, 'seed', 'complete');
      users = sampleUsers(runtime, project);
    },
    close: () => store.close(),
  };
}

/** A database with the metadata deployed; its program is linked after it, because no Apex runs during a deployment. */
function prepareRuntime(deployment: Deployment, store: Store, clock: Clock, log: (step: string) => void): OrgRuntime {
  const { schema, options } = deployment;
  migrate(store, schema);
  createTables(store);
  createOutbox(store);
  const access = createAccess({ schema, store, clock });
  const runtime = new OrgRuntime({
    schema,
    store,
    access,
    clock,
    systemRows,
    data: createData({ hooks: platformHooks(), formula: violates }),
    program: emptyProgram(),
    apiVersion: API_VERSION,
    baseUrl: options.baseUrl ?? 'http://127.0.0.1:3000',
  });
  deploy(runtime, deployment, log);
  return runtime;
}

/** Brings the setup rows (profiles, permission sets, users, classes) to what the metadata say. Throws ProjectError for what a deployment would refuse. */
function deploy(runtime: OrgRuntime, deployment: Deployment, log: (step: string) => void): void {
  const { metadata, project, schema } = deployment;
  const { store, clock } = runtime;
  if (readMeta(store, 'deployed') !== metadata.hash) log('Deploying metadata');
  runTransaction(runtime, { userId: '' }, (transaction) => {
    transaction.beginWrite();
    const nextId = transaction.nextId.bind(transaction);
    const { diagnostics } = deploySetup({ schema, metadata, project, store, clock, nextId });
    if (diagnostics.length > 0) throw new ProjectError(diagnostics);
    writeMeta(store, 'deployed', metadata.hash);
  });
  runtime.access.invalidate();
}

/** Counting lines needs a program of its own; it costs too much to be always on. */
function withCoverage(deployment: Deployment, selection: TestSelection): TestRunResult {
  const { metadata, schema, options } = deployment;
  const program = compileProject(metadata, schema, { ...options, coverage: true }, () => undefined);
  const bed = testBed({ ...deployment, program });
  try {
    return runTests(bed, selection);
  } finally {
    bed.runtime.store.close();
  }
}

function testBed(deployment: Deployment): TestBed {
  const store = openStore(':memory:');
  const runtime = prepareRuntime(deployment, store, new Clock(), () => undefined);
  const program = linkProject(deployment.program);
  runtime.program = program;
  return {
    runtime,
    coverage: () => program.coverage(),
    userId: identities(runtime).adminUserId,
    setTest: (context) => {
      runtime.test = context;
    },
    elapsed: () => performance.now(),
  };
}

function empty(store: Store): void {
  const names = store
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '$meta'")
    .all()
    .map(([name]) => String(name));
  store.begin();
  for (const name of names) store.exec(`DROP TABLE "${name}"`);
  store.prepare('DELETE FROM "$meta"').run();
  store.commit();
}
