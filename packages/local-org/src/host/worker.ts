import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { ProjectError } from './diagnostics';
import { openOrg, type OpenedOrg } from './open';
import type { LaneRequest, LaneResponse, Org, Router } from './port';
import { transferable, type FromWorker, type ToWorker, type WorkerData } from './protocol';

/** Longest sleep of the idle loop; timers of Node cannot hold more than 2^31 ms. */
const MAX_SLEEP_MS = 3_600_000;

/**
 * Body of the engine worker: opens the org, then answers requests in order and runs one job or one step of background work
 * whenever none is waiting. `createRouter` comes from the right of the import order.
 */
export function serveLane(createRouter: (org: Org) => Router): void {
  const port = parentPort;
  if (!port) throw new Error('The engine must be started as a worker thread');
  const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const { open } = workerData as WorkerData;
  let loop: Loop | null = null;
  let org: OpenedOrg;
  let router: Router;
  try {
    org = openOrg({
      ...open,
      log: (step) => post({ kind: 'status', status: { state: 'starting', step } }),
      onWork: () => loop?.wake(),
    });
    router = createRouter(org);
  } catch (error) {
    const problems = error instanceof ProjectError ? error.problems : [];
    post({ kind: 'failed', message: error instanceof Error ? describe(error) : String(error), problems });
    return;
  }
  loop = idleLoop(port, org, (message) => {
    if (message.kind === 'baseUrl') org.setBaseUrl(message.url);
    else if (message.kind === 'seed') org.markSeed(message.state);
    else if (message.kind === 'close') {
      loop?.stop();
      org.close();
      port.close();
    } else {
      const response = answer(router, message.request);
      post({ kind: 'response', id: message.id, response }, transferable(response.body));
    }
  });
  const { users, fresh, project, apiVersion } = org;
  post({ kind: 'ready', ready: { orgName: project.name, apiVersion: apiVersion.toFixed(1), users, fresh, seed: project.seed } });
  loop.wake();
}

/** What a user can act on speaks for itself; a defect needs its stack. */
function describe(error: Error): string {
  return EXPECTED.has(error.name) ? error.message : (error.stack ?? error.message);
}

const EXPECTED = new Set(['ProjectError', 'ChangedFieldError', 'IncompatibleDatabaseError', 'DatabaseInUseError', 'Error']);

/** A defect in a handler must not take the org down: the caller gets a 500 with the text, the log gets the stack. */
function answer(router: Router, request: LaneRequest): LaneResponse {
  try {
    return router(request);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${request.method} ${request.url}: ${text}\n`);
    const message = error instanceof Error ? error.message : String(error);
    return {
      status: 500,
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      body: JSON.stringify([{ errorCode: 'UNKNOWN_EXCEPTION', message }]),
    };
  }
}

interface Loop {
  wake(): void;
  stop(): void;
}

function idleLoop(port: MessagePort, org: OpenedOrg, handle: (message: ToWorker) => void): Loop {
  let scheduled = false;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  const wake = (): void => {
    if (scheduled || stopped) return;
    scheduled = true;
    setImmediate(turn);
  };
  const turn = (): void => {
    scheduled = false;
    for (let entry = receiveMessageOnPort(port); entry && !stopped; entry = receiveMessageOnPort(port)) handle(entry.message as ToWorker);
    if (stopped) return;
    if (org.runOneWaiting()) wake();
    else sleep();
  };
  const sleep = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const due = org.jobs.nextDue();
    if (due === null) return;
    timer = setTimeout(wake, Math.min(Math.max(due - org.clock.now(), 0), MAX_SLEEP_MS));
    // An open port keeps the worker alive; a waiting job must not.
    timer.unref();
  };
  port.on('message', (message: ToWorker) => {
    if (stopped) return;
    handle(message);
    wake();
  });
  return {
    wake,
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
