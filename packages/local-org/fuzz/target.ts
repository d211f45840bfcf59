import type { Answer, FuzzRequest } from './request';

/** What is fuzzed: a served org, or in the judge's own tests something that answers wrongly. */
export interface Target {
  readonly alive: boolean;
  /** Sends a generated request with its sender's token; null when no answer comes. */
  deliver(request: FuzzRequest): Promise<Answer | null>;
  /** A request of the first sample user. Throws when no answer comes. */
  send(method: string, path: string, body?: unknown, type?: string): Promise<Answer>;
  /** Makes the org fit for more: starts its process when it has died, and empties it when a request has shut a sample user out. */
  refresh(): Promise<void>;
}
