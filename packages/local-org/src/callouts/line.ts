import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { newBell, type FromThread, type ThreadData, type WireAnswer, type WireRequest } from './wire';

/** How the engine waits for an answer. */
export interface LineOptions {
  /** Bundle of the thread that calls out. */
  readonly entry: URL;
  /** Rung when there is something to read here or for `meanwhile`. One of its own when absent. */
  readonly bell?: Int32Array | undefined;
  /** Does one piece of other work while an answer is awaited; false when there is none. */
  readonly meanwhile?: (() => boolean) | undefined;
}

/**
 * Most transactions that wait for an answer at the same time. Each stands on the stack of the one that it interrupted, so an answer
 * is taken up only when those above it have theirs.
 */
const MAX_WAITING = 10;
/** A target that answers sooner interrupts nobody: to take up other work for so short a time costs more than it gives. */
const PATIENCE_MS = 5;
/** A job may become due while nobody rings. */
const LONGEST_NAP_MS = 1_000;
/** The thread keeps to its deadlines; this is for one that has died. */
const GRACE_MS = 5_000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
}
/**
 * The threads of engines, by their bell: one serves all the orgs that an engine opens one after another. A thread that is started while the one
 * before it ends may never come up, and the engine, which blocks, would not learn of it.
 */
const threads = new WeakMap<Int32Array, Thread>();
/** Answers to an org that is closed by now are told from those to the one after it. */
let lastId = 0;

/** The engine's end of the thread that calls out. The thread starts with the first callout. */
export class CalloutLine {
  private readonly options: LineOptions;
  private readonly bell: Int32Array;
  /** Requests that somebody waits for. */
  private readonly awaited = new Set<number>();
  private readonly arrived = new Map<number, WireAnswer>();
  private readonly sent = new Set<number>();

  constructor(options: LineOptions) {
    this.options = options;
    this.bell = options.bell ?? newBell();
  }

  /** Sends a request and blocks until it is answered or has failed, doing other work meanwhile. `onSent` runs when it is on its way. */
  exchange(request: Omit<WireRequest, 'id' | 'tellsSent'>, onSent: (() => void) | null): WireAnswer {
    const id = ++lastId;
    this.open().postMessage({ ...request, id, tellsSent: onSent !== null } satisfies WireRequest);
    this.awaited.add(id);
    try {
      if (onSent !== null) {
        this.wait(request.deadlineMs, () => this.sent.delete(id) || this.arrived.has(id) || null);
        onSent();
      }
      const answer = this.wait(request.deadlineMs, () => this.arrived.get(id) ?? null);
      return answer ?? { kind: 'failure', id, message: 'Read timed out', milliseconds: request.deadlineMs };
    } finally {
      this.arrived.delete(id);
      this.awaited.delete(id);
    }
  }

  /** Ends the thread, unless it is the engine's, whose next org needs it. */
  close(): void {
    if (this.options.bell) return;
    void threads.get(this.bell)?.worker.terminate();
    threads.delete(this.bell);
  }

  private open(): MessagePort {
    const running = threads.get(this.bell);
    if (running) return running.port;
    const { port1: port, port2 } = new MessageChannel();
    const data: ThreadData = { port: port2, bell: this.bell };
    const worker = new Worker(this.options.entry, { workerData: data, transferList: [port2] });
    // Neither of them keeps a command alive that is done.
    worker.unref();
    port.unref();
    threads.set(this.bell, { worker, port });
    return port;
  }

  private wait<T>(deadlineMs: number, look: () => T | null): T | null {
    const started = performance.now();
    for (let waited = 0; waited < deadlineMs + GRACE_MS; waited = performance.now() - started) {
      const rung = Atomics.load(this.bell, 0);
      this.receive();
      const found = look();
      if (found !== null) return found;
      const patience = PATIENCE_MS - waited;
      if (patience > 0) Atomics.wait(this.bell, 0, rung, patience);
      else if (this.awaited.size > MAX_WAITING || !this.options.meanwhile?.()) Atomics.wait(this.bell, 0, rung, LONGEST_NAP_MS);
    }
    return null;
  }

  private receive(): void {
    const port = this.open();
    for (let entry = receiveMessageOnPort(port); entry; entry = receiveMessageOnPort(port)) {
      const message = entry.message as FromThread;
      if (!this.awaited.has(message.id)) continue;
      if (message.kind === 'sent') this.sent.add(message.id);
      else this.arrived.set(message.id, message);
    }
  }
}
