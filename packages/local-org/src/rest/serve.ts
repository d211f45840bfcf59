import type { Org } from '../host/port';
import type { Transaction } from '../engine/transaction';
import type { Behind } from './doors';
import { requireApi, requireJson } from './requirements';
import { failure } from './reply';
import { bearerToken } from './session';
import type { Call, Reply, SessionUser, Subrequest } from './shared/call';
import { notFound, restError } from './shared/errors';
import { isServed } from './versions';

/** A request whose sender is known. */
export interface Serving {
  readonly org: Org;
  readonly user: SessionUser;
  readonly baseUrl: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The transaction of an all-or-none composite in which this request takes part. */
  readonly transaction: Transaction | null;
}

/** Answers one request of a known sender; also each part of a composite one. Throws what `failure` turns into a reply. */
export function serve(behind: Behind, serving: Serving): Reply {
  const path = decodePath(serving.url.pathname);
  const found = behind.match(serving.method, path);
  requireJson(serving, path);
  const version = versionOf(serving.org, found.params['version']);
  if (serving.headers['authorization'] !== undefined) requireApi(serving.org, serving.user, path);
  return found.route.handler(callOf(behind, serving, path, version), decodeParams(found.params));
}

function callOf(behind: Behind, serving: Serving, path: string, version: string): Call {
  const { org, user, baseUrl } = serving;
  const kind = path.startsWith('/aura/') ? ('AURA' as const) : ('REST' as const);
  const sessionId = kind === 'REST' ? bearerToken(serving.headers) : null;
  const options = { userId: user.userId, apiVersion: Number(version), kind, sessionId };
  let open = serving.transaction;
  return {
    org,
    user,
    baseUrl,
    version,
    path,
    method: serving.method,
    query: serving.url.searchParams,
    headers: serving.headers,
    body: serving.body,
    transaction: (body) => (open ? nested(open, body) : org.step(options, body)),
    together: (body) =>
      org.step(options, (transaction) => {
        open = transaction;
        try {
          return body();
        } finally {
          open = null;
        }
      }),
    dispatch: (sub) => dispatch(behind, { ...serving, transaction: open }, sub),
  };
}

/** A part of an open transaction: what it wrote is taken back when it throws, and the rest stays. */
function nested<T>(transaction: Transaction, body: (transaction: Transaction) => T): T {
  const savepoint = transaction.savepoint();
  try {
    const result = body(transaction);
    transaction.release(savepoint);
    return result;
  } catch (error) {
    transaction.rollbackTo(savepoint);
    throw error;
  }
}

function dispatch(behind: Behind, serving: Serving, sub: Subrequest): Reply {
  const body = sub.body === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(sub.body));
  try {
    const headers = { ...serving.headers, ...sub.headers, 'content-type': 'application/json' };
    return serve(
      { match: behind.inner, inner: behind.inner },
      { ...serving, method: sub.method.toUpperCase(), url: subrequestUrl(sub.url), headers, body },
    );
  } catch (error) {
    return failure(error, body);
  }
}

/** Subrequests reach data and Apex REST resources only, and no composite resource inside another. */
function subrequestUrl(text: string): URL {
  const url = URL.canParse(text, 'http://localhost') ? new URL(text, 'http://localhost') : null;
  if (!url || url.hostname !== 'localhost' || !/^\/services\/(data|apexrest)\//i.test(url.pathname)) throw notFound();
  if (/\/composite(\/batch)?\/*$/i.test(url.pathname))
    throw restError(400, 'INVALID_INPUT', `A composite request cannot hold another: ${text}`);
  return url;
}

/** Percent signs are decoded per segment later, so that a `%2F` inside a value does not split it. */
function decodePath(path: string): string {
  return path.replace(/\/+$/, '') || '/';
}

function decodeParams(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value)]));
}

/** A segment as text; one with NUL names nothing, for nothing with NUL is stored. */
function decode(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    throw notFound();
  }
  if (decoded.includes('\0')) throw notFound();
  return decoded;
}

function versionOf(org: Org, segment: string | undefined): string {
  if (segment === undefined) return `${org.apiVersion}.0`;
  const number = /^v(\d+\.0)$/i.exec(segment)?.[1];
  if (number === undefined || !isServed(org, number)) throw notFound();
  return `${Number(number)}.0`;
}
