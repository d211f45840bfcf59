import { createServer } from 'node:net';
import { relative } from 'node:path';
import { startLane, StartError, type EngineLane } from '../host/lane';
import type { LaneReady } from '../host/port';
import { startServer } from '../web/server';
import type { Arguments } from './arguments';
import type { Installation } from './main';
import { Failure, say } from './output';
import { projectPaths, type ProjectPaths } from './paths';
import { loadSeed, SeedError } from './seed';
import { startup, type Startup } from './startup';

const DEFAULT_PORT = 3000;
const HOST = '127.0.0.1';

/** `local-org start`: deploys the project, loads its sample data the first time, and serves it until the process is ended. */
export async function start(args: Arguments, installation: Installation): Promise<never> {
  const paths = projectPaths(args);
  const port = portOf(process.env['PORT']);
  const interrupted = args.value('--interrupted') ?? 'resume';
  if (interrupted !== 'resume' && interrupted !== 'fail') throw new Failure('--interrupted takes resume or fail');
  await requireFree(port);
  const progress = startup(say);
  const { root, dbFile, cacheDir } = paths;
  const baseUrl = `http://${HOST}:${port}`;
  const lane = startLane({
    entry: installation.workerEntry,
    open: { root, dbFile, cacheDir, build: installation.build, reset: args.has('--reset'), interrupted, baseUrl },
    onStatus: (status) => progress.step(status.step),
  });
  const server = await startServer({
    lane,
    port,
    host: HOST,
    root,
    cacheDir,
    packageFolder: installation.packageFolder,
    headless: args.has('--headless'),
    testControls: !args.has('--no-test-controls'),
    status: () => progress.status(),
    step: (text) => progress.step(text),
  });
  onSignals(async () => {
    await server.close();
    await lane.close();
  });
  const ready = await engineReady(lane, progress);
  await Promise.all([server.prepared, seedOnce(paths, args, ready, lane, progress)]);
  progress.ready();
  announce(baseUrl, ready, paths);
  const reason = await lane.ended;
  throw new Error(reason);
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`PORT=${text} is not a port number`);
  return port;
}

/** Asked before anything is compiled: a taken port should not cost the user a wait. */
function requireFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use. Stop the program that holds it, or set PORT=${port + 1} (any free port) and start again.`;
      reject(error.code === 'EADDRINUSE' ? new Failure(taken) : new Failure(`Port ${port} cannot be opened: ${error.message}`));
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
    throw new ExitFailure([text, ...problems].join('\n'));
  }
}

/** A failure after the server has opened its port: the process must end though the port holds it. */
class ExitFailure extends Failure {
  constructor(message: string) {
    super(message);
    setImmediate(() => process.exit(1));
  }
}

async function seedOnce(paths: ProjectPaths, args: Arguments, ready: LaneReady, lane: EngineLane, progress: Startup): Promise<void> {
  const [first] = ready.users;
  if (!ready.fresh) return;
  if (args.has('--no-seed') || ready.seed.length === 0) return lane.seeded();
  if (!first) throw new ExitFailure('local-org.json names sample data but no user who could load them');
  try {
    await loadSeed(
      paths.root,
      ready.seed,
      first,
      (request) => lane.request(request),
      (text) => progress.step(text),
    );
    lane.seeded();
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    throw new ExitFailure(`Sample data were refused. ${error.message}`);
  }
}

function onSignals(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().finally(() => process.exit(0));
    });
  }
}

function announce(baseUrl: string, ready: LaneReady, paths: ProjectPaths): void {
  const width = Math.max(0, ...ready.users.map((user) => user.username.length));
  const users = ready.users.map((user) => `  ${user.username.padEnd(width)}  ${user.password}  ${user.persona}`);
  const lines = [
    '',
    `Ready: ${baseUrl}`,
    '',
    'Sign in as:',
    ...users,
    '',
    `Database: ${relative(process.cwd(), paths.dbFile) || paths.dbFile}`,
    '',
  ];
  process.stdout.write(lines.join('\n'));
}
