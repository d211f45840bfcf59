import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openOrg, type OpenedOrg } from '../../src/host/open';
import type { OpenOptions } from '../../src/host/options';
import type { Lane } from '../../src/host/port';
import { createRouter } from '../../src/rest';
import { startServer, type ServerOptions } from '../../src/web/server';

export const root = join(import.meta.dirname, 'library');
const packageFolder = join(import.meta.dirname, '../..');
/** Compiled once for all test files; keyed by content. */
const compiled = join(packageFolder, '.local-org/test-cache');

/** One HTTP answer; `body` is parsed JSON where the answer is JSON, else text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export interface Client {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  readonly token: string;
}

/** The library fixture behind a real server on a free port; the engine runs in this thread, so `drain` runs waiting work. */
export async function serveLibrary(options: Partial<ServerOptions> & Pick<Partial<OpenOptions>, 'dbFile' | 'brokenApex'> = {}) {
  const cacheDir = join('/tmp', `local-org-rest-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const { dbFile = ':memory:', brokenApex = 'refuse' } = options;
  const org: OpenedOrg = openOrg({ root: options.root ?? root, dbFile, brokenApex, cacheDir: compiled });
  const router = createRouter(org);
  const lane: Lane = {
    request: async (request) => router(request),
    status: () => ({ state: 'ready', step: 'Ready' }),
    ready: Promise.resolve({ orgName: org.project.name, apiVersion: '67.0', users: org.users, fresh: true, seed: [], leftOut: [] }),
    ended: new Promise(() => undefined),
    close: async () => org.close(),
  };
  const server = await startServer({
    lane,
    port: 0,
    root,
    cacheDir,
    packageFolder,
    headless: true,
    ...options,
  });
  const { url } = server;
  return {
    url,
    org,
    /** The engine's side, past the server. */
    router,
    prepared: server.prepared,
    drain: () => {
      while (org.runOneWaiting());
    },
    signIn: (alias: string) => signIn(url, org, alias),
    close: async () => {
      await server.close();
      org.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

export type Served = Awaited<ReturnType<typeof serveLibrary>>;

async function signIn(url: string, org: OpenedOrg, alias: string): Promise<Client> {
  const user = org.users.find((one) => one.alias === alias);
  if (!user) throw new Error(`No sample user ${alias}`);
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: 'any',
    client_secret: 'any',
    username: user.username,
    password: user.password,
  });
  const answer = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: form });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`${alias} could not sign in: status ${answer.status}`);
  return { token, call: (method, path, body, headers) => send(url, method, path, body, { authorization: `Bearer ${token}`, ...headers }) };
}

/** Texts are sent as they are, everything else as JSON. Paths that do not start with a slash are below the newest API version. */
export async function send(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const address = path.startsWith('/') ? path : `/services/data/v67.0/${path}`;
  const response = await fetch(url + address, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}
