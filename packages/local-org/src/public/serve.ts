import { spawn } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../host/free-port';
import { packageFolder } from '../host/package-folder';
import { removeFiles } from '../store';
import { sampleUsers, type SampleUser } from './client';

export { changeDatabase, restClient, sampleUsers, signIn, userWithAlias, type Answer, type RestClient, type SampleUser } from './client';

/** The first start on a busy machine compiles everything. */
const START_TIMEOUT_MS = 240_000;
/** What `local-org start` says when all of it answers. */
const READY = /^Ready: /m;

export interface ServeOptions {
  /** Folder of the SFDX project. */
  readonly project: string;
  readonly db: string;
  /** A free one unless given. */
  readonly port?: number;
  /** Further flags of `local-org start`. */
  readonly flags?: readonly string[];
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
}

/** A local org in a process of its own, which its user may kill at any time. It is killed with the process that started it. */
export interface OrgProcess {
  readonly baseUrl: string;
  readonly pid: number | undefined;
  /** True once the process has ended, by itself, by a fault or by a signal. */
  readonly dead: boolean;
  /** Its exit code when it has ended; null after a signal. */
  readonly ended: Promise<number | null>;
  /** Resolves when it has said that it is ready. It does not while it starts, nor when it has ended before. */
  readonly ready: Promise<void>;
  /** What it wrote to standard error so far. */
  readonly errors: string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `local-org start` without waiting for it. */
export async function spawnOrg({ project, db, port, flags = [], nodeFlags = [] }: ServeOptions): Promise<OrgProcess> {
  const chosen = port ?? (await freePort());
  const command = [...nodeFlags, join(packageFolder(), 'bin/local-org.mjs'), 'start', '--project', project, '--db', db, ...flags];
  const child = spawn(process.execPath, command, {
    cwd: project,
    env: { ...process.env, PORT: String(chosen) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever fails leaves the org behind; it must not go on working beside what comes next.
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  const state = { dead: false, errors: '' };
  child.stderr.on('data', (text: Buffer) => (state.errors += text.toString()));
  const ready = new Promise<void>((done) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (READY.test(said)) done();
    });
  });
  child.once('exit', () => {
    state.dead = true;
    process.removeListener('exit', killed);
  });
  // Later than its exit: then all that it wrote has been read.
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    baseUrl: `http://127.0.0.1:${chosen}`,
    pid: child.pid,
    ready,
    ended,
    get dead() {
      return state.dead;
    },
    get errors() {
      return state.errors;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Its sample users when the org answers; null when it died of a signal before: an armed fault may kill it while it starts. */
export async function whenReady(org: OrgProcess): Promise<readonly SampleUser[] | null> {
  // It says so itself: to ask it again and again takes processor time that the starting org needs.
  const ended = org.ended.then(() => null);
  const users = org.ready.then(() => sampleUsers(org.baseUrl)).catch(() => ended);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => (timer = setTimeout(done, START_TIMEOUT_MS, 'late')));
  const state = await Promise.race([users, ended, late]);
  clearTimeout(timer);
  if (state === 'late') {
    await org.kill();
    throw new Error(`The local org was not ready after ${START_TIMEOUT_MS} ms:\n${org.errors}`);
  }
  if (state) return state;
  const code = await org.ended;
  if (code !== null) throw new Error(`The local org ended with ${code}:\n${org.errors}`);
  return null;
}

/** Copies the database of a stopped org; the log beside it holds something only where the org was killed. */
export function copyDatabase(from: string, to: string): string {
  removeFiles(to);
  cpSync(from, to);
  if ((statSync(`${from}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) cpSync(`${from}-wal`, `${to}-wal`);
  return to;
}
