import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { relative } from 'node:path';
import { FAULT_POINTS, type FaultPlan } from '../engine/faults';
import { projectFileOf } from '../metadata';
import type { Scenario } from '../metadata/model';
import { startLane, StartError, type EngineLane } from '../host/lane';
import type { LaneReady } from '../host/port';
import type { Server, ServerOptions } from '../web/server';
import { turns } from '../web/server/turns';
import type { Arguments } from './arguments';
import type { Installation } from './installation';
import { Failure } from './output';
import { cacheOf, projectPaths, type ProjectPaths } from './paths';
import { SeedError } from './seed-error';
import { startServices, type Services } from './services';
import { startup, type Startup } from './startup';
import { stepsOn } from './steps';
import { leftOutText, watchProject } from './watch';

const DEFAULT_PORT = 3000;
const DAY = 86_400_000;
const HOST = '127.0.0.1';

/** The signal handler ends the process: whoever waits for this waits for that. */
const closed = new Promise<never>(() => undefined);

/** `local-org start`: deploys the project, loads its sample data the first time, and serves it until the process is ended. */
export async function start(args: Arguments, installation: Installation): Promise<never> {
  const paths = projectPaths(args);
  const port = portOf(process.env['PORT']);
  const interrupted = args.value('--interrupted') ?? 'resume';
  if (interrupted !== 'resume' && interrupted !== 'fail') throw new Failure('--interrupted takes resume or fail');
  const faults = args.values('--fault').map(faultOf);
  const limitsFile = limitsFileOf(args.value('--limits'));
  await requireFree(port);
  const steps = stepsOn(process.stderr);
  const progress = startup((text) => steps.show(text));
  const rest = (): void => {
    progress.ready();
    steps.end();
  };
  const { root, dbFile, cacheDir } = paths;
  const baseUrl = `http://${HOST}:${port}`;
  const project = projectFileOf(root);
  const scenario = scenarioOf(project.scenarios, args.value('--scenario'));
  const wanted = args.has('--headless') && !args.has('--services') ? [] : project.services;
  const services = await startServices(wanted, root, installation.keeperEntry);
  const lane = startLane({
    entry: new URL(installation.workerEntry),
    open: {
      ...{ root, dbFile, cacheDir, interrupted, faults, baseUrl },
      build: installation.build,
      brokenApex: 'serve',
      services: services.addresses,
      reset: args.has('--reset'),
      beginsBefore: (scenario?.daysBefore ?? 0) * DAY,
      ...(limitsFile === undefined ? {} : { limitsFile }),
    },
    onStatus: (status) => progress.step(status.step),
  });
  const load = async (files: readonly string[]): Promise<void> => {
    const [first] = (await lane.ready).users;
    if (files.length > 0 && !first) throw new SeedError('local-org.json names sample data but no user who could load them');
    const { loadSeed } = await import('./seed');
    const send = lane.request.bind(lane);
    if (first) await loadSeed(root, files, first, send, (text) => progress.step(text));
  };
  const play = async (played: Scenario): Promise<void> => {
    const { users } = await lane.ready;
    const { playScenario } = await import('./scenario');
    await playScenario(root, played, users, lane.request.bind(lane), (text) => progress.step(text));
  };
  // A start that finds sample data half loaded begins anew; other files, loaded into a running org, are no reason for that.
  const loadSample = async (): Promise<void> => {
    lane.seed('loading');
    await load((await lane.ready).seed);
    lane.seed('complete');
  };
  const fill = async (): Promise<void> => {
    if (!scenario) return loadSample();
    lane.seed('loading');
    if (!args.has('--no-seed')) await load((await lane.ready).seed);
    await play(scenario);
    lane.seed('complete');
  };
  const inTurn = turns();
  const server = await openServer({
    lane,
    inTurn,
    port,
    host: HOST,
    root,
    cacheDir,
    packageFolder: installation.packageFolder,
    headless: args.has('--headless'),
    testControls: !args.has('--no-test-controls'),
    status: () => progress.status(),
    services: () => services.running(),
    step: (text) => progress.step(text),
    changeDatabase: ({ file, project }) =>
      lane.changeDatabase({ file, ...(project === undefined ? {} : { project: { root: project, cacheDir: cacheOf(project) } }) }),
    seed: (files) => (files === null ? loadSample() : load(files)).finally(rest),
    scenario: async (name) => {
      const named = projectFileOf(root).scenarios.find((one) => one.name === name);
      if (named) await play(named).finally(rest);
      return named !== undefined;
    },
  });
  let closing = false;
  onSignals(async () => {
    closing = true;
    await server.close();
    await lane.close();
    await services.stop();
  });
  try {
    const ready = await engineReady(lane, progress);
    if (scenario && !ready.fresh)
      throw new Failure(`The database holds an org already. Add --reset to begin anew with the scenario ${scenario.name}.`);
    const first = ready.fresh && (scenario || !args.has('--no-seed')) ? seedFirst(() => inTurn(fill)) : null;
    await Promise.all([pagesReady(server), first, services.ready]);
    if (ready.fresh && first === null) lane.seed('complete');
    rest();
    announce(baseUrl, ready, paths, services.addresses);
    if (args.has('--watch')) watchProject(root, lane);
  } catch (error) {
    steps.end();
    // whoever ends a start ends what it waits for
    if (closing) return closed;
    throw error;
  }
  const reason = await lane.ended;
  if (closing) return closed;
  process.stderr.write(`${reason}\n`);
  process.exit(3);
}

