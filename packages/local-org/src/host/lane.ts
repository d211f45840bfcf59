import { Worker } from 'node:worker_threads';
import { newBell, ring } from '../callouts/wire';
import type { Lane, LaneReady, LaneRequest, LaneResponse, LaneStatus } from './port';
import { transferable, type FromWorker, type LaneChange, type SeedState, type ToWorker, type WorkerData } from './protocol';

/** Megabytes of a thread that compiles and runs Apex. */
export const APEX_THREAD = {
  /** 1,000 Apex frames, each of several JavaScript frames, must fit well. */
  stackSizeMb: 128,
  maxOldGenerationSizeMb: 4_096,
  /** Room for the garbage of a few jobs, or of a parsed file, so that it is gone before it is copied. */
  maxYoungGenerationSizeMb: 192,
};

/** The org could not start; `problems` are shown one a line (`path:line:col message`). */
export class StartError extends Error {
  readonly problems: readonly string[];
  constructor(message: string, problems: readonly string[]) {
    super(message);
    this.name = 'StartError';
    this.problems = problems;
  }
}

export interface LaneOptions extends Pick<WorkerData, 'open'> {
  /** File of the worker's entry. */
  readonly entry: URL;
  readonly onStatus?: (status: LaneStatus) => void;
}

/** Main-thread side of the engine worker: knows requests and answers, nothing of SQL or Apex. */
export interface EngineLane extends Lane {
  /** Tells the engine where it is served, for links and callouts. */
  setBaseUrl(url: string): void;
  /** Closes the database and opens another one. Rejects with the reason when the engine cannot; then none is open, unless it waits for a callout. */
  changeDatabase(change: LaneChange): Promise<void>;
  /** Reads the project's files anew; `ready` then tells what is served. Rejects with the reason when it is refused: it is served as it was. */
  reload(): Promise<void>;
  /** Notes how far the sample data are. */
  seed(state: SeedState): void;
}

/** Starts the engine worker. `ready` rejects with a `StartError` when the org cannot start. */
export function startLane(options: LaneOptions): EngineLane {
  const bell = newBell();
  const data: WorkerData = { open: options.open, bell };
  const worker = new Worker(options.entry, {
    workerData: data,
    resourceLimits: APEX_THREAD,
  });
  const waiting = new Map<number, Deferred<LaneResponse>>();
  const changes = new Map<number, Deferred<void>>();
  let status: LaneStatus = { state: 'starting', step: 'Starting the engine' };
  let sequence = 0;
  let over: string | null = null;
  const first = deferred<LaneReady>();
  let ready = first.promise;
  const ended = deferred<string>();
  // The owner waits on `ready` or on `ended`, not always on both.
  ready.catch(() => undefined);

  const end = (reason: string, error: Error = new Error(reason)): void => {
    if (over !== null) return;
    over = reason;
    status = { state: 'failed', step: reason };
    first.reject(error);
    for (const one of [...waiting.values(), ...changes.values()]) one.reject(error);
    waiting.clear();
    changes.clear();
    ended.resolve(reason);
  };
  const post = (message: ToWorker, transfer: ArrayBuffer[] = []): void => {
    worker.postMessage(message, transfer);
    ring(bell);
  };

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'status') {
      status = message.status;
      options.onStatus?.(status);
    } else if (message.kind === 'ready') {
      status = { state: 'ready', step: 'Ready' };
      first.resolve(message.ready);
      ready = Promise.resolve(message.ready);
    } else if (message.kind === 'failed') {
      end(message.message, new StartError(message.message, message.problems));
    } else if (message.kind === 'changed') {
      const change = changes.get(message.id);
      changes.delete(message.id);
      if (message.problem === null) change?.resolve();
      else change?.reject(new Error(message.problem));
    } else {
      waiting.get(message.id)?.resolve(message.response);
      waiting.delete(message.id);
    }
  });
  worker.on('error', (error) => end(`The engine has crashed: ${error.stack ?? error.message}`));
  worker.on('exit', (code) => end(`The engine has ended with exit code ${code}`));

  /** Sends a message and waits for what answers it. */
  const send = <T>(answers: Map<number, Deferred<T>>, messageOf: (id: number) => ToWorker, transfer: ArrayBuffer[] = []): Promise<T> => {
    if (over !== null) return Promise.reject(new Error(over));
    const id = ++sequence;
    const answer = deferred<T>();
    answers.set(id, answer);
    post(messageOf(id), transfer);
    return answer.promise;
  };

  return {
    request: (request: LaneRequest) => send(waiting, (id) => ({ kind: 'http', id, request }), transferable(request.body)),
    changeDatabase: (change) => send(changes, (id) => ({ kind: 'database', id, change })),
    reload: () => send(changes, (id) => ({ kind: 'reload', id })),
    seed: (state) => post({ kind: 'seed', state }),
    setBaseUrl: (url) => post({ kind: 'baseUrl', url }),
    status: () => status,
    get ready() {
      return ready;
    },
    ended: ended.promise,
    close: async () => {
      if (over === null) post({ kind: 'close' });
      await ended.promise;
    },
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
