import { recoverJobs } from '../async';
import { runTransaction } from '../engine';
import { Clock } from '../kernel/clock';
import { closeSession, confirmEmailChange, isPassword, openSession, sessionHolder } from '../platform';
import { openStore, readMeta, removeFiles, writeMeta } from '../store';
import type { Store } from '../store/port';
import { runTests, type TestBed } from '../testing';
import { testBed, withCoverage } from './apex-tests';
import { linkProject, type Linked } from './compile';
import { API_VERSION, createOrgTables, deploy, prepareRuntime, readDeployment, type Deployment } from './deployment';
import { execAnonymous } from './exec';
import { orgJobs } from './jobs';
import { keyValues } from './key-values';
import { openNetwork } from './network';
import type { OpenOrgOptions } from './options';
import type { BackgroundWork, Org, SampleUser } from './port';
import type { SeedState } from './protocol';
import { usageFile } from './usage-file';
import { identities, sampleUsers } from './users';

/** An org with what its owner, the lane, needs besides. */
export interface OpenedOrg extends Org {
  /** True when sample data are to be loaded: the database is new, or a former start ended before they were complete. */
  readonly fresh: boolean;
  markSeed(state: SeedState): void;
  setBaseUrl(url: string): void;
  /** Runs one due job or one step of background work; false when there is nothing to do. */
  runOneWaiting(): boolean;
}

const silent = (): void => undefined;

/** A project in this process, compiled and evaluated: it serves one database after another. */
export interface LoadedProject {
  readonly deployment: Deployment;
  readonly program: Linked;
}

/** Reads, compiles and evaluates an SFDX project. Throws ProjectError with its errors. */
export function loadOrgProject(options: OpenOrgOptions): LoadedProject {
  const deployment = readDeployment(options, options.log ?? silent);
  return { deployment, program: linkProject(deployment.program) };
}

/**
 * Opens the org of an SFDX project: opens the database, deploys what changed, and settles jobs that a crash interrupted. Throws ProjectError with
 * what a deployment would refuse, and the store's errors.
 */
export function openOrg(options: OpenOrgOptions, loaded = loadOrgProject(options)): OpenedOrg {
  const log = options.log ?? silent;
  log('Opening the database');
  const opened = openDatabase(options);
  const clock = options.clock ?? clockOf(opened, options);
  try {
    return createOrg({ ...loaded.deployment, options }, loaded.program, { ...opened, clock }, log);
  } catch (error) {
    // whoever goes on in this process may open it again
    opened.store.close();
    throw error;
  }
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

/** A new database may begin in the past; one that exists knows how far its clock is from ours. */
function clockOf({ store, fresh }: { store: Store; fresh: boolean }, { beginsBefore = 0 }: OpenOrgOptions): Clock {
  if (fresh && beginsBefore > 0) writeMeta(store, 'clock', String(-beginsBefore));
  return new Clock(Number(readMeta(store, 'clock') ?? '0'));
}

/** Opening first asks for the lock: a running org must not lose its file. */
function dropDatabase(file: string): void {
  openStore(file, { onIncompatible: 'reset' }).close();
  removeFiles(file);
}

function createOrg(
  deployment: Deployment,
  program: Linked,
  { store, fresh, clock }: { store: Store; fresh: boolean; clock: Clock },
  log: (step: string) => void,
): OpenedOrg {
  const { metadata, project, schema, options } = deployment;
  const network = openNetwork(metadata, project, options);
  const runtime = prepareRuntime(deployment, store, clock, log, network);
  runtime.program = program;
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
    sessions: {
      open: (userId) => runTransaction(runtime, { userId }, (transaction) => openSession(transaction, organizationId)),
      find: (token) => sessionHolder(store, token),
      close: (token) => closeSession(store, token),
    },
    isPassword: (userId, password) => isPassword(store, userId, password),
    confirmEmail: (token) => runTransaction(runtime, { userId: '' }, (transaction) => confirmEmailChange(transaction, token)),
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
    fresh,
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
      createOrgTables(store, schema);
      runtime.counters.load();
      runtime.access.invalidate();
      // The steps of a deployment are told while an org opens; this one is open and stays so.
      deploy(runtime, deployment, () => undefined);
      writeMeta(store, 'seed', 'complete');
      users = sampleUsers(runtime, project);
    },
    close: () => {
      network.close();
      store.close();
    },
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
