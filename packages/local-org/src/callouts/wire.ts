/** What crosses the boundary between the engine and the thread that calls out: plain data. */
export interface WireRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  /** Longest silence of the other side. */
  readonly timeoutMs: number;
  /** Longest time in all. */
  readonly deadlineMs: number;
  /** Largest answer, after it was unpacked. */
  readonly maxBytes: number;
  /** Whether the engine wants to know when the request is on its way. */
  readonly tellsSent: boolean;
}

/** `milliseconds`: how long the exchange took, whenever the engine comes to read this. */
export type WireAnswer = (WireResponse | WireFailure) & { readonly milliseconds: number };

export interface WireResponse {
  readonly kind: 'response';
  readonly id: number;
  readonly status: number;
  readonly statusText: string;
  /** As they were spelled; a header that came several times is one, with commas. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export interface WireFailure {
  readonly kind: 'failure';
  readonly id: number;
  /** Text of the System.CalloutException. */
  readonly message: string;
}

export type FromThread = WireAnswer | { readonly kind: 'sent'; readonly id: number };

/** What the thread is started with. The bell is rung, by a higher count, whenever the engine has something to read. */
export interface ThreadData {
  readonly port: import('node:worker_threads').MessagePort;
  readonly bell: Int32Array;
}

/** Wakes whoever waits at the bell. */
export function ring(bell: Int32Array): void {
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
}

export function newBell(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
