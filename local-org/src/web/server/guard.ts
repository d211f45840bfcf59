import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;
const LOCAL_ORIGIN = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/i;

/**
 * Refuses requests that a page of another site could make: a foreign Host (DNS rebinding) or a foreign Origin. The port of
 * an Origin has to be the server's own, because another local server is foreign too.
 */
export async function guard(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { host = '', origin } = request.headers;
  if (!LOCAL_HOST.test(host)) {
    await refuse(reply, `Host ${host} is not served: use 127.0.0.1 or localhost`);
    return;
  }
  const port = host.split(':')[1];
  if (origin !== undefined && (!LOCAL_ORIGIN.test(origin) || (origin.split(':')[2] ?? '80') !== (port ?? '80'))) {
    await refuse(reply, `Requests from ${origin} are not accepted`);
  }
}

async function refuse(reply: FastifyReply, message: string): Promise<void> {
  await reply.code(403).send([{ errorCode: 'FORBIDDEN', message }]);
}
