import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../host/free-port';
import type { Service } from '../metadata/model';
import { Failure, say } from './output';

/** The side services of an org: programs of the project that start and stop with it. */
export interface Services {
  /** Address of each, by name. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Addresses of those that run. */
  running(): Readonly<Record<string, string>>;
  /** Resolves when all answer. Rejects with a Failure when one ends before or takes too long. */
  readonly ready: Promise<unknown>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const READY_MS = 60_000;
const RETRY_MS = 50;

/** Starts them, each with a free port in PORT. What they write goes to the standard error. `keeper` is the bundle that ends them with the org. */
export async function startServices(services: readonly Service[], root: string, keeper: string): Promise<Services> {
  const all = await Promise.all(services.map(async (service) => startService(service, root, keeper, await freePort())));
  const addressesOf = (some: typeof all): Record<string, string> => Object.fromEntries(some.map(({ name, url }) => [name, url]));
  const ready = Promise.all(all.map((one) => one.ready));
  // A start that fails for another reason does not wait for this.
  ready.catch(() => undefined);
  return {
    addresses: addressesOf(all),
    running: () => addressesOf(all.filter((one) => !one.over())),
    ready,
    stop: async () => void (await Promise.all(all.map((one) => one.stop()))),
  };
}

function startService({ name, command }: Service, root: string, keeper: string, port: number) {
  const url = `http://${HOST}:${port}`;
  const child = spawn(process.execPath, [fileURLToPath(keeper), ...command], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: ['pipe', 2, 2],
  });
  // The pipe breaks when the service ends by itself.
  child.stdin?.on('error', () => undefined);
  const ended = once(child, 'exit');
  let over = false;
  let stopping = false;
  void ended.then(([code]) => {
    over = true;
    if (!stopping) say(`The side service ${name} has ended with exit code ${String(code)}`);
  });
  const answers = async (): Promise<void> => {
    const deadline = performance.now() + READY_MS;
    while (!over) {
      if (await answersAt(url)) return;
      if (performance.now() > deadline)
        throw new Failure(`The side service ${name} does not answer at ${url} (its PORT) after ${READY_MS} ms`);
      await pause(RETRY_MS);
    }
    throw new Failure(`The side service ${name} has ended before it answered at ${url} (its PORT)`);
  };
  return {
    name,
    url,
    ready: answers(),
    over: () => over,
    stop: async () => {
      stopping = true;
      child.stdin?.end();
      if (!over) await ended;
    },
  };
}

/** Any answer will do: a service may have nothing at its root. */
function answersAt(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual' }).then(
    async (response) => {
      await response.body?.cancel();
      return true;
    },
    () => false,
  );
}
