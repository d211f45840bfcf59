import { join } from 'node:path';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import type { LaneStatus } from '../../host/port';
import { write } from '../../rest/reply';
import { faultReply } from '../../rest/session/envelope-reply';
import { clientFault } from '../../rest/session/errors';
import { compilePages } from './compile-pages';
import { compressTexts } from './compressed';
import { confirmEmailRoute } from './confirm-email';
import { controlRoutes } from './controls';
import { forward, sendAnswer } from './forward';
import { answerClientError, createHttpServer } from './http-server';
import { MAX_HEAD, PATIENCE } from './limits';
import { PortInUseError, type Server, type ServerOptions } from './options';
import { pageRoutes } from './pages';
import { receiveBodies } from './receive';
import { Refusal } from './refusal';
import { signInRoutes } from './sign-in';
import { staticResourceRoutes } from './static-resources';

export { PortInUseError, type Server, type ServerOptions } from './options';

const FORWARDED = { '/services': 'api', '/id': 'api', '/cometd': 'api', '/aura': 'page', '/ui': 'page' } as const;

/** Stands in for Fastify's schema compilers, whose loading costs a start 200 ms: no route here declares a schema. */
function noSchemas(): never {
  throw new Error('A route of the local org declares a JSON schema; its compilers are not loaded');
}

/** Serves an org over HTTP on the loopback interface. Throws PortInUseError. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { lane, port, host = '127.0.0.1' } = options;
  const webFolder = join(options.cacheDir, 'web');
  // First of all: the compiler works beside everything else that a start does.
  const compiling = options.headless ? null : compilePages(options, webFolder);
  const patience = { ...PATIENCE, ...options.patience };
  const app = fastify({
    serverFactory: (handler) => createHttpServer(handler, host, patience),
    clientErrorHandler: answerClientError,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_HEAD },
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  await app.register(cookie);
  receiveBodies(app, lane, patience);
  errorShapes(app);

  let url = `http://${host}:${port}`;
  let pagesReady = false;
  let problem: string | null = null;
  controlRoutes(
    app,
    options,
    () => statusOf(options, pagesReady, problem),
    () => url,
  );
  confirmEmailRoute(app, lane);
  const showLogin = signInRoutes(app, lane);
  await app.register(async (scope) => {
    compressTexts(scope);
    for (const [prefix, door] of Object.entries(FORWARDED)) {
      scope.all(`${prefix}/*`, (request, reply) => forward(lane, door, request, reply));
    }
  });
  staticResourceRoutes(app, lane);
  await pageRoutes(app, options, webFolder, showLogin);

  try {
    await app.listen({ port, host });
  } catch (error) {
    compiling?.stop();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortInUseError(port);
    throw error;
  }
  const address = app.server.address();
  if (typeof address === 'object' && address !== null) url = `http://${host}:${address.port}`;
  const prepared = (compiling?.done ?? Promise.resolve()).then(
    () => {
      pagesReady = true;
    },
    (error: Error) => {
      problem = error.message;
      throw error;
    },
  );
  prepared.catch(() => undefined);
  return {
    url,
    prepared,
    close: async () => {
      compiling?.stop();
      await app.close();
    },
  };
}

/** Ready means: engine ready, sample data loaded, pages compiled. */
function statusOf(options: ServerOptions, pagesReady: boolean, problem: string | null): LaneStatus {
  if (problem !== null) return { state: 'failed', step: problem };
  const status = (options.status ?? options.lane.status)();
  return status.state === 'ready' && !pagesReady ? { state: 'starting', step: 'Compiling pages' } : status;
}

/** Codes of what Fastify refuses by itself. */
const CODES: Readonly<Record<number, string>> = { 403: 'FORBIDDEN', 415: 'UNSUPPORTED_MEDIA_TYPE' };

const SOAP_PATH = /^\/services\/soap\//i;

/** Errors that arise before the engine is asked, in the platform's shape. */
function errorShapes(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const { statusCode = 500, message } = error;
    if (statusCode >= 500) process.stderr.write(`${error.stack ?? message}\n`);
    // A client of a SOAP service reads nothing but SOAP.
    if (SOAP_PATH.test(request.raw.url ?? '')) return sendAnswer(reply, write(faultReply(clientFault(message), statusCode), {}, 'POST'));
    const errorCode =
      error instanceof Refusal ? error.errorCode : (CODES[statusCode] ?? (statusCode < 500 ? 'BAD_REQUEST' : 'UNKNOWN_EXCEPTION'));
    return reply.code(statusCode).send([{ errorCode, message }]);
  });
}
