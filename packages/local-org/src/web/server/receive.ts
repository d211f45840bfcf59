import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Lane } from '../../host/port';
import { sendAnswer } from './forward';
import { bodyLimitOf, UNSIGNED_BODY, type Patience } from './limits';
import { Refusal, tooLarge } from './refusal';
import { askSession } from './session';
import { unpacked } from './unpack';

/** Bytes that are set aside before anything has arrived. */
const FIRST_ROOM = 64 * 1_024;

/** Reads the bodies of all requests whole, within the limit of their resource; a large one only from who has a session. */
export function receiveBodies(app: FastifyInstance, lane: Lane, patience: Patience): void {
  app.removeAllContentTypeParsers();
  // Fastify closes the connection when one of its parsers fails, often before the sender has read why: the hook reads instead.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('preHandler', async (request, reply) => {
    const { raw } = request;
    if (request.is404 || raw.method === 'GET' || raw.method === 'HEAD') return;
    const { bytes, session } = bodyLimitOf(raw.url ?? '/');
    const declared = declaredLength(raw);
    if (declared !== null && declared > bytes) throw tooLarge(bytes);
    if (session !== null && session !== 'message' && (declared ?? bytes) > UNSIGNED_BODY) {
      const answer = await askSession(lane, session, request.headers);
      if (answer.status !== 200) return sendAnswer(reply, answer);
    }
    if (declared === 0) return;
    const allows = session === 'message' ? (begun: Uint8Array) => isSigned(lane, begun, request.headers) : null;
    const body = await receiveBody(raw, { declared, limit: bytes, idle: patience.idleBody, allows });
    request.body = await unpacked(raw, body, bytes);
  });
}

/** The length that the sender declares; null when it does not know it. Zero when there is no body. */
function declaredLength({ headers }: IncomingMessage): number | null {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : null;
}

/** Whether a SOAP message names an open session in the part that anybody may send. */
async function isSigned(lane: Lane, begun: Uint8Array, headers: IncomingHttpHeaders): Promise<boolean> {
  const text = Buffer.from(begun.buffer, begun.byteOffset, begun.byteLength).toString('latin1');
  const token = /<(?:[\w.-]+:)?sessionId>\s*([^<\s]+)\s*</.exec(text)?.[1];
  return token !== undefined && (await askSession(lane, 'api', { host: headers.host, authorization: `Bearer ${token}` })).status === 200;
}

interface Receiving {
  readonly declared: number | null;
  readonly limit: number;
  /** Milliseconds between two pieces. */
  readonly idle: number;
  /** Asked once, with what has come, before more than `UNSIGNED_BODY` is read; null where it was asked before. */
  readonly allows: ((begun: Uint8Array) => Promise<boolean>) | null;
}

/**
 * The body of a request, in memory of its own, so that it can change threads without a copy. The memory grows with what has arrived, not with what is
 * announced. Refuses more than `limit` bytes, and a sender who sends nothing for `idle` milliseconds; the request stays open for the answer.
 */
function receiveBody(request: IncomingMessage, { declared, limit, idle, allows }: Receiving): Promise<Uint8Array> {
  const room = growing(declared ?? limit);
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose);
    };
    const fail = (refusal: Refusal): void => {
      stop();
      reject(refusal);
    };
    let unasked = allows;
    let received = 0;
    const onData = (chunk: Buffer): void => {
      timer.refresh();
      received += chunk.length;
      if (!room.add(chunk)) fail(tooLarge(limit));
      else if (unasked && received > UNSIGNED_BODY) {
        const asked = unasked(room.bytes());
        unasked = null;
        request.pause();
        asked.then(
          (isAllowed) => (isAllowed ? request.resume() : fail(tooLarge(UNSIGNED_BODY))),
          (error: Error) => fail(new Refusal(503, 'SERVER_UNAVAILABLE', error.message)),
        );
      }
    };
    const onEnd = (): void => {
      stop();
      resolve(room.bytes());
    };
    const onClose = (): void => fail(new Refusal(400, 'BAD_REQUEST', 'The request ended before its body was complete'));
    const onIdle = (): void => fail(new Refusal(408, 'REQUEST_TIMEOUT', 'The body of the request was not complete in time'));
    const timer = setTimeout(onIdle, idle);
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}

interface Growing {
  /** False, and nothing is added, when that were more than the most. */
  add(chunk: Buffer): boolean;
  bytes(): Uint8Array;
}

/** Memory for up to `most` bytes. One piece, because a sender may cut a body into pieces of a byte. */
function growing(most: number): Growing {
  let bytes = new Uint8Array(Math.min(most, FIRST_ROOM));
  let size = 0;
  return {
    add: (chunk) => {
      const needed = size + chunk.length;
      if (needed > most) return false;
      if (needed > bytes.length) {
        const larger = new Uint8Array(Math.min(Math.max(needed, bytes.length * 2), most));
        larger.set(bytes.subarray(0, size));
        bytes = larger;
      }
      bytes.set(chunk, size);
      size = needed;
      return true;
    },
    bytes: () => (size === bytes.length ? bytes : bytes.slice(0, size)),
  };
}
