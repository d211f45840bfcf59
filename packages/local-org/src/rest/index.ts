import type { LaneRequest, Org, Router } from '../host/port';
import { startBulk } from './bulk';
import { startBulkQuery } from './bulkquery';
import { createDoors, requireOwnPage, tokenAt, type Entrance } from './doors';
import { DAILY_CALLS } from './limits';
import { startDeployments } from './metadata';
import { answerOpen } from './open';
import { failure, write } from './reply';
import { serve } from './serve';
import type { Reply, SessionUser } from './shared/call';
import { invalidSession, notFound } from './shared/errors';

export { listResources } from './routes';

/** Serves the org's HTTP resources inside the engine worker. Every call runs as the user of its session. */
export function createRouter(org: Org): Router {
  const doors = createDoors();
  startBulkQuery(org);
  startBulk(org);
  startDeployments(org);
  let calls = 0;
  return (request) => {
    calls++;
    const headers = { 'sforce-limit-info': `api-usage=${calls}/${DAILY_CALLS}` };
    return write(answer(org, doors[request.door], request), headers, request.method, wantsLines(request));
  };
}

function answer(org: Org, behind: Entrance, request: LaneRequest): Reply {
  try {
    if (!URL.canParse(request.url, 'http://localhost')) throw notFound();
    const url = new URL(request.url, 'http://localhost');
    const baseUrl = `http://${request.headers['host'] ?? 'localhost'}`;
    const body = request.body ?? new Uint8Array();
    const method = request.door === 'api' ? methodOf(request.method, url) : request.method;
    if (request.door === 'page') requireOwnPage(request);
    if (request.door === 'api') {
      const open = answerOpen(request.method, url.pathname, { org, query: url.searchParams, headers: request.headers, body, baseUrl });
      if (open) return open;
    }
    const user = behind.needsSession(url.pathname) ? sessionUser(org, request) : NOBODY;
    return serve(behind, { org, user, baseUrl, method, url, headers: request.headers, body, transaction: null });
  } catch (error) {
    return failure(error, request.body);
  }
}

const NOBODY: SessionUser = { userId: '', username: '' };

/** For clients that cannot send PATCH (REST API Developer Guide, "sObject Rows": `_HttpMethod` overrides the method of a POST). */
function methodOf(method: string, url: URL): string {
  const meant = method === 'POST' && url.pathname.startsWith('/services/') ? url.searchParams.get('_HttpMethod') : null;
  return meant === null ? method : meant.toUpperCase();
}

/** REST API Developer Guide, "PrettyPrint Header": JSON for people. */
const wantsLines = ({ headers }: LaneRequest): boolean => /^(1|true)$/i.test(headers['x-prettyprint'] ?? '');

function sessionUser(org: Org, request: LaneRequest): SessionUser {
  const given = tokenAt(request);
  const user = given === null ? undefined : org.sessions.find(given);
  if (!user) throw invalidSession();
  return user;
}
