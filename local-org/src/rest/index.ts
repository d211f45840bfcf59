import type { LaneRequest, LaneResponse, Org, Router } from '../host/port';
import type { Transaction } from '../engine/transaction';
import { UnsupportedError } from '../kernel/exceptions';
import { auraRoutes } from './aura';
import { apexRestRoutes } from './apexrest';
import { bulkRoutes, startBulk } from './bulk';
import { bulkQueryRoutes, startBulkQuery } from './bulkquery';
import { collectionRoutes } from './collections';
import { compositeRoutes } from './composite';
import { controlRoutes } from './control';
import { describeRoutes } from './describe';
import { DAILY_CALLS, limitRoutes } from './limits';
import { notificationRoutes } from './notifications';
import { queryRoutes } from './query';
import { createSessions, identity, revoke, soap, token, tokenOf, userInfo, type Anonymous, type Sessions } from './session';
import { sobjectRoutes } from './sobjects';
import { toolingRoutes } from './tooling';
import { treeRoutes } from './tree';
import { uiApiRoutes } from './uiapi';
import { ok, route, type Call, type Reply, type Route, type SessionUser, type Subrequest } from './shared/call';
import { fromException, invalidSession, notFound, restError, ValueError, type ApiError } from './shared/errors';
import { withPlace, type JsonObject } from './shared/json';
import { createMatcher } from './shared/routing';
import { versionRoutes, OLDEST_VERSION } from './versions';

const DATA = '/services/data/:version';

/** Resources that need a session, in no particular order: the most specific pattern wins. */
const ROUTES: readonly Route[] = [
  route('GET', '/services/oauth2/userinfo', userInfo),
  route('POST', '/services/oauth2/userinfo', userInfo),
  route('GET', '/id/:organization/:user', identity),
  ...versionRoutes(DATA),
  ...describeRoutes(DATA),
  ...sobjectRoutes(DATA),
  ...queryRoutes(DATA),
  ...compositeRoutes(DATA),
  ...collectionRoutes(DATA),
  ...treeRoutes(DATA),
  ...limitRoutes(DATA),
  ...bulkRoutes(DATA),
  ...bulkQueryRoutes(DATA),
  ...toolingRoutes(DATA),
  ...uiApiRoutes(DATA),
  ...notificationRoutes(DATA),
  ...apexRestRoutes,
  ...auraRoutes,
  ...controlRoutes,
];

const OPEN = createMatcher([
  route('POST', '/services/oauth2/token', () => ok(null)),
  route('POST', '/services/oauth2/revoke', () => ok(null)),
  route('POST', '/services/Soap/u/:version/*rest', () => ok(null)),
]);

/** Every resource as `METHOD path`, sorted by path: the source of the list of REST resources in docs/coverage.md. */
export function listResources(): readonly string[] {
  const open = ['POST /services/oauth2/token', 'POST /services/oauth2/revoke', 'POST /services/Soap/u/:version (login, logout)'];
  const all = [...open, ...ROUTES.filter((r) => !r.pattern.startsWith('/__local')).map((r) => `${r.method} ${r.pattern}`)];
  return all.sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? '') || a.localeCompare(b));
}

/** Serves the org's HTTP resources inside the engine worker. Every call runs as the user of its session. */
export function createRouter(org: Org): Router {
  const sessions = createSessions(org);
  const match = createMatcher(ROUTES);
  startBulkQuery(org);
  startBulk(org);
  let calls = 0;
  return (request) => {
    calls++;
    const headers = { 'sforce-limit-info': `api-usage=${calls}/${DAILY_CALLS}` };
    return write(answer(org, sessions, match, request), headers, request.method);
  };
}

type Matcher = ReturnType<typeof createMatcher>;

function answer(org: Org, sessions: Sessions, match: Matcher, request: LaneRequest): Reply {
  try {
    if (!URL.canParse(request.url, 'http://localhost')) throw notFound();
    const url = new URL(request.url, 'http://localhost');
    const baseUrl = `http://${request.headers['host'] ?? 'localhost'}`;
    const body = request.body ?? new Uint8Array();
    const anonymous: Anonymous = { org, sessions, query: url.searchParams, headers: request.headers, body, baseUrl };
    const open = unauthenticated(request.method, url.pathname, anonymous);
    if (open) return open;
    const user = sessionUser(sessions, request, url.pathname);
    return serve(match, { org, user, baseUrl, method: request.method, url, headers: request.headers, body, transaction: null });
  } catch (error) {
    return failure(error, request.body);
  }
}

/** Answers what needs no session: signing in, signing out and the list of versions. */
function unauthenticated(method: string, path: string, request: Anonymous): Reply | null {
  if (/^\/services\/oauth2\/(token|revoke)\/?$/.test(path)) {
    OPEN(method, path);
    return path.includes('token') ? token(request) : revoke(request);
  }
  if (/^\/services\/Soap\/u\//i.test(path)) {
    const { params } = OPEN(method, path);
    return soap(request, params);
  }
  return null;
}

