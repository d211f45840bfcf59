import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { cpSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { allRows, answerOf, jsonMessage, send, signIn, userWithAlias, type Answer, type Message, type SampleUser } from '../rest-client';

export const root = resolve(import.meta.dirname, '../..');
/** The first start on a busy machine compiles everything. */
const START_TIMEOUT_MS = 240_000;

export type { Answer } from '../rest-client';

/** A headless local org in a process of its own, which a test may kill at any time. */
export interface ServedOrg {
  readonly baseUrl: string;
  /** Calls as a sample user; rejects when the org dies before it answers. */
  call<T>(alias: string, method: string, path: string, body?: unknown): Promise<Answer<T>>;
  /** Sends CSV for a bulk job. */
  upload(alias: string, path: string, csv: string): Promise<void>;
  query<T>(soql: string): Promise<T[]>;
  /** True once the process has ended, by itself or by a fault. */
  readonly dead: boolean;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly db: string;
  readonly project?: string;
  readonly flags?: readonly string[];
}

/** Starts an org and waits until it is ready or dead: an armed fault may kill it while it starts. */
export async function serve({ db, project = root, flags = [] }: ServeOptions): Promise<ServedOrg> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = spawnOrg({ db, project, flags }, port);
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const state = { dead: false };
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      state.dead = true;
      done();
    }),
  );
  const users = await ready(baseUrl, child, state, () => errors);
  const tokens = new Map<string, string>();

  async function sendAs(alias: string, method: string, path: string, message: Message): Promise<Response> {
    const token = tokens.get(alias) ?? (await signIn(baseUrl, userWithAlias(users, alias)));
    tokens.set(alias, token);
    return send(baseUrl, token, method, path, message);
  }
  const call = async <T>(alias: string, method: string, path: string, body?: unknown): Promise<Answer<T>> =>
    answerOf<T>(await sendAs(alias, method, path, jsonMessage(body)));

  return {
    baseUrl,
    call,
    ended,
    async upload(alias, path, csv) {
      const response = await sendAs(alias, 'PUT', path, { text: csv, type: 'text/csv' });
      if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
    get dead() {
      return state.dead;
    },
    query: <T>(soql: string): Promise<T[]> => allRows<T>((path) => call('admin', 'GET', path), soql),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts an org that is to be refused; its exit code, and what it wrote to standard error. */
export async function startToTheEnd({
  port,
  ...options
}: ServeOptions & { port?: number }): Promise<{ code: number | null; errors: string }> {
  const child = spawnOrg(options, port ?? (await freePort()));
  const timer = setTimeout(() => child.kill('SIGKILL'), START_TIMEOUT_MS);
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(timer);
  return { code, errors };
}

function spawnOrg({ db, project = root, flags = [] }: ServeOptions, port: number): ChildProcessByStdio<null, null, Readable> {
  const args = ['start', '--headless', '--no-seed', '--project', project, '--db', db, ...flags];
  const child = spawn(process.execPath, [join(root, 'packages/local-org/bin/local-org.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A test that fails leaves its org behind; it must not go on working beside the tests after it.
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  child.once('exit', () => process.removeListener('exit', killed));
  return child;
}

/** Copies the database of a stopped org. */
export function copyDatabase(from: string, to: string): string {
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(from + suffix)) cpSync(from + suffix, to + suffix);
  return to;
}

/** Works with an org that serves a copy, beside it and by that name, of the database of a stopped org. */
export async function onCopy<T>(template: string, name: string, work: (org: ServedOrg) => Promise<T>): Promise<T> {
  const org = await serve({ db: copyDatabase(template, join(dirname(template), `${name}.db`)) });
  try {
    return await work(org);
  } finally {
    await org.stop();
  }
}

type Users = readonly SampleUser[];

async function ready(baseUrl: string, child: ChildProcess, state: { dead: boolean }, errors: () => string): Promise<Users> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!state.dead) {
    const answer = await fetch(`${baseUrl}/__local/info`).catch(() => null);
    if (answer?.status === 200) return ((await answer.json()) as { users: Users }).users;
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The local org was not ready after ${START_TIMEOUT_MS} ms:\n${errors()}`);
    }
    await pause(10);
  }
  if (child.exitCode !== null) throw new Error(`The local org ended with ${child.exitCode}:\n${errors()}`);
  return [];
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
