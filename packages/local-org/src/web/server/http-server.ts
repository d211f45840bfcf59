import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refusalOf } from './guard';
import { MAX_HEAD, type Patience } from './limits';
import { SECURITY_HEADERS } from './policy';
import { errorBody, JSON_TYPE, writeRefusal } from './refusal';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The HTTP server below the routes: what it hands on has a normal path, comes from this machine's own pages or programs, and does not dawdle. */
export function createHttpServer(handler: Handler, host: string, patience: Patience): Server {
  const options = {
    // Larger than what is allowed, so that the guard can say which part is too long.
    maxHeaderSize: 4 * MAX_HEAD,
    // The guard wants exactly one.
    requireHostHeader: false,
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.keepAlive,
    connectionsCheckingInterval: patience.check,
  };
  return createServer(options, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.once('close', () => forgetBody(request, patience.idleBody));
    const refusal = refusalOf(request, host);
    if (refusal) writeRefusal(response, refusal);
    else handler(request, response);
  });
}

/** The rest of a body that nobody reads is thrown away for a while, so that its sender gets to read the answer; then the connection is closed. */
function forgetBody(request: IncomingMessage, milliseconds: number): void {
  if (request.complete) return;
  request.resume();
  const close = setTimeout(() => request.socket.destroy(), milliseconds);
  request.once('end', () => clearTimeout(close)).once('close', () => clearTimeout(close));
}

const FAULTS: Readonly<Record<string, readonly [status: string, errorCode: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'REQUEST_TIMEOUT', 'The request was not complete in time'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'REQUEST_HEADER_FIELDS_TOO_LARGE', 'The URI and the headers are too long'],
};
const MALFORMED = ['400 Bad Request', 'BAD_REQUEST', 'The request is not HTTP/1.1'] as const;

/** Answers bytes that are no request, or only half of one. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, errorCode, message] = FAULTS[error.code ?? ''] ?? MALFORMED;
  const body = errorBody(errorCode, message);
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': JSON_TYPE,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${head.join('')}\r\n${body}`, () => socket.destroy());
}