/** Test controls need no session: the server answers them only where they are switched on. */
function sessionUser(sessions: Sessions, request: LaneRequest, path: string): SessionUser {
  if (path.startsWith('/__local/') || /^\/services\/data\/?$/.test(path)) return { userId: '', username: '' };
  const given = tokenOf(request.headers);
  const user = given === null ? null : sessions.find(given);
  if (!user) throw invalidSession();
  return user;
}

interface Serving {
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

function serve(match: Matcher, serving: Serving): Reply {
  const path = decodePath(serving.url.pathname);
  const found = match(serving.method, path);
  requireJson(serving, path);
  const version = versionOf(serving.org, found.params['version']);
  if (serving.headers['authorization'] !== undefined) requireApi(serving.org, serving.user, path);
  return found.route.handler(callOf(match, serving, path, version), decodeParams(found.params));
}

function callOf(match: Matcher, serving: Serving, path: string, version: string): Call {
  const { org, user, baseUrl } = serving;
  const kind = path.startsWith('/aura/') ? ('AURA' as const) : ('REST' as const);
  const sessionId = kind === 'REST' ? tokenOf(serving.headers) : null;
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
    dispatch: (sub) => dispatch(match, { ...serving, transaction: open }, sub),
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

function dispatch(match: Matcher, serving: Serving, sub: Subrequest): Reply {
  const body = sub.body === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(sub.body));
  try {
    const headers = { ...serving.headers, ...sub.headers, 'content-type': 'application/json' };
    return serve(match, { ...serving, method: sub.method.toUpperCase(), url: subrequestUrl(sub.url), headers, body });
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}

function versionOf(org: Org, segment: string | undefined): string {
  if (segment === undefined) return `${org.apiVersion}.0`;
  const number = /^v(\d+)\.0$/i.exec(segment)?.[1];
  if (!number || Number(number) < OLDEST_VERSION || Number(number) > org.apiVersion) throw notFound();
  return `${Number(number)}.0`;
}

/** Data resources take and give JSON; uploads of bulk jobs are CSV. The platform's XML form is refused, not ignored. */
function requireJson({ headers, body }: Serving, path: string): void {
  if (!path.startsWith('/services/data/')) return;
  const type = headers['content-type'] ?? 'application/json';
  if (body.length > 0 && !path.endsWith('/batches') && !/^application\/json\b/i.test(type)) {
    throw restError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type header specified in HTTP request is not supported: ${type}`);
  }
  const accept = headers['accept'] ?? '*/*';
  if (/xml/i.test(accept) && !/json|\*\/\*/i.test(accept)) {
    throw restError(406, 'NOT_ACCEPTABLE', `Accept header specified in HTTP request is not supported: ${accept}`);
  }
}

/** API clients need the permission; the pages' own calls, which come with the session cookie, work without it. */
function requireApi(org: Org, user: SessionUser, path: string): void {
  if (user.userId === '' || !/^\/services\/(data|apexrest)\//i.test(path)) return;
  if (!org.access.hasPermission(user.userId, 'ApiEnabled')) {
    throw restError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
  }
}

function failure(error: unknown, body: Uint8Array | null): Reply {
  if (error instanceof UnsupportedError) return { status: 501, json: [{ errorCode: 'NOT_IMPLEMENTED', message: error.message }] };
  try {
    const known = error instanceof ValueError ? withPlace(error, body ?? new Uint8Array()) : fromException(error);
    return { status: known.status, json: known.errors.map(errorJson) };
  } catch (unknown) {
    process.stderr.write(`${unknown instanceof Error ? (unknown.stack ?? unknown.message) : String(unknown)}\n`);
    const message = `An unexpected error occurred in the local org: ${unknown instanceof Error ? unknown.message : String(unknown)}`;
    return { status: 500, json: [{ errorCode: 'UNKNOWN_EXCEPTION', message }] };
  }
}

function errorJson({ message, errorCode, fields }: ApiError): JsonObject {
  return fields ? { message, errorCode, fields: [...fields] } : { message, errorCode };
}

function write(reply: Reply, headers: Readonly<Record<string, string>>, method: string): LaneResponse {
  const all = { ...headers, ...reply.headers };
  if (reply.bytes) return { status: reply.status, headers: all, body: method === 'HEAD' ? '' : reply.bytes };
  if (reply.text !== undefined)
    return { status: reply.status, headers: { 'content-type': 'text/plain; charset=utf-8', ...all }, body: reply.text };
  if (reply.json === undefined) return { status: reply.status, headers: all, body: '' };
  return {
    status: reply.status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...all },
    body: method === 'HEAD' ? '' : JSON.stringify(reply.json),
  };
}
