import type { Org } from '../../host/port';
import type { Transaction } from '../../engine/transaction';
import type { Json } from './json';

/** Who a session belongs to. */
export interface SessionUser {
  readonly userId: string;
  readonly username: string;
}

/** An org and the user in whose name something is done to it. */
export interface Actor {
  readonly org: Org;
  readonly user: SessionUser;
}

/** An answer before it is written out: a JSON value, a text or bytes with its own content type, or nothing. */
export interface Reply {
  readonly status: number;
  readonly json?: Json;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request as the handlers see it. */
export interface Call extends Actor {
  readonly method: string;
  /** Decoded path, without query, for example `/services/data/v67.0/sobjects/Account`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** API version of the path, for example `67.0`. */
  readonly version: string;
  /** Base URL of the org as the client addressed it, for example `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** Runs `body` as a transaction of the session's user, or inside the one that an all-or-none composite has open. */
  transaction<T>(body: (transaction: Transaction) => T): T;
  /** Sends a subrequest through the same routes: composite resources. Never throws for the subrequest's own fault. */
  dispatch(sub: Subrequest): Reply;
  /** Runs `body` as one transaction in which every `transaction` of every subrequest takes part. */
  together<T>(body: () => T): T;
}

export interface Subrequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

export type Params = Readonly<Record<string, string>>;

/** A resource: `pattern` segments are literal, `:name`, or `*name` for the rest of the path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | '*';
  readonly pattern: string;
  readonly handler: (call: Call, params: Params) => Reply;
  /** It answers also without a session. */
  readonly open?: true;
}

export const route = (method: Route['method'], pattern: string, handler: Route['handler']): Route => ({ method, pattern, handler });
export const openRoute = (...parts: Parameters<typeof route>): Route => ({ ...route(...parts), open: true });

export const ok = (json: Json): Reply => ({ status: 200, json });
export const created = (json: Json): Reply => ({ status: 201, json });
export const noContent = (): Reply => ({ status: 204 });
