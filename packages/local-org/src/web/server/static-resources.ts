import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lane } from '../../host/port';
import { ask, sendAnswer } from './forward';
import { isSignedIn } from './sign-in';

/** Lightning Web Components Developer Guide, "Access Static Resources"; 45 days are what the platform sends for a resource that is cached. */
const KEPT_SECONDS = 3_888_000;

/**
 * `/resource/<time>/<name>`, the address that `@salesforce/resourceUrl` gives, and `/resource/<name>`, as people write it. The time changes with
 * the file, so what is under it may be kept; without one it has to be asked for again. As on the platform a session is needed.
 */
export function staticResourceRoutes(app: FastifyInstance, lane: Lane): void {
  app.get('/resource/:name', (request, reply) => resource(lane, request, reply, false));
  app.get('/resource/:time(^\\d+$)/:name', (request, reply) => resource(lane, request, reply, true));
}

async function resource(lane: Lane, request: FastifyRequest, reply: FastifyReply, mayBeKept: boolean): Promise<FastifyReply> {
  if (!(await isSignedIn(lane, request))) {
    return reply.header('cache-control', 'no-store').redirect(`/?startURL=${encodeURIComponent(request.url)}`, 303);
  }
  const { cookie = '', host = '' } = request.headers;
  const { name } = request.params as { name: string };
  const answer = await ask(lane, {
    door: 'page',
    method: 'POST',
    url: '/ui/resource',
    headers: { host, cookie, 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify({ name })),
  });
  const { 'x-cache-control': keeper, ...headers } = answer.headers;
  const kept = mayBeKept && keeper !== undefined;
  return sendAnswer(reply, {
    ...answer,
    headers: { ...headers, 'cache-control': kept ? `${keeper.toLowerCase()}, max-age=${KEPT_SECONDS}` : 'no-cache' },
  });
}
