import { recoverJobs } from '../async';
import { nestedScope, runTransaction } from '../engine';
import { Clock } from '../kernel/clock';
import type { Changes } from '../metadata';
import { closeSession, confirmEmailChange, isPassword, openSession, sessionHolder } from '../platform';
import { openStore, readMeta, removeFiles, writeMeta } from '../store';
import type { Store } from '../store/port';
import { runTests, type TestBed } from '../testing';
import { notCompiledOf, testBed, withCoverage } from './apex-tests';
import { linkProject, type Linked } from './compile';
import { readDeployedFiles, writeDeployedFiles } from './deployed-files';
import { API_VERSION, prepareRuntime, readDeployment, type Carried, type Deployment } from './deployment';
import { deploymentsOf, type Prepared } from './deployments';
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
  /** Puts the project into force as it stands now, with what was deployed. Throws ProjectError, with nothing changed, for what a deployment would refuse. */
  refresh(loaded: LoadedProject): void;
  /** Runs one due job or one step of background work; false when there is nothing to do. */
  runOneWaiting(): boolean;
}

const silent = (): void => undefined;

/** A project in this process, compiled and evaluated: it serves one database after another. */
export interface LoadedProject {
  readonly deployment: Deployment;
  readonly program: Linked;
}

/** Reads, compiles and evaluates an SFDX project, with what was deployed to its org. Throws ProjectError with its errors. */
export function loadOrgProject(options: OpenOrgOptions, deployed?: Changes): LoadedProject {
  const deployment = readDeployment(options, options.log ?? silent, deployed);
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
    const { deployment, program } = withDeployed(loaded, opened.store, options);
    return createOrg({ ...deployment, options }, program, { ...opened, clock, base: loaded }, log);
  } catch (error) {
    // whoever goes on in this process may open it again
    opened.store.close();
    throw error;
  }
}

function withDeployed(loaded: LoadedProject, store: Store, options: OpenOrgOptions): LoadedProject {
  const deployed = readDeployedFiles(store);
  return deployed.size === 0 ? loaded : loadOrgProject(options, deployed);
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

interface Ground {
  readonly store: Store;
  readonly fresh: boolean;
  readonly clock: Clock;
  /** The project alone, without what was deployed. */
  base: LoadedProject;
}

function createOrg(deployment: Deployment, program: Linked, ground: Ground, log: (step: string) => void): OpenedOrg {
  const { store, fresh, clock } = ground;
  const { options } = deployment;
  let waiting = 0;
  const meanwhile = (): boolean => {
    waiting++;
    try {
      return options.meanwhile?.() ?? false;
    } finally {
      waiting--;
    }
  };
  const networkOf = ({ metadata, project }: Deployment) =>
    openNetwork(metadata, project, { ...options, ...(options.meanwhile ? { meanwhile } : {}) });
  const works: BackgroundWork[] = [];
  const wake = (): void => options.onWork?.();
  const usageLog = options.limitsFile === undefined ? null : usageFile(options.limitsFile);
  /** Everything that depends on the metadata: replaced as a whole when they change. */
  const bring = (next: Deployment, linked: Linked, carried?: Carried) => {
    const network = networkOf(next);
    const runtime = prepareRuntime(next, store, clock, carried ? silent : log, network, carried);
    runtime.program = linked;
    runtime.onEnqueue = wake;
    const users: readonly SampleUser[] = sampleUsers(runtime, next.project);
    return { deployment: next, network, runtime, users, jobs: orgJobs(runtime, (text) => process.stderr.write(`${text}\n`)) };
  };
  let live = bring(deployment, program);
  const { organizationId, systemUserId } = identities(live.runtime);
  const interrupted = recoverJobs(live.runtime, options.interrupted ?? 'resume', systemUserId);
  if (interrupted > 0) log(`${interrupted} interrupted ${interrupted === 1 ? 'job' : 'jobs'}: ${options.interrupted ?? 'resume'}`);
  // Who looks at limits asks for what the project's Apex used, not for what opening the org did.
  live.runtime.usageLog = usageLog;
  for (const plan of options.faults ?? []) live.runtime.faults.arm(plan);
  let tests: TestBed | null = null;
  const replace = (next: typeof live): void => {
    next.runtime.baseUrl = live.runtime.baseUrl;
    next.runtime.usageLog = usageLog;
    live.network.close();
    tests?.runtime.store.close();
    tests = null;
    live = next;
  };
  const putInForce = ({ deployment: next, program: linked }: LoadedProject, changes: Changes, together: () => void): void => {
    store.begin();
    let brought: typeof live;
    try {
      writeDeployedFiles(store, changes, clock.now());
      brought = bring(next, linked, { faults: live.runtime.faults, scope: nestedScope(store) });
      together();
      store.commit();
    } catch (error) {
      store.rollback();
      live.runtime.access.invalidate();
      throw error;
    }
    replace(brought);
  };
  const apply = ({ changes, deployment: next }: Prepared, together: () => void): void =>
    putInForce({ deployment: next, program: linkProject(next.program) }, changes, together);

  return {
    get schema() {
      return live.runtime.schema;
    },
    get metadata() {
      return live.deployment.metadata;
    },
    get project() {
      return live.deployment.project;
    },
    get data() {
      return live.runtime.data;
    },
    get access() {
      return live.runtime.access;
    },
    clock,
    kv: keyValues(store),
    sessions: {
      open: (userId) => runTransaction(live.runtime, { userId }, (transaction) => openSession(transaction, organizationId)),
      find: (token) => sessionHolder(store, token),
      close: (token) => closeSession(store, token),
    },
    isPassword: (userId, password) => isPassword(store, userId, password),
    confirmEmail: (token) => runTransaction(live.runtime, { userId: '' }, (transaction) => confirmEmailChange(transaction, token)),
    get jobs() {
      return live.jobs;
    },
    get faults() {
      return live.runtime.faults;
    },
    apiVersion: API_VERSION,
    organizationId,
    get program() {
      return live.runtime.program;
    },
    get users() {
      return live.users;
    },
    fresh,
    step: (step, body) => runTransaction(live.runtime, step, body),
    exec: (source, userId) => execAnonymous(live.runtime, live.deployment.metadata, options, source, userId),
    runTests: (selection) => {
      const { metadata, program: served } = live.deployment;
      const asked = { ...selection, notCompiled: notCompiledOf(metadata, served.leftOut) };
      if (selection.coverage) return withCoverage(live.deployment, asked);
      tests ??= testBed(live.deployment);
      return runTests(tests, asked);
    },
    deployments: deploymentsOf(options, store, apply, () => waiting === 0 && !store.inTransaction),
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
    refresh: (loaded) => {
      const next = withDeployed(loaded, store, options);
      putInForce({ ...next, deployment: { ...next.deployment, options } }, new Map(), () => undefined);
      ground.base = loaded;
      wake();
    },
    setBaseUrl: (url) => {
      live.runtime.baseUrl = url;
    },
    runOneWaiting: () => live.jobs.runOne() || works.some((work) => work.runOne()),
    reset: () => {
      empty(store);
      clock.advance(-clock.offsetMs);
      const { deployment: base, program: linked } = ground.base;
      replace(bring({ ...base, options }, linked, { faults: live.runtime.faults }));
      writeMeta(store, 'seed', 'complete');
    },
    close: () => {
      live.network.close();
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
