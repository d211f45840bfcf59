import type { LaneReady, LaneRequest, LaneResponse, LaneStatus } from './port';
import type { OpenOptions } from './options';

/** What the worker is started with. Plain data: it crosses a thread boundary. */
export interface WorkerData {
  readonly open: OpenOptions;
  /** Rung with every message to the worker: an engine that waits for a callout reads it all the same. */
  readonly bell: Int32Array;
}

/** How far the sample data of a database are. */
export type SeedState = 'loading' | 'complete';

/** Another database, with the folder of another project and of its caches. */
export interface LaneChange {
  readonly file: string | null;
  readonly project?: { readonly root: string; readonly cacheDir: string };
}

export type ToWorker =
  | { readonly kind: 'http'; readonly id: number; readonly request: LaneRequest }
  | { readonly kind: 'database'; readonly id: number; readonly change: LaneChange }
  /** The files of the project have changed. */
  | { readonly kind: 'reload'; readonly id: number }
  | { readonly kind: 'baseUrl'; readonly url: string }
  /** Loading of the sample data begins or is complete: the next start starts anew, or does not load them. */
  | { readonly kind: 'seed'; readonly state: SeedState }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'status'; readonly status: LaneStatus }
  | { readonly kind: 'ready'; readonly ready: LaneReady }
  | { readonly kind: 'response'; readonly id: number; readonly response: LaneResponse }
  | { readonly kind: 'changed'; readonly id: number; readonly problem: string | null }
  | { readonly kind: 'failed'; readonly message: string; readonly problems: readonly string[] };

/** Buffers that may change owner instead of being copied: only those that own their whole memory. */
export function transferable(body: Uint8Array | string | null): ArrayBuffer[] {
  if (body === null || typeof body === 'string') return [];
  const { buffer } = body;
  const whole = buffer instanceof ArrayBuffer && body.byteOffset === 0 && body.byteLength === buffer.byteLength && body.byteLength > 0;
  return whole ? [buffer] : [];
}
