import type { Door, LaneRequest, Org, Router } from '../host/port';
import { startBulk } from './bulk';
import { startBulkQuery } from './bulkquery';
import { createDoors, requireOwnPage, tokenAt, type Behind } from './doors';
import { DAILY_CALLS } from './limits';
import { failure, write } from './reply';
import { serve } from './serve';
import { createSessions, revoke, soap, token, type Anonymous, type Sessions } from './session';
import { ok, route, type Reply, type SessionUser } from './shared/call';
import { invalidSession, notFound } from './shared/errors';
import { createMatcher } from './shared/routing';

export { listResources } from './routes';

const OPEN = createMatcher([
  route('POST', '/services/oauth2/token', () => ok(null)),
  route('POST', '/services/oauth2/revoke', () => ok(null)),
  route('POST', '/services/Soap/u/:version/*rest', () => ok(null)),
]);

/** Serves the org's HTTP resources inside the engine worker. Every call runs as the user of its session. */
export function createRouter(org: Org): Router {
  const sessions = createSessions(org);
  const doors = createDoors();
  startBulkQuery(org);
  startBulk(org);
  let calls = 0;
  return (request) => {
    calls++;
    const headers = { 'sforce-limit-info': `api-usage=${calls}/${DAILY_CALLS}` };
    return write(answer(org, sessions, doors[request.door], request), headers, request.method);
  };
}

function answer(org: Org, sessions: Sessions, behind: Behind, request: LaneRequest): Reply {
  try {
    if (!URL.canParse(request.url, 'http://localhost')) throw notFound();
    const url = new URL(request.url, 'http://localhost');
    const baseUrl = `http://${request.headers['host'] ?? 'localhost'}`;
    const body = request.body ?? new Uint8Array();
    const anonymous: Anonymous = { org, sessions, query: url.searchParams, headers: request.headers, body, baseUrl };
    if (request.door === 'page') requireOwnPage(request);
    const open = request.door === 'api' ? unauthenticated(request.method, url.pathname, anonymous) : null;
    if (open) return open;
    const user = sessionUser(sessions, request, url.pathname);
    return serve(behind, { org, user, baseUrl, method: request.method, url, headers: request.headers, body, transaction: null });
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

function sessionUser(sessions: Sessions, request: LaneRequest, path: string): SessionUser {
  if (isOpen(request.door, path)) return { userId: '', username: '' };
  const given = tokenAt(request);
  const user = given === null ? null : sessions.find(given);
  if (!user) throw invalidSession();
  return user;
}

/** Test controls need no session: the server has them only where they are switched on. The outbox does: it holds everybody's mail. */
function isOpen(door: Door, path: string): boolean {
  if (door === 'control') return !/^\/__local\/(emails|notifications)\/*$/i.test(path);
  return door === 'api' && /^\/services\/data\/?$/.test(path);
}