/** Tried before anything is compiled. */
function scenarioOf(known: readonly Scenario[], name: string | undefined): Scenario | null {
  if (name === undefined) return null;
  const found = known.find((scenario) => scenario.name === name);
  if (found) return found;
  const names = known.map((scenario) => scenario.name).join(', ');
  throw new Failure(`local-org.json names no scenario ${name}. ${names === '' ? 'It names none.' : `It names ${names}.`}`);
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`PORT=${text} is not a port number`);
  return port;
}

/** `--fault commit.before:3:kill`: the third passage of that point kills the process. */
function faultOf(text: string): FaultPlan {
  const [point, nth, action] = text.split(':');
  const known = FAULT_POINTS.find((name) => name === point);
  const passage = Number(nth);
  if (!known || !Number.isInteger(passage) || passage < 1 || (action !== 'error' && action !== 'kill'))
    throw new Failure(`--fault takes POINT:NTH:error|kill with POINT one of ${FAULT_POINTS.join(', ')}`);
  return { point: known, nth: passage, action };
}

/** Tried before anything is compiled. */
function limitsFileOf(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    writeFileSync(file, '');
  } catch (error) {
    throw new Failure(`--limits takes a file that can be written. ${error instanceof Error ? error.message : String(error)}`);
  }
  return file;
}

/** Asked before anything is compiled: a taken port should not cost the user a wait. */
function requireFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Failure(portTaken(port)) : new Failure(`Port ${port} cannot be opened: ${error.message}`));
    });
    probe.listen(port, HOST, () => probe.close(() => resolve()));
  });
}

async function engineReady(lane: EngineLane, progress: Startup): Promise<LaneReady> {
  try {
    return await lane.ready;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    progress.failed(text);
    const problems = error instanceof StartError ? error.problems : [];
    throw new Failure([text, ...problems].join('\n'));
  }
}

/** A component that does not compile is an error of the project. */
async function pagesReady(server: Server): Promise<void> {
  try {
    await server.prepared;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** Sample data that the org refuses are an error of the project; the next start begins anew. */
async function seedFirst(seed: () => Promise<void>): Promise<void> {
  try {
    await seed();
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    throw new Failure(`Sample data were refused. ${error.message}`);
  }
}

/** The port was free a moment ago; somebody else may have been faster. */
async function openServer(options: ServerOptions): Promise<Server> {
  // The engine starts meanwhile in its own thread.
  const { PortInUseError, startServer } = await import('../web/server');
  try {
    return await startServer(options);
  } catch (error) {
    throw error instanceof PortInUseError ? new Failure(portTaken(options.port)) : error;
  }
}

function portTaken(port: number): string {
  return `Port ${port} is in use. Stop the program that holds it, or set PORT=${port + 1} (any free port) and start again.`;
}

function onSignals(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().finally(() => process.exit(0));
    });
  }
}

function announce(baseUrl: string, ready: LaneReady, paths: ProjectPaths, services: Services['addresses']): void {
  const width = Math.max(0, ...ready.users.map((user) => user.username.length));
  const users = ready.users.map((user) => `  ${user.username.padEnd(width)}  ${user.password}  ${user.persona}`);
  const lines = [
    '',
    ...leftOutText(ready.leftOut),
    `Ready: ${baseUrl}`,
    '',
    'Sign in as:',
    ...users,
    '',
    ...Object.entries(services).map(([name, url]) => `Service ${name}: ${url}`),
    `Database: ${relative(process.cwd(), paths.dbFile) || paths.dbFile}`,
    '',
  ];
  process.stdout.write(lines.join('\n'));
}
