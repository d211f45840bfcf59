import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { ProjectError } from './diagnostics';
import type { LaneRequest, LaneResponse, Org, Router } from './port';
import { transferable, type FromWorker, type ToWorker, type WorkerData } from './protocol';
import { ServedOrg } from './served';

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
  const { open, bell } = workerData as WorkerData;
  let loop: Loop | null = null;
  let served: ServedOrg;
  try {
    const options = {
      ...open,
      bell,
      log: (step: string) => post({ kind: 'status', status: { state: 'starting', step } }),
      onWork: () => loop?.wake(),
      meanwhile: () => loop?.meanwhile() ?? false,
    };
    served = new ServedOrg(options, createRouter);
  } catch (error) {
    post({ kind: 'failed', message: describe(error), problems: problemsOf(error) });
    return;
  }
  const announce = (): void => {
    const ready = served.ready();
    if (ready) post({ kind: 'ready', ready });
  };
  loop = idleLoop(port, served, (message) => {
    if (message.kind === 'baseUrl') served.org?.setBaseUrl(message.url);
    else if (message.kind === 'seed') served.org?.markSeed(message.state);
    else if (message.kind === 'database') {
      const problem = loop?.isInterrupted() ? WAITS : problemOf(() => served.change(message.change));
      if (problem === null) announce();
      post({ kind: 'changed', id: message.id, problem });
    } else if (message.kind === 'reload') {
      const problem = problemOf(() => served.reload());
      announce();
      post({ kind: 'changed', id: message.id, problem });
    } else if (message.kind === 'http') {
      const response = answer((request) => served.router(request), message.request);
      post({ kind: 'response', id: message.id, response }, transferable(response.body));
    }
  });
  announce();
  loop.wake();
}

const WAITS = 'A transaction waits for the answer to a callout';

/** Why it could not be done; null when it was. */
function problemOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return [describe(error), ...problemsOf(error)].join('\n');
  }
}

const problemsOf = (error: unknown): readonly string[] => (error instanceof ProjectError ? error.problems : []);

/** What a user can act on speaks for itself; a defect needs its stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
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
  /** Whether something on the stack waits for a callout. */
  isInterrupted(): boolean;
  /**
   * One piece of work while the one on the stack waits for a callout: a request, or a job where only jobs wait. Nobody who looks at a
   * page waits for jobs.
   */
  meanwhile(): boolean;
}

function idleLoop(port: MessagePort, served: ServedOrg, answerTo: (message: ToWorker) => void): Loop {
  /** Requests on the stack. */
  let requests = 0;
  /** Whether something on the stack waits for a callout. */
  let interrupted = false;
  let stopped = false;
  let scheduled = false;
  let timer: NodeJS.Timeout | null = null;
  /** What would pull the rug from under a transaction that waits. */
  const later: ToWorker[] = [];

  const handle = (message: ToWorker): void => {
    if (message.kind === 'close') close();
    else if (interrupted && isReset(message)) later.push(message);
    else {
      requests++;
      try {
        answerTo(message);
      } finally {
        requests--;
      }
    }
  };
  /** A transaction that waits ends with its thread: as after a crash, its job runs again at the next start. */
  const close = (): void => {
    stopped = true;
    if (timer) clearTimeout(timer);
    served.close();
    if (interrupted) process.exit(0);
    port.close();
  };
  const wake = (): void => {
    if (scheduled || stopped) return;
    scheduled = true;
    setImmediate(turn);
  };
  const turn = (): void => {
    scheduled = false;
    for (const message of later.splice(0)) handle(message);
    while (!stopped && takeOne());
    if (stopped) return;
    if (served.org?.runOneWaiting() || later.length > 0) wake();
    else sleep();
  };
  const takeOne = (): boolean => {
    const entry = receiveMessageOnPort(port);
    if (entry) handle(entry.message as ToWorker);
    return entry !== undefined;
  };
  const sleep = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const { org } = served;
    const due = org?.jobs.nextDue() ?? null;
    if (org === null || due === null) return;
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
    isInterrupted: () => interrupted,
    meanwhile: () => {
      const former = interrupted;
      interrupted = true;
      try {
        return takeOne() || (requests === 0 && (served.org?.runOneWaiting() ?? false));
      } catch (error) {
        // A defect of the queue ends the engine, as it does between transactions; it is none of the one that waits.
        setImmediate(() => {
          throw error;
        });
        return false;
      } finally {
        interrupted = former;
      }
    },
  };
}

function isReset(message: ToWorker): boolean {
  if (message.kind === 'reload') return true;
  return message.kind === 'http' && message.request.door === 'control' && message.request.url.startsWith('/__local/reset');
}
